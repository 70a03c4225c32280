"""missing-alt-text: an image says nothing to readers who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding
from blint.late import late
from blint.reading.document import Link
from blint.reading.post import Post
from blint.site.settings import Settings
from blint.source import Span


def check(post: Post, _settings: Settings) -> Iterator[Finding]:
    """Report each image without a text in its stead, unless its link has words of its own."""
    seen: set[Span] = set()
    for link in post.document.links:
        if not link.image or link.text.strip() or link.span in seen:
            continue
        seen.add(link.span)
        written = post.text[link.span.start : link.span.end]
        if link.kind == "html":
            if _is_undescribed(written):
                yield _finding(link, 'Give it an `alt` text, or `alt=""` if it is decoration.')
        elif not _has_words_around(link, post):
            yield _finding(link, "Say what it shows between its square brackets.")


def _is_undescribed(tag: str) -> bool:
    """Whether an HTML tag is an image that neither has an `alt` nor says that it needs none."""
    if _IMAGE.match(tag) is None or _EXCUSED.search(tag) is not None:
        return False
    return _ALT.search(_QUOTED.sub('""', tag)) is None


def _has_words_around(image: Link, post: Post) -> bool:
    """Whether an image is part of a link that says in words where it leads."""
    return any(
        not link.image and link.text.strip() and _holds(link.span, image.span)
        for link in post.document.links
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start < inner.start and inner.end < outer.end


def _finding(link: Link, advice: str) -> Finding:
    return Finding(link.span, "This image has no text for those who cannot see it.", help=advice)


_IMAGE: Final = late(r"<img(?=[\s/>])", re.IGNORECASE)
_QUOTED: Final = late(r"\"[^\"]*\"|'[^']*'")
_ALT: Final = late(r"[\s\":}]alt(?=[\s=/>])", re.IGNORECASE)
# A spread of properties may hold anything; an image of one pixel counts visits.
_EXCUSED: Final = late(
    r"\saria-(?:label|labelledby|hidden)\b|\srole=[\"']?(?:presentation|none)\b|\{\s*\.\.\."
    r"|\b(?:width|height)=[\"'{]*[01](?:px)?(?=[\"'}\s/>])",
    re.IGNORECASE,
)
