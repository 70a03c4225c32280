"""Read time: forms of a stored value, and the methods' formulas."""

from __future__ import annotations

import pytest

from blint.reading.front_matter import read_front_matter
from blint.site.read_time import Counts, minutes_by, parse_read_time, plausible_minutes
from blint.site.settings import Formula


@pytest.mark.parametrize(
    ("value", "minutes", "digits"),
    [
        ("16", 16, "16"),
        ("16m", 16, "16"),
        ("'16 min'", 16, "16"),
        ("16 min read", 16, "16"),
        ("~16 Minuten", 16, "16"),
        ("about 7 minutes", 7, "7"),
        ("PT16M", 16, "16"),
        ("5 min read (1,020 words)", 5, "5"),
        ("4.5", 4.5, "4.5"),
        ("'4,5 min'", 4.5, "4,5"),
        ("PT1H5M", 65, None),
        ("1 h 5 min", 65, None),
        ("2 hours", 120, None),
        ("'16:30'", 16.5, None),
        ("less than a minute", 1, None),
        ("'< 1 min'", 1, None),
        ("{text: 3 min read, minutes: 2.6}", 2.6, "2.6"),
        ('"\\x31\\x36 min"', 16, None),
    ],
)
def test_forms_of_a_read_time(value: str, minutes: float, digits: str | None) -> None:
    text = f"---\nreadTime: {value}\n---\n"
    entry = read_front_matter(text, dialect="yaml-1.2").entry("readTime")
    assert entry is not None
    stored = parse_read_time(entry.value)
    assert stored is not None
    assert stored.minutes == minutes
    span = stored.digits
    assert (text[span.start : span.end] if span else None) == digits


@pytest.mark.parametrize(
    "value", ["soon", "true", "-3", "[16]", "10-15 min", "{a: 1}", "PT", "''", ""]
)
def test_what_is_no_read_time(value: str) -> None:
    entry = read_front_matter(f"---\nreadTime: {value}\n---\n", dialect="yaml-1.2").entry(
        "readTime"
    )
    assert entry is not None
    assert parse_read_time(entry.value) is None


def counts(
    prose: int = 0, code: int = 0, cjk: int = 0, images: int = 0, characters: int = 0
) -> Counts:
    return Counts(prose, code, cjk, images, characters)


@pytest.mark.parametrize(
    ("method", "text", "minutes"),
    [
        ("hugo", counts(212), 1),
        ("hugo", counts(213), 2),
        ("hugo", counts(200, 13), 2),
        ("hugo", counts(0, cjk=1001), 3),
        ("zola", counts(200), 1),
        ("zola", counts(201), 2),
        ("reading-time", counts(401), 2),
        ("reading-time", counts(402), 3),
        ("reading-time", counts(400), 2),
        ("docusaurus", counts(400), 2),
        ("docusaurus", counts(401), 3),
        ("medium", counts(265), 1),
        ("medium", counts(266), 2),
        ("medium", counts(265, images=1), 2),
        ("medium", counts(0), 1),
        ("velite", counts(397), 1),
        ("velite", counts(398), 2),
        ("velite", counts(0, cjk=710), 2),
        ("velite", counts(0), 1),
        ("textstat", counts(characters=4084), 1),
        ("textstat", counts(characters=4085), 2),
        (Formula(words_per_minute=100), counts(101), 2),
        (Formula(words_per_minute=100, round="down"), counts(199), 1),
        (Formula(words_per_minute=100, round="nearest"), counts(150), 2),
        (Formula(words_per_minute=100, code=False), counts(100, 900), 1),
        (Formula(minimum=3), counts(1), 3),
        (Formula(words_per_minute=100, seconds_per_image=30), counts(100, images=2), 2),
        (Formula(cjk_per_minute=100), counts(0, cjk=300), 3),
    ],
)
def test_methods_round_as_their_originals_do(
    method: str | Formula, text: Counts, minutes: int
) -> None:
    assert minutes_by(method, text) == minutes


def test_plausible_minutes_hold_what_every_method_gives() -> None:
    text = counts(900, 100, images=3, characters=4500)
    least, most = plausible_minutes(text)
    methods = ("hugo", "zola", "reading-time", "docusaurus", "medium", "velite")
    assert all(least <= minutes_by(method, text) <= most for method in methods)
