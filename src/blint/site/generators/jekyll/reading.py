"""How Jekyll reads a post: with kramdown, unless another engine is configured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from blint.reading.document import Link
from blint.reading.post import Post
from blint.site.generators.jekyll import kramdown
from blint.site.links.loose import with_loose_links
from blint.site.links.reading import Reading
from blint.site.settings import Settings


def _links(post: Post, settings: Settings) -> Iterable[Link]:
    found = with_loose_links(post, settings)
    is_kramdown = kramdown.is_kramdown(settings.preset.name, settings.generator)
    return kramdown.links(post, found) if is_kramdown else found


def _meaning(link: Link, text: str, _settings: Settings) -> str:
    return f"kept:{link.destination}" if kramdown.as_it_stands(link, text) else ""


READING: Final = Reading(_links, _meaning, spaced=("categories",))
