"""Hugo's configuration: one file, or a folder of them, read as one table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from blint.late import late
from blint.site.configs.reading import parse_data
from blint.site.generators.hugo.folders import adapt

__all__ = ["adapt", "read"]


def read(text_of: Callable[[str], str], config: str, files: Collection[str]) -> dict[str, Any]:
    """What the configuration says: a file, and those in the folders for all builds and publishing.

    Each file in a folder holds the table that its name says, one called `hugo` or `config` the
    rest; those for one language only are left out. Hugo takes keys in any case: those that others
    ask for are spelled in one way.
    """
    start = _FOLDER.sub("", config)
    found = parse_data(config, text_of(config)) if start == config and config else {}
    home = start[: start.rfind("/") + 1]
    for folder in ("_default", "production"):
        prefix = f"{home}config/{folder}/"
        for name in sorted(name for name in files if name.startswith(prefix)):
            table, _, ending = name[len(prefix) :].partition(".")
            if ending and "." not in ending and "/" not in name[len(prefix) :]:
                data = parse_data(name, text_of(name))
                found = _merged(found, data if table in {"hugo", "config"} else {table: data})
    return {_SPELLINGS.get(key.casefold(), key): value for key, value in found.items()}


def _merged(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Two configurations in one; the second counts where both say something."""
    found = dict(first)
    spelled = {key.casefold(): key for key in found}
    for key, value in second.items():
        old = spelled.get(key.casefold(), key)
        both = isinstance(value, Mapping) and isinstance(found.get(old), Mapping)
        found[old] = _merged(found[old], value) if both else value
    return found


_FOLDER: Final = late(r"(?:^|(?<=/))config/_default/[^/]*$")
_SPELLINGS: Final = {name.casefold(): name for name in ("baseURL", "buildFuture", "uglyURLs")}
