"""Finds tags with characters that are not what they look like."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.post import Post
from blint.site.confusables import Confusable, confusables
from blint.site.settings import Settings
from blint.site.tags import Tag, read_tags
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on the first such character of each tag; its fix replaces all of them."""
    for tag in read_tags(post.front_matter, settings):
        if not tag.text.isascii():
            found = list(confusables(tag.text))
            if found:
                yield _finding(tag, found)


def _finding(tag: Tag, found: list[Confusable]) -> Finding:
    first = found[0]
    name = unicodedata.name(first.character, "control character").lower()
    looks = {"": "cannot be seen", " ": "looks like a space", "-": "looks like a hyphen"}.get(
        first.plain, f"looks like `{first.plain}`"
    )
    message = f"The tag `{_escaped(tag.text, found)}` holds {first.name} ({name}), which {looks}."
    if not tag.exact:
        return Finding(tag.span, message, help="Type the tag anew.")
    start = tag.span.start
    edits = tuple(Edit(_shifted(each.span, start), each.plain) for each in found)
    return Finding(
        _shifted(first.span, start),
        message,
        help="Type the tag anew, or let the fix do it.",
        fix=Fix("Write the plain characters", edits),
    )


def _escaped(text: str, found: list[Confusable]) -> str:
    """The text with each character in question shown by its code point."""
    for each in reversed(found):
        text = f"{text[: each.span.start]}<{each.name}>{text[each.span.end :]}"
    return text


def _shifted(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)
