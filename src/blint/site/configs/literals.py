"""Plain values in a configuration that is a program: it is read, and never run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final


def read_literals(name: str, text: str, keys: Iterable[str]) -> dict[str, Any]:
    """The values of some keys in a program in JavaScript, TypeScript or Python.

    A key is taken where it stands once and a string, a number, `true` or `false` follows it; what
    is computed is left out.
    """
    if name.endswith(".py"):
        return dict(_python(text, frozenset(keys)))
    return dict(_javascript(without_comments(text), keys))


def without_comments(text: str) -> str:
    """The text of a program in JavaScript without its comments, in whose places blanks are."""
    return _COMMENT.sub(_blank, text)


def _python(text: str, keys: frozenset[str]) -> Iterator[tuple[str, Any]]:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            if isinstance(target, ast.Name) and target.id in keys:
                try:
                    yield target.id, ast.literal_eval(node.value)
                except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                    continue


def _javascript(text: str, keys: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for key in keys:
        found = re.findall(
            rf"(?<![\w.$'\"])[\"']?{re.escape(key)}[\"']?\s*:\s*"
            r"(?:'([^'\\\n]*)'|\"([^\"\\\n]*)\"|`([^`\\$\n]*)`|(true|false|-?\d+(?:\.\d+)?)\b)",
            text,
        )
        if len(found) == 1:
            *texts, word = found[0]
            yield key, {"true": True, "false": False}.get(word, word) if word else "".join(texts)


def _blank(match: re.Match[str]) -> str:
    return match[0] if match[0][0] in "'\"`" else " "


# Strings are matched so that what looks like a comment inside one is left alone.
_COMMENT: Final = re.compile(
    r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`|//[^\n]*|/\*.*?(?:\*/|$)",
    re.DOTALL,
)
