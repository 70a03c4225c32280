"""near-duplicate-description: two descriptions say the same, or nearly."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.facts import PostFacts
from blint.site.likeness import Likeness, keys_of, pairs
from blint.site.model import Site
from blint.site.namesakes import is_list, named, scope_of
from blint.site.settings import Settings


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Likeness]]:
    """The description of a post, under the words it says and under each half of them."""
    word = facts.description
    if word is not None and " " in word.text.strip() and not is_list(facts):
        yield from keys_of(named(facts, word), scope_of(facts, settings), least=5, halved=6)


def judge(key: str, records: list[Likeness], _site: Site) -> Iterator[Finding]:
    """Report the later one of each two descriptions that say the same."""
    if len(records) > 1:
        yield from pairs(key, records, "description")
