"""Patterns of addresses in Liquid and Nunjucks: filled in as far as that follows from the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from blint.late import late
from blint.site.headings.sindre_slugs import npm_slug, sindre_slug


class Unknown(Exception):
    """Something that the sources do not tell."""


Lookup = Callable[[str], Any]
"""The value of a dotted name; raises Unknown."""


def render(template: str, lookup: Lookup, others: frozenset[str] = frozenset()) -> str | None:
    """A pattern filled in; None where that is not certain. `others` are filters of the site's."""
    pieces = list(rendered(template, lookup, others))
    return None if None in pieces else "".join(filter(None, pieces))


def expression_of(template: str, lookup: Lookup, others: frozenset[str] = frozenset()) -> str:
    """A regular expression for all that a pattern may become."""
    return "".join(
        ".*" if piece is None else re.escape(piece) for piece in rendered(template, lookup, others)
    )


def rendered(
    template: str, lookup: Lookup, others: frozenset[str] = frozenset()
) -> Iterator[str | None]:
    """The pieces of a pattern, filled in; None for one that is not known."""
    stack: list[bool] = []
    done: list[bool] = []
    for match in _PIECE.finditer(template):
        plain, output, tag = match["plain"], match["output"], match["tag"]
        shown = all(stack)
        if plain is not None and shown:
            yield plain
        elif output is not None and shown:
            yield _output(output, lookup, others)
        elif tag is not None:
            word, _, rest = tag.strip("- ").partition(" ")
            try:
                _branch(word, rest, stack, done, lookup, others)
            except Unknown:
                yield None
                return


def _branch(
    word: str,
    rest: str,
    stack: list[bool],
    done: list[bool],
    lookup: Lookup,
    others: frozenset[str],
) -> None:
    """Take a tag of an `if` into account; `done` tells whether a branch was taken already."""
    if word in {"if", "unless"}:
        taken = _test(rest, lookup, others) is (word == "if") if all(stack) else False
        stack.append(taken)
        done.append(taken)
    elif word in {"elif", "elsif", "elseif"} and stack:
        outer = all(stack[:-1])
        stack[-1] = outer and not done[-1] and _test(rest, lookup, others)
        done[-1] = done[-1] or stack[-1]
    elif word == "else" and stack:
        stack[-1] = not done[-1]
        done[-1] = True
    elif word in {"endif", "endunless"} and stack:
        stack.pop()
        done.pop()
    else:
        raise Unknown


