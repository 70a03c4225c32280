"""What a link that leads nowhere was looking for, and what was probably meant."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from blint.late import late


class Missing(NamedTuple):
    """A link that leads nowhere. `looked_for` is a path or a URL path.

    `other_case` is what exists but for its case, `meant` what was probably meant; both in the form
    of `looked_for`, or relative to the post where the link is. `sure`: nothing else can be meant.
    """

    looked_for: str
    other_case: str | None = None
    meant: str | None = None
    sure: bool = False


def looks_like_host(written: str) -> bool:
    """Whether a relative link begins with the name of a host: its scheme was forgotten."""
    return _HOST.match(written) is not None


_HOST: Final = late(r"(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|gov|edu)(?:[/?#]|$)", re.IGNORECASE)
