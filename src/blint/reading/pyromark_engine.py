"""The first engine: pyromark's events become a Document in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import pyromark

from blint.reading.bare_urls import bare_urls, candidates, drop
from blint.reading.destinations import inline_destination, normal_label
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
from blint.reading.headings import is_attributes, written_id
from blint.reading.html_tags import scan_html, text_between_tags
from blint.reading.offsets import code_points, dedent
from blint.reading.references import add_definition, add_undefined, with_brackets
from blint.source import Span

_ON = pyromark.Options
_BLOCKS = _ON.ENABLE_TABLES | _ON.ENABLE_FOOTNOTES | _ON.ENABLE_HEADING_ATTRIBUTES
_OPTIONS = _BLOCKS | _ON.ENABLE_STRIKETHROUGH | _ON.ENABLE_GFM
# What references and definitions have. Most posts have neither, and one search tells.
_REFERENCES = re.compile(r"\][\[:]")
# Code indented in code indented ... in JSX, where every level is read on its own.
_DEEPEST = 40
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough"})
_AUTO = frozenset({"Autolink", "Email"})
_KINDS: dict[str, LinkKind] = {"Inline": "inline", "Autolink": "autolink"}
# A third of the price of calling the class, which counts for what a post has hundreds of.
_new = tuple.__new__

Place = dict[str, int]


def read(document: Document, text: str, body: int, *, mdx: bool) -> list[Span]:
    """Fill `document` from `text[body:]`; returns where its blocks of raw HTML are."""
    # Front matter is blanked, not cut off, so that in ASCII text no offset has to be changed.
    part = f"{' ' * (body - 1)}\n{text[body:]}" if body else text
    reader = _Reader(document, text, mdx)
    reader.read(part, code_points(part))
    return reader.html


class _Reader:
    """Handlers for events; offsets are bytes until `at` makes them code points of `text`."""

    def __init__(self, document: Document, text: str, mdx: bool, depth: int = 0) -> None:
        self.document = document
        self.text = text
        self.mdx = mdx
        self.depth = depth
        self.html: list[Span] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        # Links and images whose end has not come yet: their data, whether they are images, and how
        # many `pieces` there were before theirs.
        self.open: list[tuple[dict[str, Any], bool, int]] = []
        self.pieces: list[str] = []
        self.heading: dict[str, Any] | None = None
        self.inlines: list[tuple[InlineKind, str]] = []
        self.code = 0
        self.images = 0
        self.table_end = 0
        self.auto = self.in_anchor = False
        self.previous: Place = {}
        self.definitions: dict[str, Definition] = {}

    def read(self, part: str, at: Callable[[int], int]) -> None:
        """Read `part`, whose byte offsets `at` turns into offsets of the text."""
        self.at = at
        self.is_ascii = at is int
        broken: list[Any] = []
        may_refer = _REFERENCES.search(part) is not None
        parser = pyromark.Markdown(
            options=_OPTIONS,
            broken_link_callback=broken.append if may_refer and "][" in part else None,
        )
        if may_refer and "]:" in part:
            self._read_definitions(parser.reference_definitions(part))
        events = parser.events_with_range(part, merge_text=True)
        # The text has been encoded by now, and keeps what came out.
        self.bare = candidates(part)
        self._run(events)
        if broken:
            self._read_broken(broken)
        self.document.add_prose(zip(map(at, self.starts), map(at, self.ends), strict=True))

    def _run(  # noqa: C901, PLR0912 (a call for each event would double its time)
        self, events: Iterable[Any]
    ) -> None:
        """The hot loop. A quarter of all events is text, which is settled here, and half of them
        start or end what nothing is told of: methods are called for the rest alone."""
        add_start, add_end, add_piece = self.starts.append, self.ends.append, self.pieces.append
        opened = self.open
        next_bare = self.bare[-1]
        ends = {
            "Link": self._end_link,
            "Image": self._end_link,
            "CodeBlock": self._end_code,
            "HtmlBlock": self._end_html,
        }
        others = {"InlineHtml": self._inline_html, "FootnoteReference": self._footnote}
        for event, place in events:
            if event.__class__ is not dict:
                self._piece("break", " ")
                self.previous = place
                continue
            kind, value = event.popitem()
            if kind == "Text":
                end = place["end"]
                if self.code:
                    self.code = end
                    continue
                if not self.images:
                    add_start(place["start"])
                    add_end(end)
                    if self.heading is not None:
                        self.inlines.append(("autolink" if self.auto else "text", value))
                if opened:
                    add_piece(value)
                if next_bare < end:
                    next_bare = self._bare(place["start"], end)
            elif kind == "Start":
                if value.__class__ is dict:
                    self._start(*value.popitem(), place)
                elif self.in_anchor and value not in _INLINE:
                    self.in_anchor = False
            elif kind == "End":
                if value.__class__ is dict:
                    if "Heading" in value and self.heading is not None:
                        self._end_heading(self.heading, place)
                elif value in ends:
                    ends[value](place)
            elif kind == "Code":
                if not self.images:
                    add_start(place["start"])
                    add_end(place["end"])
                if opened or self.heading is not None:
                    self._piece("code", value)
            elif kind in others:
                others[kind](value, place)
            self.previous = place

    def _start(self, tag: str, data: Any, place: Place) -> None:
        """The start of what has data; nothing else that starts matters."""
        if tag in {"Link", "Image"}:
            is_image = tag == "Image"
            self.open.append((data, is_image, len(self.pieces)))
            self.images += is_image
            self.auto = data["link_type"] in _AUTO
        elif tag == "Heading":
            self.heading = data
            self.heading_place = place
            self.inlines = []
            self.in_anchor = False
        elif tag == "CodeBlock":
            # Truthy from here on: the end of the last line of code seen so far.
            self.code = place["start"] or 1
            self.fenced = data.__class__ is dict
        elif tag == "Table":
            self.table_end = place["end"]
        elif tag == "FootnoteDefinition":
            start = self.at(place["start"])
            end = self.text.find("]:", start) + 1
            self.document.footnotes.append(Footnote(data, Span(start, end), definition=True))

    def _piece(self, kind: InlineKind, text: str) -> None:
        """Add to the heading and the links that are open."""
        if self.open:
            self.pieces.append(text)
        if self.heading is not None and not self.images:
            self.inlines.append((kind, text))

    def _inline_html(self, value: str, place: Place) -> None:
        if self.heading is not None and not self.images:
            self.inlines.append(("html", value))
        if "=" in value or value.startswith(("<!--", "<img")):
            if not self.mdx:
                scan_html(self.document, self.text, *self._span(place))
            if value[:2] in {"<a", "<A"} and "href" in value.lower():
                self.in_anchor = not value.endswith("/>")
        elif value[:3] in {"</a", "</A"}:
            self.in_anchor = False

    def _footnote(self, value: str, place: Place) -> None:
        self.document.footnotes.append(Footnote(value, self._span(place), definition=False))

    def _bare(self, start: int, end: int) -> int:
        """Read the bare URLs in the text between two byte offsets; returns the next candidate."""
        if self.open or self.in_anchor:
            drop(self.bare, end)
        else:
            cell = start < self.table_end
            links = bare_urls(self.text, self.bare, self.at, (start, end), cell=cell)
            self.document.links += links
        return self.bare[-1]

    def _end_heading(self, data: dict[str, Any], place: Place) -> None:
        text = self.text
        start, end = place["start"], place["end"]
        if not self.is_ascii:
            start, end = self.at(start), self.at(end)
        end = start + len(text[start:end].rstrip())
        self.heading = None
        written = data["id"]
        brace = text.rfind("{", start, end)
        if brace > start and "}" in text[brace:end]:
            written = self._read_tail(data, brace)
        span = _new(Span, (start, end))
        heading = (int(data["level"][1]), tuple(self.inlines), span, written)
        self.document.headings.append(_new(Heading, heading))

    def _read_tail(self, data: dict[str, Any], brace: int) -> str | None:
        """The id in the braces at a heading's end; braces that hold text are read as such.

        pulldown-cmark takes all that stands there for attributes, and drops what it cannot use.
        """
        is_empty = self.previous is self.heading_place
        read = brace if is_empty else self.at(self.previous["end"])
        if read > brace:
            return None
        end = self.text.find("}", brace) + 1
        words = self.text[brace + 1 : end - 1]
        if is_attributes(words):
            return written_id(words)
        part = self.text[brace:end]
        reader = self._nested()
        reader.heading = data
        reader.read(part, code_points(part, brace))
        self.inlines += [("text", self.text[read:brace]), *reader.inlines]
        return None

    def _end_link(self, place: Place) -> None:
        data, image, first = self.open.pop()
        self.auto = False
        self.images -= image
        if self.images:
            # What stands in an image's description is shown as text.
            return
        alt = "".join(self.pieces[first:])
        if image:
            self.document.images += 1
            if self.heading is not None:
                self.inlines.append(("image", alt))
        kind = data["link_type"]
        span = self._span(place)
        destination = data["dest_url"]
        if kind == "Inline":
            label_end = self.at(self.previous["end"])
            if label_end == span.end:
                label_end = span.start + 1 + image
            where = inline_destination(self.text, label_end, span.end, destination)
        elif kind == "Autolink":
            where = Span(span.start + 1, span.end - 1)
        elif kind == "Email":
            return
        else:
            definition = self.definitions.get(normal_label(data["id"]))
            where = definition.destination_span if definition else span
            if kind == "Collapsed":
                span = with_brackets(self.text, span)
        link = (destination, where, span, _KINDS.get(kind, "reference"), image, alt, False, "")
        self.document.links.append(_new(Link, link))

    def _end_code(self, place: Place) -> None:
        span = self._span(place)
        content_end = self.at(self.code)
        self.code = 0
        if self.fenced:
            fence = fence_at(self.text, span.start, content_end, span.end)
            self.document.fences.append(fence)
            self.document.code.append(fence.content)
        elif self.mdx and self.depth < _DEEPEST:
            self._read_indented(span)
        else:
            self.document.code.append(Span(span.start, content_end))

    def _end_html(self, place: Place) -> None:
        span = self._span(place)
        self.html.append(span)
        if not self.mdx:
            scan_html(self.document, self.text, *span)
        self.document.add_prose(text_between_tags(self.text, *span))

    def _read_indented(self, span: Span) -> None:
        """Read a block of indented code as Markdown, which it is in MDX."""
        self._nested().read(*dedent(self.text, *span))

    def _nested(self) -> _Reader:
        """A reader for a part of what this one reads."""
        reader = _Reader(self.document, self.text, self.mdx, self.depth + 1)
        reader.definitions = self.definitions
        reader.html = self.html
        return reader

    def _read_definitions(self, found: dict[str, Any]) -> None:
        for data in found.values():
            span = self._span(data["span"])
            add_definition(self.document, self.definitions, self.text, span, data["dest"])

    def _read_broken(self, broken: list[Any]) -> None:
        for span, kind in {self._span(data["span"]): data["link_type"] for data in broken}.items():
            if kind != "Shortcut":
                whole = with_brackets(self.text, span) if kind == "Collapsed" else span
                add_undefined(self.document, self.definitions, self.text, whole)

    def _span(self, place: Place) -> Span:
        start, end = place["start"], place["end"]
        return _new(Span, (start, end) if self.is_ascii else (self.at(start), self.at(end)))
