"""The highlighter that Eleventy's configuration chooses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blint.site.code.choice import Choice
from blint.site.preset import Preset


def choice_of(preset: Preset, data: Mapping[str, Any], _telling: tuple[str, ...]) -> Choice:
    """Prism where Eleventy's own plugin is used; else the author may have taken any, or none."""
    return Choice(highlighter=preset.highlighter if data.get("prism") else None)
