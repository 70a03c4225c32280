"""The other links to the same broken target: told once, at the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from blint.diagnostics import Related
from blint.site.links.records import LinkRecord


def also_linked(link: LinkRecord, same: Sequence[LinkRecord]) -> tuple[Related, ...]:
    """The places of the others of `same`, if the link is the first of them; the last says how many
    more there are."""
    first, *others = sorted(same, key=lambda one: (one.path, one.span))
    if link != first or not others:
        return ()
    shown, more = others[:_MOST], len(others) - _MOST
    places = [Related(other.span, "also linked here", other.path) for other in shown]
    if more > 0:
        last = shown[-1]
        places[-1] = Related(last.span, f"also linked here, and {more:,} more times", last.path)
    return tuple(places)


_MOST: Final = 5
