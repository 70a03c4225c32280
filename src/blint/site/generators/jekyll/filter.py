"""Which files Jekyll takes up: its `include` and `exclude`, and names that are special."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final


class EntryFilter:
    """Tells the files that a site is made of from those that are left out.

    Paths are relative to the folder of the sources.
    """

    def __init__(self, config: Mapping[str, Any]) -> None:
        included = _texts(config.get("include")) if "include" in config else [".htaccess"]
        excluded = [one for one in _texts(config.get("exclude")) if one not in included]
        self.named = frozenset(included)
        self._included = _Patterns(included)
        self._excluded = _Patterns((*excluded, *_ALWAYS))
        output = str(config.get("destination") or "_site").removeprefix("./").strip("/")
        self._output = f"{output}/"

    def keeps(self, path: str) -> bool:
        """Whether an ordinary file is reached: it and every folder above it are let through."""
        if path.startswith(self._output):
            return False
        at = 0
        while at >= 0:
            at = path.find("/", at + 1)
            entry = path if at < 0 else path[:at]
            if not self._passes(entry, entry[entry.rfind("/") + 1 :], at >= 0):
                return False
        return True

    def keeps_below(self, folder: str, rest: str) -> bool:
        """Whether a file in a folder of posts or documents is let through: `folder` ends in `/`.

        Only the beginning of the rest of its path and its name may be special there.
        """
        name = rest[rest.rfind("/") + 1 :]
        path = folder + rest
        if path.endswith(".") or self._excluded.match(path, is_folder=False):
            return self._included.match(path, is_folder=False)
        if self._included.match(rest, is_folder=False):
            return True
        return rest[0] not in _SPECIAL and name[0] not in _SPECIAL and not name.endswith("~")

    def _passes(self, path: str, name: str, is_folder: bool) -> bool:
        if name.endswith(".") or not name:
            return False
        # Jekyll looks at the name alone; somebody who writes the path means the same.
        if self._included.match(name, is_folder) or self._included.match(path, is_folder):
            return True
        if self._excluded.match(path, is_folder):
            return False
        return name[0] not in _SPECIAL and not name.endswith("~")


class _Patterns:
    """Patterns of paths: what one begins with, or matches; a star goes across folders."""

    def __init__(self, patterns: Iterable[str]) -> None:
        plain = [pattern.lstrip("/") for pattern in patterns]
        self._starts = tuple(filter(None, plain))
        wild = [fnmatch.translate(one) for one in plain if one and re.search(r"[*?\[]", one)]
        self._wild = re.compile("|".join(wild)) if wild else None

    def match(self, path: str, is_folder: bool) -> bool:
        if path.startswith(self._starts) or (is_folder and f"{path}/" in self._starts):
            return True
        return self._wild is not None and self._wild.match(path) is not None


def _texts(value: object) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, str) and one]


_SPECIAL: Final = frozenset("._#~")
_ALWAYS: Final = (
    ".sass-cache",
    ".jekyll-cache",
    "gemfiles",
    "Gemfile",
    "Gemfile.lock",
    "node_modules",
    "vendor/bundle/",
    "vendor/cache/",
    "vendor/gems/",
    "vendor/ruby/",
)
