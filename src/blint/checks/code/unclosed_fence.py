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
        if fence.closed:
            continue
        to_the_end = not post.text[fence.span.end :].strip()
        # Where a container ends in MDX depends on its JSX, which no Markdown parser follows.
        if to_the_end or not post.path.endswith(".mdx"):
            yield _finding(post, fence, to_the_end=to_the_end)


def _finding(post: Post, fence: Fence, *, to_the_end: bool) -> Finding:
    consequence = (
        ", so that the rest of the post is shown as code"
        if to_the_end
        else "; it ends with the list item or the quote that it is in"
    )
    return Finding(
        fence.opener,
        f"The code fence is never closed{consequence}.",
        help="Close it with a line that holds the same marks alone, indented like the opening.",
    )
