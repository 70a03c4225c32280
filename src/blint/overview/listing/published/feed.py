"""The newest posts as RSS or Atom has them: titles, dates and categories."""

from __future__ import annotations

from html import unescape
from typing import Final, NamedTuple
from xml.parsers import expat

from blint.late import late
from blint.overview.listing.published.lines import tidy
from blint.overview.listing.published.marks import read_marks
from blint.overview.listing.published.model import Entry, Known, Part, Published
from blint.overview.listing.published.tag_lines import TagLine


def is_feed(text: str) -> bool:
    """Whether a text is a feed of posts."""
    return _FEED.match(text) is not None


def read_feed(text: str, known: Known) -> Published:
    """The posts of a feed; those that can be read, where it is broken.

    A summary in a feed is often the whole post, and a category not a tag: only categories that are
    tags of the content are read, and no summaries.
    """
    feed = _Feed()
    feed.read(text.lstrip("\ufeff \t\n"), 1 + text[: _before(text)].count("\n"))
    entries = tuple(_entry(item, known) for item in feed.items if item.title)
    return Published(entries, part=Part(feed=True))


class _Item(NamedTuple):
    line: int
    title: str
    date: str
    tags: tuple[str, ...]


class _Feed:
    def __init__(self) -> None:
        self.items: list[_Item] = []
        self._path: list[str] = []
        self._text: list[str] = []
        self._line = 0
        self._title_line = 0
        self._found: dict[str, str] = {}
        self._tags: list[str] = []

    def read(self, text: str, line: int) -> None:
        """All items of a feed."""
        parser = expat.ParserCreate()
        parser.buffer_text = True

        def start(name: str, attributes: dict[str, str]) -> None:
            name = name.rpartition(":")[2] if name.startswith(("atom:", "dc:")) else name
            self._path.append(name)
            self._text = []
            self._line = parser.CurrentLineNumber + line - 1
            if name in _ITEMS:
                self._found, self._tags, self._title_line = {}, [], self._line
            elif name == "category" and attributes.get("term"):
                self._tags.append(attributes["term"])

        def end(_: str) -> None:
            name = self._path.pop()
            inside = bool(self._path) and self._path[-1] in _ITEMS
            value = tidy(" ".join("".join(self._text).split()))
            if name in _ITEMS:
                self._end_item()
            elif inside and name == "category" and value:
                self._tags.append(value)
            elif inside and value and name not in self._found:
                self._found[name] = value
                self._title_line = self._line if name == "title" else self._title_line
            self._text = []

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = self._text_of
        try:
            parser.Parse(text.encode(), True)
        except expat.ExpatError:
            return

    def _text_of(self, data: str) -> None:
        self._text.append(data)

    def _end_item(self) -> None:
        date = next((self._found[name] for name in _DATES if name in self._found), "")
        title = self._found.get("title", "")
        self.items.append(_Item(self._title_line, title, date, tuple(self._tags)))


def _entry(item: _Item, known: Known) -> Entry:
    marks = read_marks(item.date)
    title = item.title if known.is_title(item.title) else unescape(item.title)
    tags = tuple(tag for tag in dict.fromkeys(item.tags) if known.tags.knows(tag))
    return Entry(
        line=item.line,
        title=title,
        days=marks.days if marks is not None else (),
        tags=(TagLine((tags,)),) if tags else (),
        day_line=item.line,
        tags_line=item.line,
        description_line=item.line,
    )


def _before(text: str) -> int:
    return len(text) - len(text.lstrip("\ufeff \t\n"))


_ITEMS: Final = frozenset(("item", "entry"))
_DATES: Final = ("pubDate", "published", "date", "updated")
_FEED: Final = late(
    r"[\ufeff\s]*(?>(?:<\?[^<>]*>|<!--(?s:.*?)-->|<!DOCTYPE[^<>\[]*>)\s*)*+<(?:rss|feed|rdf:RDF)\b",
)
