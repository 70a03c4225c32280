"""The formulas that explain the most read times of a blog, found exactly.

For one way of counting and rounding, each post is explained by an interval of speeds. Where the
most intervals overlap is found by going through their ends in order, so no speed between the
points of some grid is missed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

import msgspec

from blint.overview.read_times.samples import COUNTED, Sample
from blint.site.read_time.formula import exact_minutes, fits, rounded
from blint.site.settings import Formula

_ROUNDINGS: tuple[Literal["up", "nearest", "down"], ...] = ("up", "nearest", "down")
_CJK_SPEEDS = (200, 250, 300, 350, 400, 450, 500, 600, 700, 800, 1000)
_IMAGE_SECONDS = range(1, 31)
_LINK_SECONDS = range(1, 11)
# Ends of an interval that do not belong to it are moved by this part of themselves.
_EPSILON = 1e-9


class Fit(msgspec.Struct, frozen=True):
    """A formula, which samples it explains, and from which speed to which it explains as many."""

    formula: Formula
    explained: frozenset[int]
    slowest: float
    fastest: float


def minutes_of(formula: Formula, sample: Sample) -> int:
    """The minutes that a formula gives a sample."""
    count, cjk = sample.counts[_place(formula)]
    return rounded(formula, exact_minutes(formula, count, cjk, sample.images, sample.links))


def explained_by(
    minutes: Iterable[int], samples: Sequence[Sample], tolerance: float = 0
) -> frozenset[int]:
    """The numbers of the samples whose read times fit computed minutes, given for each."""
    return frozenset(
        i
        for i, (one, sample) in enumerate(zip(minutes, samples, strict=True))
        if fits(sample.stored, one, one, tolerance, 0)
    )


def best_fit(samples: Sequence[Sample]) -> Fit:
    """The formula that explains the most samples; of those that explain as many the simplest.

    What images and links take, and how fast CJK is read, is looked for only where there are enough
    of them, and must explain clearly more than a formula without.
    """
    search = _Search(samples)
    plain = sorted(
        (search.fit(formula) for formula in _plain(samples)), key=lambda fit: -len(fit.explained)
    )
    best = plain[0]
    enough = len(best.explained) + max(3, math.ceil(len(samples) / 50))
    for fit in plain[:3]:
        for formula in _refined(fit.formula, samples):
            refined = search.fit(formula)
            if len(refined.explained) >= max(enough, len(best.explained) + 1):
                best = refined
    return search.rounder(best)


def round_number(low: float, high: float) -> float:
    """The roundest number from `low` to `high`, the one nearest to their middle."""
    middle = (low + high) / 2 if math.isfinite(high) else low
    for step in (100.0, 50.0, 25.0, 10.0, 5.0, 1.0, 0.5, 0.1, 0.01, 0.001):
        number = round(round(middle / step) * step, 3)
        for near in (number, round(number - step, 3), round(number + step, 3)):
            if low <= near <= high and near > 0:
                return near
    return middle


class _Search:
    def __init__(self, samples: Sequence[Sample]) -> None:
        self._samples = samples
        self._allowed = [_allowed(sample) for sample in samples]

    def fit(self, formula: Formula) -> Fit:
        """The speed at which a formula explains the most, its own speed being of no matter."""
        found = [self._at(formula, low, high) for low, high in _overlaps(self._intervals(formula))]
        if not found:
            found = [self._at(formula, formula.words_per_minute, formula.words_per_minute)]
        # Of intervals that explain as many, the one with the roundest number, then the widest.
        return max(
            found,
            key=lambda fit: (
                len(fit.explained),
                _roundness(fit.formula.words_per_minute),
                fit.fastest - fit.slowest,
            ),
        )

    def rounder(self, fit: Fit) -> Fit:
        """A fit at a rounder speed nearby that explains next to as many."""
        speed = fit.formula.words_per_minute
        least = len(fit.explained) - len(self._samples) // 200
        for step in (100.0, 50.0, 25.0, 10.0, 5.0, 1.0):
            near = round(speed / step) * step
            if near > 0 and abs(near - speed) <= speed * 0.03:
                found = self._at(fit.formula, near, near)
                if len(found.explained) >= least:
                    return msgspec.structs.replace(
                        found, slowest=min(near, fit.slowest), fastest=max(near, fit.fastest)
                    )
        return fit

    def _at(self, formula: Formula, slowest: float, fastest: float) -> Fit:
        formula = replace(formula, words_per_minute=round_number(slowest, fastest))
        minutes = (minutes_of(formula, sample) for sample in self._samples)
        explained = explained_by(minutes, self._samples)
        return Fit(formula, explained, slowest, fastest)

    def _intervals(self, formula: Formula) -> Iterator[tuple[float, float]]:
        """The rates, in minutes a word, that explain each sample."""
        place = _place(formula)
        below, above, low_open = {
            "up": (-1.0, 0.0, True),
            "down": (0.0, 1.0, False),
            "nearest": (-0.5, 0.5, False),
        }[formula.round]
        for sample, (least, most) in zip(self._samples, self._allowed, strict=True):
            count, cjk = sample.counts[place]
            if most < formula.minimum or not count:
                continue
            fixed = exact_minutes(formula, 0, cjk, sample.images, sample.links)
            low = 0.0 if least <= formula.minimum else (least + below - fixed) / count
            high = (most + above - fixed) / count
            low, high = (low * (1 + _EPSILON), high) if low_open else (low, high * (1 - _EPSILON))
            if 0 < high >= low:
                yield max(low, 0.0), high


def _overlaps(intervals: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where the most intervals of rates overlap, as intervals of speeds."""
    ends: list[tuple[float, int]] = []
    for low, high in intervals:
        ends += [(low, 0), (high, 1)]
    ends.sort()
    best = depth = 0
    found: list[tuple[float, float]] = []
    for i, (at, closes) in enumerate(ends):
        if closes:
            depth -= 1
            continue
        depth += 1
        if depth >= best and ends[i + 1][1]:
            found = found if depth == best else []
            best = depth
            found.append((at, ends[i + 1][0]))
    return [(1 / high, 1 / low if low > 0 else math.inf) for low, high in found]


