"""The highlighter that Hexo's configuration chooses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blint.site.code.choice import Choice, at
from blint.site.preset import Preset


def choice_of(preset: Preset, data: Mapping[str, Any], _telling: tuple[str, ...]) -> Choice:
    """`syntax_highlighter`, and what older versions have in its place: `enable` of either."""
    chosen = data.get("syntax_highlighter", ...)
    if chosen is ...:
        is_off = at(data, "highlight", "enable") is False
        chosen = "highlight.js"
        if is_off:
            chosen = "prismjs" if at(data, "prismjs", "enable") is True else None
    highlighter = {"highlight.js": preset.highlighter, "prismjs": "prism"}.get(str(chosen))
    guesses = highlighter == preset.highlighter and at(data, "highlight", "auto_detect") is True
    return Choice(highlighter=highlighter, unknown="guesses" if guesses else "")
