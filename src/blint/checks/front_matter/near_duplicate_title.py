"""near-duplicate-title: two titles differ in nothing that says anything."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.facts import PostFacts
from blint.site.likeness import Likeness, keys_of, pairs
from blint.site.model import Site
from blint.site.namesakes import named, scope_of, title_of
from blint.site.settings import Settings


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Likeness]]:
    """The title of a post, under the words it says and under each half of them."""
    word = title_of(facts)
    if word is not None:
        yield from keys_of(named(facts, word), scope_of(facts, settings), least=2)


def judge(key: str, records: list[Likeness], _site: Site) -> Iterator[Finding]:
    """Report the later one of each two titles that say the same."""
    if len(records) > 1:
        yield from pairs(key, records, "title")
