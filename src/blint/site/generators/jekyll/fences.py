"""The highlighter that Jekyll's configuration chooses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blint.site.code.choice import Choice, at
from blint.site.preset import Preset


def choice_of(preset: Preset, data: Mapping[str, Any], _telling: tuple[str, ...]) -> Choice:
    """Rouge, unless kramdown is told to use another one or none."""
    kramdown = data.get("kramdown")
    chosen: object = data.get("highlighter", "rouge")
    if isinstance(kramdown, Mapping):
        chosen = kramdown.get("syntax_highlighter", chosen)
        if at(kramdown, "syntax_highlighter_opts", "disable") is True:
            chosen = None
    # Jekyll 4 has no Pygments any more, and takes Rouge where it is asked for.
    is_rouge = chosen in ("rouge", "pygments")
    return Choice(highlighter=preset.highlighter if is_rouge else None)
