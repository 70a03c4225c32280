"""series-order: a later part of a series was published before an earlier one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from blint.diagnostics import Finding, Related
from blint.site.model import Site
from blint.site.moves import moved
from blint.site.series import Member, Series, emit, group

__all__ = ["emit", "group", "judge"]


def judge(_key: str, found: list[Series], site: Site) -> Iterator[Finding]:
    """Report the fewest parts whose dates contradict the order of the numbers."""
    for series in found:
        parts = [part for part in series.parts if part.day and not part.hidden(site)]
        times = Counter(part.number for part in parts)
        if len(parts) < 2 or max(times.values()) > 1:
            continue
        away = [len(parts) - 1 - n for n in moved([part.day for part in reversed(parts)])]
        if len(away) * 2 > len(parts):
            continue  # these numbers do not tell the order of publication
        for number in sorted(away):
            part = parts[number]
            other = _against(parts, number, away)
            how = "before" if (other.number or 0) < (part.number or 0) else "after"
            yield Finding(
                part.dated,
                f"Part {part.number} of the series `{series.name}` is of {part.day}, "
                f"{how} part {other.number}, which is of {other.day}.",
                help="Correct the date, or the number of the part.",
                related=(Related(other.dated, f"part {other.number}", other.path),),
                path=part.path,
            )


def _against(parts: Sequence[Member], number: int, away: Sequence[int]) -> Member:
    """The nearest part in its place that a part out of order contradicts."""
    part = parts[number]
    others = [
        (abs(n - number), n)
        for n, other in enumerate(parts)
        if n not in away and (other.day > part.day if n < number else other.day < part.day)
    ]
    return parts[min(others)[1]]
