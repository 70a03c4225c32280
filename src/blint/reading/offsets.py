"""Offsets in what a parser was given as offsets in the text that it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

_WIDE = re.compile(r"[^\x00-\x7f]")
_RUN = re.compile(r"[^\x00-\x7f]+")


def code_points(text: str, base: int = 0) -> Callable[[int], int]:
    """A function from byte offsets in `text`, encoded as UTF-8, to code point offsets plus `base`.

    Offsets inside a character give that character.
    """
    if text.isascii():
        return base.__add__
    # Where a run of characters of one width starts: its byte, its code point, its width.
    at_byte, at_point, widths = [0], [base], [1]
    shift = 0
    # A search for one character is three times as fast as one for a run, where runs are short.
    scarce = len(text.encode()) - len(text) < len(text) // 8
    for wide in (_WIDE if scarce else _RUN).finditer(text):
        start, end = wide.span()
        for first, last, width in _runs(wide[0], start, end):
            at_byte.append(first + shift)
            at_point.append(first + base)
            widths.append(width)
            shift += (last - first) * (width - 1)
        at_byte.append(end + shift)
        at_point.append(end + base)
        widths.append(1)

    def point(offset: int) -> int:
        i = bisect_right(at_byte, offset) - 1
        return at_point[i] + (offset - at_byte[i]) // widths[i]

    return point


def _runs(wide: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The stretches of `wide`, which stands at `start`, whose characters take as many bytes."""
    width = _width(max(wide))
    if len(wide) == 1 or _width(min(wide)) == width:
        return [(start, end, width)]
    return [(at, at + 1, _width(char)) for at, char in enumerate(wide, start)]


def _width(char: str) -> int:
    return 2 if char < "\u0800" else 3 if char < "\U00010000" else 4


_INDENT = re.compile(r"[ \t>]*")


def dedent(text: str, start: int, end: int) -> tuple[str, Callable[[int], int]]:
    """The lines of `text[start:end]` without their common indentation and quote marks.

    The function takes UTF-8 byte offsets in them to code point offsets in `text`.
    """
    line = text.rfind("\n", 0, start) + 1
    lines = re.findall(r"[^\n]*\n|[^\n]+", text[line:end]) or [""]
    common = min((_indent(line, None)[1] for line in lines if line.strip()), default=0)
    parts = [line[_indent(line, common)[0] :] for line in lines]
    part_starts = list(accumulate(map(len, parts), initial=0))
    starts = list(accumulate(map(len, lines), initial=line))
    part = "".join(parts)
    inner = code_points(part)

    def point(offset: int) -> int:
        at = inner(offset)
        i = min(max(bisect_right(part_starts, at) - 1, 0), len(parts) - 1)
        return starts[i] + len(lines[i]) - len(parts[i]) + at - part_starts[i]

    return part, point


def _indent(line: str, most: int | None) -> tuple[int, int]:
    """How many characters of indentation a line has, and how many columns they fill, up to
    `most` columns."""
    match = _INDENT.match(line)
    column = 0
    for i, char in enumerate(match[0] if match else ""):
        if most is not None and column >= most:
            return i, column
        column += 4 - column % 4 if char == "\t" else 1
    return match.end() if match else 0, column
