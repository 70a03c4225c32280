"""A fragment that no context explains, read in those that come nearest."""

from __future__ import annotations

from typing import NamedTuple

from blint.site.code.grammars.parsing import Leaf, Trouble, leaves, parsed, plain, troubles
from blint.site.code.grammars.tables import Context, Dialect, contexts_for

NEAREST = 3
"""In how many contexts a repair is tried."""
BUDGET = 150_000
"""How many characters are parsed to explain one fragment: a limit that no clock decides on."""


class Unread(NamedTuple):
    """What is known of a fragment that is not its language.

    `troubles` and `leaves` are those of the nearest context, at their places in `text`.
    """

    text: str
    dialect: Dialect
    contexts: tuple[Context, ...]
    troubles: list[Trouble]
    leaves: list[Leaf]
    repairs: Repairs

    def mended_by(self, start: int, end: int, text: str) -> bool:
        """Whether the fragment is its language with another text in a place."""
        return self.repairs.try_out(self.text[:start] + text + self.text[end:], self.contexts)

    def mended_as(self, text: str) -> bool:
        """Whether another text in place of the fragment is its language."""
        return self.repairs.try_out(text, self.contexts)


class Repairs:
    """Counts what trying costs, and remembers what was tried."""

    def __init__(self) -> None:
        self._left = BUDGET
        self._known: dict[str, bool] = {}

    @property
    def asked(self) -> bool:
        """Whether any repair was tried."""
        return bool(self._known)

    def try_out(self, text: str, contexts: tuple[Context, ...]) -> bool:
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._tried(text, contexts)
        return known

    def _tried(self, text: str, contexts: tuple[Context, ...]) -> bool:
        masked = plain(text)
        for context in contexts:
            self._left -= len(text) + 100
            if self._left < 0:
                return False
            tree = parsed(context, masked)
            if tree is not None and not tree.root_node.has_error:
                return True
        return False


def reads(text: str, dialect: Dialect) -> bool:
    """Whether some context explains the whole text."""
    masked = plain(text)
    trees = (parsed(context, masked) for context in contexts_for(text, dialect))
    return any(tree is not None and not tree.root_node.has_error for tree in trees)


def unread(text: str, dialect: Dialect) -> Unread | None:
    """What is known of a fragment; None where a context explains it, or a grammar is missing."""
    masked = plain(text)
    rated = []
    for order, context in enumerate(contexts_for(text, dialect)):
        tree = parsed(context, masked)
        if tree is None or not tree.root_node.has_error:
            return None
        found = troubles(tree)
        size = sum(place.end - place.start for place in found)
        rated.append((len(found), size, order, context, found, tree))
    rated.sort(key=lambda rating: rating[:3])
    context, found, tree = rated[0][3:]
    shift = len(context.prefix)
    return Unread(
        text,
        dialect,
        (dialect.contexts[0], *[one[3] for one in rated if one[2]][: NEAREST - 1]),
        [Trouble(*_moved(place, shift, len(text)), place.missing) for place in found],
        [
            Leaf(leaf.kind, leaf.sign, leaf.start - shift, leaf.end - shift)
            for leaf in leaves(tree)
            if leaf.start >= shift and leaf.end <= shift + len(text)
        ],
        Repairs(),
    )


def _moved(place: Trouble, shift: int, length: int) -> tuple[int, int]:
    start = min(max(place.start - shift, 0), length)
    return start, min(max(place.end - shift, start), length)
