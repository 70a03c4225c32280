"""Pelican's settings, with what follows from them for folders and for Markdown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import msgspec

from blint.site.generators.pelican.python_settings import COMPUTED, read_settings
from blint.site.headings.python_markdown import from_pelican
from blint.site.preset import Preset


def read(read_text: Callable[[str], str], config: str, files: Collection[str]) -> dict[str, Any]:
    """The settings of a site as it is published: those of `publishconf.py` on top of the others."""
    names = (config, config.removesuffix("pelicanconf.py") + "publishconf.py")
    found = read_settings(read_text(name) for name in names if name in files)
    computed = found.get(COMPUTED, ())
    if "PATH" not in computed:
        found.setdefault("PATH", ".")
    return found | from_pelican(found, known="MARKDOWN" not in computed)


def adapt(preset: Preset, data: Mapping[str, Any]) -> Preset:
    """The preset with the folder of sources that `PATH` names."""
    path = data.get("PATH")
    if not isinstance(path, str) or path.startswith("/") or ".." in path:
        return preset
    folder = path.removeprefix("./").strip("/").removeprefix(".")
    static = ((f"{folder}/{one}".strip("/"), url) for one, url in _STATIC)
    return msgspec.structs.replace(
        preset, content=(folder,), homes=((folder, ""),), static=tuple(static)
    )


_STATIC = (("images", "/images/"), ("extra", "/extra/"))
