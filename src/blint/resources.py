"""Where the rule pages and schemas are: inside the wheel, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The path of `rules` or `schemas`, or of something below one of them."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent.parent / name
