"""What asking for one address gave: answers, failures, and the way from the one to the other."""

from __future__ import annotations

from typing import NamedTuple


class Answer(NamedTuple):
    """What a server answered. Names of headers are in lower case.

    `body` None: not read. `cut`: there was more of it, or it cannot be decoded.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    cut: bool = False

    def header(self, name: str) -> str:
        """The first value of a header, empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")


class Failure(Exception):
    """There was no answer; `reason` is one of `site.links.verdicts.REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Hop(NamedTuple):
    """A redirect that was followed: where from, its status, and the fragment that it leads to."""

    url: str
    status: int
    fragment: str = ""


class Trace(NamedTuple):
    """All that asking for an address came to. `url` is the last one asked for; `end` is its answer,
    or the reason why there was none."""

    start: str
    url: str
    hops: tuple[Hop, ...]
    end: Answer | str
