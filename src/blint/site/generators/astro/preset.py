"""What blint knows of Astro before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

_ASTRO_FIELDS: Final = Fields(
    description=("description", "excerpt", "summary"),
    date=("pubDate", "date", "publishDate", "pubDatetime", "publishedAt", "published"),
    updated=("updatedDate", "updated", "modDatetime", "lastUpdated", "updatedAt"),
)

PRESET: Final = Preset(
    name="astro",
    title="Astro",
    content=("src/content", "src/pages", "content", "posts"),
    static=(("public", "/"),),
    fields=_ASTRO_FIELDS,
    highlighter="shiki",
    homes=(("src/content", ""), ("src/pages", "")),
    base_keys=("base",),
    host_keys=("site",),
    templates="astro",
    telling=("src/pages/**", "astro.config.*"),
    data_files=(
        *("src/**/*.astro", "src/pages/**/*.ts", "src/pages/**/*.js"),
        *("tsconfig.json", "jsconfig.json"),
    ),
    copies=("public",),
    page_files=(".astro", ".html"),
    info_strings="astro",
)
