"""Which lines of a post in a published list are its tags, and which its summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from blint.overview.listing.published.lines import Line
from blint.overview.listing.published.marks import PART
from blint.overview.listing.published.model import Known


class Habit(NamedTuple):
    """What most posts of a list look like.

    `side`: tags are the last lines, the first, or nowhere. `prose` are the lines of the usual
    summary, `tags` the most lines of tags that a post has.
    """

    side: Literal["last", "first", ""]
    prose: int = 1
    tags: int = 0


def habit_of(bodies: Sequence[list[Line]], known: Known) -> Habit:
    """What most of some posts look like, each given as its lines without title and date."""
    side = _side([body for body in bodies if body], known)
    if not side:
        return Habit("")
    split = [parted(body, known, Habit(side)) for body in bodies]
    prose = Counter(len(prose) for prose, _ in split).most_common(1)[0][0]
    return Habit(side, prose, max(len(tags) for _, tags in split))


def parted(lines: list[Line], known: Known, habit: Habit) -> tuple[list[Line], list[Line]]:
    """The lines of a post's summary, and those of its tags."""
    if not habit.side:
        return lines, []
    ordered = lines[::-1] if habit.side == "last" else lines
    count = sum(1 for _ in _tag_lines(ordered, known, habit))
    while (
        len(ordered) - count > habit.prose
        and 0 < count < habit.tags
        and _is_short(ordered[count].text)
    ):
        count += 1
    prose, tags = ordered[count:], ordered[:count]
    return (prose[::-1], tags[::-1]) if habit.side == "last" else (prose, tags)


def _side(bodies: Sequence[list[Line]], known: Known) -> Literal["last", "first", ""]:
    last = sum(known.tags.is_tags(body[-1].text) for body in bodies)
    first = sum(known.tags.is_tags(body[0].text) for body in bodies)
    if not max(first, last) or max(first, last) * 3 < len(bodies):
        return ""
    return "last" if last >= first else "first"


def _tag_lines(ordered: list[Line], known: Known, habit: Habit) -> Iterator[Line]:
    """The first of some lines that show tags."""
    alone = len(ordered) == 1 and habit.prose > 0
    for number, line in enumerate(ordered):
        if number and known.is_description(line.text):
            return
        if known.tags.is_tags(line.text):
            yield line
        elif not _may_be_tags(line.text, known, alone=alone) or (
            number
            and not any(known.tags.is_tags(after.text) for after in ordered[number + 1 :][:1])
        ):
            return
        else:
            yield line


def _may_be_tags(text: str, known: Known, *, alone: bool) -> bool:
    """Whether a line with an unknown tag in it looks like one of tags rather than a sentence."""
    read = known.tags.read(text)
    if PART in text or (read.readings and len(read.unknown) < len(read.readings[0])):
        return len(text) <= _LONG and not text.endswith(_ENDS)
    return not alone and _is_short(text)


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT and not text.endswith((*_ENDS, ":"))


_ENDS: Final = (".", "!", "?", "…")
_SHORT: Final = 60
_LONG: Final = 160
