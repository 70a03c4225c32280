"""The configuration of Starlight: that of Astro."""

from blint.site.generators.astro.config import adapt, read

__all__ = ["adapt", "read"]
