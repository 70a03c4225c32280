"""Finds code fences that are never closed."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.document import Fence
from blint.reading.post import Post
from blint.site.settings import Settings


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on the opening marks of each fence without an end."""
    for fence in post.document.fences:
        if not fence.closed:
            marks = post.text[fence.opener.start : fence.opener.end]
            yield Finding(
                fence.opener,
                f"The code fence is never closed{_consequence(post, fence)}.",
                help=f"Close it with a line that holds `{marks}` alone, indented like the opening.",
            )


def _consequence(post: Post, fence: Fence) -> str:
    if post.text[fence.span.end :].strip():
        return "; it ends with the list item or the quote that it is in"
    return ", so that the rest of the post is shown as code"
