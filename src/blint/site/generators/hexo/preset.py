"""What blint knows of Hexo before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="hexo",
    title="Hexo",
    content=("source/_posts", "source/_drafts"),
    pages=("source",),
    static=(("source", "/"),),
    fields=Fields(
        description=("description", "excerpt", "summary"),
        draft=("draft", "published"),
        url=("permalink",),
        aliases=("alias", "aliases"),
    ),
    highlighter="highlightjs",
    draft_folders=("source/_drafts",),
    homes=(
        ("source/_posts", ""),
        ("source", ""),
    ),
    base_keys=("root", "url"),
    host_keys=("url",),
    templates="hexo",
    telling=("scripts/**",),
    page_files=(".html", ".htm"),
    route_keys=(
        *("title", "date", "permalink", "published"),
        *("tags", "tag", "categories", "category"),
    ),
    zone_key="timezone",
    info_strings="hexo",
)
