"""The first engine: pyromark's events become a Document in one pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyromark

from blint.reading.bare_urls import bare_url, candidates
from blint.reading.document import Document, Fence, Footnote, Heading, InlineKind, Link
from blint.reading.html_tags import scan_html
from blint.reading.offsets import code_points
from blint.source import Span

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_GFM
)
_NEVER = 1 << 62


def read(document: Document, text: str, body: int) -> None:
    """Fill `document` from `text[body:]`."""
    _Reader(document, text, body).read()


class _Open:
    """A link or image whose end has not come yet. `start` is a byte offset."""

    __slots__ = ("data", "image", "pieces", "start")

    def __init__(self, data: dict[str, Any], start: int, image: bool) -> None:
        self.data = data
        self.start = start
        self.image = image
        self.pieces: list[str] = []


class _Reader:
    """One handler per event; offsets are bytes until `at` makes them code points."""

    def __init__(self, document: Document, text: str, body: int) -> None:
        self.document = document
        self.text = text
        self.body = text[body:]
        self.at = code_points(self.body, body)
        self.prose_starts: list[int] = []
        self.prose_ends: list[int] = []
        self.open: list[_Open] = []
        self.inlines: list[tuple[InlineKind, str]] | None = None
        self.code: int | None = None
        self.previous: dict[str, int] = {}
        self.table = 0
        self.bare = candidates(self.body if self.body.isascii() else self.body.encode())
        self.bare.append(_NEVER)
        self.bare.reverse()

    def read(self) -> None:
        """Run through the events."""
        handlers: dict[str, Callable[[Any, dict[str, int]], None]] = {
            "Text": self._text,
            "Code": self._code_span,
            "Start": self._start,
            "End": self._end,
            "InlineHtml": self._inline_html,
            "FootnoteReference": self._footnote,
        }
        events = pyromark.Markdown(options=_OPTIONS).events_with_range(self.body, merge_text=True)
        for event, place in events:
            if event.__class__ is dict:
                for kind, value in event.items():
                    if kind in handlers:
                        handlers[kind](value, place)
            elif event != "Rule":
                self._break()
            self.previous = place
        at = self.at
        self.document.prose = [
            Span(at(a), at(b)) for a, b in zip(self.prose_starts, self.prose_ends, strict=True)
        ]
        self.document.links.sort(key=lambda link: link.span)

    def _text(self, value: str, place: dict[str, int]) -> None:
        end = place["end"]
        if self.code is not None:
            self.code = end
            return
        start = place["start"]
        self.prose_starts.append(start)
        self.prose_ends.append(end)
        if self.open:
            for opened in self.open:
                opened.pieces.append(value)
        elif self.bare[-1] < end:
            self._bare(start, end)
        if self.inlines is not None and not any(o.image for o in self.open):
            kind: InlineKind = "text"
            if self.open and self.open[-1].data["link_type"] in {"Autolink", "Email"}:
                kind = "autolink"
            self.inlines.append((kind, value))

    def _break(self) -> None:
        for opened in self.open:
            opened.pieces.append(" ")
        if self.inlines is not None:
            self.inlines.append(("break", " "))

    def _code_span(self, value: str, place: dict[str, int]) -> None:
        start, end = place["start"], place["end"]
        self.prose_starts.append(start)
        self.prose_ends.append(end)
        for opened in self.open:
            opened.pieces.append(value)
        if self.inlines is not None:
            self.inlines.append(("code", value))

    def _inline_html(self, value: str, place: dict[str, int]) -> None:
        if self.inlines is not None:
            self.inlines.append(("html", value))
        if "=" in value or value.startswith("<!--"):
            scan_html(self.document, self.text, self.at(place["start"]), self.at(place["end"]))

    def _footnote(self, value: str, place: dict[str, int]) -> None:
        self.document.footnotes.append(Footnote(value, self._span(place), definition=False))

    def _span(self, place: dict[str, int]) -> Span:
        return Span(self.at(place["start"]), self.at(place["end"]))

    def _bare(self, start: int, end: int) -> None:
        bare = self.bare
        while bare[-1] < start:
            bare.pop()
        while bare[-1] < end:
            mark = bare.pop()
            link = bare_url(self.text, self.at(mark), self.at(start), len(self.text))
            if link is not None:
                self.document.links.append(link)
                while self.at(bare[-1]) < link.span.end:
                    bare.pop()

    def _start(self, value: Any, place: dict[str, int]) -> None:
        if value.__class__ is not dict:
            return
        for tag, data in value.items():
            if tag == "Link" or tag == "Image":
                self.open.append(_Open(data, place["start"], tag == "Image"))
            elif tag == "Heading":
                self.inlines = []
                self.heading = data
            elif tag == "CodeBlock":
                self.code = place["start"]
            elif tag == "FootnoteDefinition":
                self.document.footnotes.append(Footnote(data, self._span(place), definition=True))

    def _end(self, value: Any, place: dict[str, int]) -> None:
        if value.__class__ is dict:
            if "Heading" in value:
                self._end_heading(place)
        elif value == "Link" or value == "Image":
            self._end_link(place)
        elif value == "CodeBlock":
            self._end_code(place)
        elif value == "HtmlBlock":
            scan_html(self.document, self.text, self.at(place["start"]), self.at(place["end"]))

    def _end_heading(self, place: dict[str, int]) -> None:
        span = self._span(place)
        while span.end > span.start and self.text[span.end - 1] in "\r\n":
            span = Span(span.start, span.end - 1)
        level = int(self.heading["level"][1])
        self.document.headings.append(
            Heading(level, tuple(self.inlines or ()), span, self.heading["id"])
        )
        self.inlines = None

    def _end_link(self, place: dict[str, int]) -> None:
        opened = self.open.pop()
        data = opened.data
        kind = data["link_type"]
        if opened.image:
            self.document.images += 1
            if self.inlines is not None:
                self.inlines.append(("image", "".join(opened.pieces)))
        if kind == "Email":
            return
        span = self._span(place)
        label_end = self.at(self.previous["end"])
        destination = data["dest_url"]
        if kind == "Inline":
            if label_end == span.end:
                label_end = span.start + 1 + opened.image
            where = _inline_destination(self.text, label_end, span.end, destination)
        elif kind == "Autolink":
            where = Span(span.start + 1, span.end - 1)
        else:
            where = span
        self.document.links.append(
            Link(
                destination,
                where,
                span,
                "autolink" if kind == "Autolink" else "inline" if kind == "Inline" else "reference",
                opened.image,
                "".join(opened.pieces),
            )
        )

    def _end_code(self, place: dict[str, int]) -> None:
        span = self._span(place)
        text = self.text
        opener = text[span.start]
        content_end = self.at(self.code or 0)
        self.code = None
        if opener not in "`~" or text[span.start : span.start + 3] != opener * 3:
            self.document.code.append(Span(span.start, content_end))
            return
        line_end = text.find("\n", span.start, span.end)
        line_end = span.end if line_end < 0 else line_end
        width = span.start
        while width < line_end and text[width] == opener:
            width += 1
        info = text[width:line_end].strip()
        info_start = text.find(info, width) if info else width
        language = info.split(None, 1)[0] if info else ""
        content = Span(min(line_end + 1, span.end), max(content_end, min(line_end + 1, span.end)))
        closed = opener * (width - span.start) in text[content.end : span.end]
        self.document.code.append(content)
        self.document.fences.append(
            Fence(
                info,
                language,
                Span(span.start, width),
                Span(info_start, info_start + len(language)),
                Span(info_start, info_start + len(info)),
                content,
                span,
                closed,
            )
        )


def _inline_destination(text: str, label_end: int, end: int, destination: str) -> Span:
    """Where the destination stands in an inline link whose text ends at `label_end`."""
    start = text.find("](", label_end, end) + 2
    while start < end and text[start] in " \t\r\n":
        start += 1
    if text[start] == "<":
        stop = text.find(">", start, end)
        return Span(start + 1, stop)
    if text.startswith(destination, start):
        return Span(start, start + len(destination))
    stop = start
    while stop < end - 1 and not text[stop].isspace():
        stop += 1
    return Span(start, stop)
