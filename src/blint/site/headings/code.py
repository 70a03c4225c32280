"""Which places of a post are code, where nothing has an id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blint.reading.post import Post


def is_code(post: Post, offset: int) -> bool:
    """Whether a place is in a block of code or a code span."""
    return any(start <= offset < end for start, end in post.document.code)


def outside_code(post: Post, pattern: re.Pattern[str]) -> Iterator[str]:
    """What a pattern finds in the body of a post, but for what stands in code."""
    for match in pattern.finditer(post.text, post.front_matter.body):
        if not is_code(post, match.start()):
            yield match[0]
