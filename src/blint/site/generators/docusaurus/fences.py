"""The languages that Docusaurus has beside the few that it brings."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from blint.late import late
from blint.site.code.choice import Choice, at
from blint.site.configs.js_literals import REST
from blint.site.preset import Preset


def read_fences(found: Mapping[str, Any], folder: str, files: Collection[str]) -> list[str] | None:
    """The components of Prism that a configuration adds; None where code decides on that.

    A theme's part of the site's own may load others, or highlight code in another way.
    """
    if REST in found or any(name.startswith(folder) and _SWIZZLED.search(name) for name in files):
        return None
    theme = found.get("themeConfig", {})
    prism = at(theme, "prism")
    added = at(prism, "additionalLanguages")
    tables = (theme, {} if prism is None else prism)
    if not all(isinstance(one, Mapping) and REST not in one for one in tables):
        return None
    if added is None:
        return []
    is_plain = isinstance(added, list) and all(isinstance(one, str) for one in added)
    return added if is_plain else None


def choice_of(preset: Preset, data: Mapping[str, Any], _telling: tuple[str, ...]) -> Choice:
    """The languages that are bundled and added, where that is known, else all of Prism."""
    added = data.get("components")
    if added is None:
        return Choice(highlighter=preset.highlighter)
    return Choice(highlighter="docusaurus", components=frozenset(added))


_SWIZZLED: Final = late(r"/theme/(?:prism-include-languages|CodeBlock|MDXComponents)\b")
