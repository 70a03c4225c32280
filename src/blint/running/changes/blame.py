"""Faults that several posts share, and of which one is named: whom it is depends on all of them.

Where a tag has two spellings, the rarer one is named. A change that turns the scale makes blint
name other posts than before, and yet there is nothing new: the tag had two spellings before. Where
two posts have one title the later one is named; a third that comes first makes one more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from blint.diagnostics import Diagnostic
from blint.running.judge import Judged
from blint.source import Span


class Blame:
    """Compares how much is found in each group, now and then."""

    def __init__(self, now: Iterable[Judged], then: Iterable[Judged]) -> None:
        self._groups: dict[tuple[str, str, Span], str] = {}
        self._now: Counter[tuple[str, str]] = Counter()
        self._then: Counter[tuple[str, str]] = Counter()
        for rule, key, path, span in _found(now):
            self._groups[rule, path, span] = key
            self._now[rule, key] += 1
        for rule, key, _, _ in _found(then):
            self._then[rule, key] += 1

    def is_new(self, diagnostic: Diagnostic, *, of_group: bool) -> bool:
        """Whether more is found now than before in the group that a diagnostic comes from;
        `of_group`: the fault is that of the group, and new where nothing was found there."""
        key = self._groups.get((diagnostic.rule, diagnostic.path, diagnostic.span))
        if key is None:
            return True
        before = self._then[diagnostic.rule, key]
        return not before if of_group else self._now[diagnostic.rule, key] > before


def _found(judged: Iterable[Judged]) -> Iterator[tuple[str, str, str, Span]]:
    for one in judged:
        for key, all_ in one.found.items():
            for path, found in all_:
                yield found.rule, key, path, found.finding.span
