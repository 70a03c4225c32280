"""Lines that changed, and diagnostics that were not there before."""

from __future__ import annotations

import pytest

from blint.diagnostics import Diagnostic, Severity
from blint.running.changes import caused
from blint.running.changes.caused import added, changed_lines, place_of, touches
from blint.source import Source, Span

LINES: dict[str, tuple[str, str, list[int]]] = {
    "nothing": ("a\nb\n", "a\nb\n", []),
    "one": ("a\nb\nc\n", "a\nx\nc\n", [2]),
    "put in": ("a\nc\n", "a\nb\nc\n", [2]),
    "taken out": ("a\nb\nc\n", "a\nc\n", []),
    "moved": ("a\nb\nc\nd\n", "d\na\nb\nc\n", [1]),
    "line ends": ("a\nb\n", "a\r\nb\r\n", []),
    "no end": ("a\nb", "a\nb\nc", [3]),
    "all": ("", "a\nb", [1, 2]),
    "only line feeds part lines": ("a\u2028b\n", "a\u2028c\n", [1]),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_that_are_not_as_they_were(name: str) -> None:
    then, now, expected = LINES[name]
    assert list(changed_lines(then, now)) == expected


def test_texts_that_are_too_large_to_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caused, "_MANY", 1)
    assert list(changed_lines("a\nb\nc\nd\ne", "a\nx\nc\ny\ne")) == [2, 3, 4]


def diagnostic(rule: str, start: int, end: int, message: str = "m") -> Diagnostic:
    """A diagnostic in a text of ten lines of one letter."""
    span = Span(start, end)
    place = Source("a\n" * 10).lines.place(span)
    return Diagnostic(rule, Severity.ERROR, "a.md", span, place, message)


@pytest.mark.parametrize(
    ("start", "end", "front", "expected"),
    [(4, 5, 0, True), (2, 3, 0, False), (0, 0, 3, True), (0, 0, 2, False), (0, 4, 9, False)],
)
def test_what_touches_the_third_line(start: int, end: int, front: int, *, expected: bool) -> None:
    lines = changed_lines("a\nb\nc\n", "a\nb\nx\n")
    assert touches(diagnostic("x", start, end), lines, front) is expected


def test_what_was_not_there_before() -> None:
    one, other = diagnostic("x", 2, 3), diagnostic("y", 2, 3)
    assert list(added([one, other], [one], place_of, place_of)) == [other]
    reworded = diagnostic("x", 2, 3, "in other words")
    assert list(added([reworded], [one], place_of, place_of)) == []
    # More at one place than before: the new words are the new fault.
    assert list(added([reworded, one], [one], place_of, place_of)) == [reworded]
    fault = diagnostic("internal-error", 0, 0)
    assert list(added([fault], [fault], place_of, place_of)) == [fault]
