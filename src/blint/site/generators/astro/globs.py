"""The globs of Astro's loaders: those of git, with braces and those that leave files out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.late import late
from blint.site.globs import Test, translate


def glob_test(globs: tuple[str, ...]) -> Test:
    """Tells whether a path is one that some globs take."""
    taken = _either(one for one in globs if one[:1] != "!")
    left = _either(one[1:] for one in globs if one[:1] == "!")

    def test(path: str) -> bool:
        return taken.fullmatch(path) is not None and left.fullmatch(path) is None

    return test


def _either(globs: Iterator[str]) -> re.Pattern[str]:
    plain = [translate(one.removeprefix("./")) for glob in globs for one in _braces(glob)]
    return re.compile("|".join(f"(?:{one})" for one in plain) or "(?!)", re.DOTALL)


def _braces(glob: str, depth: int = 0) -> Iterator[str]:
    """The globs that one with `{a,b}`, or `@(a|b)`, stands for."""
    match = _BRACES.search(glob) if depth < _DEPTH else None
    if match is None:
        yield glob
        return
    inner = match[1] if match[1] is not None else match[2].replace("|", ",")
    for one in inner.split(","):
        yield from _braces(glob[: match.start()] + one + glob[match.end() :], depth + 1)


_DEPTH: Final = 6
_BRACES: Final = late(r"\{([^{},]*(?:,[^{},]*)+)\}|@\(([^()]*)\)")
