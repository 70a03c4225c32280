"""Read a published list: which posts it shows, and what it says of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from blint.late import late
from blint.overview.listing.published.anchors import stretches
from blint.overview.listing.published.bodies import Habit, habit_of, parted
from blint.overview.listing.published.html import html_lines
from blint.overview.listing.published.layout import Block, blocks
from blint.overview.listing.published.lines import Line, is_html, text_lines
from blint.overview.listing.published.marks import PART, read_marks
from blint.overview.listing.published.model import Entry, Known, Published
from blint.overview.listing.published.pager import is_pager, part_of


def read_published(text: str, known: Known) -> Published:
    """What a list says, in whatever shape it is; `entries` are empty where no post is in it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.lstrip()[:1] in {"{", "["}:
        from blint.overview.listing.published.data import read_data_list

        found = read_data_list(text, known)
        if found is not None:
            return found
    if _MAYBE_FEED.match(text) is not None:
        from blint.overview.listing.published.feed import is_feed, read_feed

        if is_feed(text):
            feed = read_feed(text, known)
            return msgspec.structs.replace(feed, typographic=_is_typographic(feed.entries))
    is_text = not is_html(text)
    lines = list((text_lines if is_text else html_lines)(text))
    head, count, count_line = _head(lines, known)
    part = part_of(text, known, html=not is_text)
    if is_text and (told := _tabled(text, lines, known)):
        return Published(told, count, count_line, head, _is_typographic(told), part)
    rest = [line for line in lines if line.number != count_line or not _COUNT.fullmatch(line.text)]
    rest = [line for line in rest if not is_pager(line.text) or known.is_own(line.text)]
    made = _trimmed(_without_chrome(blocks(stretches(rest, known), known), known))
    habit = habit_of([_texts(block) for block in made], known)
    beside = _beside(made, known)
    entries = tuple(
        _entry(block, known, habit, beside=beside) for block in made if block.title is not None
    )
    return Published(entries, count, count_line, head, _is_typographic(entries), part)


def _tabled(text: str, lines: Sequence[Line], known: Known) -> tuple[Entry, ...]:
    """The posts of tables, if posts stand nowhere else in a text."""
    if "|" not in text and "\t" not in text:
        return ()
    from blint.overview.listing.published.tables import read_tables

    found = read_tables(text, known)
    inside = {entry.line for entry in found}
    outside = sum(line.number not in inside and known.is_title(line.text) for line in lines)
    return tuple(found) if outside * 2 <= len(found) else ()


def _head(lines: Sequence[Line], known: Known) -> tuple[str, int | None, int]:
    """The tag and the number of posts that the first lines name."""
    head, count, place = "", None, 0
    for line in lines[:_HEAD]:
        marks = read_marks(line.text, known)
        if marks is not None and known.is_title(marks.rest):
            break
        match = _COUNT.search(line.text)
        if match is not None and count is None and not known.is_title(line.text):
            count = int(match["count"].replace(",", "").replace(".", ""))
            place = line.number
        before = line.text[: match.start()] if match is not None else line.text
        name = _HEAD_WORDS.sub("", before).strip(_TRIM)
        if not head and name and known.tags.knows(name) and not known.is_title(name):
            head = name
        if marks is not None or known.is_title(line.text):
            break
    return head, count, place


def _without_chrome(made: list[Block], known: Known) -> list[Block]:
    """The posts without lines that are of the page and not of a post: `Read more`, its author."""
    seen = Counter(text for block in made for text in {line.text for line in block.body})

    def is_chrome(line: Line) -> bool:
        if _CHROME.fullmatch(line.text):
            return True
        often = len(made) > 2 and seen[line.text] * 2 > len(made)
        return often and bool(known.tags.read(line.text).unknown)

    return [
        block._replace(body=[line for line in block.body if not is_chrome(line)]) for block in made
    ]


def _trimmed(made: list[Block]) -> list[Block]:
    """The posts without what follows the last of them: it has no more lines than others have."""
    if len(made) > 1:
        longest = max(len(block.body) for block in made[:-1])
        made[-1] = made[-1]._replace(body=made[-1].body[:longest])
    return made


def _texts(block: Block) -> list[Line]:
    return [line for line in block.body if not _is_mark(line.text)]


def _is_mark(text: str) -> bool:
    marks = read_marks(text)
    return marks is not None and not marks.rest


def _beside(made: list[Block], known: Known) -> bool:
    """Whether a list shows tags on the line of the date."""
    rests = [block.anchor.marks.rest for block in made if block.anchor is not None]
    return sum(known.tags.is_tags(rest) for rest in rests if rest) * 2 > len(rests)


def _entry(block: Block, known: Known, habit: Habit, *, beside: bool) -> Entry:
    assert block.title is not None
    anchor = block.anchor
    marks = anchor.marks if anchor is not None else None
    minutes = marks.minutes if marks is not None else None
    days = marks.days if marks is not None else ()
    for line in block.body:
        found = read_marks(line.text) if _is_mark(line.text) else None
        if found is not None:
            minutes = found.minutes if minutes is None else minutes
            days = days or found.days
    prose, shown = parted(_texts(block), known, habit)
    read = [known.tags.read(line.text) for line in shown]
    if not read and marks is not None and marks.rest and beside:
        read = [known.tags.read(marks.rest)]
    return Entry(
        line=block.title.number,
        title=block.title.text.replace(PART, " "),
        days=days,
        minutes=minutes,
        description=" ".join(line.text.replace(PART, " ") for line in prose),
        tags=tuple(read),
        day_line=anchor.line.number if anchor is not None else block.title.number,
        tags_line=shown[0].number if shown else block.title.number,
        description_line=prose[0].number if prose else block.title.number,
    )


def _is_typographic(entries: Sequence[Entry]) -> bool:
    text = "".join(f"{entry.title}{entry.description}" for entry in entries)
    return bool(_PRINTED.search(text)) and not _TYPED.search(text)


_MAYBE_FEED: Final = late(r"[\ufeff\s]*<(?:\?|!--|rss\b|feed\b|rdf:)")
_HEAD: Final = 12
_TRIM: Final = " #—–-:·|\"'“”‘’«»()[]" + PART
_COUNT: Final = late(
    r"(?<![\w.,])(?P<count>\d{1,3}(?:[,.]\d{3})+|\d{1,6})\s+(?:blog\s*)?"
    r"(?:posts?|articles?|entries|entry|stories|story|results?|items?|publications?|beiträge"
    r"|artikel)\b(?: found| tagged)?",
    re.IGNORECASE,
)
_HEAD_WORDS: Final = late(
    r"(?:(?:all )?posts?|articles?|entries)? ?"
    r"(?:tagged|tag|topic|category|about|in|with|on)\b(?: with| in)?:?",
    re.IGNORECASE,
)
_CHROME: Final = late(
    r"(?:(?:continue |keep )?read(?:ing)?"
    r"(?: more| post| article| on| the (?:post|article|rest).*)?"
    r"|more|share|permalink|(?:\d+|no|one) comments?|\d+ (?:likes?|views?|claps)|←.*|.*→"
    rf"|[«»<>…·|—–{PART} -]+"
    r"|(?:older|newer|next|previous|prev|load more)(?: posts?| articles?| page)?"
    r"|page \d+ (?:of|/) \d+|(?:©|\(c\)|copyright\b).*|all rights reserved.*|\d+(?: \d+)+"
    r"|powered by .*|back to .*|subscribe.*)(?: ?[→»›….>-]+)?",
    re.IGNORECASE,
)
_PRINTED: Final = late("[‘’“”]")
_TYPED: Final = late("['\"]")
