"""Values as TOML, and strangers' text as one line of a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import isinf, isnan
from typing import Any

from blint.late import late


class Literal(str):
    """Text that stands in a file as it is, without quotes: a date."""

    __slots__ = ()


def toml_key(key: str) -> str:
    """A key, in quotes where it needs them."""
    return key if _BARE.fullmatch(key) else toml_text(key)


def toml_text(text: str) -> str:
    """A basic string on one line, as YAML reads it too; halves of surrogate pairs go."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def toml_value(value: Any) -> str:
    """A value on one line: tables inline, and what is None left out of tables and lists.

    Numbers beyond 64 bits, which not every reader of TOML takes, become text.
    """
    match value:
        case Literal():
            return str(value)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if -(2**63) <= value < 2**63 else toml_text(str(value))
        case float():
            if isnan(value):
                return "nan"
            if isinf(value):
                return "inf" if value > 0 else "-inf"
            return repr(value)
        case str():
            return toml_text(value)
        case list() | tuple():
            return f"[{', '.join(toml_value(item) for item in value if item is not None)}]"
        case dict():
            pairs = (f"{toml_key(k)} = {toml_value(v)}" for k, v in value.items() if v is not None)
            inside = ", ".join(pairs)
            return f"{{ {inside} }}" if inside else "{}"
    return toml_text(str(value))


def toml_document(data: Mapping[str, Any]) -> str:
    """A whole document: plain values first, then a section for each table."""
    return "\n".join(_section(data, ())) + "\n"


def one_line(text: str, limit: int = 300) -> str:
    """Text fit for a comment: one line without anything hidden, cut where it is long."""
    shown = "".join(char if char.isprintable() else _shown(char) for char in text[: limit + 1])
    return shown if len(shown) <= limit else f"{shown[: limit - 1]}…"


def _section(data: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    tables = {key: value for key, value in data.items() if isinstance(value, dict) and value}
    for key, value in data.items():
        if key not in tables and value is not None:
            yield f"{toml_key(key)} = {toml_value(value)}"
    for key, table in tables.items():
        yield f"[{'.'.join(map(toml_key, (*path, key)))}]"
        yield from _section(table, (*path, key))


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SHORT:
        return _SHORT[char]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _shown(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_BARE = late(r"[A-Za-z0-9_-]+")
# Beside what must be escaped: what cannot be seen, or would break a line in some editors.
_ESCAPED = late(
    '["\\\\\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3164'
    "\ud800-\udfff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]"
)
