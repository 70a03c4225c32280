"""Ids on sites of Next.js, which choose their own plugins: nothing is known for sure."""

from __future__ import annotations

from typing import Final

from blint.site.headings.model import IdRules

IDS: Final = IdRules()
