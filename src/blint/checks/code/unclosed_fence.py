"""Finds code fences that are never closed."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.settings import Settings


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on the opening marks of each fence without an end."""
    for fence in post.document.fences:
        if not fence.closed:
            marks = post.text[fence.opener.start : fence.opener.end]
            yield Finding(
                fence.opener,
                "The code fence is never closed, so that what follows it is shown as code.",
                help=f"Close it with a line that holds `{marks}` alone, indented like the opening.",
            )
