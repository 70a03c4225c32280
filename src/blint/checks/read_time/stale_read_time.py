"""Finds read times that no longer fit the length of the post."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.nodes import Node
from blint.reading.post import Post
from blint.site.read_time import (
    Counts,
    Stored,
    count_post,
    minutes_by,
    parse_read_time,
    plausible_minutes,
    read_time_entry,
)
from blint.site.settings import Formula, Settings


def check(
    post: Post, settings: Settings, *, tolerance: int, relative_tolerance: float
) -> Iterator[Finding]:
    """A finding on a stored read time that is off by more than both tolerances."""
    entry = read_time_entry(post, settings)
    stored = parse_read_time(entry.value) if entry else None
    if entry is None or stored is None:
        return
    counts = count_post(post)
    method = settings.read_time.formula or settings.read_time.method
    if not _fits(stored.minutes, counts, method, tolerance, relative_tolerance):
        yield _finding(post, entry.value, stored, counts, method)


def _fits(
    minutes: float, counts: Counts, method: str | Formula | None, absolute: float, relative: float
) -> bool:
    if method is None:
        # Not knowing how people counted, doubt counts for them: any method may be theirs.
        low, high = plausible_minutes(counts)
        absolute, relative = 2 * absolute, 2 * relative
    else:
        low = high = minutes_by(method, counts)
    if minutes < low:
        return low - minutes <= max(absolute, relative * low)
    return minutes - high <= max(absolute, relative * high)


def _finding(
    post: Post, node: Node, stored: Stored, counts: Counts, method: str | Formula | None
) -> Finding:
    minutes = minutes_by(method or "reading-time", counts)
    written = post.text[node.span.start : node.span.end].strip("'\"")
    shown = written if node.kind == "scalar" else f"{stored.minutes:g}"
    return Finding(
        node.span,
        f"The read time says `{shown}`, but the post takes about {_minutes(minutes)} "
        f"({_length(counts)}).",
        help=f"Write {minutes}."
        if method
        else f"Write {minutes}, or say under `[read-time]` how the site counts.",
        fix=_fix(stored, minutes, sure=method is not None),
    )


def _fix(stored: Stored, minutes: int, *, sure: bool) -> Fix | None:
    if stored.digits is None:
        return None
    return Fix(f"Write {minutes}", (Edit(stored.digits, str(minutes)),), safe=sure)


def _minutes(count: int) -> str:
    return "1 minute" if count == 1 else f"{count} minutes"


def _length(counts: Counts) -> str:
    parts = []
    if counts.words or not counts.cjk:
        parts.append(f"{counts.words:,} word{'s' * (counts.words != 1)}")
    if counts.cjk:
        parts.append(f"{counts.cjk:,} CJK character{'s' * (counts.cjk != 1)}")
    return ", ".join(parts)
