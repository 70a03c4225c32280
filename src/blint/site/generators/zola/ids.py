"""Ids as Zola gives them, by the configuration of its slugs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from blint.site.headings.model import Config, IdRules, Scheme
from blint.site.headings.slugs import zola_slug
from blint.site.headings.texts import described_text


def _scheme(config: Config) -> Scheme | None:
    table = config.get("slugify")
    if isinstance(table, Mapping) and table.get("anchors", "on") != "on":
        return None
    return Scheme(
        described_text, zola_slug, lambda words: words[0] != ":", remembers=True, reserves=True
    )


IDS: Final = IdRules(scheme=_scheme, certainty=lambda _: "words")
