"""Tags as the rest of the site meets them: each use of one, and words that confirm a spelling."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from blint.facts import PostFacts
from blint.late import late
from blint.site.post_language import language_of
from blint.site.settings import Settings
from blint.site.tag_folding import fold_tag
from blint.source import Span


class Use(msgspec.Struct, frozen=True, array_like=True):
    """A tag of a post; `spaced` says that a space in the tag would not cut it in two.

    `again`: the post has the same tag before, in another spelling. `quoted`: it stands in quotes.
    `language` is that of the post: a generator makes pages of the tags of each language.
    """

    path: str
    text: str
    span: Span
    date: str
    spaced: bool
    again: bool
    quoted: bool
    language: str


class Witness(msgspec.Struct, frozen=True, array_like=True):
    """A word as a tag of several words spells it; `tag` is that tag, folded."""

    text: str
    tag: str


Record = Use | Witness


def uses_of(facts: PostFacts, settings: Settings) -> Iterator[Use]:
    """The tags of a post, each spelling once."""
    if not facts.tags:
        return
    spaced = not settings.preset.spaced_tags or any(" " in word.text for word in facts.tags)
    date = facts.date.text if facts.date else ""
    language = language_of(facts.language, settings)
    spellings: set[str] = set()
    folded: set[str] = set()
    for word in facts.tags:
        text = word.text
        if text not in spellings:
            spellings.add(text)
            form = fold_tag(text)
            again = form in folded
            yield Use(facts.path, text, word.span, date, spaced, again, word.quoted, language)
            folded.add(form)


@lru_cache(maxsize=4096)
def tag_parts(tag: str) -> tuple[str, ...]:
    """The words of a tag, by its separators alone, as they are written."""
    return tuple(filter(None, _SEPARATORS.split(tag)))


_SEPARATORS = late(r"[\s_/&-]+")
