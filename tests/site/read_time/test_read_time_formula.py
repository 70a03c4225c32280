"""Formulas of read times: what they count and how they round; what any method may give."""

from __future__ import annotations

import pytest

from blint.reading.post import read_post
from blint.site.read_time.body import Body
from blint.site.read_time.forms import Stored
from blint.site.read_time.formula import by_formula, fits, plausible_minutes
from blint.site.read_time.methods import METHODS
from blint.site.settings import Formula
from blint.source import decode


def body(text: str) -> Body:
    return Body(read_post("a.md", decode(text.encode()), dialect="yaml-1.2"))


def words(prose: int, code: int = 0, images: int = 0) -> str:
    fence = f"\n\n```text\n{'code ' * code}\n```" if code else ""
    return "word " * prose + fence + "\n\n![](a.png)" * images


@pytest.mark.parametrize(
    ("formula", "text", "minutes"),
    [
        (Formula(words_per_minute=100), words(101), 2),
        (Formula(words_per_minute=100, round="down"), words(199), 1),
        (Formula(words_per_minute=100, round="nearest"), words(150), 2),
        (Formula(words_per_minute=100, code=False), words(100, 900), 1),
        (Formula(words_per_minute=100, code=True), words(100, 900), 10),
        (Formula(minimum=3), words(1), 3),
        (Formula(minimum=0, round="down"), words(1), 0),
        (Formula(words_per_minute=100, seconds_per_image=30), words(100, images=2), 2),
        (Formula(cjk_per_minute=100), "字" * 300, 3),
        (Formula(count="pieces", words_per_minute=10), "a-b - c " * 10, 3),
        (Formula(count="pieces", words_per_minute=10), words(10, 10), 2),
        (Formula(count="pieces", words_per_minute=10, code=False), words(10, 10), 1),
        (Formula(count="source", words_per_minute=10), words(10, 10), 3),
        (Formula(count="characters", words_per_minute=10), words(10), 4),
        (Formula(count="characters", words_per_minute=10, code=False), words(5, 50), 2),
    ],
)
def test_what_a_formula_counts(formula: Formula, text: str, minutes: int) -> None:
    assert by_formula(formula, body(text)).minutes == minutes


def test_plausible_minutes_hold_what_every_method_gives() -> None:
    text = body(words(900, 100, images=3))
    least, most = plausible_minutes(text.counts)
    minutes = {METHODS[name](text).minutes for name in METHODS.keys() - {"textstat"}}
    assert least <= min(minutes)
    assert max(minutes) <= most


@pytest.mark.parametrize(
    ("stored", "computed", "absolute", "fit"),
    [
        (Stored(5, 5), 5, 0, True),
        (Stored(5, 5), 6, 0, False),
        (Stored(5, 5), 6, 1, True),
        (Stored(5, 7), 8, 1, True),
        (Stored(5, 7), 6, 0, True),
        (Stored(5, 7), 9, 1, False),
        (Stored(5, 7), 3, 1, False),
        (Stored(2.6, 2.6), 3, 0, True),
        (Stored(2.6, 2.6), 4, 0, False),
        (Stored(0, 1), 1, 0, True),
        (Stored(0, 1), 3, 1, False),
    ],
)
def test_fits(stored: Stored, computed: int, absolute: float, fit: bool) -> None:
    assert fits(stored, computed, computed, absolute, 0) is fit
