"""What Hugo's configuration and its templates make of code fences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from blint.late import late
from blint.site.code.choice import Choice
from blint.site.generators.hugo.folders import folded, table
from blint.site.preset import Preset


def choice_of(preset: Preset, data: Mapping[str, Any], telling: tuple[str, ...]) -> Choice:
    """Chroma, unless it is switched off; a template may show the fences of one name its own way."""
    options = table(folded(data), "markup", "highlight")
    is_off = options.get("codefences") is False
    return Choice(
        highlighter=None if is_off else preset.highlighter,
        words=frozenset(found[1] for name in telling if (found := _HOOK.search(name))),
        unknown="guesses" if options.get("guesssyntax") is True else "",
    )


_HOOK: Final = late(r"/render-codeblock-([^/.]+)\.[^/]+$")
