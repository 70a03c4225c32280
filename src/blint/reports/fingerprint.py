"""The line hashes by which code scanning knows a finding again when its line has moved."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from blint.late import late

if TYPE_CHECKING:
    from collections.abc import Collection

_BLOCK = 100
_UNIT = 2
_FACTOR = 37
_MASK = (1 << 64) - 1
_BREAK = late(r"\r\n?")
_PADDING = "\uffff" + "\0" * _BLOCK


def line_hashes(text: str, lines: Collection[int]) -> dict[int, str]:
    """The `primaryLocationLineHash` of each 1-based line asked for that the text has.

    That of github/codeql-action (`src/fingerprints.ts`), which computes missing ones on upload and
    warns where it disagrees: a polynomial hash of the next 100 UTF-16 units from the start of a
    line, blanks left out, any line break read as a line feed, the end of the file marked by 65535;
    then which occurrence of that hash it is. A carriage return alone ends a line there.
    """
    packed = _BREAK.sub("\n", text).replace(" ", "").replace("\t", "") + _PADDING
    units = _units(packed)
    seen: Counter[bytes] = Counter()
    hashes: dict[int, str] = {}
    start = 0
    for number, line in enumerate(packed.split("\n"), 1):
        block = units[start : start + _UNIT * _BLOCK]
        start += _UNIT * (len(line) + 1) if line.isascii() else len(_units(line + "\n"))
        # Equal blocks are equal hashes, so only the lines asked for need the arithmetic.
        seen[block] += 1
        if number in lines:
            hashes[number] = f"{_hash(block):x}:{seen[block]}"
    return hashes


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _hash(block: bytes) -> int:
    value = 0
    for unit in memoryview(block).cast("H"):
        value = (value * _FACTOR + unit) & _MASK
    return value
