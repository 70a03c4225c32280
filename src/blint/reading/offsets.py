"""Offsets in what a parser was given as offsets in the text that it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate


def code_points(text: str, base: int = 0) -> Callable[[int], int]:
    """A function from byte offsets in `text`, encoded as UTF-8, to code point offsets plus `base`.

    It decodes what stands between an offset and the one asked for before, so it is fast for those
    who ask in order, or nearly so.
    """
    if text.isascii():
        return base.__add__ if base else int
    data = text.encode()
    last, found = 0, base

    def point(offset: int) -> int:
        nonlocal last, found
        if offset < last:
            found -= len(data[offset:last].decode())
        else:
            found += len(data[last:offset].decode())
        last = offset
        return found

    return point


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
