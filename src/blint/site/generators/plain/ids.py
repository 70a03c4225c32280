"""Ids where there is no generator: as code hosts and plugins make them, which is not known."""

from __future__ import annotations

from typing import Final

from blint.site.headings.model import IdRules

# GitHub, and all that follow it, have no capitals.
IDS: Final = IdRules(guess="lower")
