"""Finds tags that hardly any post has."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from blint.diagnostics import Finding
from blint.facts import PostFacts, Word
from blint.site.model import Site
from blint.site.settings import Settings
from blint.site.tag_folding import fold_tag


class Holder(msgspec.Struct, frozen=True, array_like=True):
    """A post that has a tag."""

    path: str
    tag: Word


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Holder]]:
    """Each tag of a post, once, under what its spellings share."""
    if facts.page:
        return
    for folded, word in {fold_tag(word.text): word for word in reversed(facts.tags)}.items():
        yield folded, Holder(facts.path, word)


def judge(_key: str, records: list[Holder], _site: Site, *, min_posts: int) -> Iterator[Finding]:
    """A finding on each tag that fewer than `min_posts` posts have."""
    count = len(records)
    if count >= min_posts:
        return
    for path, tag in ((holder.path, holder.tag) for holder in records):
        whose = "Only this post has" if count == 1 else f"Only {count} posts have"
        yield Finding(
            tag.span,
            f"{whose} the tag `{tag.text}`.",
            help="Use a tag that other posts have, or write more posts on the subject.",
            path=path,
        )
