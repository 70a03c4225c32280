"""How Eleventy reads a post: a plugin turns paths of source files into addresses."""

from __future__ import annotations

from typing import Final

from blint.reading.document import Link
from blint.site.links.reading import Reading
from blint.site.routing.templates import doubled
from blint.site.settings import Settings


def _meaning(link: Link, _text: str, settings: Settings) -> str:
    is_usual = settings.preset.templates == "eleventy"
    is_turned = is_usual and link.kind == "html" and settings.generator.get("inputPaths")
    return doubled(link.destination) if is_turned else ""


READING: Final = Reading(meaning=_meaning)
