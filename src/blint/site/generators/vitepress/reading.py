"""How VitePress reads a post: a list of attributes may keep an address as it is."""

from __future__ import annotations

from typing import Final

from blint.reading.document import Link
from blint.site.links.reading import Reading
from blint.site.routing.templates import as_it_stands
from blint.site.settings import Settings


def _meaning(link: Link, text: str, _settings: Settings) -> str:
    if link.kind not in {"inline", "reference"}:
        return ""
    return as_it_stands(link.destination, text[link.span.end :][:200])


READING: Final = Reading(meaning=_meaning)
