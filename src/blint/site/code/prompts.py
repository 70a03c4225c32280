"""Prompts in front of shell commands: where each stands, if nothing but commands is shown."""

from __future__ import annotations

from typing import NamedTuple

from blint.late import late
from blint.site.code.telling_shell import is_command


class Prompt(NamedTuple):
    """Where a prompt stands in a snippet, with the space behind it, and whether a command begins.

    `first` is false for the `> ` of a line that goes on with a command.
    """

    start: int
    end: int
    first: bool = True


def prompts(text: str) -> list[Prompt]:
    """The prompts of a snippet in which every command has one, and no output is shown.

    None at all where one line is neither a command with the same kind of prompt nor a comment.
    """
    found: list[Prompt] = []
    kind, goes_on, start = "", False, 0
    for line in text.split("\n"):
        end = start + len(line)
        if goes_on:
            mark = _GOES_ON.match(line)
            if mark is not None:
                found.append(Prompt(start, start + mark.end(), first=False))
            goes_on = _continues(line, kind)
        elif line.strip():
            mark = _PROMPT.match(line)
            if mark is None or not _is_prompt(mark[1], line[mark.end() :]):
                if line.lstrip().startswith("#") and kind != "#":
                    start = end + 1
                    continue
                return []
            if kind not in {"", _kind(mark[1])}:
                return []
            kind = _kind(mark[1])
            found.append(Prompt(start, start + mark.end()))
            goes_on = _continues(line, kind)
        start = end + 1
    return found


def _kind(mark: str) -> str:
    return "PS" if mark.startswith("PS") else mark[-1]


def _is_prompt(mark: str, command: str) -> bool:
    """Whether a mark is a prompt: `#`, `%` and `>` may be a comment, a job or a quotation."""
    return mark not in {"#", "%", ">"} or is_command(command)


def _continues(line: str, kind: str) -> bool:
    return line.endswith("`" if kind == "PS" else "\\")


_PROMPT = late(
    r"[ \t]*(\$|#|%|>|PS [A-Za-z]:\\[^>\n]*>|PS>"
    r"|\[?[\w.-]+@[\w.-]+[: ][^\s$#%]{0,80}\]?[$#%])[ \t]+(?=\S)"
)
_GOES_ON = late(r"[ \t]*>>?[ \t]+(?=\S)")
