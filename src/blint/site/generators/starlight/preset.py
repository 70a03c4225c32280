"""What blint knows of Astro Starlight before it has read a post."""

from __future__ import annotations

from typing import Final

import msgspec

from blint.site.generators.astro import preset as astro

PRESET: Final = msgspec.structs.replace(
    astro.PRESET,
    name="starlight",
    title="Astro Starlight",
    content=("src/content/docs",),
    homes=(("src/content/docs", ""), ("src/pages", "")),
)
