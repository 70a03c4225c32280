"""Presets: what blint knows of each site generator before it has read a post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from blint.site.preset import Fields, Preset, is_draft

__all__ = ["PRESETS", "PRESET_NAMES", "Fields", "Preset", "is_draft"]

PRESET_NAMES: Final = (
    *("hugo", "jekyll", "zola", "eleventy", "astro", "starlight", "docusaurus"),
    *("mkdocs", "mkdocs-material", "vitepress", "next", "pelican", "hexo", "plain"),
)
"""The folders of `generators`, with hyphens; in the order in which they are told to people."""


class _Presets(Mapping[str, Preset]):
    """The presets by name, each imported when first asked for: a run needs one or two of them."""

    def __getitem__(self, name: str) -> Preset:
        if name not in PRESET_NAMES:
            raise KeyError(name)
        module = import_module(f"blint.site.generators.{name.replace('-', '_')}.preset")
        preset = module.PRESET
        assert isinstance(preset, Preset)
        return preset

    def __iter__(self) -> Iterator[str]:
        return iter(PRESET_NAMES)

    def __len__(self) -> int:
        return len(PRESET_NAMES)


PRESETS: Final[Mapping[str, Preset]] = _Presets()
