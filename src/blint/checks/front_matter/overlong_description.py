"""overlong-description: a description is too long to be shown as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.overlong import overlong
from blint.site.settings import Settings


def check(post: Post, settings: Settings, *, max_length: int) -> Iterator[Finding]:
    """Report the part of a description that goes beyond the limit."""
    cure = "Say first what the post is about, and leave the rest to the post."
    keys = settings.fields.description
    if len(keys) > 1:  # an excerpt in place of a description opens the post, and may be long
        keys = tuple(key for key in keys if key not in _LEADS)
    return overlong(post, settings, keys, max_length, "description", cure)


_LEADS: Final = frozenset(("excerpt", "summary"))
