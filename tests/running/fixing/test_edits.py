"""Edits on the bytes of a file."""

from __future__ import annotations

import pytest

from blint.diagnostics import Edit
from blint.running.fixing.edits import Shift, Uneditable, edited, spliced
from blint.source import Span

Given = tuple[int, int, str]


def edits(*given: Given) -> list[Edit]:
    return [Edit(Span(start, end), text) for start, end, text in given]


@pytest.mark.parametrize(
    ("data", "given", "after"),
    [
        (b"abc", [], b"abc"),
        (b"abc", [(1, 2, "x")], b"axc"),
        (b"abc", [(1, 2, "")], b"ac"),
        (b"abc", [(3, 3, "d"), (0, 0, "_")], b"_abcd"),
        (b"abc", [(1, 2, "x"), (0, 1, "y")], b"yxc"),
        (b"\xef\xbb\xbfabc", [(0, 1, "x")], b"\xef\xbb\xbfxbc"),
        ("é😀b".encode(), [(2, 3, "ü")], "é😀ü".encode()),
        (b"a\r\nb\r\n", [(3, 3, "x\ny\n")], b"a\r\nx\r\ny\r\nb\r\n"),
        (b"a\nb\r\nc\r\n", [(2, 2, "x\n")], b"a\nx\nb\r\nc\r\n"),
        (b"a\r\nb\n", [(0, 0, "x\n")], b"x\r\na\r\nb\n"),
        (b"a\r\nb", [(0, 1, "x")], b"x\r\nb"),
        (b"", [(0, 0, "x\n")], b"x\n"),
    ],
)
def test_only_what_edits_cover_changes(data: bytes, given: list[Given], after: bytes) -> None:
    assert edited(data, edits(*given)) == after


@pytest.mark.parametrize(
    ("data", "given"),
    [
        (b"abc", [(0, 2, "x"), (1, 3, "y")]),
        (b"abc", [(1, 1, "x"), (1, 1, "y")]),
        (b"abc", [(1, 2, "x"), (1, 1, "y")]),
        (b"abc", [(1, 2, "x"), (2, 2, "y")]),
        (b"abc", [(0, 3, "x"), (1, 2, "y")]),
        (b"abc", [(2, 4, "x")]),
        (b"\xffabc", [(0, 1, "x")]),
    ],
)
def test_edits_that_do_not_go_together_are_refused(data: bytes, given: list[Given]) -> None:
    with pytest.raises(Uneditable):
        edited(data, edits(*given))


def test_what_no_edit_covers_is_found_again_where_it_has_moved() -> None:
    text = "abcdefghij"
    given = edits((0, 0, "__"), (2, 4, ""), (6, 7, "XYZ"), (10, 10, "!"))
    shift, after = Shift(given), spliced(text, given)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            moved = shift.span(Span(start, end))
            touched = any(
                max(start, e.span.start) < min(end, e.span.end)
                or (e.span.start == e.span.end and start < e.span.start < end)
                for e in given
            )
            assert (moved is None) == touched
            if moved is not None:
                assert after[slice(*moved)] == text[start:end]
