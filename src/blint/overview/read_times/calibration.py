"""How a blog counts its read times: the method or formula that explains what its posts store."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Literal

import msgspec

from blint.overview.read_times.fit import best_fit, explained_by, minutes_of
from blint.overview.read_times.samples import Sample, Samples, take_samples
from blint.running.load import LoadedBlog
from blint.site.read_time.formula import fits
from blint.site.settings import Formula

Verdict = Literal["method", "formula", "unexplained", "alike", "few", "none"]

FEWEST = 5
"""Posts with a read time that a named method must explain at least."""
FEWEST_FOR_FORMULA = 12
"""A formula has more to turn, so that it fits a handful of posts by chance."""
_SHARES = ((30, 0.75, 0.75), (12, 0.8, 0.9), (8, 0.87, 1.0), (0, 1.0, 1.0))
"""From how many posts on which part must be explained by a method, and by a formula."""
_SKILL = 0.5
_STRICT = 0.9
_COVERED = 0.95
_COVERED_BY_HAND = 0.9


class Outlier(msgspec.Struct, frozen=True):
    """A post whose read time is beyond the tolerance: as stored, and as computed."""

    path: str
    stored: str
    computed: int


class Calibration(msgspec.Struct, frozen=True):
    """What was found out about the read times of a blog.

    `verdict`: a named `method` or a `formula` explains them; they are `unexplained`, all `alike`,
    too `few` to tell, or there are `none`. `posts` store a read time that is understood, `unclear`
    are the paths of those whose value is not, `without` is how many have none. `explained` are
    the posts with exactly the minutes of `method` or `formula`, which is the best formula even if
    that explains too little; `by_chance` is how many any fixed number would explain. `speeds` are
    the slowest and the fastest speed that explain as many. `methods` are how many posts each named
    method explains, the best first. `tolerance` and `relative` are those to configure, `outliers`
    the posts that they do not cover. `other_keys` may hold read times under another name.
    """

    verdict: Verdict
    posts: int
    without: int = 0
    unclear: tuple[str, ...] = ()
    explained: int = 0
    by_chance: int = 0
    method: str | None = None
    formula: Formula | None = None
    speeds: tuple[float, float] | None = None
    methods: tuple[tuple[str, int], ...] = ()
    tolerance: int = 1
    relative: float = 0.25
    outliers: tuple[Outlier, ...] = ()
    other_keys: tuple[tuple[str, int], ...] = ()


def calibrate(blog: LoadedBlog) -> Calibration:
    """What explains the read times that the posts of a blog store."""
    samples = take_samples(blog)
    told = _judge(samples)
    return msgspec.structs.replace(
        told, without=samples.without, unclear=samples.unclear, other_keys=samples.other_keys
    )


def configuration(found: Calibration) -> list[str]:
    """The lines of `blint.toml` that make blint expect what was found; none where nothing was."""
    rule, method = rule_line(found), method_line(found)
    rules = ["[rules]", rule] if rule is not None else []
    return [*rules, "", "[read-time]", method] if method is not None else rules


def rule_line(found: Calibration) -> str | None:
    """The line of the table `[rules]`, if there is one."""
    if found.verdict == "unexplained":
        return f"stale-read-time = {{ tolerance = {found.tolerance} }}"
    if found.verdict not in {"method", "formula"}:
        return None
    tolerances = f"tolerance = {found.tolerance}, relative-tolerance = {found.relative:g}"
    return f"stale-read-time = {{ {tolerances} }}"


def method_line(found: Calibration) -> str | None:
    """The line of the table `[read-time]`, if it is known how the blog counts."""
    if found.verdict not in {"method", "formula"}:
        return None
    method = f'"{found.method}"' if found.method else _inline(found.formula or Formula())
    return f"method = {method}"


def _judge(samples: Samples) -> Calibration:
    found = samples.found
    if not found:
        return Calibration("none", 0)
    ((_, by_chance),) = Counter(sample.stored for sample in found).most_common(1)
    methods = _methods(samples)
    start = Calibration("few", len(found), by_chance=by_chance, methods=methods)
    if len(found) < FEWEST:
        return start
    if by_chance == len(found):
        return msgspec.structs.replace(start, verdict="alike")
    name, explained = methods[0]
    fit = best_fit(found)
    best = len(fit.explained)
    alone = len(found) < FEWEST_FOR_FORMULA or explained >= best - max(1, len(found) // 50)
    if alone and _convincing(start, explained, named=True):
        told = msgspec.structs.replace(start, verdict="method", method=name, explained=explained)
        return _with_outliers(told, found, lambda sample: sample.by_method[name])
    if len(found) < FEWEST_FOR_FORMULA:
        return start
    told = msgspec.structs.replace(
        start, formula=fit.formula, explained=best, speeds=(fit.slowest, fit.fastest)
    )
    if _convincing(start, best, named=False):
        told = msgspec.structs.replace(told, verdict="formula")
        return _with_outliers(told, found, lambda sample: minutes_of(fit.formula, sample))
    return _by_hand(msgspec.structs.replace(told, verdict="unexplained"), found)


def _methods(samples: Samples) -> tuple[tuple[str, int], ...]:
    """How many posts each named method explains; of equals the one of the site's generator."""
    found = samples.found
    counts = {
        name: len(explained_by((sample.by_method[name] for sample in found), found))
        for name in found[0].by_method
    }
    own = samples.own_methods[:1]
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0] not in own)))


