"""What blint knows of Docusaurus before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="docusaurus",
    title="Docusaurus",
    content=("blog", "docs", "src/pages"),
    copies=("versioned_docs", "i18n"),
    static=(("static", "/"),),
    fields=Fields(
        updated=("last_update.date",),
        aliases=(),
    ),
    highlighter="prism",
    read_time="docusaurus",
    homes=(
        ("src/pages", ""),
        ("blog", "/blog"),
        ("docs", "/docs"),
    ),
    base_keys=("baseUrl",),
    host_keys=("url",),
    route_keys=(
        *("id", "parse_number_prefixes", "unlisted", "mdx.format", "authors", "tags"),
        "tags[permalink]",
    ),
    schemes=("pathname://",),
    copied_pages=(".html",),
    info_strings="docusaurus",
)
