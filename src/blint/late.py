"""Regular expressions that are compiled when they are first used.

To compile one takes a tenth of a millisecond, and up to five where it names many characters.
Start-up is paid on every commit, and a run uses few of the expressions of the modules it imports.
"""

from __future__ import annotations

import re
from typing import Any, cast


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns, at no cost until something is asked of it."""
    return cast("re.Pattern[str]", _Late(text, flags))


class _Late:
    def __init__(self, text: str, flags: int) -> None:
        self._given = (text, flags)

    def __repr__(self) -> str:
        return f"late{self._given}"

    def __getattr__(self, name: str) -> Any:
        """What the expression has under a name, kept so that this is asked once."""
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(re.compile(*self._given), name)
        setattr(self, name, value)
        return value
