"""The search for a formula misses no speed, and picks round ones."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from blint.overview.read_times.fit import best_fit, explained_by, minutes_of, round_number
from blint.overview.read_times.samples import Sample, take_samples
from blint.running.load import load
from blint.running.opening import Request
from blint.site.settings import Formula
from read_time_blogs import lengths, words, write_posts


def samples(root: Path, values: list[tuple[int, str]]) -> tuple[Sample, ...]:
    write_posts(root, values)
    return take_samples(load(Request(paths=(root,), cache=False))).found


@pytest.mark.parametrize("rounding", ["up", "down", "nearest"])
@pytest.mark.parametrize("minimum", [1, 2])
def test_no_speed_of_a_grid_explains_more(tmp_path: Path, rounding: str, minimum: int) -> None:
    true = Formula(words_per_minute=173, round=rounding, minimum=minimum)  # type: ignore[arg-type]
    posts = [(i, words(n // 4)) for i, n in enumerate(lengths(40))]
    found = samples(tmp_path, posts)
    minutes = [minutes_of(true, sample) + (i % 3 == 0) for i, sample in enumerate(found)]
    found = samples(tmp_path, [(m, text) for m, (_, text) in zip(minutes, posts, strict=True)])
    fit = best_fit(found)
    for speed in (grid / 4 for grid in range(200, 1600)):
        for one in ("up", "down", "nearest"):
            formula = replace(true, words_per_minute=speed, round=one)
            grid = explained_by((minutes_of(formula, sample) for sample in found), found)
            assert len(grid) <= len(fit.explained)


@pytest.mark.parametrize(
    ("low", "high", "number"),
    [
        (188.0, 212.0, 200),
        (210.0, 214.0, 210),
        (211.0, 214.0, 212),
        (237.9, 238.6, 238),
        (181.5, 181.79, 181.5),
        (199.999, 200.001, 200),
        (150.0, math.inf, 200),
    ],
)
def test_a_speed_is_as_round_as_it_may_be(low: float, high: float, number: float) -> None:
    assert round_number(low, high) == number


@pytest.mark.parametrize("rounding", ["up", "down", "nearest"])
def test_the_speeds_told_are_all_that_explain_as_many(tmp_path: Path, rounding: str) -> None:
    true = Formula(words_per_minute=240, round=rounding)  # type: ignore[arg-type]
    posts = [(i, words(n // 2)) for i, n in enumerate(lengths(40))]
    minutes = [minutes_of(true, sample) for sample in samples(tmp_path, posts)]
    found = samples(tmp_path, [(m, text) for m, (_, text) in zip(minutes, posts, strict=True)])
    fit = best_fit(found)
    assert len(fit.explained) == 40
    for speed, most in (
        (fit.slowest * 0.9995, 39),
        (fit.slowest * 1.0001, 40),
        (fit.fastest * 0.9999, 40),
        (fit.fastest * 1.0005, 39),
    ):
        formula = replace(fit.formula, words_per_minute=speed)
        explained = explained_by((minutes_of(formula, sample) for sample in found), found)
        assert len(explained) <= most
        assert most == 39 or len(explained) == 40
