"""Exit codes of the command line."""

from __future__ import annotations

import signal
from typing import Final

CLEAN: Final = 0
FINDINGS: Final = 1
CANNOT: Final = 2
INTERRUPTED: Final = 130
TERMINATED: Final = 143


def after_signal(number: int) -> int:
    """The code of a run that a signal has ended, and that has said what it knew."""
    return INTERRUPTED if number == signal.SIGINT else TERMINATED
