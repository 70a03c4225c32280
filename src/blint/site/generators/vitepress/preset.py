"""What blint knows of VitePress before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="vitepress",
    title="VitePress",
    content=("",),
    static=(("public", "/"),),
    fields=Fields(updated=("lastUpdated", "updated")),
    highlighter="shiki",
    homes=(("", ""),),
    base_keys=("base",),
    text_links=True,
    templates="vitepress",
    host_keys=("hostname",),
    info_strings="vitepress",
)
