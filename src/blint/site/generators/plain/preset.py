"""What blint knows of sites without a generator before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="plain",
    title="no generator",
    content=(),
    static=(("static", "/"), ("public", "/"), ("assets", "/assets/")),
    fields=Fields(
        description=("description", "excerpt", "summary"),
        draft=("draft", "published"),
        date=("date", "pubDate", "publishDate", "publishedAt", "createdAt"),
        updated=("updated", "lastmod", "modified", "updatedAt", "lastUpdated", "last_updated"),
        url=("permalink", "url"),
        aliases=("aliases", "redirect_from"),
    ),
    links="source",
)
