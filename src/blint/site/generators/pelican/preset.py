"""What blint knows of Pelican before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="pelican",
    title="Pelican",
    bare_links=False,
    content=("content",),
    static=(("content/images", "/images/"), ("content/extra", "/extra/")),
    dialect="yaml-1.1",
    fields=Fields(
        description=("summary", "description"),
        updated=("modified",),
        draft=("status",),
        url=("url",),
        categories=("category",),
    ),
    fold_keys=True,
    highlighter="pygments",
    homes=(("content", ""),),
    base_keys=("SITEURL",),
    host_keys=("SITEURL",),
    templates="pelican",
    metadata_lines=True,
    page_files=(".rst", ".html", ".htm"),
    zone_key="TIMEZONE",
    info_strings="python-markdown",
)
