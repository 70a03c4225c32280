"""The highlighter that VitePress' configuration chooses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blint.site.code.choice import Choice
from blint.site.configs.js_literals import REST, Computed
from blint.site.preset import Preset


def read_fences(markdown: object) -> dict[str, Any]:
    """What the Markdown options say of code: aliases, and whether more may be known or different.

    `own`: a function of the site's own highlights code. `open`: languages are loaded.
    """
    table = markdown if isinstance(markdown, Mapping) else {}
    alias = table.get("languageAlias")
    loads = any(key in table for key in ("languages", "shikiSetup", REST))
    return {
        "aliases": tuple(alias) if isinstance(alias, Mapping) else (),
        "own": "highlight" in table,
        "open": loads or isinstance(markdown, Computed) or isinstance(alias, Computed),
    }


def choice_of(preset: Preset, data: Mapping[str, Any], _telling: tuple[str, ...]) -> Choice:
    """Shiki, with the aliases that the site gives it, unless it has a function of its own."""
    code = data["code"]
    return Choice(
        highlighter=None if code["own"] else preset.highlighter,
        words=frozenset(code["aliases"]),
        unseen=code["open"],
    )
