"""What fixes would change, as a unified diff that `git apply` takes."""

from __future__ import annotations

from difflib import unified_diff
from typing import NamedTuple

from blint.reports.sanitise import inert, visible

_NO_END = "\\ No newline at end of file\n"


class Patch(NamedTuple):
    """A unified diff of one file. `exact` is false where something of it is shown as an escape, so
    that it cannot be applied."""

    text: str
    exact: bool


def patch(path: str, before: str, after: str) -> Patch:
    """The difference between two texts of a file, its line ends kept.

    What a terminal or a build log would obey is shown as an escape.
    """
    parts: list[str] = []
    exact = True
    name = visible(path)
    for line in unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}"):
        ended = line if line.endswith("\n") else f"{line}\n"
        shown = _harmless(ended)
        exact = exact and shown == ended
        parts += (shown, "" if ended == line else _NO_END)
    return Patch("".join(parts), exact and name == path)


def _lines(text: str) -> list[str]:
    """Lines with their ends: a line ends at LF and nowhere else."""
    lines = text.split("\n")
    last = lines.pop()
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _harmless(line: str) -> str:
    end = "\r\n" if line.endswith("\r\n") else "\n"
    line = line[: -len(end)]
    # A byte order mark at the start of a file is no secret, and a tab is only a tab.
    head = 2 if line[1:2] == "\ufeff" else 0
    return inert(line[:head] + "\t".join(map(visible, line[head:].split("\t")))) + end
