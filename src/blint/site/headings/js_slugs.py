"""Slug functions in a program of JavaScript, as long as they are one chain of string methods."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote

from blint.late import late
from blint.site.headings.sindre_slugs import npm_slug, sindre_slug

Step = tuple[str, ...]
"""A method and its arguments: `replace` has an expression, `g` or not, and what takes its place."""


def slug_steps(text: str) -> tuple[Step, ...] | None:
    """The steps of the one `slugify` option of a program; None where they are not plain.

    `slugify: (s) => s.trim().toLowerCase().replace(/\\s+/g, "-")` has three. A filter of Eleventy
    is one step, `filter` and its name.
    """
    places = list(_OPTION.finditer(text))
    if len(places) != 1:
        return None
    place = places[0]
    rest = text[place.end() :]
    named = _FILTER.match(rest)
    if named is not None:
        return (("filter", named[1]),)
    head = _HEAD.match(rest)
    if head is None:
        return None
    found = _Chain(rest[head.end() :], head["a"] or head["b"] or head["c"]).read()
    return None if found is None else tuple(found)


def slugged(text: str, steps: tuple[Step, ...] | None) -> str | None:
    """What the steps make of a text; None where one is not known, or all are."""
    if steps is None:
        return None
    if steps and steps[0][0] == "filter":
        filtered = _FILTERS.get(steps[0][1])
        return filtered(text) if filtered else None
    for name, *arguments in steps:
        match name:
            case "trim":
                text = text.strip()
            case "toLowerCase":
                text = text.lower()
            case "toString":
                pass
            case "encodeURIComponent":
                text = quote(text, safe="!'()*-._~", errors="replace")
            case "normalize":
                text = unicodedata.normalize(arguments[0], text)  # type: ignore[arg-type]
            case "replace":
                expression, flags, by = arguments
                count = 0 if "g" in flags else 1
                case = re.IGNORECASE if "i" in flags else re.NOFLAG
                text = re.sub(expression, by.replace("\\", r"\\"), text, count=count, flags=case)
            case _:
                return None
    return text


class _Chain:
    """Reads `name.trim().replace(…)` from left to right."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = re.escape(name)
        self._at = 0

    def read(self) -> list[Step] | None:
        """The steps of the whole expression; None where something else stands in it."""
        found = self._expression()
        if found is None or self._take(r"[,;)}\]]|$") is None:
            return None
        return found

    def _expression(self) -> list[Step] | None:
        wrapper = self._take(r"(String|encodeURIComponent|decodeURIComponent)\s*\(")
        if wrapper is not None:
            found = self._expression()
            if found is None or self._take(r"\)") is None or wrapper[1][0] == "d":
                return None
            if wrapper[1] == "encodeURIComponent":
                found.append(("encodeURIComponent",))
        elif self._take(rf"{self._name}(?![\w$])|`\$\{{{self._name}\}}`") is not None:
            found = []
        else:
            return None
        while (method := self._take(r"\.\s*(\w+)\s*\(")) is not None:
            step = self._step(method[1])
            if step is None:
                return None
            found.append(step)
        return found

    def _step(self, method: str) -> Step | None:
        if method in {"trim", "toLowerCase", "toString"}:
            return (method,) if self._take(r"\)") else None
        if method == "toLocaleLowerCase":
            return ("toLowerCase",) if self._take(r"\)") else None
        if method == "normalize":
            form = self._take(r"(?:['\"](NFK?[CD])['\"])?\s*\)")
            return (method, form[1] or "NFC") if form else None
        if method not in {"replace", "replaceAll"}:
            return None
        what = self._take(r"/((?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)/(\w*)|(['\"])(.*?)\3")
        by = self._take(r",\s*(['\"])([^'\"\\$]*)\1\s*,?\s*\)") if what else None
        if what is None or by is None:
            return None
        if what[1] is None:
            return ("replace", re.escape(what[4]), "g" if method == "replaceAll" else "", by[2])
        expression = _python(what[1])
        return None if expression is None else ("replace", expression, what[2], by[2])

    def _take(self, expression: str) -> re.Match[str] | None:
        match = re.compile(rf"\s*(?:{expression})", re.DOTALL).match(self._text, self._at)
        if match is not None:
            self._at = match.end()
        return match


def _python(expression: str) -> str | None:
    """An expression of JavaScript's in Python's words; None where it has groups, which may run
    away, or properties of characters that Python cannot tell."""
    if "_" in expression:
        expression = _LETTERS.sub(_WIDE, expression)
    pieces: list[str] = []
    inside = False
    for match in _PIECE.finditer(expression):
        piece = match[0]
        if piece == _WIDE:
            piece = r"\w"
        elif match[1]:
            piece = re.escape(chr(min(int(match[1], 16), 0x10FFFF)))
        elif piece in _CLASSES:
            piece = f"{_CLASSES[piece]}" if inside else f"[{_CLASSES[piece]}]"
        elif piece in {r"\p", r"\P", r"\W", r"\D"} or (piece in "()" and not inside):
            return None
        elif piece == "[" and not inside:
            inside = True
        elif piece == "]":
            inside = False
        elif inside and piece in "[&|~":
            piece = f"\\{piece}"
        pieces.append(piece)
    text = "".join(pieces)
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return None
    return text


_FILTERS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "slugify": sindre_slug,
    "slug": npm_slug,
}
_TYPE: Final = r"\s*(?::\s*string\s*)?"
_OPTION: Final = late(rf"\bslugify\s*(?::\s*|(?=\(\s*[\w$]+{_TYPE}\){_TYPE}\{{))")
_FILTER: Final = late(r"(?:\(?\s*\w+\s*\)?\s*=>\s*)?[\w.]*\bgetFilter\(\s*['\"](\w+)['\"]\s*\)")
_HEAD: Final = late(
    rf"(?:(?P<a>[\w$]+)\s*|\(\s*(?P<b>[\w$]+){_TYPE}\){_TYPE})=>\s*(?:\{{\s*return\s+)?"
    rf"|(?:function\b\s*\w*\s*)?\(\s*(?P<c>[\w$]+){_TYPE}\){_TYPE}\{{\s*return\s+"
)
_WIDE: Final = "\ue000"
# Together with `_`, letters and numbers of all scripts are what Python calls a word.
_LETTERS: Final = late(r"\\p\{(?:L|Letter)\}\\p\{(?:N|Number)\}|\\p\{N\}\\p\{L\}")
_PIECE: Final = late(r"\\u\{?([0-9A-Fa-f]{4,6})\}?|\\.|.", re.DOTALL)
_CLASSES: Final = {r"\w": "A-Za-z0-9_", r"\d": "0-9"}
