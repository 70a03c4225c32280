"""Finds read times that no longer fit the length of the post."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Fix
from blint.reading.nodes import Node
from blint.reading.post import Post
from blint.site.read_time.body import Body, Counts
from blint.site.read_time.forms import Stored, parse_read_time, read_time_entry
from blint.site.read_time.formula import by_formula, estimate, fits, plausible_minutes
from blint.site.read_time.methods import Estimate
from blint.site.settings import Formula, Settings


def check(
    post: Post, settings: Settings, *, tolerance: int, relative_tolerance: float
) -> Iterator[Finding]:
    """A finding on a stored read time that is off by more than both tolerances."""
    entry = read_time_entry(post, settings)
    stored = parse_read_time(entry.value) if entry else None
    if entry is None or stored is None:
        return
    body = Body(post, settings.generator)
    method = settings.read_time.formula or settings.read_time.method
    if method is None:
        # Not knowing how people counted, doubt counts for them: any method may be theirs.
        low, high = plausible_minutes(body.counts)
        if not fits(stored, low, high, 2 * tolerance, 2 * relative_tolerance):
            yield _finding(body, entry.value, stored, by_formula(Formula(), body), sure=False)
        return
    told = estimate(method, body)
    if not fits(stored, told.minutes, told.minutes, tolerance, relative_tolerance):
        yield _finding(body, entry.value, stored, told, sure=True)


def _finding(body: Body, node: Node, stored: Stored, told: Estimate, *, sure: bool) -> Finding:
    written = body.post.text[node.span.start : node.span.end].strip("'\"")
    shown = written if node.kind == "scalar" else f"{stored.minutes:g}"
    return Finding(
        node.span,
        f"The read time says `{shown}`, but the post takes about {_minutes(told.minutes)} "
        f"({_length(told, body.counts)}).",
        help=f"Write {told.minutes}."
        if sure
        else f"Write {told.minutes}, or say under `[read-time]` how the site counts.",
        fix=_fix(stored, told.minutes, sure=sure),
    )


def _fix(stored: Stored, minutes: int, *, sure: bool) -> Fix | None:
    edits = stored.edits(minutes)
    return Fix(f"Write {minutes}", edits, safe=sure) if edits else None


def _minutes(count: int) -> str:
    return "1 minute" if count == 1 else f"{count} minutes"


def _length(told: Estimate, counts: Counts) -> str:
    """What was counted. CJK text is told by its characters, whatever a method makes of them."""
    if told.unit != "word":
        return _many(round(told.counted), told.unit)
    if not counts.cjk:
        return _many(round(told.counted), "word")
    characters = _many(counts.cjk, "CJK character")
    return f"{_many(counts.words, 'word')}, {characters}" if counts.words else characters


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
