"""Results that are worked out once for each value, where the value cannot be hashed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def once(make: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """The function, with its last results remembered by the identity of what it was given.

    For values that nobody changes. Each is kept along with its result: as long as it is alive, no
    other can have its identity.
    """
    known: dict[int, tuple[Given, Made]] = {}

    @wraps(make)
    def remembered(given: Given) -> Made:
        found = known.get(id(given))
        if found is None:
            if len(known) >= _MANY:
                known.clear()
            found = known[id(given)] = (given, make(given))
        return found[1]

    return remembered


# There are as many as a project has collections.
_MANY: Final = 16
