"""empty-link: a link or image without a destination."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.document import Link
from blint.reading.post import Post
from blint.site.settings import Settings


def check(post: Post, _settings: Settings) -> Iterator[Finding]:
    """Report each link and image whose destination is empty."""
    for link in post.document.links:
        if not link.templated and not link.destination.strip() and not _is_code(link):
            what = "image" if link.image else "link"
            yield Finding(
                link.span,
                f"This {what} has no destination.",
                help=f"Say where it leads, or take the {what} away.",
            )


def _is_code(link: Link) -> bool:
    """Whether brackets hold no word: `[=]()` is a lambda of C++ and `[]()` a sign for a link."""
    return link.kind == "inline" and not link.image and not any(map(str.isalnum, link.text))
