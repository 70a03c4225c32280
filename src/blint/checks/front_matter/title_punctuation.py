"""title-punctuation: some titles of a blog have a space before the colon, others have none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from blint.diagnostics import Edit, Finding, Fix
from blint.facts import PostFacts, Word
from blint.late import late
from blint.site.model import Site
from blint.site.namesakes import is_list
from blint.site.post_language import site_language
from blint.site.settings import Settings
from blint.source import Span


class Colons(msgspec.Struct, frozen=True, array_like=True):
    """A title with the places of its colons, with and without a space before each."""

    path: str
    title: Word
    spaced: tuple[Span, ...]
    tight: tuple[Span, ...]


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Colons]]:
    """A title that has a colon in it, beside those of the same site and language."""
    title = facts.title
    if title is None or ": " not in title.text or is_list(facts):
        return
    language = facts.language or site_language(settings)
    if facts.french or language.startswith("fr"):
        return  # where a space before the colon is right
    text = _EMOJI.sub(lambda match: "x" * len(match[0]), title.text)
    spaced = tuple(Span(*match.span()) for match in _SPACED.finditer(text))
    tight = tuple(Span(*match.span()) for match in _TIGHT.finditer(text))
    if spaced or tight:
        yield f"{settings.site}\n{language}", Colons(facts.path, title, spaced, tight)


def judge(_key: str, records: list[Colons], _site: Site) -> Iterator[Finding]:
    """Report the titles that have the form that the blog uses less."""
    spaced = sum(bool(record.spaced) for record in records)
    tight = sum(bool(record.tight) for record in records)
    if not spaced or not tight:
        return
    # Without a clear habit, the form that typography knows outside of French is the one to take.
    if spaced >= _CLEAR * tight:
        right, wrong, right_count, wrong_count = " : ", ": ", spaced, tight
    else:
        right, wrong, right_count, wrong_count = ": ", " : ", tight, spaced
    for record in records:
        places = record.tight if right == " : " else record.spaced
        if places:
            yield Finding(
                _place(record.title, places[0]),
                f"The colon stands as `{wrong}` here ({_titles(wrong_count)}), and as `{right}` "
                f"elsewhere ({_titles(right_count)}).",
                help=f"Write `{right}` in all titles.",
                fix=_fix(record.title, places, right),
                path=record.path,
            )


def _titles(count: int) -> str:
    return "1 title" if count == 1 else f"{count:,} titles"


def _fix(title: Word, places: tuple[Span, ...], right: str) -> Fix | None:
    # A colon before a space is quoted in YAML with or without a space before it.
    if not _is_as_written(title):
        return None
    edits = tuple(Edit(_place(title, place), right) for place in places)
    return Fix(f"Write `{right}`", edits)


def _is_as_written(title: Word) -> bool:
    """Whether a title stands between quotes just as it reads; escapes would make it longer."""
    return title.span.end - title.span.start == len(title.text) + 2


def _place(title: Word, place: Span) -> Span:
    if not _is_as_written(title):
        return title.span
    start = title.span.start + 1
    return Span(start + place.start, start + place.end)


_CLEAR: Final = 2
_EMOJI: Final = late(r":[a-z0-9_+-]+:")
# `1 : 2` is a ratio.
_SPACED: Final = late(
    r"(?<=[^\s:])(?!(?<=\d)[ \u00a0\u202f]:[ \u00a0]\d)[ \u00a0\u202f]:[ \u00a0](?=\S)"
)
_TIGHT: Final = late(r"(?<=[^\s:]):[ \u00a0](?=\S)")
