"""What a link that leads nowhere was looking for, and what was probably meant."""

from __future__ import annotations

from typing import NamedTuple


class Missing(NamedTuple):
    """A link that leads nowhere. `looked_for` is a path or a URL path.

    `other_case` is what exists but for its case, `meant` what was probably meant; both in the form
    of `looked_for`, or relative to the post where the link is. `sure`: nothing else can be meant.
    """

    looked_for: str
    other_case: str | None = None
    meant: str | None = None
    sure: bool = False
