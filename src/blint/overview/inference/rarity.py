"""How rare a deviation must be to count as a slip, and not as something that a blog does."""

from __future__ import annotations

from typing import Final

MOST: Final = 10
FEW: Final = 12
"""Among fewer posts than this nothing is odd: nobody knows yet what is usual."""


def slips(total: int) -> int:
    """At most so many of `total` may differ from all others and be called odd.

    One in thirty-three, one at least, ten at most: what eleven posts do is a habit, however large
    the blog.
    """
    return 0 if total < FEW else max(1, min(MOST, round(total * 0.03)))


def lapses(total: int) -> int:
    """At most so many of `total` may lack what every post needs, such as a title, and be odd.

    One in ten, and ten at most: no blog leaves its titles out by design, now and then.
    """
    return max(slips(total), min(MOST, total // 10))
