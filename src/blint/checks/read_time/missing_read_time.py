"""Finds posts that state no read time."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.read_time.forms import read_time_entry
from blint.site.settings import Settings
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on the front matter's opening line, or on the key where its value is empty."""
    front_matter = post.front_matter
    if front_matter.root is None:
        return
    entry = read_time_entry(post, settings)
    if entry is None:
        start = front_matter.span.start
        end = post.text.find("\n", start, front_matter.span.end)
        yield _finding(Span(start, end if end > 0 else front_matter.span.end), settings)
    elif entry.value.value in {None, ""}:
        yield _finding(entry.key_span, settings)


def _finding(span: Span, settings: Settings) -> Finding:
    return Finding(
        span,
        "The front matter states no read time.",
        help=f"Add `{settings.fields.read_time[0]}` with the minutes.",
    )
