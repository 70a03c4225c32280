"""Internal links: what posts say of their pages and links, to be joined under names."""

from __future__ import annotations

from collections.abc import Iterator

from blint.facts import PostFacts
from blint.site.links.guessing import guess
from blint.site.links.records import LinkRecord, Page, Record
from blint.site.routing.layouts import rules_of
from blint.site.routing.reading import read_exactly
from blint.site.settings import Settings

__all__ = ["LinkRecord", "Page", "Record", "emit"]


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Record]]:
    """A post as a page, under every name it has, and each of its internal links."""
    rules = rules_of(settings)
    # A project may hold other sites beside the one whose configuration is known.
    if rules is None or not rules.layout.holds(facts.path):
        return guess(facts, settings)
    return read_exactly(facts, settings, rules)
