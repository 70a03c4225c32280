"""What a published list says: its heading and what it shows of each post."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from blint.overview.listing.published.lines import fold, tidy
from blint.overview.listing.published.marks import AROUND
from blint.overview.listing.published.tag_lines import TagLine, TagReader


class Entry(msgspec.Struct, frozen=True):
    """What a list shows of one post. `line` is that of the title, `day_line` that of the date.

    `days` as in `dates.Dated`; none: no date is shown. `tags` are the lines of tags.
    """

    line: int
    title: str
    days: tuple[str, ...] = ()
    minutes: float | None = None
    description: str = ""
    tags: tuple[TagLine, ...] = ()
    day_line: int = 0
    tags_line: int = 0
    description_line: int = 0


class Part(msgspec.Struct, frozen=True):
    """A list that is one of several pages; `first`, `last`: it says that it is this one of them.

    `feed`: it is not a page but a feed of the newest posts.
    """

    first: bool = False
    last: bool = False
    feed: bool = False


class Published(msgspec.Struct, frozen=True):
    """A published list. `count` None: no number of posts is shown. `heading`: its tag, if one is.

    `typographic`: quotes and the like are shown as print has them, as generators make them.
    `part` None: it says of no other pages.
    """

    entries: tuple[Entry, ...]
    count: int | None = None
    count_line: int = 0
    heading: str = ""
    typographic: bool = False
    part: Part | None = None


class Known:
    """What reading may lean on: the titles, the tags and the descriptions of the content."""

    def __init__(
        self, titles: Iterable[str], tags: Iterable[str], descriptions: Iterable[str] = ()
    ) -> None:
        self._descriptions = frozenset(map(fold, descriptions))
        self._spelled: dict[str, list[str]] = {}
        for title in titles:
            self._spelled.setdefault(fold(title), []).append(title)
        self.titles = frozenset(self._spelled)
        self._sorted = sorted(self.titles)
        self.tags = TagReader(tags)

    def is_description(self, text: str) -> bool:
        """Whether a text is the description of a post, in whatever punctuation."""
        return fold(text) in self._descriptions

    def is_own(self, text: str) -> bool:
        """Whether a text is a title, a tag or a description of the content."""
        return self.is_title(text) or self.tags.knows(text) or self.is_description(text)

    def is_like_title(self, text: str) -> bool:
        """Whether a text is the title of a post but for a few letters."""
        return self.likeness(text) > 0

    def likeness(self, text: str) -> float:
        """How much a text is like the title of a post, from 80 to 100; 0 where it is less so."""
        from rapidfuzz import fuzz, process

        folded = fold(text)
        if len(folded) < _LEAST:
            return 0.0
        best = process.extractOne(folded, self._sorted, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return best[1] if best is not None else 0.0

    def is_title(self, text: str) -> bool:
        """Whether a text is the title of a post, in whatever punctuation."""
        return fold(text) in self.titles

    def title_in(self, text: str) -> str:
        """The title that a text is, in the text's own punctuation; empty where it is none."""
        spellings = self._spelled.get(fold(text), ())
        if not spellings:
            return ""
        whole = (title for title in map(tidy, spellings) if title in text)
        return max(whole, key=len, default=text.strip(AROUND))


_LEAST: Final = 10
_ALIKE: Final = 80
