"""Finds tags that are not in the order that the blog has chosen."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from blint.diagnostics import Edit, Finding, Fix
from blint.late import late
from blint.reading.post import Post
from blint.site.settings import Settings
from blint.site.tags import Tag, read_tags
from blint.site.vocabulary import Vocabulary


def check(post: Post, settings: Settings, *, order: str) -> Iterator[Finding]:
    """A finding on the first tag that belongs before the one it follows."""
    tags = list(read_tags(post.front_matter, settings))
    if order == "vocabulary":
        vocabulary = settings.vocabulary
        if vocabulary is None:
            return
        key, what = _by_vocabulary(vocabulary), f"by the order of `{vocabulary.path}`"
    else:
        key, what = _by_alphabet, "by the alphabet"
    for before, tag in pairwise(tags):
        if key(tag) < key(before):
            first = next(other for other in tags if key(tag) < key(other))
            edits = tuple(_edits(tags, sorted(tags, key=key), post))
            yield Finding(
                tag.span,
                f"The tag `{tag.text}` belongs before `{first.text}`, {what}.",
                help="Put the tags in order.",
                fix=Fix("Put the tags in order", edits) if edits else None,
            )
            return


def _by_alphabet(tag: Tag) -> tuple[int, str]:
    return 0, unicodedata.normalize("NFKC", tag.text).casefold()


def _by_vocabulary(vocabulary: Vocabulary) -> Callable[[Tag], tuple[int, str]]:
    """The place of a tag's term in the vocabulary; what is no term comes last."""
    places = {name: number for number, name in enumerate(vocabulary.terms)}

    def key(tag: Tag) -> tuple[int, str]:
        term = vocabulary.lookup(tag.text)
        return places[term.name] if term is not None else len(places), ""

    return key


def _edits(tags: Sequence[Tag], wanted: Sequence[Tag], post: Post) -> Iterator[Edit]:
    """The edits that put each tag, as it is written, in its place.

    None where a comment or anything else but a comma or a hyphen stands between two tags: a
    comment speaks of the tag that it stands by.
    """
    text = post.text
    for before, tag in pairwise(tags):
        between = text[before.outer.end : tag.outer.start]
        # What overlaps is several tags of one text, whose places are not known.
        if before.outer.end > tag.outer.start or not _PARTING.fullmatch(between):
            return
    rest = text[tags[-1].outer.end :].partition("\n")[0]
    if "#" in rest:
        return
    for tag, other in zip(tags, wanted, strict=True):
        written = text[other.outer.start : other.outer.end]
        if written != text[tag.outer.start : tag.outer.end]:
            yield Edit(tag.outer, written)


_PARTING = late(r"\s*,?\s*|\s*\n\s*-\s+")
