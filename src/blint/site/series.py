"""Series: which posts are parts of one, by front matter or by title, and with which number."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

import msgspec

from blint.facts import PostFacts
from blint.late import late
from blint.site.links.urls import path_name
from blint.site.model import Site
from blint.site.part_numbers import part_number, written_number
from blint.site.posts import is_index, post_title
from blint.site.settings import Settings
from blint.source import Span


class Member(msgspec.Struct, frozen=True, array_like=True):
    """A post as a part of a series. `stem` is the folded name of the series, `name` as written.

    `how`: `front-matter`, or as in `PartNumber`. `span` is where the number stands, `dated` where
    the date does. `number` None: the post is of the series, and says no number. `sure` False: it is
    part of several series, and does not say of which the number is.
    """

    path: str
    name: str
    stem: str
    how: str
    number: int | None
    span: Span
    day: str
    dated: Span
    draft: bool
    since: str
    file: str
    sure: bool = True

    def hidden(self, site: Site) -> bool:
        """Whether the post is not published."""
        return self.draft or self.since > site.today


class Title(msgspec.Struct, frozen=True, array_like=True):
    """A post whose title gives no number: it may be the first part of a series all the same."""

    path: str
    stem: str


Record = Member | Title


class Series(msgspec.Struct, frozen=True):
    """The parts of one series in the order of their numbers, then of their paths.

    `others` are the numbers and the folded titles of posts whose titles begin with the same words,
    `unnumbered` how many posts of the series say no number, and `perhaps` what numbers are those of
    posts that are not sure to mean this series.
    """

    name: str
    how: str
    parts: tuple[Member, ...]
    others: tuple[tuple[int | None, str], ...] = ()
    unnumbered: int = 0
    perhaps: tuple[int, ...] = ()


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Record]]:
    """A post under each series that its front matter names, else under how its title begins."""
    if facts.page:
        return
    place = f"{settings.site}:{facts.language}"
    title = post_title(facts)
    told = part_number(title)
    word = facts.title or facts.heading
    span = word.span if word is not None else Span(0, 0)
    dated = facts.date.span if facts.date is not None else span

    def member(
        name: str, stem: str, how: str, number: int | None, place: Span, sure: bool = True
    ) -> Member:
        day, file = facts.published[:10], path_name(facts.path)
        return Member(
            *(facts.path, name, stem, how, number, place, day, dated),
            *(facts.draft, facts.since, file, sure),
        )

    if facts.series:
        for name, own in zip_longest(facts.series, facts.parts):
            word = own or facts.part
            number = written_number(word.text) if word is not None else None
            where = word.span if word is not None and number is not None else span
            if number is None and told is not None:
                number = told.number
            key = fold_name(name.text)
            sure = own is not None or len(facts.series) == 1
            record = member(name.text, key, "front-matter", number, where, sure)
            yield f"{place}:series:{key}", record
    elif not is_index(facts.path):
        stem = fold_name(told.stem if told is not None else title)
        key = f"{place}:title:{stem.partition(' ')[0]}"
        if told is not None:
            yield key, member(told.stem, stem, told.how, told.number, span)
        elif stem:
            yield key, Title(facts.path, stem)


def group(records: list[Record]) -> list[Series] | None:
    """The series among some records that have two parts or more with a number."""
    members: dict[tuple[str, str], list[Member]] = {}
    for record in records:
        if type(record) is Member and record.sure and record.number is not None:
            members.setdefault((record.stem, record.how), []).append(record)
    found = [
        _series(stem, how, parts, records)
        for (stem, how), parts in sorted(members.items())
        if len(parts) > 1
    ]
    return found or None


def fold_name(text: str) -> str:
    """The words of a name, without case and punctuation."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NO_WORD.sub(" ", folded).strip()


def _series(stem: str, how: str, parts: list[Member], records: Sequence[Record]) -> Series:
    parts = sorted(parts, key=lambda part: (part.number or 0, part.path))
    others = {
        (record.number if type(record) is Member else None, record.stem)
        for record in records
        if how != "front-matter" and record.stem != stem
    }
    others |= {(None, record.stem) for record in records if type(record) is Title}
    near = (one for one in others if one[1].startswith(stem) or stem.startswith(one[1]))
    same = [one for one in records if type(one) is Member and one.stem == stem]
    unnumbered = sum(one.number is None for one in same)
    perhaps = sorted(one.number for one in same if one.number is not None and not one.sure)
    ordered = sorted(near, key=lambda one: (one[0] or 0, one[1]))
    return Series(*(parts[0].name, how, tuple(parts), tuple(ordered), unnumbered, tuple(perhaps)))


_NO_WORD: Final = late(r"[\W_]+")
