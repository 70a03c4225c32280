"""What blint knows of Material for MkDocs before it has read a post."""

from __future__ import annotations

from typing import Final

import msgspec

from blint.site.generators.mkdocs import preset as mkdocs

PRESET: Final = msgspec.structs.replace(
    mkdocs.PRESET,
    name="mkdocs-material",
    title="Material for MkDocs",
    read_time="medium",
    fields=msgspec.structs.replace(mkdocs.PRESET.fields, read_time=("readtime",)),
)
