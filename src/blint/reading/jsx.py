"""JSX tags and expressions: where one ends, and what a tag refers to."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from blint.reading.document import Document, HtmlId, Link
from blint.source import Span

# A tag or an expression longer than this is one that was never closed.
_LONGEST = 10_000
# A comment without an end takes the rest, or every later one would be tried anew.
_IN_EXPRESSION = re.compile(
    r"[{}]|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"
    r"|/\*(?s:.)*?(?:\*/|\Z)|(?<!:)//[^\n]*"
)
_NAME = re.compile(r"</?(?P<name>[A-Za-z_$][\w.:$-]*)?")
_ATTRIBUTE = re.compile(
    r"\s*(?P<name>[A-Za-z_$@:][\w.:$@-]*)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?={)))?"
)
_CLOSE = re.compile(r"\s*/?>")
_SPREAD = re.compile(r"\s*(?={)")
_LITERAL = re.compile(r"\{\s*(?:\"([^\"\\]*)\"|'([^'\\]*)'|`([^`\\$]*)`)\s*\}")
_IMAGES = frozenset({"img", "image"})


class Attribute(NamedTuple):
    """An attribute of a tag; the span of the value leaves quotes out, and has an expression's
    braces in."""

    name: str
    value: Span
    expression: bool


class Tag(NamedTuple):
    """An opening or closing tag; the name of a fragment's is empty."""

    name: str
    attributes: tuple[Attribute, ...]
    span: Span


def expression_end(text: str, start: int) -> int | None:
    """Where the expression that opens with the brace at `start` ends, or None."""
    depth = 0
    for match in _IN_EXPRESSION.finditer(text, start, start + _LONGEST):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if not depth:
                return match.end()
    return None


def tag_at(text: str, start: int) -> Tag | None:
    """The tag that opens with the `<` at `start`, or None."""
    head = _NAME.match(text, start)
    if head is None:
        return None
    at = head.end()
    attributes: list[Attribute] = []
    while at - start < _LONGEST:
        close = _CLOSE.match(text, at)
        if close:
            return Tag(head["name"] or "", tuple(attributes), Span(start, close.end()))
        attribute = _ATTRIBUTE.match(text, at) if text[at : at + 1].isspace() else None
        at = attribute.end() if attribute else at
        if attribute and attribute.lastgroup != "name":
            where = Span(*attribute.span(attribute.lastgroup or ""))
            attributes.append(Attribute(attribute["name"], where, expression=False))
            continue
        brace = _SPREAD.match(text, at)
        has_value = attribute is not None and attribute[0].rstrip().endswith("=")
        if brace and (has_value or attribute is None):
            end = expression_end(text, brace.end())
            if end is None:
                return None
            name = attribute["name"] if attribute else ""
            attributes.append(Attribute(name, Span(brace.end(), end), expression=True))
            at = end
        elif attribute is None:
            return None
    return None


def read_tag(document: Document, text: str, tag: Tag) -> None:
    """Add to `document` the links and ids of a tag."""
    kind = tag.name.rpartition(".")[2].lower()
    image = kind in _IMAGES
    document.images += image
    component = tag.name[:1].isupper()
    for name, where, expression in tag.attributes:
        value, place, templated = _value(text, where, expression)
        if name == "id" or (name == "name" and tag.name == "a"):
            if not expression or not templated:
                document.ids.append(HtmlId(value, place))
        elif name in {"href", "src", "poster"} or (name == "to" and component):
            if kind == "script" or (kind == "link" and not component):
                continue
            document.links.append(
                Link(
                    value,
                    place,
                    tag.span,
                    "html",
                    image,
                    _alt(text, tag) if image else "",
                    templated,
                    tag.name if component else "",
                )
            )


def _value(text: str, where: Span, expression: bool) -> tuple[str, Span, bool]:
    """The value of an attribute, its place, and whether only running the code would tell it."""
    written = text[where.start : where.end]
    if not expression:
        return unescape(written), where, False
    literal = _LITERAL.fullmatch(written)
    if literal is None or literal.lastindex is None:
        return written, where, True
    first, last = literal.span(literal.lastindex)
    return literal[literal.lastindex], Span(where.start + first, where.start + last), False


def _alt(text: str, tag: Tag) -> str:
    for attribute in tag.attributes:
        if attribute.name == "alt":
            return _value(text, attribute.value, attribute.expression)[0]
    return ""
