"""How Hexo reads a post: tags stand for links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from blint.reading.document import Link
from blint.reading.post import Post
from blint.site.generators.hexo import tags
from blint.site.links.reading import Reading
from blint.site.settings import Settings


def _links(post: Post, settings: Settings) -> Iterable[Link]:
    return tags.links_of(post) if settings.whole else post.document.links


def _meaning(link: Link, text: str, _settings: Settings) -> str:
    """The links of tags have in their text how they are looked up."""
    is_tag = text.startswith("{%", link.span.start)
    return f"{link.text}:{link.destination}" if is_tag and link.text else ""


READING: Final = Reading(_links, _meaning)
