"""Raw HTML: the links, ids and comments in it."""

from __future__ import annotations

import re
from html import unescape

from blint.reading.document import Comment, Document, HtmlId, Link
from blint.source import Span

_TAG_OR_COMMENT = re.compile(
    r"<!--(?P<comment>.*?)-->"
    r"|<(?P<name>[A-Za-z][^\s/>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?<![^\s\"'/])(?P<name>[^\s\"'<>/=]+)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))"
)
_CANDIDATE = re.compile(r"(\s*)([^\s,]\S*[^\s,]|[^\s,])[^,]*")
_SOURCES = frozenset({"img", "source", "video", "audio", "iframe", "embed", "track", "script"})


def scan_html(document: Document, text: str, start: int, end: int) -> None:
    """Add to `document` what the raw HTML in `text[start:end]` refers to and defines."""
    for match in _TAG_OR_COMMENT.finditer(text, start, end):
        if match["name"] is None:
            document.comments.append(Comment(match["comment"], Span(*match.span())))
        elif "=" in match["attributes"]:
            _tag(document, text, match["name"].lower(), match)
        if match["name"] and match["name"].lower() == "img":
            document.images += 1


def _tag(document: Document, text: str, name: str, tag: re.Match[str]) -> None:
    span = Span(*tag.span())
    alt = ""
    first = len(document.links)
    for attribute in _ATTRIBUTE.finditer(text, *tag.span("attributes")):
        key = attribute["name"].lower()
        group = attribute.lastgroup or "bare"
        value, place = attribute[group], Span(*attribute.span(group))
        if key == "id" or (key == "name" and name == "a"):
            document.ids.append(HtmlId(unescape(value), place))
        elif (key == "href" and name in {"a", "area"}) or (
            key in {"src", "poster"} and name in _SOURCES
        ):
            image = name == "img" or key == "poster"
            document.links.append(Link(unescape(value), place, span, "html", image))
        elif key == "srcset":
            document.links += _srcset(value, place, span)
        elif key == "alt":
            alt = unescape(value)
    if alt:
        document.links[first:] = [
            link._replace(text=alt) if link.image else link for link in document.links[first:]
        ]


def _srcset(value: str, place: Span, span: Span) -> list[Link]:
    links = []
    for candidate in _CANDIDATE.finditer(value):
        url = candidate[2]
        at = place.start + candidate.start(2)
        links.append(Link(unescape(url), Span(at, at + len(url)), span, "html", image=True))
    return links
