"""The ids in pages of HTML that generators publish as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.late import late
from blint.reading.post import Post
from blint.site.settings import Settings


def copied_page(post: Post, _settings: Settings) -> Iterator[str] | None:
    """The ids of a page of HTML; None for others."""
    return copied_ids(post.text) if is_copied(post) else None


def copied_is_open(post: Post, _settings: Settings) -> bool | None:
    """Whether a page of HTML may have more ids, which scripts make; None for others."""
    return "<script" in post.text if is_copied(post) else None


def is_copied(post: Post) -> bool:
    """Whether a page is one of HTML."""
    return post.path.endswith(".html")


def copied_ids(text: str) -> Iterator[str]:
    """The ids in a text of HTML."""
    for match in _ID.finditer(text):
        yield match[1] or match[2] or match[3] or ""


_ID: Final = late(r"\b(?:id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
