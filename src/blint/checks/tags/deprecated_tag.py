"""Finds tags that the vocabulary has retired."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Fix
from blint.reading.post import Post
from blint.site.settings import Settings
from blint.site.tags import Tag, read_tags, respelling
from blint.site.vocabulary import Term


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each tag whose term is deprecated."""
    vocabulary = settings.vocabulary
    if vocabulary is None:
        return
    tags = list(read_tags(post.front_matter, settings))
    present = {tag.text for tag in tags}
    for tag in tags:
        term = vocabulary.lookup(tag.text)
        if term is not None and term.deprecated:
            yield _finding(tag, term, vocabulary.path, present)


def _finding(tag: Tag, term: Term, path: str, present: set[str]) -> Finding:
    successor = term.replaced_by
    message = f"The tag `{tag.text}` is deprecated in `{path}`."
    if successor is None:
        return Finding(tag.span, message, help="Remove it, or use another tag.")
    if successor in present:
        return Finding(
            tag.span, message, help=f"Remove it: the post has its successor `{successor}`."
        )
    edit = respelling(tag, successor)
    return Finding(
        tag.span,
        message,
        help=f"Use `{successor}` instead.",
        fix=Fix(f"Write `{successor}`", (edit,)) if edit else None,
    )
