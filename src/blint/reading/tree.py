"""What reading YAML, TOML or JSON gives, and the limits all three keep."""

from __future__ import annotations

from typing import NamedTuple

from blint.reading.nodes import Fault, Node
from blint.source import Span

MAX_SIZE = 256 * 1024
"""Front matter longer than this many characters is skipped, not read."""
MAX_DEPTH = 64
"""Collections may nest this deep."""
MAX_EXPANDED = 1000
"""YAML aliases and merge keys may stand for this many nodes in all."""
MAX_NUMBER = 1000
"""A number may have this many characters; Python refuses to print far longer ones."""


class Reading(NamedTuple):
    """A text as a tree, or None where it could not be read, with what was wrong and its comments.

    `root` is there in spite of faults that leave the rest of the text clear, such as a key
    written twice. `comments` are spans from `#` to the end of the line.
    """

    root: Node | None
    faults: list[Fault]
    comments: list[Span]


class LimitError(Exception):
    """A reader met one of the limits; carries the fault to report."""

    def __init__(self, span: Span, message: str, help_text: str | None = None) -> None:
        super().__init__(message)
        self.fault = Fault("limit", span, message, help_text)


def too_deep(start: int) -> LimitError:
    """The fault of a collection nested deeper than `MAX_DEPTH`, starting here."""
    return LimitError(
        Span(start, start + 1),
        f"values are nested more than {MAX_DEPTH} levels deep here, so the front matter was"
        " not read",
        "Flatten the structure, or quote the value if it is text.",
    )


def long_number(span: Span) -> Fault:
    """The fault of a number longer than `MAX_NUMBER`."""
    return Fault(
        "invalid",
        span,
        f"a number of more than {MAX_NUMBER} characters is more than most readers can hold",
        "Quote the value if it is text.",
    )


def duplicate_key(key: str, span: Span, first: Span) -> Fault:
    """The fault of a key written twice in one mapping."""
    return Fault(
        "duplicate-key",
        span,
        f"the key {quote(key)} stands twice here",
        "Keep one of the two; which one counts differs between generators.",
        first,
    )


def quote(text: str, limit: int = 60) -> str:
    """Text between backticks for a message, on one line and cut where it is long."""
    flat = " ".join(text.split())
    return f"`{flat}`" if len(flat) <= limit else f"`{flat[: limit - 1]}…`"
