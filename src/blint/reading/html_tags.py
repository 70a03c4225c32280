"""Raw HTML: the links, ids, comments and words in it."""

from __future__ import annotations

import re
from html import unescape

from blint.reading.document import Comment, Document, HtmlId, Link
from blint.source import Span

# Masked template syntax may stand between attributes; it is no part of their names.
_TAG_OR_COMMENT = re.compile(
    r"<!--(?P<comment>(?s:.)*?)-->"
    r"|</?(?P<name>[A-Za-z][^\s/>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=\U00100000-\U0010ffff]+)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))"
)
_CANDIDATE = re.compile(r"[^\s,]\S*[^\s,]|[^\s,]")
_UNREAD = re.compile(r"<(script|style|template|svg|pre)\b(?s:.)*?</\1\s*>", re.IGNORECASE)
_SOURCES = frozenset({"img", "source", "video", "audio", "iframe", "embed", "track"})


def scan_html(document: Document, text: str, start: int, end: int) -> None:
    """Add to `document` what the raw HTML in `text[start:end]` refers to and defines."""
    for match in _TAG_OR_COMMENT.finditer(text, start, end):
        name, attributes = match["name"], match["attributes"]
        if name is None:
            document.comments.append(Comment(match["comment"], Span(*match.span())))
            continue
        name = name.lower()
        if name == "img":
            document.images += 1
        if "=" in attributes:
            _read_tag(document, name, match)


def text_between_tags(text: str, start: int, end: int) -> list[Span]:
    """What a reader reads of a block of raw HTML: everything but tags, comments and scripts."""
    unread = [Span(*match.span()) for match in _UNREAD.finditer(text, start, end)]
    spans: list[Span] = []
    at = start
    for match in _TAG_OR_COMMENT.finditer(text, start, end):
        first, last = match.span()
        if first < at:
            continue
        if text[at:first].strip():
            spans.append(Span(at, first))
        at = last
        if unread and unread[0].start == first:
            at = unread.pop(0).end
    # Without a tag it is not HTML that a reader sees, but a declaration or an instruction.
    if at > start and text[at:end].strip():
        spans.append(Span(at, end))
    return spans


def _read_tag(document: Document, name: str, tag: re.Match[str]) -> None:
    span = Span(*tag.span())
    alt = ""
    found: list[tuple[str, Span, bool]] = []
    for attribute in _ATTRIBUTE.finditer(tag.string, *tag.span("attributes")):
        key = attribute["name"].lower()
        group = attribute.lastgroup or "bare"
        value, where = attribute[group], Span(*attribute.span(group))
        if key == "id" or (key == "name" and name == "a"):
            document.ids.append(HtmlId(unescape(value), where))
        elif key == "href" and name in {"a", "area"}:
            found.append((value, where, False))
        elif key == "poster" or (key == "src" and name in _SOURCES):
            found.append((value, where, key == "poster" or name == "img"))
        elif key == "srcset":
            found += _candidates(value, where.start)
        elif key == "alt":
            alt = unescape(value)
    document.links += [
        Link(unescape(value), where, span, "html", image, alt if image else "")
        for value, where, image in found
    ]


def _candidates(srcset: str, start: int) -> list[tuple[str, Span, bool]]:
    """The URLs of a `srcset`, each followed by a width or a density and a comma."""
    found = []
    at = 0
    while match := _CANDIDATE.search(srcset, at):
        where = Span(start + match.start(), start + match.end())
        found.append((match[0], where, True))
        comma = srcset.find(",", match.end())
        at = comma + 1 if comma >= 0 else len(srcset)
    return found
