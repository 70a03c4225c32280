"""The highlighter of Starlight: that of Astro."""

from blint.site.generators.astro.fences import choice_of

__all__ = ["choice_of"]
