"""Decoding, and spans as lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blint.source import EncodingFault, LineTable, Place, Span, decode


@pytest.mark.parametrize(
    ("data", "text", "bom"),
    [
        (b"", "", False),
        (b"a\n", "a\n", False),
        (b"\xef\xbb\xbf---\n", "---\n", True),
        ("naïve 日本 😀".encode(), "naïve 日本 😀", False),
    ],
)
def test_utf8_is_read_with_or_without_a_mark(data: bytes, text: str, bom: bool) -> None:
    source = decode(data)
    assert (source.text, source.bom, source.fault) == (text, bom, None)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"caf\xe9 au lait", EncodingFault("a character that is cut off", 3, 3)),
        (b"caf\xe9", EncodingFault("the last character is cut off", 3, 3)),
        (b"\xef\xbb\xbf\xc3\xa9\xff", EncodingFault("a byte that starts no character", 5, 1)),
        ("a".encode("utf-16"), EncodingFault("the file is UTF-16", 0, 0)),
        ("a".encode("utf-32"), EncodingFault("the file is UTF-32", 0, 0)),
        ("日本".encode()[:-1], EncodingFault("the last character is cut off", 3, 1)),
    ],
    ids=["latin-1", "latin-1 at the end", "after a mark", "utf-16", "utf-32", "truncated"],
)
def test_what_is_not_utf8_is_a_fault_with_its_byte(data: bytes, fault: EncodingFault) -> None:
    assert decode(data).fault == fault


@pytest.mark.parametrize(
    ("text", "covered", "place"),
    [
        ("ab", "b", Place(1, 2, 1, 3)),
        ("a\nbc\n", "c", Place(2, 2, 2, 3)),
        ("a\r\nbc\r\n", "c", Place(2, 2, 2, 3)),
        ("a\rb", "b", Place(1, 3, 1, 4)),
        ("a\x0b\x0c\x1c\x85\u2028\u2029b", "b", Place(1, 8, 1, 9)),
        ("\tb", "b", Place(1, 2, 1, 3)),
        ("😀e\u0301日b", "b", Place(1, 5, 1, 6)),
        ("a\nb\n", "a\nb", Place(1, 1, 2, 2)),
        ("a\n", "\n", Place(1, 2, 2, 1)),
    ],
)
def test_lines_and_columns_are_those_of_an_editor(text: str, covered: str, place: Place) -> None:
    start = text.index(covered)
    assert LineTable.of(text).place(Span(start, start + len(covered))) == place


@given(st.text(alphabet="a\r\n\x0b\u2028😀"))
def test_a_place_leads_back_to_its_offset(text: str) -> None:
    table = LineTable.load(LineTable.of(text).dump())
    for offset in range(len(text) + 1):
        line, column = table.position(offset)
        assert table.offset(line, column) == offset
        assert line == text[:offset].count("\n") + 1
