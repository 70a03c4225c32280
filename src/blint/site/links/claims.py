"""Claims: the addresses that posts are published at, as far as they are certain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from blint.facts import PostFacts
from blint.site.routing.layouts import default_rules, rules_of
from blint.site.routing.paths import address_of
from blint.site.routing.reading import routes_of
from blint.site.settings import Settings
from blint.source import Span


class Claim(msgspec.Struct, frozen=True, array_like=True):
    """An address that a post answers to. `span` is where the post says so.

    `alias`: it is an old address, which leads on to the post's own.
    """

    path: str
    url: str
    span: Span
    alias: bool


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Claim]]:
    """The certain address of a post and those of its aliases, by site and output file."""
    if facts.draft:
        return
    rules = rules_of(settings)
    if rules is None:
        if settings.preset.name not in _BY_DEFAULT:
            return
        rules = default_rules(settings)
    routes = routes_of(facts, rules)
    word = facts.url or facts.slug or facts.title
    span = word.span if word else Span(0, 0)
    for output in routes.own if routes.certain else ():
        yield f"{settings.site}:{output}", Claim(facts.path, address_of(output), span, alias=False)
    # Generators that make several files of one alias list them in turn: each has its word's place.
    for output, alias in zip(routes.aliases, facts.aliases, strict=False):
        claim = Claim(facts.path, address_of(output), alias.span, alias=True)
        yield f"{settings.site}:{output}", claim


# Generators whose rule for addresses holds where nobody configured another.
_BY_DEFAULT: Final = frozenset(("hugo", "zola", "jekyll"))