def _convincing(start: Calibration, explained: int, *, named: bool) -> bool:
    """Whether enough posts are explained, and enough that are not so by any fixed number."""
    posts, by_chance = start.posts, start.by_chance
    _, of_method, of_formula = next(row for row in _SHARES if posts >= row[0])
    return (
        explained >= (of_method if named else of_formula) * posts
        and explained - by_chance >= _SKILL * (posts - by_chance)
        and explained > by_chance
    )


def _with_outliers(
    told: Calibration, samples: Sequence[Sample], minutes: Callable[[Sample], int]
) -> Calibration:
    """With the tolerance to configure: none where nearly all is explained to the minute."""
    computed = [minutes(sample) for sample in samples]
    tolerance = 0
    if told.explained < _STRICT * len(samples):
        tolerance = _covering(map(_off, samples, computed), _COVERED)
    covered = explained_by(computed, samples, tolerance)
    outliers = _outliers(
        (sample, one)
        for i, (sample, one) in enumerate(zip(samples, computed, strict=True))
        if i not in covered
    )
    return msgspec.structs.replace(told, tolerance=tolerance, relative=0.0, outliers=outliers)


def _by_hand(told: Calibration, samples: Sequence[Sample]) -> Calibration:
    """With the least tolerance at which most posts pass the rule that knows no method."""
    tolerance = _covering(map(_off_all, samples), _COVERED_BY_HAND)
    outliers = _outliers(
        (sample, minutes_of(Formula(), sample))
        for sample in samples
        if not fits(sample.stored, *sample.plausible, 2 * tolerance, 2 * told.relative)
    )
    return msgspec.structs.replace(told, tolerance=tolerance, outliers=outliers)


def _covering(needed: Iterable[float], share: float) -> int:
    """The least whole tolerance, at least 1, that covers a share of what posts need."""
    ordered = sorted(needed)
    return max(1, math.ceil(ordered[math.ceil(share * len(ordered)) - 1]))


def _off_all(sample: Sample) -> float:
    """The tolerance that a post needs where no method is known, which counts twice there."""
    low, high = sample.plausible
    if fits(sample.stored, low, high, 0, 0.5):
        return 0
    return max(low - sample.stored.most, sample.stored.minutes - high) / 2


def _outliers(rows: Iterable[tuple[Sample, int]]) -> tuple[Outlier, ...]:
    """The posts that are off, those that are off the most first."""
    ordered = sorted(rows, key=lambda row: (-_off(row[0], row[1]), row[0].path))
    return tuple(Outlier(sample.path, sample.shown, one) for sample, one in ordered)


def _off(sample: Sample, computed: int) -> float:
    return max(computed - sample.stored.most, sample.stored.minutes - computed)


def _inline(formula: Formula) -> str:
    """A formula as an inline table; what is so by default is left out, but for what decides."""
    always = {"words_per_minute", "round"}
    parts = []
    for field in fields(formula):
        value = getattr(formula, field.name)
        if value != field.default or field.name in always:
            parts.append(f"{field.name.replace('_', '-')} = {_toml(value)}")
    return f"{{ {', '.join(parts)} }}"


def _toml(value: str | bool | float) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if math.floor(value) == value else repr(value)
