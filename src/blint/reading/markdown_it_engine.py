"""The second engine: markdown-it-py reads what pyromark cannot, and checks what it can."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

from markdown_it.token import Token

from blint.reading.bare_urls import bare_url
from blint.reading.destinations import normal_label
from blint.reading.document import (
    Definition,
    Document,
    Footnote,
    Heading,
    InlineKind,
    Link,
    LinkKind,
)
from blint.reading.fences import fence_at
from blint.reading.headings import split_attributes
from blint.reading.html_tags import scan_html, text_between_tags
from blint.reading.markdown_it_positions import (
    HOLES,
    STARTS,
    UNDEFINED,
    ContentMap,
    Place,
    cell_map,
    paragraph_map,
    positioned_parser,
    token_place,
)
from blint.reading.references import add_definition, add_undefined
from blint.reading.templates import without
from blint.source import Span

# The first line of a quote that GitHub shows as a callout.
_CALLOUT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?=\n|$)", re.IGNORECASE)
_MARK = re.compile(r"://|www\.")
_INLINES: dict[str, InlineKind] = {
    "text": "text",
    "text_special": "text",
    "code_inline": "code",
    "html_inline": "html",
    "softbreak": "break",
    "hardbreak": "break",
}


def read(document: Document, text: str, body: int, *, mdx: bool) -> list[Span]:
    """Fill `document` from `text[body:]`; returns where its blocks of raw HTML are."""
    return _Reader(document, text, body, mdx).read()


class _Reader:
    """Walks the tokens. What is called an offset is one in `source`, unless `base` is added."""

    def __init__(self, document: Document, text: str, base: int, mdx: bool) -> None:
        self.document = document
        self.text = text
        self.base = base
        self.mdx = mdx
        # The parser itself would shorten the text. A space before a line end changes little.
        self.source = text[base:].replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
        self.lines = self.source.split("\n")
        self.starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        self.env: dict[str, Any] = {}
        self.html: list[Span] = []
        self.definitions: dict[str, Definition] = {}
        self.cells: dict[int, int] = {}

    def read(self) -> list[Span]:
        """Read block by block."""
        self.md = positioned_parser(mdx=self.mdx)
        tokens = self.md.parse(self.source, self.env)
        self._read_definitions()
        before = None
        for token in tokens:
            if token.type == "inline" and before is not None:
                self._inline(before, token)
            elif token.type == "fence":
                self._fence(token)
            elif token.type == "code_block":
                self.document.code.append(self._block(token))
            elif token.type == "html_block":
                self._html(self._block(token))
            elif token.type == "footnote_reference_open":
                self._footnote(token)
            before = token
        return self.html

    def _inline(self, opener: Token, token: Token) -> None:
        """Read the text of a paragraph, heading or cell; `opener` is the token before it."""
        heading_id = None
        if opener.type == "heading_open":
            token.content, heading_id = split_attributes(token.content)
        at = self._content_map(opener, token)
        holes: list[tuple[int, int]] = []
        undefined: list[tuple[int, int]] = []
        self.env[HOLES], self.env[UNDEFINED] = holes, undefined
        children = self.md.inline.parse(token.content, self.md, self.env, [])
        if opener.type == "heading_open":
            inlines = tuple(_inlines(children))
            level = int(opener.tag[1])
            span = self._block(opener)
            self.document.headings.append(Heading(level, inlines, span, heading_id))
        callout = _CALLOUT.match(token.content)
        if callout:
            holes.append(callout.span())
        quiet = self._children(children, at, len(token.content))
        whole = [Span(0, len(token.content))]
        prose = without(whole, [Span(*hole) for hole in sorted(holes)])
        self.document.prose += (Span(at(start), at(end - 1) + 1) for start, end in prose)
        self._bare(token.content, without(prose, sorted(quiet)), at, opener.tag in {"th", "td"})
        for start, end in undefined:
            span = Span(at(start), at(end - 1) + 1)
            add_undefined(self.document, self.definitions, self.text, span)

    def _content_map(self, opener: Token, token: Token) -> ContentMap:
        """The map from the content of an inline token to offsets in the text."""
        first, last = token.map or (0, 0)
        if opener.tag in {"th", "td"}:
            line = self.lines[first]
            if opener.tag == "th" or first not in self.cells:
                self.cells.setdefault(first, self.env[STARTS][first] - self.starts[first])
            at, self.cells[first] = cell_map(token.content, line, self.cells[first])
            return at.shifted(self.starts[first] + self.base)
        if opener.type == "heading_open" and opener.markup.startswith("#"):
            start = self.env[STARTS][first] + len(opener.markup)
            start += len(self.source[start:]) - len(self.source[start:].lstrip(" \t"))
            return ContentMap([(0, start + self.base)])
        starts = [start + self.base for start in self.starts[first:last]]
        return paragraph_map(token.content, self.lines[first:last], starts)

    def _children(self, children: list[Token], at: ContentMap, length: int) -> list[Span]:
        """Read links, images, HTML and footnotes; returns where no bare URL is looked for."""
        quiet: list[Span] = []
        open_links: list[tuple[Token, list[str]]] = []
        anchor: int | None = None
        for child in children:
            place = token_place(child)
            if child.type == "link_open":
                open_links.append((child, []))
            elif child.type == "link_close":
                token, pieces = open_links.pop()
                quiet += self._link(token, "".join(pieces), at)
            elif child.type == "image":
                alt = _plain(child.children or ())
                self._link(child, alt, at)
                self.document.images += 1
                for _, pieces in open_links:
                    pieces.append(alt)
            elif child.type == "footnote_ref" and place:
                span = Span(at(place.start), at(place.end - 1) + 1)
                self.document.footnotes.append(Footnote(child.meta["label"], span, False))
            elif child.type == "html_inline" and place:
                anchor = self._inline_html(child.content, place, at, anchor, quiet)
            elif child.type == "code_inline" and place:
                quiet.append(Span(place.start, place.end))
            if child.type in _INLINES and child.type != "html_inline":
                text = " " if child.type.endswith("break") else child.content
                for _, pieces in open_links:
                    pieces.append(text)
        if anchor is not None:
            quiet.append(Span(anchor, length))
        return quiet

    def _link(self, token: Token, text: str, at: ContentMap) -> list[Span]:
        place = token_place(token)
        if place is None:
            return []
        image = token.type == "image"
        destination = str(token.attrs["src" if image else "href"])
        span = Span(at(place.start), at(place.end - 1) + 1)
        kind: LinkKind = "inline"
        if token.info == "auto":
            kind = "autolink"
            where = Span(span.start + 1, span.end - 1)
            written = self.text[where.start : where.end]
            if written != destination:
                return [Span(place.start, place.end)]
        elif "label" in token.meta:
            kind = "reference"
            definition = self.definitions.get(normal_label(token.meta["label"]))
            where = definition.destination_span if definition else span
        else:
            first, last = place.destination or (place.end - 1, place.end - 1)
            where = Span(at(first), at(last - 1) + 1 if last > first else at(first))
        self.document.links.append(Link(destination, where, span, kind, image, text))
        return [Span(place.start, place.end)]

    def _inline_html(
        self, content: str, place: Place, at: ContentMap, anchor: int | None, quiet: list[Span]
    ) -> int | None:
        """Read a tag; returns where the anchor starts that is open behind it."""
        if not self.mdx:
            scan_html(self.document, self.text, at(place.start), at(place.end - 1) + 1)
        tag = content[:3].lower()
        if tag.startswith("<a") and "href" in content.lower() and not content.endswith("/>"):
            return place.start if anchor is None else anchor
        if tag == "</a" and anchor is not None:
            quiet.append(Span(anchor, place.end))
            return None
        return anchor

    def _bare(self, content: str, areas: list[Span], at: ContentMap, cell: bool) -> None:
        done = 0
        for start, end in areas:
            for mark in _MARK.finditer(content, start, end):
                if at(mark.start()) < done:
                    continue
                link = bare_url(self.text, at(mark.start()), at(start), cell=cell)
                if link:
                    self.document.links.append(link)
                    done = link.span.end

    def _fence(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        inside = token.content.count("\n")
        inside += not token.content.endswith("\n") and token.content != ""
        limit = len(self.text)
        end = min(self.starts[last] + self.base, limit)
        content_end = min(self.starts[first + 1 + inside] + self.base, limit)
        start = self.env[STARTS][first] + self.base
        fence = fence_at(self.text, start, content_end if inside else 0, end)
        closed = last - first - 1 > inside
        self.document.fences.append(fence._replace(closed=closed))
        self.document.code.append(fence.content)

    def _html(self, span: Span) -> None:
        self.html.append(span)
        if not self.mdx:
            scan_html(self.document, self.text, *span)
        self.document.prose += text_between_tags(self.text, *span)

    def _footnote(self, token: Token) -> None:
        span = self._block(token)
        start = self.text.find("[^", span.start)
        end = self.text.find("]:", start) + 1
        self.document.footnotes.append(Footnote(token.meta["label"], Span(start, end), True))

    def _read_definitions(self) -> None:
        for data in self.env.get("references", {}).values():
            first, last = data["map"]
            start, end = self.starts[first], self.starts[last]
            end = start + len(self.source[start:end].rstrip())
            start = self.text.find("[", start + self.base)
            span = Span(start, end + self.base)
            add_definition(self.document, self.definitions, self.text, span, data["href"])

    def _block(self, token: Token) -> Span:
        """The lines of a block, without the container marks before and the line end after it."""
        first, last = token.map or (0, 0)
        start = self.env.get(STARTS, {}).get(first, self.starts[first])
        end = start + len(self.source[start : self.starts[last]].rstrip())
        return Span(start + self.base, end + self.base)


def _inlines(children: Iterable[Token]) -> Iterator[tuple[InlineKind, str]]:
    """A heading's content piece by piece."""
    auto = False
    for child in children:
        if child.type in {"link_open", "link_close"}:
            auto = child.type == "link_open" and child.info == "auto"
        elif child.type == "image":
            yield "image", _plain(child.children or ())
        elif child.type in _INLINES:
            kind = _INLINES[child.type]
            text = " " if kind == "break" else child.content
            if text:
                yield ("autolink" if auto else kind), text


def _plain(children: Iterable[Token]) -> str:
    return "".join(
        _plain(child.children or ())
        if child.type == "image"
        else " "
        if child.type.endswith("break")
        else child.content
        for child in children
        if child.type != "html_inline"
    )
