"""Where old addresses lead: the redirect rules of hosts, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import msgspec

from blint.late import late

FILES: Final = (
    "_redirects",
    "netlify.toml",
    "vercel.json",
    "firebase.json",
    "staticwebapp.config.json",
)
"""The files that redirect rules are read from, in the site's folder, the root or a static one."""
PROGRAMS: Final = (".htaccess", "redirects.js", "redirects.ts", "redirects.json", "nginx.conf")
"""Files that hold rules which are not read: where one is, any old address may still work."""


class Redirects(msgspec.Struct, frozen=True, dict=True):
    """The addresses that a host leads on or rewrites: patterns of URL paths.

    A pattern may have `*` (anything, slashes too) and `:name` (one segment). `open`: there are
    rules that were not read.
    """

    patterns: tuple[str, ...] = ()
    open: bool = False

    def answers(self, url: str) -> bool:
        """Whether some rule answers a URL path; a slash at its end does not matter."""
        return self._test is not None and self._test.fullmatch(url.rstrip("/") or "/") is not None

    @cached_property
    def _test(self) -> re.Pattern[str] | None:
        forms = [_as_regex(pattern) for pattern in self.patterns]
        return re.compile("|".join(forms)) if forms else None


def read_redirects(name: str, text: str) -> Iterator[str]:
    """The patterns of one file; nothing where it cannot be read, or rules all addresses at once.

    A rule for every address (`/*`) is one for a single-page app or an error page: it says nothing
    of what is there.
    """
    base = name.rpartition("/")[2]
    rules = _lines(text) if base == "_redirects" else _tables(base, text)
    for rule in rules:
        path = _HOST.sub("", rule)
        if path.startswith("/") and path.rstrip("/") not in {"/*", "", "/**", "/(.*)"}:
            yield path


def _lines(text: str) -> Iterator[str]:
    """The sources of a `_redirects` file: those that lead to a page, not to an error."""
    for line in text.splitlines():
        words = line.split()
        if len(words) > 1 and not words[0].startswith("#") and words[-1] not in {"404", "410"}:
            yield words[0]


def _tables(base: str, text: str) -> Iterator[str]:
    data = _data(base, text)
    lists: Iterable[tuple[Any, str]] = {
        "netlify.toml": ((data.get("redirects"), "from"),),
        "vercel.json": ((data.get("redirects"), "source"), (data.get("rewrites"), "source")),
        "firebase.json": (
            (_at(data, "hosting").get("redirects"), "source"),
            (_at(data, "hosting").get("rewrites"), "source"),
        ),
        "staticwebapp.config.json": ((data.get("routes"), "route"),),
    }.get(base, ())
    for rules, key in lists:
        for rule in rules if isinstance(rules, list) else ():
            if isinstance(rule, Mapping) and isinstance(rule.get(key), str):
                yield rule[key]


def _data(base: str, text: str) -> Mapping[str, Any]:
    if base.endswith(".toml"):
        from blint.reading.toml_reader import read_toml

        root = read_toml(text).root
    else:
        from blint.reading.json_reader import read_json

        root = read_json(text).root
    return root.value if root is not None and root.kind == "mapping" else {}


def _at(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = data.get(key)
    return found if isinstance(found, Mapping) else {}


def _as_regex(pattern: str) -> str:
    """A pattern as a regular expression. Vercel's own groups, `(.*)`, count as anything."""
    pattern = _GROUP.sub("*", pattern.rstrip("/") or "/")
    pieces = []
    for piece in _WILD.split(pattern):
        if not piece:
            continue
        if piece.startswith("*"):
            pieces.append(".*")
        elif piece.startswith(":"):
            pieces.append(".*" if piece.endswith("*") else "[^/]+")
        else:
            pieces.append(re.escape(piece))
    regex = "".join(pieces)
    # `/old/*` answers `/old` as well.
    return regex[:-3] + "(?:/.*)?" if regex.endswith("/.*") else regex


_HOST: Final = late(r"^https?://[^/]+", re.IGNORECASE)
_GROUP: Final = late(r"\((?:[^()]|\([^()]*\))*\)")
_WILD: Final = late(r"(\*+|:[A-Za-z_]\w*[*+?]?)")
