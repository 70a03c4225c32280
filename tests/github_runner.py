"""What GitHub's runner takes for a command in the output of a step, ported from its behaviour.

Source: actions/runner, `ProcessInvoker` (a line ends at CR, LF or both) and `ActionCommand` (a
command of either syntax). Two things are stricter here: every name counts as a registered one, and
characters without weight are left out first, because the runner compares text by culture.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END = re.compile(r"\r\n|\r|\n")
_BRACKETS = re.compile(r"##\w*\[([^\]]*)\]")


def commands(output: str) -> list[str]:
    """The names of all commands in some output, in order."""
    return [name for line in _LINE_END.split(output) for name in _commands(line)]


def _commands(line: str) -> Iterator[str]:
    line = "".join(filter(_has_weight, line)).lstrip()
    if line.startswith("::") and "::" in line[2:]:
        yield line[2:].partition("::")[0].partition(" ")[0]
    elif match := _BRACKETS.search(line):
        yield match[1].partition(" ")[0]


def _has_weight(character: str) -> bool:
    variation = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    hidden = unicodedata.category(character) in {"Cc", "Cf", "Cs"} and not character.isspace()
    return not variation and not hidden
