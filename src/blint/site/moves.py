"""Which members of a list stand out of order: the least number of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def moved(days: Sequence[str]) -> list[int]:
    """The numbers of the fewest days to take out so that the rest never rise.

    Equal days may stand in any order: those kept are a longest sequence that does not rise.
    """
    rank = {day: number for number, day in enumerate(sorted(set(days), reverse=True))}
    ends: list[int] = []  # the rank that a kept sequence of each length ends in, at best
    last: list[int] = []  # the place of that day
    before: list[int] = []
    for place, day in enumerate(days):
        length = bisect_right(ends, rank[day])
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [rank[day]]
        last[length : length + 1] = [place]
    kept = set()
    place = last[-1] if last else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return [place for place in range(len(days)) if place not in kept]
