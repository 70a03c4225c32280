"""Finds tags of the vocabulary that no post has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from blint.diagnostics import Finding
from blint.facts import PostFacts
from blint.site.model import Site
from blint.site.settings import Settings
from blint.source import Span

DATA: Final = True


class Mention(msgspec.Struct, frozen=True, array_like=True):
    """A tag, in the vocabulary at `path`, or in a post where there is no path."""

    path: str = ""
    tag: str = ""
    span: Span = Span(0, 0)


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Mention]]:
    """The terms of a vocabulary, and those that a post's tags name, by vocabulary and term.

    A deprecated term may well be without posts. One that is only misspelt is in use.
    """
    vocabulary = settings.vocabulary
    if vocabulary is None:
        return
    if facts.data:
        for term in vocabulary.terms.values():
            if not term.deprecated:
                yield f"{vocabulary.path}\0{term.name}", Mention(facts.path, term.name, term.span)
        return
    for word in facts.tags:
        named = vocabulary.lookup(word.text) or vocabulary.same_word(word.text)
        if named is not None:
            yield f"{vocabulary.path}\0{named.name}", _USE


def judge(_key: str, records: list[Mention], _site: Site) -> Iterator[Finding]:
    """A finding on a term that no post has."""
    if all(record.path for record in records):
        for path, tag, span in {(one.path, one.tag, one.span) for one in records}:
            yield Finding(
                span,
                f"No post under this vocabulary has the tag `{tag}`.",
                help="Remove it, or use it.",
                path=path,
            )


_USE: Final = Mention()
