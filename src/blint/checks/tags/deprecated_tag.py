"""Finds tags that the vocabulary has retired."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.settings import Settings
from blint.site.tag_fixes import replacements
from blint.site.tag_repeats import repeats
from blint.site.tags import read_tags
from blint.site.vocabulary import Term


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each tag whose term is deprecated."""
    vocabulary = settings.vocabulary
    if vocabulary is None:
        return

    def retired(tag: str) -> Term | None:
        term = vocabulary.lookup(tag)
        return term if term is not None and term.deprecated else None

    def successor(tag: str) -> str | None:
        term = retired(tag)
        return term.replaced_by if term is not None else None

    tags = list(read_tags(post.front_matter, settings))
    repeated = repeats(tags, settings)
    for tag in (tag for number, tag in enumerate(tags) if number not in repeated):
        if retired(tag.text) is not None and successor(tag.text) is None:
            help_text = "Remove it, or use another tag."
            yield Finding(tag.span, _message(tag.text, vocabulary.path), help=help_text)
    for tag, name, there, fix in replacements(post, settings, successor):
        help_text = f"Use `{name}` instead."
        if there:
            help_text = f"Remove it: the post has its successor `{name}`."
        yield Finding(tag.span, _message(tag.text, vocabulary.path), help=help_text, fix=fix)


def _message(tag: str, path: str) -> str:
    return f"The tag `{tag}` is deprecated in `{path}`."
