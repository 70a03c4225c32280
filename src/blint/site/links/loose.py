"""The links of a post together with those whose destinations hold spaces."""

from __future__ import annotations

from collections.abc import Iterable

from blint.reading.document import Link
from blint.reading.loose_links import loose_links
from blint.reading.post import Post
from blint.site.settings import Settings


def with_loose_links(post: Post, _settings: Settings) -> Iterable[Link]:
    """All links in text order, for generators that take spaces in destinations."""
    found = post.document.links
    if "](" not in post.text:
        return found
    return sorted((*found, *loose_links(post)), key=lambda link: link.span)
