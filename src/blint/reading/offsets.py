"""Offsets in what a parser was given as offsets in the text that it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

# A run of characters that all take the same number of bytes, so that one division places any
# offset in it.
_WIDE = re.compile(r"[\x80-\u07ff]+|[\u0800-\uffff]+|[\U00010000-\U0010ffff]+")


def code_points(text: str, base: int = 0) -> Callable[[int], int]:
    """A function from byte offsets in `text`, encoded as UTF-8, to code point offsets plus `base`.

    Offsets inside a character give that character.
    """
    if text.isascii():
        return base.__add__
    at_byte, at_point, widths = [0], [base], [1]
    for run in _WIDE.finditer(text):
        start, end = run.span()
        width = len(text[start].encode("utf-8", "surrogatepass"))
        first = at_byte[-1] + start + base - at_point[-1]
        at_byte += first, first + (end - start) * width
        at_point += start + base, end + base
        widths += width, 1

    def point(offset: int) -> int:
        i = bisect_right(at_byte, offset) - 1
        return at_point[i] + (offset - at_byte[i]) // widths[i]

    return point


_INDENT = re.compile(r"[ \t>]*")


def dedent(text: str, start: int, end: int) -> tuple[str, Callable[[int], int]]:
    """The lines of `text[start:end]` without their common indentation and quote marks.

    The function takes UTF-8 byte offsets in them to code point offsets in `text`.
    """
    line = text.rfind("\n", 0, start) + 1
    starts: list[int] = []
    lines: list[str] = []
    widths: list[int] = []
    while line < end:
        stop = text.find("\n", line, end) + 1 or end
        lines.append(text[line:stop])
        starts.append(line)
        if lines[-1].strip():
            widths.append(_INDENT.match(lines[-1]).end())  # type: ignore[union-attr]
        line = stop
    common = min(widths, default=0)
    parts = [line[min(common, len(line.rstrip("\r\n"))) :] for line in lines]
    part_starts = list(accumulate(map(len, parts), initial=0))
    part = "".join(parts)
    inner = code_points(part)

    def point(offset: int) -> int:
        at = inner(offset)
        i = min(max(bisect_right(part_starts, at) - 1, 0), len(parts) - 1)
        return starts[i] + len(lines[i]) - len(parts[i]) + at - part_starts[i]

    return part, point
