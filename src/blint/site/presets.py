"""Presets: what blint knows of each site generator before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.generators.astro.preset import PRESET as ASTRO
from blint.site.generators.docusaurus.preset import PRESET as DOCUSAURUS
from blint.site.generators.eleventy.preset import PRESET as ELEVENTY
from blint.site.generators.hexo.preset import PRESET as HEXO
from blint.site.generators.hugo.preset import PRESET as HUGO
from blint.site.generators.jekyll.preset import PRESET as JEKYLL
from blint.site.generators.mkdocs.preset import PRESET as MKDOCS
from blint.site.generators.mkdocs_material.preset import PRESET as MKDOCS_MATERIAL
from blint.site.generators.next.preset import PRESET as NEXT
from blint.site.generators.pelican.preset import PRESET as PELICAN
from blint.site.generators.plain.preset import PRESET as PLAIN
from blint.site.generators.starlight.preset import PRESET as STARLIGHT
from blint.site.generators.vitepress.preset import PRESET as VITEPRESS
from blint.site.generators.zola.preset import PRESET as ZOLA
from blint.site.preset import Fields, Preset, is_draft

__all__ = ["PRESETS", "Fields", "Preset", "is_draft"]

PRESETS: Final[dict[str, Preset]] = {
    preset.name: preset
    for preset in (
        *(HUGO, JEKYLL, ZOLA, ELEVENTY, ASTRO, STARLIGHT, DOCUSAURUS),
        *(MKDOCS, MKDOCS_MATERIAL, VITEPRESS, NEXT, PELICAN, HEXO, PLAIN),
    )
}