def _allowed(sample: Sample) -> tuple[int, int]:
    """The least and the most whole minutes that a read time may come from."""
    return math.floor(sample.stored.minutes), math.ceil(sample.stored.most)


def _plain(samples: Sequence[Sample]) -> Iterator[Formula]:
    least = min(sample.stored.minutes for sample in samples)
    minima = [1] if least >= 1 else [1, 0]
    if least > 1:
        minima.append(math.floor(least))
    for counts in COUNTED:
        for rounding in _ROUNDINGS:
            for minimum in minima:
                yield replace(counts, round=rounding, minimum=minimum)


def _refined(formula: Formula, samples: Sequence[Sample]) -> Iterator[Formula]:
    """Formulas that count images, links and CJK characters as well, where there are enough."""
    enough = max(3, len(samples) // 10)
    if sum(sample.images > 0 for sample in samples) >= enough:
        for seconds in _IMAGE_SECONDS:
            yield replace(formula, seconds_per_image=seconds)
    if sum(sample.links > 0 for sample in samples) >= enough:
        for seconds in _LINK_SECONDS:
            yield replace(formula, seconds_per_link=seconds)
    if formula.count == "words" and sum(s.counts[0][1] > 100 for s in samples) >= enough:
        for speed in _CJK_SPEEDS:
            yield replace(formula, cjk_per_minute=speed)


def _place(formula: Formula) -> int:
    code = formula.code or formula.count == "source"
    return next(i for i, c in enumerate(COUNTED) if (c.count, c.code) == (formula.count, code))


def _roundness(number: float) -> int:
    steps = (100.0, 50.0, 25.0, 10.0, 5.0, 1.0, 0.5, 0.1, 0.01)
    return -next((i for i, step in enumerate(steps) if number % step == 0), len(steps))
