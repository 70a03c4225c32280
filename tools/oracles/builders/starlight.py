"""Starlight: the packages of `astro`, and `npm install @astrojs/starlight` beside them."""

from __future__ import annotations

from .astro import build, named

__all__ = ["BASES", "LISTS", "build", "versions"]

BASES = {"starlight-base": "/manual"}

# A page that nobody has translated is shown in the other languages as it is.
LISTS = (
    r"^fr/(?!index|guides/getting-started/|seulement/)"
    r"|^zh-cn/(?!guides/(?:start|再见))"
)


def versions() -> str:
    """The versions of Starlight and of what it stands on."""
    return named("@astrojs/starlight", "astro", "@astrojs/markdown-satteri", "satteri")
