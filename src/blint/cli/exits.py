"""Exit codes of the command line."""

from __future__ import annotations

from typing import Final

CLEAN: Final = 0
FINDINGS: Final = 1
CANNOT: Final = 2
INTERRUPTED: Final = 130
TERMINATED: Final = 143
