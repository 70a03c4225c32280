"""Which fixes of one file are made together, and which wait for the next pass."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from blint.diagnostics import Diagnostic, Edit
from blint.running.fixing.edits import conflict, in_order


def together(offers: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Of diagnostics that have a fix, those whose fixes can be made at once.

    A fix is made whole or not at all. In the order of where fixes begin, each is taken that is in
    the way of none taken before; where two begin at one place, the one that reaches less far, and
    of those alike the one whose rule comes first. Another that wants the very same edits is in its
    way as well, and cured with it.
    """
    taken: list[Diagnostic] = []
    edits: list[Edit] = []
    for offer in sorted(offers, key=_order):
        mine = edits_of(offer)
        if any(conflict(one, other) for one, other in pairwise(mine)):
            continue
        # Fixes come in the order of their places, so the last ones taken are the ones in the way.
        if not any(conflict(edit, other) for edit in mine for other in edits):
            taken.append(offer)
            edits += mine
    return taken


def edits_of(offer: Diagnostic) -> list[Edit]:
    """The edits of the fix of a diagnostic, in order; none where it has no fix."""
    return in_order(offer.fix.edits) if offer.fix is not None else []


def _order(offer: Diagnostic) -> tuple[int, int, str, str]:
    edits = edits_of(offer)
    return edits[0].span.start, edits[-1].span.end, offer.rule, offer.message
