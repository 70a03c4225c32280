"""Finds tags that the vocabulary does not have."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Fix
from blint.reading.post import Post
from blint.site.nearest import nearest
from blint.site.settings import Settings
from blint.site.tag_folding import fold_tag
from blint.site.tags import Tag, read_tags, respelling
from blint.site.vocabulary import Vocabulary


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each tag that is neither a term nor an alias of one."""
    vocabulary = settings.vocabulary
    if vocabulary is None:
        return
    for tag in read_tags(post.front_matter, settings):
        if vocabulary.lookup(tag.text) is None:
            yield _finding(tag, vocabulary)


def _finding(tag: Tag, vocabulary: Vocabulary) -> Finding:
    same = _same_word(tag.text, vocabulary)
    meant = same or nearest(tag.text, [*vocabulary.terms, *vocabulary.aliases])
    meant = vocabulary.aliases.get(meant, meant) if meant else None
    edit = respelling(tag, meant) if meant else None
    return Finding(
        tag.span,
        f"The tag `{tag.text}` is not in `{vocabulary.path}`.",
        help=f"Did you mean `{meant}`?"
        if meant
        else f"Use a tag from `{vocabulary.path}`, or add this one there.",
        fix=Fix(f"Write `{meant}`", (edit,), safe=same is not None) if edit else None,
    )


def _same_word(tag: str, vocabulary: Vocabulary) -> str | None:
    """The one term that is spelt as the tag is, but for case, separators and Unicode form."""
    folded = fold_tag(tag)
    terms = {
        term
        for term in vocabulary.terms
        if fold_tag(term) == folded
        or any(fold_tag(alias) == folded for alias in vocabulary.terms[term].aliases)
    }
    return terms.pop() if len(terms) == 1 else None
