"""UTF-8 byte offsets as code point offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

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
