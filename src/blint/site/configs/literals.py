"""Plain values in a configuration written in JavaScript: it is read, and never run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from blint.late import late


def read_literals(text: str, keys: Iterable[str]) -> dict[str, Any]:
    """The values of some keys in a program in JavaScript or TypeScript.

    A key is taken where it stands once and a string, a number, `true` or `false` follows it; what
    is computed is left out.
    """
    return dict(_values(without_comments(text), keys))


def without_comments(text: str) -> str:
    """The text of a program in JavaScript without its comments, in whose places blanks are."""
    return _COMMENT.sub(_blank, text)


def _values(text: str, keys: Iterable[str]) -> Iterator[tuple[str, Any]]:
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
_COMMENT: Final = late(
    r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`|//[^\n]*|/\*.*?(?:\*/|$)",
    re.DOTALL,
)
