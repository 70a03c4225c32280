"""What counts as a number in data."""

from __future__ import annotations

from typing import TypeGuard


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number; what is true or false is none, whatever Python says."""
    return isinstance(value, int | float) and not isinstance(value, bool)
