"""How Pelican reads a post: Python-Markdown takes spaces in destinations, and braces name files."""

from __future__ import annotations

from typing import Final

from blint.reading.document import Link
from blint.site.links.loose import with_loose_links
from blint.site.links.reading import Reading
from blint.site.routing.templates import within_site
from blint.site.settings import Settings


def _meaning(link: Link, text: str, _settings: Settings) -> str:
    """Of attributes in HTML, Pelican looks at those in quotes only."""
    start = link.destination_span.start
    is_read = link.kind != "html" or text[start - 1 : start] in {'"', "'"}
    return within_site(link.destination) if is_read else ""


READING: Final = Reading(with_loose_links, _meaning)
