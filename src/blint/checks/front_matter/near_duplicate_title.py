"""near-duplicate-title: two titles differ in nothing that says anything."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.site.likeness import Likeness, pairs
from blint.site.likeness import title_emit as emit
from blint.site.model import Site

__all__ = ["emit", "judge"]


def judge(key: str, records: list[Likeness], _site: Site) -> Iterator[Finding]:
    """Report the later one of each two titles that say the same."""
    if len(records) > 1:
        yield from pairs(key, records, "title")
