"""What blint knows of Zola before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="zola",
    title="Zola",
    bare_links=False,
    content=("content",),
    static=(("static", "/"),),
    fields=Fields(
        url=("path",),
        aliases=("aliases",),
        tags=("taxonomies.tags", "taxonomies.tag"),
        categories=("taxonomies.categories", "taxonomies.category"),
        series=("taxonomies.series", "extra.series"),
        series_order=("extra.series_order", "extra.series_part"),
        read_time=("extra.read_time", "extra.reading_time", "extra.readTime"),
    ),
    highlighter="syntect",
    read_time="zola",
    homes=(("content", ""),),
    base_keys=("base_url",),
    host_keys=("base_url",),
    telling=("content/**/_index.md", "content/**/index.md"),
    data_files=("content/**/_index.md",),
    route_keys=("render",),
)
