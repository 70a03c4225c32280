"""Text with addresses: bytes become text, and spans become lines and columns."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in the decoded text of one file."""

    start: int
    end: int


class Place(NamedTuple):
    """A span as people count: 1-based lines, 1-based code point columns, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class EncodingFault(NamedTuple):
    """Why bytes are not UTF-8: the reason, the 0-based byte offset, and where that falls."""

    reason: str
    byte_offset: int
    offset: int


class LineTable:
    """Where each line of a text starts.

    A line ends at LF, alone or after CR, as editors have it: form feeds, NEL and U+2028 do not
    end one, so `str.splitlines` is of no use here.
    """

    __slots__ = ("starts",)

    def __init__(self, starts: array[int]) -> None:
        self.starts = starts

    @classmethod
    def of(cls, text: str) -> LineTable:
        """The table of `text`."""
        starts = array("I")
        start = 0
        # A loop, since `accumulate` over a generator takes a third longer.
        for line in text.split("\n"):
            starts.append(start)
            start += len(line) + 1
        return cls(starts)

    @classmethod
    def load(cls, packed: bytes) -> LineTable:
        """The table that `dump` packed."""
        starts = array("I")
        starts.frombytes(packed)
        return cls(starts)

    def dump(self) -> bytes:
        """The table as bytes, for facts that travel between processes of one machine kind."""
        return self.starts.tobytes()

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of a code point offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def place(self, span: Span) -> Place:
        """The line and column of both ends of a span."""
        return Place(*self.position(span.start), *self.position(span.end))

    def offset(self, line: int, column: int) -> int:
        """The code point offset of a 1-based line and column."""
        return self.starts[line - 1] + column - 1


class Source:
    """The decoded text of one file, and what stood in the way of decoding it, if anything."""

    __slots__ = ("_lines", "bom", "fault", "text")

    def __init__(self, text: str, *, bom: bool = False, fault: EncodingFault | None = None) -> None:
        self.text = text
        self.bom = bom
        self.fault = fault
        self._lines: LineTable | None = None

    @property
    def lines(self) -> LineTable:
        """The line table, made on first use."""
        if self._lines is None:
            self._lines = LineTable.of(self.text)
        return self._lines


_UTF8_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def decode(data: bytes) -> Source:
    """UTF-8 bytes, with or without a byte order mark, as text; never raises.

    Where the bytes are not UTF-8, each bad one stands as U+FFFD, so that a finding still has a
    place, and `fault` says what is wrong.
    """
    bom = data.startswith(_UTF8_BOM)
    if bom:
        data = data[len(_UTF8_BOM) :]
    try:
        return Source(data.decode(), bom=bom)
    except UnicodeDecodeError as error:
        return Source(data.decode(errors="replace"), bom=bom, fault=_fault(data, error, bom))


def _fault(data: bytes, error: UnicodeDecodeError, bom: bool) -> EncodingFault:
    for mark, name in _OTHER_BOMS:
        if data.startswith(mark):
            return EncodingFault(f"the file is {name}", 0, 0)
    reason = {
        "unexpected end of data": "the last character is cut off",
        "invalid start byte": "a byte that starts no character",
        "invalid continuation byte": "a character that is cut off",
    }.get(error.reason, error.reason)
    offset = len(data[: error.start].decode())
    return EncodingFault(reason, error.start + len(_UTF8_BOM) * bom, offset)
