"""What blint knows of Next.js before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="next",
    title="Next.js",
    content=(
        "content",
        "src/content",
        "posts",
        "_posts",
        "blog",
        "data",
        "pages",
        "src/pages",
        "app",
        "src/app",
    ),
    static=(("public", "/"),),
    fields=Fields(
        description=("description", "excerpt", "summary"),
        date=("date", "publishedAt", "publishDate", "pubDate", "published_at", "createdAt"),
        updated=("updated", "lastmod", "updatedAt", "updated_at", "modified"),
        draft=("draft", "published"),
    ),
    homes=(
        ("src/pages", ""),
        ("pages", ""),
        ("src/app", ""),
        ("app", ""),
    ),
    base_keys=("basePath",),
    telling=(
        *("pages/**", "src/pages/**", "app/**", "src/app/**"),
        *("middleware.*", "src/middleware.*", "proxy.*", "src/proxy.*"),
    ),
)
