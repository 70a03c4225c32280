"""Liquid in destinations: what Jekyll's tags, variables and filters make of them.

A destination is evaluated to a text in which marks stand for what only the site knows: its base
path, its host, the address of the page itself, the file that a tag names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from blint.late import late

BASE: Final = "\x01"
HOST: Final = "\x02"
PAGE: Final = "\x03"
FILE: Final = "\x04"
POST: Final = "\x05"


def liquid_meaning(text: str) -> tuple[str, str] | None:
    """How a destination is looked up and what for, see `templates`; None: it cannot be said."""
    value = _evaluated(text)
    if value is None:
        return None
    on_host = value.startswith(HOST)
    if on_host:
        value = value[1:]
        if value and value[0] not in _AFTER_HOST:
            return None
    rest = value.lstrip(BASE)
    times = len(value) - len(rest)
    mark = rest[:1] if rest[:1] in _MARKS else ""
    rest = rest[len(mark) :]
    if _UNREAD.search(rest) or times > 2:
        return None
    if mark == PAGE:
        # The dot stands for the page's own address.
        return (("page", "based-page")[times], f".{rest}") if times < 2 else None
    if mark:
        how = "file" if mark == FILE else "post"
        # The tag brings the base path itself: with another before it, it is there twice.
        return how if times == 1 else f"twice-{how}", rest
    if times:
        return "base" if times == 1 else "twice-base", rest
    if on_host:
        return "root", rest or "/"
    return None if _ABSOLUTE.match(rest) else ("", rest)


def _evaluated(text: str) -> str | None:
    """A text with every piece of Liquid in it evaluated; None where one is not understood."""
    parts: list[str] = []
    at = 0
    for piece in _PIECE.finditer(text):
        value = _tag(piece) if piece["tag"] else _output(piece["output"] or "")
        if value is None:
            return None
        parts += (text[at : piece.start()], value)
        at = piece.end()
    return "".join((*parts, text[at:])) if at else None


def _tag(piece: re.Match[str]) -> str | None:
    match = _LINK.fullmatch(piece["tag"])
    if match is None:
        return None
    what = match["what"]
    for char in "%#?":
        # What the tag asks for is a name to the letter, and no URL.
        what = what.replace(char, f"%{ord(char):02X}")
    return BASE + (FILE if match["name"] == "link" else POST) + what


def _output(expression: str) -> str | None:
    """The value of `value | filter | filter: argument`."""
    pieces = [match[0].strip() for match in _BETWEEN_BARS.finditer(expression)]
    if "|".join(pieces).replace(" ", "") != expression.replace(" ", ""):
        return None
    value = _value(pieces[0]) if pieces else None
    for piece in pieces[1:]:
        name, colon, argument = piece.partition(":")
        apply = _FILTERS.get(name.strip())
        given = _value(argument.strip()) if colon else ""
        if value is None or apply is None or given is None:
            return None
        value = apply(value, given)
    return value


def _value(text: str) -> str | None:
    if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0] and text.count(text[0]) == 2:
        return text[1:-1]
    return _VARIABLES.get(text)


def _relative(value: str, _: str) -> str | None:
    """A URL path with the base path before it, whatever it begins with."""
    if value.startswith(HOST):
        return value
    if not value or _ABSOLUTE.match(value):
        return None
    return BASE + ("" if value[0] in _AFTER_HOST else "/") + value


def _absolute(value: str, _: str) -> str | None:
    found = _relative(value, "")
    return found if found is None or found.startswith(HOST) else HOST + found


_FILTERS: Final[Mapping[str, Callable[[str, str], str | None]]] = {
    "relative_url": _relative,
    "absolute_url": _absolute,
    "prepend": lambda value, given: given + value,
    "append": lambda value, given: value + given,
    **dict.fromkeys(
        ("escape", "escape_once", "uri_escape", "xml_escape", "safe", "strip"),
        lambda value, _given: value,
    ),
}
_VARIABLES: Final = {
    "site.baseurl": BASE,
    "baseurl": BASE,
    "site.url": HOST,
    "site.github.url": HOST + BASE,
    "page.url": PAGE,
}
_MARKS: Final = frozenset((PAGE, FILE, POST))
_AFTER_HOST: Final = f"/{BASE}{PAGE}#?"
_UNREAD: Final = late(r"[\x01-\x05]|\{\{|\{%|\$\{")
_ABSOLUTE: Final = late(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_PIECE: Final = late(r"\{%-?(?P<tag>.*?)-?%\}|\{\{-?(?P<output>.*?)-?\}\}", re.DOTALL)
_LINK: Final = late(r"\s*(?P<name>link|post_url)\s+(?P<what>[^{}%\s](?:[^{}%]*[^{}%\s])?)\s*")
_BETWEEN_BARS: Final = late(r"(?:\"[^\"]*\"|'[^']*'|[^|\"'])+")
