"""overlong-title: a title is too long to be shown as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.overlong import overlong
from blint.site.settings import Settings


def check(post: Post, settings: Settings, *, max_length: int) -> Iterator[Finding]:
    """Report the part of a title that goes beyond the limit."""
    cure = "Say the rest in the description or in the first sentence."
    return overlong(post, settings, settings.fields.title, max_length, "title", cure)
