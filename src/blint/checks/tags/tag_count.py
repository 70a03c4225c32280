"""Finds posts with too few or too many tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.keys import entry_of
from blint.site.settings import Settings
from blint.site.tags import Tag, read_tags
from blint.site.vocabulary import Vocabulary
from blint.source import Span


def check(
    post: Post,
    settings: Settings,
    *,
    min: int,  # noqa: A002 (the options are called so)
    max: int,  # noqa: A002
) -> Iterator[Finding]:
    """A finding where the tags are too few or too many; of all, and of each facet."""
    front_matter = post.front_matter
    if front_matter.format and front_matter.root is None:
        return  # what is in it nobody knows
    tags = list(read_tags(front_matter, settings))
    place = _place(post, settings)
    yield from _findings(tags, place, min, max, "")
    vocabulary = settings.vocabulary
    for facet in vocabulary.facets.values() if vocabulary is not None else ():
        own = [tag for tag in tags if _facet(tag, vocabulary) == facet.name]
        most = len(own) if facet.most is None else facet.most
        yield from _findings(own, place, facet.least, most, f" of the facet `{facet.name}`")


def _facet(tag: Tag, vocabulary: Vocabulary | None) -> str | None:
    term = vocabulary.lookup(tag.text) if vocabulary is not None else None
    return term.facet if term is not None else None


def _findings(
    tags: Sequence[Tag], place: Span, least: int, most: int, which: str
) -> Iterator[Finding]:
    """A finding on the first tag that is one too many, or on the tags where some are missing."""
    count = len(tags)
    has = f"This post has {_number(count)}{which}"
    if count > most:
        limit = f"{most:,}" if most else "none"
        yield Finding(
            tags[most].span,
            f"{has}, which is more than {limit}.",
            help="Keep those that readers would look for the post under.",
        )
    elif count < least:
        yield Finding(
            place,
            f"{has}, which is fewer than {least:,}.",
            help="Add tags that readers would look for the post under.",
        )


def _number(count: int) -> str:
    return "no tag" if count == 0 else "1 tag" if count == 1 else f"{count:,} tags"


def _place(post: Post, settings: Settings) -> Span:
    """The key of the tags; where there is none, the opening line of the front matter."""
    front_matter = post.front_matter
    entry = entry_of(front_matter, settings.fields.tags, fold=settings.preset.fold_keys)
    if entry is not None:
        return entry.key_span
    start = front_matter.span.start
    end = post.text.find("\n", start, front_matter.span.end)
    return Span(start, end if end > 0 else front_matter.span.end)
