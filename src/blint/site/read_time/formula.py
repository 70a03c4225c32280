"""Minutes by a formula of the author's own, and what any method may give a text."""

from __future__ import annotations

import math

from blint.site.read_time.body import Body, Counts
from blint.site.read_time.forms import Stored
from blint.site.read_time.methods import METHODS, Estimate, image_seconds
from blint.site.settings import Formula


def estimate(method: str | Formula, body: Body) -> Estimate:
    """The minutes that a named method, or a formula, gives a text. KeyError for another name."""
    if isinstance(method, Formula):
        return by_formula(method, body)
    return METHODS[method](body)


def by_formula(formula: Formula, body: Body) -> Estimate:
    """The minutes that a formula gives a text."""
    count, cjk = counted(formula, body)
    links = body.links if formula.seconds_per_link else 0
    minutes = exact_minutes(formula, count, cjk, body.images, links)
    unit = "character" if formula.count == "characters" else "word"
    return Estimate(rounded(formula, minutes), count + cjk, unit)


def counted(formula: Formula, body: Body) -> tuple[int, int]:
    """How many a formula counts of what it goes by, and of CJK characters beside."""
    match formula.count:
        case "words":
            counts = body.counts
            return (counts.words if formula.code else counts.prose), counts.cjk
        case "characters":
            return len("".join((body.visible if formula.code else body.prose).split())), 0
        case "source":
            return len(body.source.split()), 0
        case _:
            return len((body.visible if formula.code else body.prose).split()), 0


def exact_minutes(formula: Formula, count: int, cjk: int, images: int, links: int) -> float:
    """The minutes of a formula, not rounded."""
    seconds = images * formula.seconds_per_image + links * formula.seconds_per_link
    return count / formula.words_per_minute + cjk / formula.cjk_per_minute + seconds / 60


def rounded(formula: Formula, minutes: float) -> int:
    """Minutes as a formula rounds them; what is off by less than a millionth is a whole number."""
    minutes = round(minutes, 6)
    match formula.round:
        case "up":
            whole = math.ceil(minutes)
        case "down":
            whole = math.floor(minutes)
        case _:
            whole = math.floor(minutes + 0.5)
    return max(formula.minimum, whole)


def fits(stored: Stored, low: float, high: float, absolute: float, relative: float) -> bool:
    """Whether a read time is within one of two tolerances of what was computed.

    One that is no whole number, such as the 2.6 that npm reading-time returns, is not rounded yet.
    """
    if stored.most < low:
        off, most = low - stored.most, max(absolute, relative * low)
    else:
        off, most = stored.minutes - high, max(absolute, relative * high)
    return off <= most or (off < 1 and not float(stored.minutes).is_integer())


def plausible_minutes(counts: Counts) -> tuple[float, float]:
    """The least and the most minutes that any common method gives a text.

    From 300 words a minute, code skipped, to 180 words a minute with code and images; 600 to 300
    CJK characters a minute.
    """
    least = counts.prose / 300 + counts.cjk / 600
    most = counts.words / 180 + counts.cjk / 300 + image_seconds(counts.images) / 60
    return math.floor(least), math.ceil(most)
