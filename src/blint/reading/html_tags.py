"""Raw HTML: the links, ids, comments and words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from blint.reading.document import Comment, Document, HtmlId, Link
from blint.source import Span

_MARKUP = re.compile(
    r"<!--|</?(?P<name>[A-Za-z][^\s/><]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>"
)
# Masked template syntax may stand between attributes; it is no part of their names.
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=\U00100000-\U0010ffff]+)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))"
)
_CANDIDATE = re.compile(r"[^\s,]\S*[^\s,]|[^\s,]")
_UNREAD = frozenset({"script", "style", "template", "svg", "pre"})
_SOURCES = frozenset({"img", "source", "video", "audio", "iframe", "embed", "track"})


def scan_html(document: Document, text: str, start: int, end: int) -> None:
    """Add to `document` what the raw HTML in `text[start:end]` refers to and defines."""
    for (first, last), tag in _markup(text, start, end):
        if tag is None:
            document.comments.append(Comment(text[first + 4 : last - 3], Span(first, last)))
            continue
        name = tag["name"].lower()
        document.images += name == "img"
        if "=" in tag["attributes"]:
            _read_tag(document, name, tag)


def text_between_tags(text: str, start: int, end: int) -> list[Span]:
    """What a reader reads of a block of raw HTML: everything but tags, comments and scripts."""
    spans: list[Span] = []
    at = start
    closer = ""
    for (first, last), tag in _markup(text, start, end):
        name = tag[0][1:].lower() if tag else ""
        if closer:
            if name.startswith(closer):
                closer = ""
                at = last
            continue
        if text[at:first].strip():
            spans.append(Span(at, first))
        at = last
        if tag and tag["name"].lower() in _UNREAD and name[0] != "/":
            closer = "/" + tag["name"].lower()
    # Without a tag it is not HTML that a reader sees, but a declaration or an instruction.
    if at > start and not closer and text[at:end].strip():
        spans.append(Span(at, end))
    return spans


def _markup(
    text: str, start: int, end: int
) -> Iterator[tuple[tuple[int, int], re.Match[str] | None]]:
    """Each tag, and each comment with None, and from where to where it goes."""
    at = start
    while match := _MARKUP.search(text, at, end):
        at = match.end()
        if match["name"] is not None:
            yield match.span(), match
            continue
        close = text.find("-->", match.start() + 2, end)
        if close < 0:
            # The rest of the block is a comment that nothing closes.
            return
        at = close + 3
        yield (match.start(), at), None


def _read_tag(document: Document, name: str, tag: re.Match[str]) -> None:
    alt = ""
    found: list[tuple[str, Span, bool]] = []
    for attribute in _ATTRIBUTE.finditer(tag.string, *tag.span("attributes")):
        key = attribute["name"].lower()
        group = attribute.lastindex or 0
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
    if found:
        span = Span(*tag.span())
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
