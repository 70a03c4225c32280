"""What blint knows of Hugo before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="hugo",
    title="Hugo",
    content=("content",),
    static=(("static", "/"),),
    dialect="yaml-go",
    fields=Fields(
        description=("description", "excerpt", "summary"),
        date=("date", "publishDate", "pubdate", "published"),
        updated=("lastmod", "modified"),
        publish=("publishDate", "pubdate", "published"),
        expiry=("expiryDate", "unpublishdate"),
        url=("url",),
        aliases=("aliases",),
    ),
    fold_keys=True,
    highlighter="chroma",
    read_time="hugo",
    homes=(("content", ""),),
    base_keys=("baseURL",),
    host_keys=("baseURL",),
    templates="hugo",
    hides_future=True,
    future_key="buildFuture",
    telling=("content/**", "assets/**", "layouts/**"),
    data_files=("content/**/_index*.md",),
    route_keys=(
        *("date", "publishdate", "pubdate", "published", "lastmod", "modified"),
        *("headless", "outputs", "build.render", "build.publishresources"),
        *("tags", "categories"),
    ),
    zone_key="timeZone",
    info_strings="hugo",
)
