"""What a line of a published list says of a post's date and read time, and what is left of it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from blint.late import late
from blint.overview.listing.published.dates import Dated, day_without_year, find_dates

PART: Final = "\x1f"
"""What parts pieces of a line that a page shows side by side, such as tags."""


class Marks(NamedTuple):
    """`days` as in `Dated`; `undated`: the line says that there is no date. `rest` are other words.

    `edge`: date or read time begin or end the line.
    """

    days: tuple[str, ...]
    minutes: float | None
    rest: str
    edge: bool = True
    undated: bool = False


def read_marks(text: str) -> Marks | None:
    """The date and the read time in a line; None where it has neither."""
    bare = text.strip(_TRIM)
    if _UNDATED.match(bare):
        found = read_marks(_UNDATED.sub("", bare, count=1))
        return Marks((), found.minutes if found else None, found.rest if found else "", True, True)
    blank = list(text)
    spans: list[tuple[int, int]] = []
    days: tuple[str, ...] = ()
    for one in find_dates(text):
        spans.append((one.start, one.end))
        if not days and not _UPDATED.search(text, 0, one.start):
            days = one.days
    minutes = None
    for match in _MINUTES.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in spans):
            spans.append(match.span())
            minutes = _minutes(match) if minutes is None else minutes
    for start, end in spans:
        blank[start:end] = PART * (end - start)
    rest = _rest("".join(blank))
    if not days:
        days, rest = _loose(rest)
    if not days and minutes is None and not spans:
        return None
    edge = any(_bare(text, 0, start) or _bare(text, end, len(text)) for start, end in spans)
    return Marks(days, minutes, rest, edge or not spans)


def dates_of(text: str) -> tuple[str, ...]:
    """The first day that a text names."""
    found: Dated | None = next(find_dates(text), None)
    return found.days if found is not None else day_without_year(text.strip(_TRIM))


def _loose(rest: str) -> tuple[tuple[str, ...], str]:
    """A day without a year as one of the pieces of a line, and the line without it."""
    pieces = [piece.strip(_TRIM) for piece in _SEPARATOR.split(rest)]
    for number, piece in enumerate(pieces):
        days = day_without_year(piece)
        if days:
            left = pieces[:number] + pieces[number + 1 :]
            return days, PART.join(filter(None, left))
    return (), rest


def _bare(text: str, start: int, end: int) -> bool:
    return not _rest(text[start:end])


def _rest(text: str) -> str:
    """What is left of a line: words that only introduce a date, and separators, are gone."""
    text = _FILLER.sub(PART, text)
    return _PARTS.sub(PART, text).strip(_TRIM)


def _minutes(match: re.Match[str]) -> float:
    if match["least"]:
        return 1.0
    if match["hours"]:
        return float(match["hours"]) * 60 + float(match["rest"] or 0)
    return float((match["number"] or match["labelled"]).replace(",", "."))


_TRIM: Final = " \t\u00a0·|•∙⋅‧・*-–—/,;:()[]" + PART
_SEPARATOR: Final = late(rf"\s*[·|•∙⋅‧・{PART}]\s*|\s+[-–—/]\s+")
_PARTS: Final = late(rf"{PART}(?:[\s·|•∙⋅‧・,;/()\[\]–—-]*{PART})+")
_FILLER: Final = late(
    rf"(?<![^\s{PART}(\[])(?:(?:first )?(?:posted|published|written|created)(?: on| at)?|date|on"
    r"|last updated(?: on)?|updated(?: on)?|last modified(?: on)?|modified|edited|veröffentlicht"
    r"(?: am)?|aktualisiert(?: am)?|publié(?: le)?|publicado(?: el| em)?|reading time|read time"
    r"|lesezeit|time to read|\d[\d,.]* words?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di"
    r"|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    rf"):?(?=[\s{PART},]|$)",
    re.IGNORECASE,
)
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
