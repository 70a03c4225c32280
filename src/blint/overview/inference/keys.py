"""The keys of many tables: which ones belong there, and which are slips for others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from blint.late import late
from blint.overview.inference.rarity import FEW, lapses, slips
from blint.site.nearest import nearest


class Keys(msgspec.Struct, frozen=True):
    """The keys of tables, in the order in which they are mostly written, with their counts.

    `slips` maps a key that was surely meant to be another one to that one, and one that was not
    meant as a key to nothing. `closed`: no others are to be expected.
    """

    counts: Mapping[str, int]
    required: tuple[str, ...]
    slips: Mapping[str, str]
    closed: bool


def keys_of(
    tables: Sequence[Mapping[str, Any]],
    always: tuple[str, ...] = (),
    vital: frozenset[str] = frozenset(),
) -> Keys:
    """What can be said of the keys of some tables.

    `always` are keys that even a few tables show to be needed, `vital` those that all tables need.
    """
    total = len(tables)
    counts: Counter[str] = Counter()
    places: defaultdict[str, int] = defaultdict(int)
    for table in tables:
        counts.update(table.keys())
        for place, key in enumerate(table):
            places[key] += place
    order = sorted(counts, key=lambda key: (places[key] / counts[key], -counts[key], key))
    wrong = {key: meant for key in order if (meant := _meant(key, counts, tables)) is not None}
    kept = [key for key in order if key not in wrong]
    needed = always if total < _TOLD else kept
    least = {key: total - (lapses if key in vital else slips)(total) for key in kept}
    return Keys(
        counts={key: counts[key] for key in kept},
        required=tuple(key for key in kept if key in needed and counts[key] >= least[key]),
        slips=wrong,
        closed=total >= _MANY and sum(counts[key] == 1 for key in kept) <= max(2, len(kept) // 4),
    )


def _meant(key: str, counts: Counter[str], tables: Sequence[Mapping[str, Any]]) -> str | None:
    """The key that a rare one was surely meant to be, which no table has beside it; "" for prose
    that a colon has made a key."""
    if len(tables) < FEW or counts[key] > slips(len(tables)):
        return None
    if _NO_KEY.search(key):
        return ""
    if len(key) < 4:
        return None
    usual = [
        other
        for other, count in counts.items()
        if count >= _USUAL * counts[key] and len(other) > 3 and abs(len(other) - len(key)) < 4
    ]
    meant = nearest(key, usual) if usual else None
    if meant is None or any(key in table and meant in table for table in tables):
        return None
    return meant


_NO_KEY: Final = late(r"^.{60}|[<>{}\n]|\S\s+\S+\s+\S+\s+\S", re.DOTALL)
_TOLD: Final = 5
_MANY: Final = 20
_USUAL: Final = 8
