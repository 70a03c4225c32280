"""What a line of a published list says of a post's date and read time, and what is left of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

from blint.late import late
from blint.overview.listing.published.dates import Dated, day_without_year, find_dates

PART: Final = "\x1f"
"""What parts pieces of a line that a page shows side by side, such as tags."""
AROUND: Final = " \t\u00a0·|•∙⋅‧・*-–—/,;:()[]" + PART
"""What parts date, read time and title of a line, or stands around them."""

PICTURES: Final = late("[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]+")
"""Small pictures that stand for words: for `date`, for `tags`."""


class Marks(NamedTuple):
    """`days` as in `Dated`; `undated`: the line says that there is no date. `rest` are other words.

    `edge`: date or read time begin or end the line.
    """

    days: tuple[str, ...]
    minutes: float | None
    rest: str
    edge: bool = True
    undated: bool = False


class Titles(Protocol):
    """The titles that are known."""

    def title_in(self, text: str) -> str:
        """The title that a text is; empty where it is none."""

    def likeness(self, text: str) -> float:
        """How much a text is like a title, up to 100; 0 where it is not."""


def read_marks(text: str, titles: Titles | None = None) -> Marks | None:
    """The date and the read time in a line; None where it has neither.

    A known title stays whole, whatever days, times and words are in it. In other lines marks are
    what stands at their ends, or is parted from all else by signs.
    """
    if len(text) > _LONGEST:
        return None
    bare = text.strip(AROUND)
    if _UNDATED.match(bare):
        found = read_marks(_UNDATED.sub("", bare, count=1), titles)
        return Marks((), found.minutes if found else None, found.rest if found else "", True, True)
    spots = _spots(text)
    if titles is not None and (titled := _titled(text, spots, titles)) is not None:
        return titled
    taken = _taken(text, spots)
    blank = list(text)
    for one in taken or spots:
        blank[one.start : one.end] = PART * (one.end - one.start)
    rest = _rest("".join(blank))
    days = _first_days(taken or spots)
    if not days:
        days, rest = _loose(rest)
    if not days and not spots:
        return None
    minutes = _first_minutes(taken or spots)
    edge = any(_bare(text, 0, one.start) or _bare(text, one.end, len(text)) for one in spots)
    return Marks(days, minutes, rest, edge or not spots)


def dates_of(text: str) -> tuple[str, ...]:
    """The first day that a text names."""
    found: Dated | None = next(find_dates(text), None)
    return found.days if found is not None else day_without_year(text.strip(AROUND))


def _loose(rest: str) -> tuple[tuple[str, ...], str]:
    """A day without a year as one of the pieces of a line, and the line without it."""
    pieces = [piece.strip(AROUND) for piece in _SEPARATOR.split(rest)]
    for number, piece in enumerate(pieces):
        days = day_without_year(piece)
        if days:
            left = pieces[:number] + pieces[number + 1 :]
            return days, PART.join(filter(None, left))
    return (), rest


class _Spot(NamedTuple):
    """A date or a read time in a line; `start` is that of the words that introduce it."""

    start: int
    end: int
    bare_start: int
    days: tuple[str, ...] = ()
    minutes: float | None = None
    says_so: bool = False


def _spots(text: str) -> list[_Spot]:
    """The dates and read times of a line, from left to right."""
    dates = list(find_dates(text))
    found = []
    for one in dates:
        updated = _UPDATED.search(text, 0, one.start) is not None
        found.append(_Spot(one.start, one.end, one.start, () if updated else one.days))
    for match in _MINUTES.finditer(text):
        if not any(one.start < match.end() and match.start() < one.end for one in dates):
            says_so = _SAYS_SO.search(match[0]) is not None
            found.append(_Spot(*match.span(), match.start(), (), _minutes(match), says_so))
    found.sort()
    return list(_introduced(text, found))


def _introduced(text: str, found: list[_Spot]) -> Iterator[_Spot]:
    after = 0
    for one in found:
        start = one.start
        while (word := _BEFORE.search(text, after, start)) is not None:
            start = word.start()
        yield one._replace(start=start)
        after = one.end


def _titled(text: str, spots: list[_Spot], titles: Titles) -> Marks | None:
    """The marks around the title of a post, or around what was its title but for a few letters."""
    middles = _middles(text, spots)
    for start, end in middles:
        title = titles.title_in(text[start:end])
        if title:
            return _around(spots, start, end, title)
    if len(middles) < 2:
        return None
    scores = [(titles.likeness(text[start:end]), start, end) for start, end in middles]
    score, start, end = max(scores, key=lambda one: one[0])
    return _around(spots, start, end, text[start:end].strip(AROUND)) if score else None


def _around(spots: list[_Spot], start: int, end: int, title: str) -> Marks:
    around = [one for one in spots if one.end <= start or one.bare_start >= end]
    return Marks(_first_days(around), _first_minutes(around), title)


def _middles(text: str, spots: list[_Spot]) -> list[tuple[int, int]]:
    """What may be the title of a line: all between marks at its start and at its end."""
    starts, ends = [0], [len(text)]
    for one in spots:
        if _bare(text, starts[-1], one.start):
            starts.append(one.end)
    for one in reversed(spots):
        if _bare(text, one.end, ends[-1]):
            ends += [one.bare_start, one.start] if one.bare_start > one.start else [one.start]
    found = [(start, end) for start in starts[:_MOST] for end in ends[:_MOST] if start < end]
    return sorted(found[1:], key=lambda one: (one[0] - one[1], one))


def _taken(text: str, spots: list[_Spot]) -> list[_Spot]:
    """The marks that stand at an end of a line, or are parted by signs from all else in it."""
    first, last = len(text), 0
    found = set()
    for one in spots:
        if _bare(text, last, one.start):
            found.add(one)
            last = one.end
    for one in reversed(spots):
        if _bare(text, one.end, first):
            found.add(one)
            first = one.start
    return [
        one
        for one in spots
        if one in found
        or one.says_so
        or (_PARTED_LEFT.search(text, 0, one.start) and _PARTED_RIGHT.match(text, one.end))
    ]


def _first_days(spots: list[_Spot]) -> tuple[str, ...]:
    return next((one.days for one in spots if one.days), ())


def _first_minutes(spots: list[_Spot]) -> float | None:
    return next((one.minutes for one in spots if one.minutes is not None), None)


def _bare(text: str, start: int, end: int) -> bool:
    return not PICTURES.sub("", _rest(text[start:end])).strip()


def _rest(text: str) -> str:
    """What is left of a line: pieces that only introduce a date, and separators, are gone."""
    text = _FILLER_ALONE.sub(PART, _PICTURED.sub(PART, text))
    return _PARTS.sub(PART, text).strip(AROUND)


def _minutes(match: re.Match[str]) -> float:
    if match["least"]:
        return 1.0
    if match["hours"]:
        return float(match["hours"]) * 60 + float(match["rest"] or 0)
    return float((match["number"] or match["labelled"]).replace(",", "."))


_LONGEST: Final = 5_000
_MOST: Final = 6
_SEPARATOR: Final = late(rf"\s*[·|•∙⋅‧・{PART}]\s*|\s+[-–—/]\s+")
_PARTS: Final = late(rf"{PART}(?:[\s·|•∙⋅‧・,;/()\[\]–—-]*{PART})+")
_FILLER: Final = (
    rf"(?<![^\s{PART}(\[])(?:(?:first )?(?:posted|published|written|created)(?: on| at)?|date|on"
    r"|last updated(?: on)?|updated(?: on)?|last modified(?: on)?|modified|edited|veröffentlicht"
    r"(?: am)?|aktualisiert(?: am)?|publié(?: le)?|publicado(?: el| em)?|reading time|read time"
    r"|lesezeit|time to read|\d[\d,.]* words?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di"
    r"|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    rf"):?(?=[\s{PART},]|$)"
)
_FILLER_ALONE: Final = late(
    rf"(?:^|(?<=[·|•∙⋅‧・,(\[{PART}]))\s*(?:{_FILLER}[\s,]*)+(?=[·|•∙⋅‧・,)\]{PART}]|$)",
    re.IGNORECASE,
)
_BEFORE: Final = late(rf"{_FILLER}[\s,{PART}]*$", re.IGNORECASE)
_PICTURED: Final = late(rf"{PICTURES.pattern}\s*(?={PART})")
_PARTED_LEFT: Final = late(rf"(?:[·|•∙⋅‧・,;(\[{PART}]|(?:^|\s)[-–—/])\s*$")
_PARTED_RIGHT: Final = late(rf"\s*(?:[·|•∙⋅‧・,;)\]{PART}]|[-–—/](?:\s|$)|$)")
_SAYS_SO: Final = late(r"read|lesezeit|lect|lett|leit|leest", re.IGNORECASE)
_UPDATED: Final = late(r"(?:updated|modified|edited|aktualisiert)(?: on| am)?:?\s*$", re.IGNORECASE)
_UNDATED: Final = late(r"(?:no date|undated|without (?:a )?date)\b", re.IGNORECASE)
_UNIT: Final = r"(?:m|mins?|minutes?|minuten|minutos?|minuti|min\.)(?![\w])\.?|分钟|分鐘|分"
_MINUTES: Final = late(
    r"(?<![\w.,$€£#/-])(?:[~≈]\s?|about |approx\.? |est\.? )?(?:"
    rf"(?P<least>(?:less than|under|<)\s*(?:a|an|one|1)\s*(?:{_UNIT}))"
    rf"|(?P<hours>\d{{1,2}})\s*(?:h|hrs?|hours?)\b[\s,]*(?:(?P<rest>\d{{1,2}})\s*(?:{_UNIT}))?"
    rf"|(?:(?:reading|read) time|time to read|lesezeit|temps de lecture):?\s*"
    rf"(?P<labelled>\d{{1,3}}(?:[.,]\d)?)(?:\s*-?\s*(?:{_UNIT}))?(?!\w)"
    rf"|(?P<number>\d{{1,3}}(?:[.,]\d+)?)\s*-?\s*(?:{_UNIT})"
    r")(?:[ -]?(?:reading time|reading|read|lesezeit|de lecture|de lectura|di lettura|de leitura"
    r"|leestijd|to read)\b)?",
    re.IGNORECASE,
)
