"""series-duplicate-part: two posts are the same part of a series."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from blint.diagnostics import Finding, Related
from blint.site.model import Site
from blint.site.series import Member, Series, emit, group

__all__ = ["emit", "group", "judge"]


def judge(_key: str, found: list[Series], site: Site) -> Iterator[Finding]:
    """Report each post but the first of those with one number."""
    for series in found:
        numbers = {part.number for part in series.parts}
        if series.how == "counter" and len(numbers) < 2:
            continue
        parts = [part for part in series.parts if not part.hidden(site)]
        for before, part in pairwise(parts):
            if before.number == part.number and not _is_another(series, before, part):
                yield Finding(
                    part.span,
                    f"Two posts are part {part.number} of the series `{series.name}`: "
                    f"this one and `{before.path}`.",
                    help="Give one of them another number.",
                    related=(Related(before.span, "the other part", before.path),),
                    path=part.path,
                )


def _is_another(series: Series, before: Member, part: Member) -> bool:
    """Whether a post is a copy of the other in another folder, or of a series of another year."""
    if before.file == part.file:
        return True
    if series.how == "front-matter" or not before.day or not part.day:
        return False
    return abs((date.fromisoformat(before.day) - date.fromisoformat(part.day)).days) > _YEAR


_YEAR = 300