def _test(text: str, lookup: Lookup, others: frozenset[str]) -> bool:
    for pattern, combine in ((r"\s+or\s+", any), (r"\s+and\s+", all)):
        parts = re.split(pattern, text)
        if len(parts) > 1:
            return combine(_test(part, lookup, others) for part in parts)
    match = re.fullmatch(r"(.+?)\s*(===?|!==?|<=|>=|<|>)\s*(.+)", text.strip())
    if match is None:
        negated = re.fullmatch(r"not\s+(.+)", text.strip())
        value = _value(negated[1] if negated else text, lookup, others)
        return bool(value) is (negated is None)
    left, right = _value(match[1], lookup, others), _value(match[3], lookup, others)
    sign = match[2][:2]
    if sign in {"==", "!="}:
        return bool(left == right) is (sign == "==")
    if not isinstance(left, int) or not isinstance(right, int):
        raise Unknown
    return {"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}[sign]


def _output(text: str, lookup: Lookup, others: frozenset[str]) -> str | None:
    try:
        value = _value(text.strip("- "), lookup, others)
    except Unknown:
        return None
    if value is None or value is False:
        return ""
    return str(value) if isinstance(value, str | int) else None


def _value(text: str, lookup: Lookup, others: frozenset[str]) -> Any:
    """The value of an expression with filters. Raises Unknown."""
    first, *filters = _split(text, "|")
    value = _sum(first, lookup)
    for one in filters:
        match = _FILTER.fullmatch(one.strip())
        if match is None or match["name"] in others:
            raise Unknown
        inside = (match["arguments"] or "").strip()
        arguments = [_sum(argument, lookup) for argument in _split(inside, ",")] if inside else []
        value = _filtered(match["name"], value, arguments)
    return value


def _sum(text: str, lookup: Lookup) -> Any:
    parts = [part for part in _SUM.split(text.strip()) if part.strip()]
    value = _atom(parts[0].strip(), lookup) if parts else None
    for sign, part in zip(parts[1::2], parts[2::2], strict=False):
        other = _atom(part.strip(), lookup)
        if isinstance(value, int) and isinstance(other, int) and sign.strip() in "+-":
            value = value + other if sign.strip() == "+" else value - other
        elif sign.strip() in "+~" and isinstance(value, str | int) and isinstance(other, str | int):
            value = f"{value}{other}"
        else:
            raise Unknown
    return value


def _atom(text: str, lookup: Lookup) -> Any:
    if text[:1] in "'\"" and len(text) > 1 and text[-1] == text[0]:
        return text[1:-1]
    if re.fullmatch(r"-?\d{1,9}", text):
        return int(text)
    if text in _WORDS:
        return _WORDS[text]
    match = _METHOD.fullmatch(text)
    if match is not None:
        value = lookup(match[1])
        if isinstance(value, datetime):
            return {"FullYear": value.year, "Month": value.month - 1, "Date": value.day}[match[2]]
    if _NAME.fullmatch(text):
        return lookup(text)
    raise Unknown


def _filtered(name: str, value: Any, arguments: list[Any]) -> Any:
    """What a filter of Liquid's, Nunjucks' or Eleventy's makes of a value. Raises Unknown."""
    match name, arguments:
        case "date", [form] if isinstance(value, datetime):
            return _date(value, str(form))
        case "default", [other]:
            return other if value in (None, "", False) else value
        case (("safe" | "escape" | "string"), []):
            return value
        case "plus", [int(other)] if isinstance(value, int):
            return value + other
        case "minus", [int(other)] if isinstance(value, int):
            return value - other
    if value is None:
        value = ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Unknown
    return _text_filtered(name, str(value), arguments)


def _text_filtered(name: str, text: str, arguments: list[Any]) -> str:
    match name, arguments:
        case _, [] if name in _OF_TEXT:
            found = _OF_TEXT[name](text)
            if found is not None:
                return found
        case "append", [str(other)]:
            return text + other
        case "prepend", [str(other)]:
            return other + text
        case "remove", [str(other)] if other:
            return text.replace(other, "")
        case "replace", [str(old), str(new)] if old:
            return text.replace(old, new)
    raise Unknown


def _date(value: datetime, form: str) -> str:
    """A date in the words of `strftime`, as far as they are numbers or English names."""
    if not all(sign in _SIGNS for sign in re.findall("%(-?.)", form)):
        raise Unknown
    return re.sub("%(-?.)", lambda match: _SIGNS[match[1]](value), form)


def _split(text: str, sign: str) -> list[str]:
    """A text at each of a sign, but for those in quotes."""
    pieces, last = [], 0
    for match in re.finditer(rf"'[^']*'|\"[^\"]*\"|{re.escape(sign)}", text):
        if match[0] == sign:
            pieces.append(text[last : match.start()])
            last = match.end()
    return [*pieces, text[last:]]


_PIECE: Final = late(
    r"\{\{(?P<output>.*?)\}\}|\{%(?P<tag>.*?)%\}|\{#.*?#\}|(?P<plain>(?:(?!\{[{%#]).)+)", re.DOTALL
)
_FILTER: Final = late(r"(?P<name>\w+)\s*(?::|\()?(?P<arguments>.*?)\)?", re.DOTALL)
_SUM: Final = late(r"(?<=[\w'\")])(\s+[+~-]\s+|\s*[+~]\s*)(?=[\w'\"])")
_METHOD: Final = late(r"([\w.]+)\.get(?:UTC)?(FullYear|Month|Date)\(\s*\)")
_NAME: Final = late(r"[A-Za-z_]\w*(?:\.\w+)*")
_WORDS: Final[Mapping[str, Any]] = {
    "true": True,
    "false": False,
    "null": None,
    "nil": None,
    "none": None,
    "undefined": None,
    "blank": "",
    "empty": "",
}
_OF_TEXT: Final[Mapping[str, Callable[[str], str | None]]] = {
    "slugify": sindre_slug,
    "slug": npm_slug,
    "lower": str.lower,
    "downcase": str.lower,
    "upper": str.upper,
    "upcase": str.upper,
    "trim": str.strip,
    "strip": str.strip,
}
_SIGNS: Final[Mapping[str, Callable[[datetime], str]]] = {
    "Y": lambda day: f"{day.year:04}",
    "y": lambda day: f"{day.year % 100:02}",
    "m": lambda day: f"{day.month:02}",
    "-m": lambda day: str(day.month),
    "d": lambda day: f"{day.day:02}",
    "-d": lambda day: str(day.day),
    "e": lambda day: f"{day.day:2}",
    "F": lambda day: f"{day:%Y-%m-%d}",
    "j": lambda day: f"{day:%j}",
    "H": lambda day: f"{day.hour:02}",
    "M": lambda day: f"{day.minute:02}",
    "b": lambda day: f"{day:%b}",
    "B": lambda day: f"{day:%B}",
}
