"""Finds read times that are no number of minutes in any form."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.read_time.forms import parse_read_time, read_time_entry
from blint.site.settings import Settings


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on the value that no form explains."""
    entry = read_time_entry(post, settings)
    if entry is None or entry.value.value in (None, "") or parse_read_time(entry.value) is not None:
        return
    span = entry.value.span
    shown = " ".join(post.text[span.start : span.end].split())
    shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
    yield Finding(
        span,
        f"The read time `{shown}` is no number of minutes.",
        help="Write minutes, such as `16`, `16 min read` or `PT16M`.",
    )
