"""Finds tags that the vocabulary has under another name."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.settings import Settings
from blint.site.tag_fixes import Replacement, replacements
from blint.site.vocabulary import Vocabulary


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each alias; those of deprecated tags are left to deprecated-tag."""
    vocabulary = settings.vocabulary
    if vocabulary is None:
        return

    def name_of(tag: str) -> str | None:
        term = vocabulary.lookup(tag)
        return term.name if term is not None and not term.deprecated else None

    for found in replacements(post, settings, name_of):
        yield _finding(found, vocabulary)


def _finding(found: Replacement, vocabulary: Vocabulary) -> Finding:
    tag, name, there, fix = found
    return Finding(
        tag.span,
        f"The tag `{tag.text}` is an alias of `{name}` in `{vocabulary.path}`.",
        help=f"Remove it: the post has `{name}`." if there else f"Write `{name}`.",
        fix=fix,
    )
