"""What a parser says of code that it cannot read."""

from __future__ import annotations

from typing import NamedTuple


class CodeFault(NamedTuple):
    """Where in a snippet's text it stops being its language, in code points, and why.

    `message` is a clause without a full stop that can follow "This is no valid JSON: ".
    """

    start: int
    end: int
    message: str
