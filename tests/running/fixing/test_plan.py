"""Which fixes of one file are made together."""

from __future__ import annotations

import pytest

from blint.diagnostics import Diagnostic, Edit, Fix, Severity
from blint.running.fixing.plan import edits_of, together
from blint.source import Place, Span

Given = tuple[int, int, str]


def offer(rule: str, *edits: Given) -> Diagnostic:
    """A diagnostic with a fix; without edits, one that has none."""
    fix = Fix("Fix", tuple(Edit(Span(a, b), text) for a, b, text in edits)) if edits else None
    place = Place(1, 1, 1, 1)
    return Diagnostic(rule, Severity.ERROR, "a.md", Span(0, 1), place, "M.", fix=fix)


CASES: dict[str, tuple[list[tuple[str, list[Given]]], list[str]]] = {
    "far apart": ([("a", [(0, 1, "x")]), ("b", [(5, 6, "y")])], ["a", "b"]),
    "in the order of places": ([("a", [(5, 6, "x")]), ("b", [(0, 1, "y")])], ["b", "a"]),
    "that touch": ([("a", [(0, 2, "x")]), ("b", [(2, 4, "y")])], ["a", "b"]),
    "that overlap": ([("a", [(1, 4, "x")]), ("b", [(0, 2, "y")])], ["b"]),
    "that begin at one place": ([("a", [(0, 4, "x")]), ("b", [(0, 2, "y")])], ["b"]),
    "of one place": ([("b", [(0, 2, "x")]), ("a", [(0, 2, "y")])], ["a"]),
    "the same": ([("b", [(0, 2, "x")]), ("a", [(0, 2, "x")])], ["a"]),
    "put in at one place": ([("b", [(2, 2, "x")]), ("a", [(2, 2, "y")])], ["a"]),
    "put in at an edge": ([("a", [(2, 4, "x")]), ("b", [(2, 2, "y")])], ["b"]),
    "put in at the other edge": ([("a", [(2, 4, "x")]), ("b", [(4, 4, "y")])], ["a"]),
    "whole or not at all": (
        [("a", [(0, 1, "x"), (8, 9, "x")]), ("b", [(8, 9, "y")]), ("c", [(3, 4, "z")])],
        ["a", "c"],
    ),
    "whole, and the other waits": (
        [("a", [(0, 1, "x"), (4, 5, "x")]), ("b", [(4, 6, "y")])],
        ["a"],
    ),
    "at odds with itself": ([("a", [(0, 3, "x"), (2, 4, "y")]), ("b", [(1, 2, "z")])], ["b"]),
    "one taken keeps none waiting for another": (
        [("a", [(0, 2, "x")]), ("b", [(1, 5, "y")]), ("c", [(4, 6, "z")])],
        ["a", "c"],
    ),
    "part of another": (
        [("a", [(0, 1, "x"), (4, 5, "y")]), ("b", [(0, 1, "x"), (4, 5, "y"), (7, 8, "z")])],
        ["a"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_fixes_are_made_together_that_are_not_in_each_other_s_way(name: str) -> None:
    given, taken = CASES[name]
    offers = [offer(rule, *edits) for rule, edits in given]
    for order in (offers, offers[::-1]):
        assert [one.rule for one in together(order)] == taken


def test_a_diagnostic_without_a_fix_has_no_edits() -> None:
    assert edits_of(offer("a")) == []
    assert [e.span for e in edits_of(offer("a", (3, 4, ""), (0, 1, "")))] == [(0, 1), (3, 4)]
