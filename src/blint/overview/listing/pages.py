"""Which posts a list that is one page of several leaves to the other pages."""

from __future__ import annotations

from collections.abc import Sequence

from blint.overview.listing.published.model import Part


def left_to_others(wanted: Sequence[str], shown: Sequence[str], part: Part) -> tuple[int, int]:
    """How many of the first and of the last of some posts other pages may show.

    `wanted` are all posts, newest first, `shown` those of the page in its order. A page is as long
    as those before it: where fewer posts come before it than it has, none are on an earlier page.
    """
    if not shown:
        return 0, 0
    places = {path: number for number, path in enumerate(wanted)}
    start, end = _run(len(wanted), {places[path] for path in shown})
    before, after = start, len(wanted) - end
    backwards = places[shown[0]] > places[shown[-1]]
    ahead, behind = (after, before) if backwards else (before, after)
    ahead = 0 if part.first or ahead < len(shown) else ahead
    behind = 0 if part.last else behind
    return (behind, ahead) if backwards else (ahead, behind)


def note_of(before: int, after: int, name: str) -> str:
    """What was not compared, as a sentence."""
    said = [f"{_posts(n)} {side}" for n, side in ((before, "before"), (after, "after")) if n]
    number = before + after
    return f"{name}: {' and '.join(said)} it {'is' if number == 1 else 'are'} not compared."


def _run(total: int, shown: set[int]) -> tuple[int, int]:
    """The stretch of places that holds most of those shown and fewest others."""
    best, found = 0, (0, 0)
    score = start = 0
    for place in range(total):
        if score <= 0:
            score, start = 0, place
        score += 2 if place in shown else -1
        if score > best:
            best, found = score, (start, place + 1)
    return found


def _posts(number: int) -> str:
    return "1 post" if number == 1 else f"{number:,} posts"
