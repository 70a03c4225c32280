"""A saved HTML page as the lines that its reader sees, navigation and the like left out."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from blint.late import late
from blint.overview.listing.published.lines import Line, tidy
from blint.overview.listing.published.marks import PART, dates_of

_DEPTH: Final = 10_000


def html_lines(text: str) -> Iterator[Line]:
    """The lines of a page: what each block element shows, and that of `main` alone if it has one.

    Links and labels side by side are parted by `PART`.
    """
    page = _Page()
    page.feed(_without_comments(text))
    page.close()
    page.end_line()
    lines = page.main or page.lines
    yield from lines


def _without_comments(text: str) -> str:
    """A page without comments and declarations, its lines kept.

    One that never ends takes the rest of the page with it: the parser would look for its end from
    each on again, in time that grows with their square.
    """
    pieces = []
    start = 0
    for match in _MARKED.finditer(text):
        if match.start() < start:
            continue
        pieces.append(text[start : match.start()])
        end = text.find(_ENDS[match[0]], match.end())
        if end < 0:
            return "".join(pieces)
        pieces.append("\n" * text.count("\n", match.start(), end))
        start = end + len(_ENDS[match[0]])
    return "".join((*pieces, text[start:]))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.main: list[Line] = []
        self._open: list[str] = []
        self._skipped = 0
        self._inside_main = 0
        self._articles = 0
        self._heading = 0
        self._pieces: list[str] = []
        self._number = 0
        self._ended = ""
        self._time: tuple[int, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; one that ends at once has no place among the open ones."""
        if tag in _BLOCKS:
            self.end_line()
        given = dict(attrs)
        if tag in _VOID:
            self._pieces.append(" " if tag == "wbr" else "")
            return
        if len(self._open) < _DEPTH:
            if tag in _CLOSED_BY_ANOTHER and self._open and self._open[-1] == tag:
                self.handle_endtag(tag)
            hidden = "hidden" in given or given.get("aria-hidden") == "true"
            skips = self._skips(tag) or hidden
            self._open.append(f"-{tag}" if skips else tag)
            self._count(tag, skips, 1)
        if tag in _LABELS and self._ended and not self._skipped:
            self._pieces.append(PART)
        self._ended = ""
        if tag == "time" and not self._skipped:
            self._time = (len(self._pieces), given.get("datetime") or "")

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it those in it that nobody closed."""
        if tag in _BLOCKS:
            self.end_line()
        if tag == "time" and self._time is not None:
            self._end_time(*self._time)
        opened = next(
            (n for n in range(len(self._open) - 1, -1, -1) if self._open[n].lstrip("-") == tag),
            None,
        )
        if opened is None:
            return
        for name in reversed(self._open[opened:]):
            self._count(name.lstrip("-"), name.startswith("-"), -1)
        del self._open[opened:]
        self._ended = tag if tag in _LABELS else self._ended

    def handle_data(self, data: str) -> None:
        """A piece of text."""
        if self._skipped:
            return
        text = _SPACE.sub(" ", data)
        if text.strip():
            self._number = self._number or self.getpos()[0] + data[
                : len(data) - len(data.lstrip())
            ].count("\n")
            self._ended = ""
        self._pieces.append(text)

    def end_line(self) -> None:
        """What was shown since the last line is a line."""
        parts = (tidy(_SPACE.sub(" ", part)) for part in "".join(self._pieces).split(PART))
        text = PART.join(filter(None, parts))
        if text:
            line = Line(self._number, text, self._heading > 0)
            self.lines.append(line)
            if self._inside_main:
                self.main.append(line)
        self._pieces, self._number, self._ended, self._time = [], 0, "", None

    def _end_time(self, start: int, stamp: str) -> None:
        """The day that a program reads stands for one that it cannot (`3 days ago`)."""
        shown = tidy("".join(self._pieces[start:]))
        if dates_of(stamp) and not dates_of(shown):
            self._pieces[start:] = [f" {stamp[:10]} "]
            self._number = self._number or self.getpos()[0]
        self._time = None

    def _skips(self, tag: str) -> bool:
        if tag in {"footer", "header"}:
            # That of an article has its date or its tags.
            return tag == "footer" and not self._articles
        return tag in _SKIPPED

    def _count(self, tag: str, skips: bool, by: int) -> None:
        self._skipped += by * skips
        self._inside_main += by * (tag == "main")
        self._articles += by * (tag in {"article", "li", "main"})
        self._heading += by * (tag in _HEADINGS)


_MARKED: Final = late(r"<!--|<!|<\?")
_ENDS: Final = {"<!--": "-->", "<!": ">", "<?": ">"}
_SPACE: Final = late(r"[\s\u00a0\u2007\u202f]+")
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LABELS: Final = frozenset(
    ("a", "span", "button", "code", "small", "b", "strong", "em", "i", "time")
)
_CLOSED_BY_ANOTHER: Final = frozenset(("li", "p", "dt", "dd", "option", "tr", "td", "th"))
_SKIPPED: Final = frozenset(
    (
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "nav",
        "svg",
        "aside",
        "form",
        "iframe",
        "title",
        "select",
        "dialog",
    )
)
_VOID: Final = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    )
)
_BLOCKS: Final = _HEADINGS.union(
    ("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"),
    ("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
    ("header", "hgroup", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "search", "section"),
    ("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
)
