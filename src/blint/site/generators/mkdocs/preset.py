"""What blint knows of MkDocs before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="mkdocs",
    title="MkDocs",
    bare_links=False,
    content=("docs",),
    static=(("docs", "/"),),
    dialect="yaml-1.1",
    fields=Fields(
        date=("date.created", "date"),
        updated=("date.updated", "updated", "revision_date"),
        categories=("categories",),
    ),
    highlighter="pygments",
    homes=(("docs", ""),),
    base_keys=("site_url",),
    host_keys=("site_url",),
    telling=("docs/**",),
    data_files=("docs/**/.meta.yml", "docs/**/.authors.yml"),
    route_keys=("draft", "authors", "template"),
    copied_pages=(".html",),
    marks=(("heading", r"\A\s*# ([^\r\n]*)"), ("tags", r"<!--\s*material/tags")),
    info_strings="python-markdown",
)
