"""What blint knows of Eleventy before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="eleventy",
    title="Eleventy",
    bare_links=False,
    content=("content", "src", "posts", "blog"),
    static=(
        ("public", "/"),
        ("static", "/"),
        ("assets", "/assets/"),
        ("src/assets", "/assets/"),
        ("img", "/img/"),
        ("images", "/images/"),
    ),
    fields=Fields(
        description=("description", "excerpt", "summary"),
        draft=("draft", "drafts", "published"),
        updated=("updated", "lastmod", "modified"),
        url=("permalink.build", "permalink"),
        aliases=("redirect_from", "aliases"),
    ),
    highlighter="prism",
    homes=(
        ("content", ""),
        ("src", ""),
        ("posts", "/posts"),
        ("blog", "/blog"),
    ),
    base_keys=("pathPrefix",),
    host_keys=("url",),
    route_keys=(
        *("eleventyComputed.permalink", "eleventyExcludeFromCollections", "lang"),
        *("locale", "language", "section", "category", "key", "series", "year", "id"),
    ),
    text_links=True,
    templates="nunjucks",
    info_strings="eleventy",
)
