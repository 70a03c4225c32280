"""What stops a run before it starts: mistakes in usage and in configuration."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class UsageFault(Exception):
    """What was asked cannot be done; the message says why, in one sentence."""


class ConfigFault(msgspec.Struct, frozen=True):
    """One mistake in a configuration file; line and column are 1-based, in code points."""

    file: str
    line: int
    column: int
    message: str
    help: str | None = None

    def __str__(self) -> str:
        text = f"{self.file}:{self.line}:{self.column}: {self.message}"
        return f"{text} ({self.help})" if self.help else text


class ConfigError(UsageFault):
    """A configuration file that does not say what blint can do, with every mistake found."""

    def __init__(self, faults: Iterable[ConfigFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))
