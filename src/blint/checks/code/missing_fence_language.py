"""Finds code fences that name no language."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.languages import named_language
from blint.site.settings import Settings


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on the opening marks of each closed fence without a language."""
    for fence in post.document.fences:
        if fence.closed and named_language(fence.info) is None:
            yield Finding(
                fence.opener,
                "The code fence names no language.",
                help="Name one behind the opening marks; `text` is for what is no code.",
            )
