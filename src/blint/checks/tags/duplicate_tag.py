"""Finds tags that a post lists twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from blint.diagnostics import Finding, Fix, Related
from blint.reading.post import Post
from blint.site.settings import Settings
from blint.site.tag_folding import fold_tag, same_letters
from blint.site.tags import Tag, read_tags, removal


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each tag that stands in the list before it, however spelt."""
    tags = list(read_tags(post.front_matter, settings))
    if len({tag.text for tag in tags}) == len({fold_tag(tag.text) for tag in tags}) == len(tags):
        return
    first: dict[str, Tag] = {}
    for before, tag in pairwise((None, *tags)):
        if tag is None:
            continue
        other = first.setdefault(fold_tag(tag.text), tag)
        if other is not tag and before is not None:
            yield _finding(tag, other, before, post.text)


def _finding(tag: Tag, other: Tag, before: Tag, text: str) -> Finding:
    edit = removal(tag, before, text)
    safe = same_letters(tag.text, other.text)
    fix = Fix("Remove the repeated tag", (edit,), safe=safe) if edit else None
    message = (
        f"The tag `{tag.text}` is listed twice."
        if tag.text == other.text
        else f"The tag `{tag.text}` repeats `{other.text}` in another spelling."
    )
    return Finding(
        tag.span,
        message,
        help="Remove one of the two.",
        fix=fix,
        related=(Related(other.span, "listed here first"),),
    )
