"""Fingerprints: what a finding may go through and still be known."""

from __future__ import annotations

import pytest

from blint.diagnostics import Diagnostic, Severity
from blint.running.baseline.fingerprint import OWN, fingerprint
from blint.source import LineTable, Span


def mark(
    text: str, message: str = "It is `bad`.", *, rule: str = "a-rule", alone: bool = True
) -> str:
    """The fingerprint of what stands between `«` and `»`."""
    start, end = text.index("«"), text.index("»") - 1
    text = text.replace("«", "").replace("»", "")
    span = Span(start, end)
    place = LineTable.of(text).place(span)
    return fingerprint(
        Diagnostic(rule, Severity.INFO, "a.md", span, place, message), text, alone=alone
    )


SAME = [
    ("See «x».", "Above.\n\nSee «x».\nBelow."),
    ("See «x».", "See   «x».\r\n"),
    ("a\n«```»\nmake\n", "b\n\n«```»\n\nmake\n"),
    ("«---»\ntitle: A", "«---»\ndate: B"),
    (f"{'far ' * 40} «x» y", f"{'long ' * 40} «x» y".replace("long ", "far ")),
    (f"Here {'far ' * 40}«x»", f"There {'far ' * 40}«x»"),
]
OTHER = [
    ("See «x».", "See «y»."),
    ("See «x».", "Saw «x»."),
    ("a\n«```»\nmake\n", "a\n«```»\nrun\n"),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_the_same_finding(before: str, after: str) -> None:
    assert mark(before) == mark(after)


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_another_finding(before: str, after: str) -> None:
    assert mark(before) != mark(after)


def test_what_is_said_matters_only_where_nothing_else_tells() -> None:
    assert mark("See «x».", "Used 3 times.") == mark("See «x».", "Used 4 times.")
    assert mark("«---»", "No `title`.") != mark("«---»", "No `date`.")
    assert mark("«---»", "No `title` in `3`.") == mark("«---»", "Without `title` in `4`.")
    # A site rule quotes what stands in other posts.
    assert mark("«---»", "As `b`.", alone=False) == mark("«---»", "As `c`.", alone=False)


def test_the_rule_matters() -> None:
    assert mark("«x»") != mark("«x»", rule="other")


def test_the_words_under_it_have_digits_of_their_own() -> None:
    assert mark("See «x».")[:OWN] == mark("Saw «x».")[:OWN]
    assert len(mark("See «x».")) == len(mark("«---»")) == 2 * OWN


def test_they_are_the_same_in_every_version() -> None:
    assert mark("Se «é».") == "5a0d66225074f4f5"
