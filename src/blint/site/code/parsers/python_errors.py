"""Where Python's parser stops: fragments are completed first, and nothing heavy reaches it."""

from __future__ import annotations

import re
import textwrap

from blint.late import late

MAX_DEPTH = 50
"""Text whose brackets nest deeper is not parsed."""
MAX_OPERATORS = 200
"""Nor one with more operators in a statement, or more branches: each nests in the tree."""


def error_at(plain: str) -> int | None:
    """The offset of the first error; None where the text parses, after its indentation is cut."""
    dedented = textwrap.dedent(plain)
    head = _HEADS.get(_FIRST_WORD.search(dedented)[1], "") if _FIRST_WORD.search(dedented) else ""  # type: ignore[index]
    place = _parse(head + dedented)
    if place is None:
        return None
    line, column = place
    line = max(line - head.count("\n"), 1)
    lines = plain.split("\n")
    line = min(line, len(lines))
    cut = len(lines[0]) - len(dedented.split("\n")[0])
    cut = cut if line == 1 else len(lines[line - 1]) - len(dedented.split("\n")[line - 1])
    start = sum(len(before) + 1 for before in lines[: line - 1])
    return start + min(max(column - 1 + cut, 0), len(lines[line - 1]))


def _parse(text: str) -> tuple[int, int] | None:
    """The line and column where Python's parser stops; None where it reads all."""
    import ast
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(text)
        except SyntaxError as error:
            return error.lineno or 1, error.offset or 1
        except (ValueError, RecursionError, MemoryError, OverflowError):
            return None
    return None


def is_heavy(plain: str) -> bool:
    """Whether a statement nests so deep in the tree that the parser could run out of stack."""
    if len(plain) < 2 * MAX_OPERATORS:
        return False
    if len(_BRANCH.findall(plain)) > MAX_OPERATORS:
        return True
    return any(
        len(statement) > MAX_OPERATORS and len(_OPERATOR.findall(statement)) > MAX_OPERATORS
        for statement in _LINE_START.split(plain)
    )


_HEADS = {
    "elif": "if 1:\n pass\n",
    "else": "if 1:\n pass\n",
    "except": "try:\n pass\n",
    "finally": "try:\n pass\n",
    "case": "match 1:\n",
}
_FIRST_WORD = late(r"^(\w+)", re.MULTILINE)
_BRANCH = late(r"\b(?:elif|else)\b")
_OPERATOR = late(r"[-+*/%@&|^~<>=!.,:\[({]|\b(?:not|and|or|if|lambda|in|is|await)\b")
_LINE_START = late(r"\n(?=\w)")
