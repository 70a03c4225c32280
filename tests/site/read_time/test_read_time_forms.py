"""Read times: the forms of a stored value, and what another number makes of each."""

from __future__ import annotations

import pytest

from blint.reading.front_matter import read_front_matter
from blint.site.read_time.forms import Stored, parse_read_time


def stored_in(front_matter: str) -> Stored | None:
    entry = read_front_matter(front_matter, dialect="yaml-1.2").entry("readTime")
    assert entry is not None
    return parse_read_time(entry.value)


def rewritten(
    value: str, minutes: int, head: str = "---\nreadTime: ", tail: str = "\n---\n"
) -> str:
    text = f"{head}{value}{tail}"
    stored = stored_in(text)
    assert stored is not None
    for edit in sorted(stored.edits(minutes), key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text.removeprefix(head).removesuffix(tail)


@pytest.mark.parametrize(
    ("value", "minutes", "five"),
    [
        ("16", 16, "5"),
        ("16.0", 16, "5.0"),
        ("4.5", 4.5, "5"),
        ("'4,5 min'", 4.5, "'5 min'"),
        ("16m", 16, "5m"),
        ("16 min", 16, "5 min"),
        ("'16 min'", 16, "'5 min'"),
        ('"16 min"', 16, '"5 min"'),
        ("16 min read", 16, "5 min read"),
        ("16-min read", 16, "5-min read"),
        ("16 minutes", 16, "5 minutes"),
        ("16 Min.", 16, "5 Min."),
        ("~16 Minuten", 16, "~5 Minuten"),
        ("about 16 min", 16, "about 5 min"),
        ("16 分钟", 16, "5 分钟"),
        ("约 16 分钟", 16, "约 5 分钟"),
        ("読了時間 16分", 16, "読了時間 5分"),
        ("Lesezeit 16 min", 16, "Lesezeit 5 min"),
        ("5+ min", 5, "5+ min"),
        ("⏱ 7 min", 7, "⏱ 5 min"),
        ("8 min read (1,020 words)", 8, "5 min read (1,020 words)"),
        ("PT16M", 16, "PT5M"),
        ("P0DT16M", 16, "P0DT5M"),
        ("PT16M30S", 16.5, "PT16M30S"),
        ("PT1H5M", 65, "PT5M"),
        ("PT2H", 120, "PT2H"),
        ("1h 5m", 65, "5m"),
        ("1h5m", 65, "5m"),
        ("1 h 5 min", 65, "5 min"),
        ("1 hour and 5 minutes read", 65, "5 minutes read"),
        ("1.5 hours", 90, "1.5 hours"),
        ("1 小时 5 分钟", 65, "5 分钟"),
        ("'16:30'", 16.5, "'16:30'"),
        ("'1:16:30'", 76.5, "'1:16:30'"),
        ("90 seconds", 1.5, "90 seconds"),
        ("30 s", 0.5, "30 s"),
        ("five minutes", 5, "five minutes"),
        ("Twelve min read", 12, "Twelve min read"),
        ("less than a minute", 0, "less than a minute"),
        ("'< 1 min'", 0, "'< 1 min'"),
        ("5-7 min", 5, "5-7 min"),
        ("5 – 7 minutes", 5, "5 – 7 minutes"),
        ("10 to 15 min", 10, "10 to 15 min"),
        ("{minutes: 3}", 3, "{minutes: 5}"),
        ("{text: 3 min read, minutes: 2.6}", 3, "{text: 5 min read, minutes: 5}"),
        ("{text: 3 min read, time: 156000, words: 520}", 3, None),
        ('"\\x31\\x36 min"', 16, '"\\x31\\x36 min"'),
    ],
)
def test_a_form_is_read_and_kept(value: str, minutes: float, five: str | None) -> None:
    stored = stored_in(f"---\nreadTime: {value}\n---\n")
    assert stored is not None
    assert stored.minutes == minutes
    assert rewritten(value, 5) == (five or value.replace("3 min", "5 min"))


@pytest.mark.parametrize(
    ("before", "after"),
    [("1h 5m", "2h 10m"), ("PT1H5M", "PT2H10M"), ("2 hours", "2 hours"), ("45 min", "130 min")],
)
def test_more_than_an_hour(before: str, after: str) -> None:
    assert rewritten(before, 130) == after


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ('+++\nreadTime = "', ' min"\n+++\n'),
        ("+++\nreadTime = ", "\n+++\n"),
        ('{\n  "readTime": "', ' min read"\n}\n'),
        ('{\n  "readTime": ', "\n}\n"),
        ("---\nreadTime: >-\n  ", " min\n---\n"),
    ],
)
def test_in_every_format(head: str, tail: str) -> None:
    after = "16" if ">-" in head else "5"
    assert rewritten("16", 5, head, tail) == after


def test_a_range_reaches_to_its_end() -> None:
    stored = stored_in("---\nreadTime: 5-7 min\n---\n")
    assert stored is not None
    assert (stored.minutes, stored.most) == (5, 7)


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "true",
        "-3",
        "[16]",
        "7-5 min",
        "{a: 1}",
        "PT",
        "''",
        "",
        "1200 words",
        "3 pages",
        "1200 字",
        "2 days",
        "2026-01-01",
        "v1.2.3",
        "99999999",
        f"{'x' * 300} 5 min",
    ],
)
def test_what_is_no_read_time(value: str) -> None:
    assert stored_in(f"---\nreadTime: {value}\n---\n") is None
