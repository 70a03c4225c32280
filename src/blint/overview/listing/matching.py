"""Which post an entry of a published list is about: by title, and by all else where it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from blint.overview.listing.listing import Item
from blint.overview.listing.published.dates import is_day
from blint.overview.listing.published.lines import fold
from blint.overview.listing.published.model import Entry


def match(entries: Sequence[Entry], ranks: Sequence[Sequence[Item]]) -> dict[int, Item]:
    """The post of each entry, by the entry's number; those with none are left out.

    `ranks` are groups of posts: those of an earlier group are taken before those of a later one.
    No post has two entries.
    """
    found: dict[int, Item] = {}
    taken: set[str] = set()
    for spell in (_plain, fold):
        for items in ranks:
            for number, item in _same_titles(entries, items, found, taken, spell):
                found[number] = item
                taken.add(item.path)
    return {**found, **dict(_likely(entries, ranks[0], found, taken))}


def _plain(title: str) -> str:
    return title


def _same_titles(
    entries: Sequence[Entry],
    items: Iterable[Item],
    found: dict[int, Item],
    taken: set[str],
    spell: Callable[[str], str],
) -> Iterator[tuple[int, Item]]:
    by_title: dict[str, list[Item]] = {}
    for item in items:
        if item.path not in taken:
            by_title.setdefault(spell(item.title), []).append(item)
    for number, entry in enumerate(entries):
        same = by_title.get(spell(entry.title), []) if number not in found else []
        if same:
            best = next((item for item in same if is_day(entry.days, item.days)), same[0])
            same.remove(best)
            yield number, best


def _likely(
    entries: Sequence[Entry], items: Iterable[Item], found: dict[int, Item], taken: set[str]
) -> Iterator[tuple[int, Item]]:
    """Entries and posts that are left, each with the one it is most like."""
    left = [item for item in items if item.path not in taken]
    open_entries = [(n, entry) for n, entry in enumerate(entries) if n not in found]
    alone = {
        day
        for day in {item.day for item in left}
        if sum(is_day(entry.days, (day,)) for _, entry in open_entries) == 1
        and sum(item.day == day for item in left) == 1
    }
    few = len(open_entries) * len(left) <= _FEW
    scored = [
        (score, number, item)
        for number, entry in open_entries
        for item in left
        if (few or is_day(entry.days, item.days))
        and (score := _likeness(entry, item, alone=item.day in alone)) >= _ENOUGH
    ]
    used: set[int] = set()
    for _, number, item in sorted(scored, key=lambda one: (-one[0], one[1], one[2].path)):
        if number not in used and item.path not in taken:
            used.add(number)
            taken.add(item.path)
            yield number, item


def _likeness(entry: Entry, item: Item, *, alone: bool) -> float:
    """How sure it is that an entry is about a post whose title is another one, up to about 100.

    `alone`: of that day there is no other entry and no other post left.
    """
    from rapidfuzz import fuzz

    title = fuzz.ratio(fold(entry.title), fold(item.title))
    if not is_day(entry.days, item.days):
        return title if title >= _SAME_WORDS else 0.0
    score = title + 30 * alone
    if entry.minutes is not None and item.minutes is not None:
        score += 20 if abs(entry.minutes - item.minutes) < 1 else -20
    if entry.description and fold(entry.description) == fold(item.description):
        score += 40
    readings = [reading for line in entry.tags for reading in line.readings]
    if readings:
        score += 20 if any(set(reading) <= set(item.tags) for reading in readings) else -20
    return score


_FEW: Final = 100_000
"""So many pairs are looked at whatever their days."""
_SAME_WORDS: Final = 85.0
_ENOUGH: Final = 50.0
