"""Ids as Astro gives them."""

from blint.site.generators.astro import ids as astro

IDS = astro.IDS
