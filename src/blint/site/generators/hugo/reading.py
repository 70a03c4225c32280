"""How Hugo reads a post: a shortcode shows pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from blint.reading.document import Link
from blint.reading.post import Post
from blint.site.generators.hugo import figures
from blint.site.links.reading import Reading
from blint.site.settings import Settings


def _links(post: Post, settings: Settings) -> Iterable[Link]:
    return figures.links_of(post) if settings.whole else post.document.links


def _meaning(link: Link, text: str, _settings: Settings) -> str:
    is_figure = link.image and text.startswith("{{", link.span.start)
    return f"figure:{link.destination}" if is_figure else ""


READING: Final = Reading(_links, _meaning)
