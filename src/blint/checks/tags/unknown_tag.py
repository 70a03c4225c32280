"""Finds tags that the vocabulary does not have."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Fix
from blint.reading.post import Post
from blint.site.nearest import nearest
from blint.site.settings import Settings
from blint.site.tag_repeats import repeats
from blint.site.tags import Tag, read_tags, respelling
from blint.site.vocabulary import Vocabulary


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each tag that is neither a term nor an alias of one, repeated ones left out."""
    vocabulary = settings.vocabulary
    if vocabulary is None:
        return
    tags = list(read_tags(post.front_matter, settings))
    there = {tag.text for tag in tags}
    repeated = repeats(tags, settings)
    for number, tag in enumerate(tags):
        if number not in repeated and vocabulary.lookup(tag.text) is None:
            yield _finding(tag, vocabulary, there)


def _finding(tag: Tag, vocabulary: Vocabulary, there: set[str]) -> Finding:
    same = vocabulary.same_word(tag.text)
    meant = same.name if same else nearest(tag.text, [*vocabulary.terms, *vocabulary.aliases])
    meant = vocabulary.aliases.get(meant, meant) if meant else None
    # What the post has already it would have twice.
    edit = respelling(tag, meant) if meant and meant not in there else None
    return Finding(
        tag.span,
        f"The tag `{tag.text}` is not in `{vocabulary.path}`.",
        help=f"Did you mean `{meant}`?"
        if meant
        else f"Use a tag from `{vocabulary.path}`, or add this one there.",
        fix=Fix(f"Write `{meant}`", (edit,), safe=same is not None) if edit else None,
    )
