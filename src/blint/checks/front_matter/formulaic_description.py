"""formulaic-description: descriptions of many posts open with the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from blint.diagnostics import Finding, Related
from blint.facts import PostFacts
from blint.site.model import Site
from blint.site.namesakes import Named, is_list, named, scope_of
from blint.site.settings import Settings
from blint.site.wording import fold_text
from blint.source import Span


class Opening(msgspec.Struct, frozen=True, array_like=True):
    """A description with its first words as written."""

    post: Named
    words: str


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Opening]]:
    """A description, under its first three words; an article before them does not count."""
    word = facts.description
    if word is None or is_list(facts):
        return
    words = word.text.split()
    first = bool(words) and words[0].casefold() in _ARTICLES
    opening = words[: _WORDS + first]
    if len(opening) == _WORDS + first and len(words) > len(opening):
        folded = " ".join(fold_text(one) for one in opening[first:])
        record = Opening(named(facts, word), " ".join(opening))
        yield f"{scope_of(facts, settings)}{folded}", record


def judge(_key: str, records: list[Opening], _site: Site, *, min_posts: int) -> Iterator[Finding]:
    """Report each post that opens as many before it did."""
    if len(records) < min_posts:
        return
    ordered = sorted(records, key=lambda record: record.post.order)
    earliest = ordered[0].post
    for number, record in enumerate(ordered[min_posts - 1 :], min_posts):
        post = record.post
        yield Finding(
            _opening(post, record.words),
            f"The description opens with `{record.words}`, for the {_ordinal(number)} time.",
            help="Begin with what is special about the post.",
            related=(Related(earliest.span, "the first time", earliest.path),)
            if number > 1
            else (),
            path=post.path,
        )


def _opening(post: Named, words: str) -> Span:
    """The first words where the text stands as it is, else the whole."""
    is_exact = post.span.end - post.span.start == len(post.text)
    return Span(post.span.start, post.span.start + len(words)) if is_exact else post.span


def _ordinal(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


_WORDS: Final = 3
_ARTICLES: Final = frozenset(("a", "an", "the", "this", "our", "ein", "eine", "un", "une", "una"))
