"""How MkDocs reads a post: Python-Markdown takes spaces in destinations."""

from __future__ import annotations

from typing import Final

from blint.site.links.loose import with_loose_links
from blint.site.links.reading import Reading

READING: Final = Reading(with_loose_links)
