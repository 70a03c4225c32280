"""Days in a line of text, in the forms that sites show them in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from blint.late import late
from blint.site.moments import read_moment


class Dated(NamedTuple):
    """A day in a text. `days` are the ISO dates that it may be; `--04-15` where no year stands."""

    start: int
    end: int
    days: tuple[str, ...]


def find_dates(text: str) -> Iterator[Dated]:
    """The days that a line names, from left to right."""
    if _WORTH_A_LOOK.search(text) is None:
        return
    for match in _FULL.finditer(text):
        days = _days(match)
        if days:
            yield Dated(match.start(), match.end(), days)


def day_without_year(text: str) -> tuple[str, ...]:
    """The day that a whole text names by month and day alone, as `--04-15`; none if it does not."""
    match = _NO_YEAR.fullmatch(text)
    if match is None:
        return ()
    day = _iso("2000", _month(match["m1"] or match["m2"]), match["d1"] or match["d2"])
    return (f"-{day[4:]}",) if day else ()


def leading_day(text: str) -> tuple[tuple[str, ...], str]:
    """The day without a year that a line begins with, and the rest of the line."""
    match = _NO_YEAR.match(text)
    rest = text[match.end() :].strip(" :·|–—-") if match is not None else ""
    return (day_without_year(match[0]) if match is not None and rest else ()), rest


def period(text: str) -> str | None:
    """The year that a heading over some posts names, alone or with a month; else None."""
    match = _PERIOD.fullmatch(text)
    return match["year"] if match is not None else None


def is_day(days: tuple[str, ...], actual: tuple[str, ...]) -> bool:
    """Whether what a list shows may be one of some ISO dates."""
    return any(
        shown == day or (shown[0] == "-" and shown[1:] == day[4:])
        for shown in days
        for day in actual
    )


def _days(match: re.Match[str]) -> tuple[str, ...]:
    if match["iso"]:
        moment = read_moment(match["iso"])
        return (moment.day,) if moment is not None else ()
    if match["one"]:
        one, two, year = match["one"], match["two"], match["year3"]
        both = (_iso(year, int(two), one), _iso(year, int(one), two))
        return tuple(dict.fromkeys(filter(None, both)))
    if match["year4"]:
        day = _iso(match["year4"], int(match["month4"]), match["day4"])
    elif match["m1"]:
        day = _iso(match["year1"], _month(match["m1"]), match["d1"])
    else:
        day = _iso(match["year2"], _month(match["m2"]), match["d2"])
    return (day,) if day else ()


def _iso(year: str, month: int, day: str) -> str:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    return _MONTHS[name.casefold().rstrip(".")]


def _months(table: str) -> dict[str, int]:
    rows = (row.split() for row in table.strip().splitlines())
    return {name: int(number) for number, *names in rows for name in names}


# Months in English, German, French, Spanish, Italian, Portuguese and Dutch, short forms first.
_MONTHS: Final = _months(
    """
    1 jan january januar janv janvier ene enero gen gennaio janeiro januari jän jänner
    2 feb february februar févr février febrero febbraio fev fevereiro februari
    3 mar march märz mär mars marzo março maart mrt mrz
    4 apr april avr avril abr abril aprile
    5 may mai mayo mag maggio maio mei
    6 jun june juni juin junio giu giugno junho
    7 jul july juli juil juillet julio lug luglio julho
    8 aug august août ago agosto augustus
    9 sep sept september septembre septiembre set settembre setembro
    10 oct october okt oktober octobre octubre ott ottobre out outubro
    11 nov november novembre noviembre novembro
    12 dec december dez dezember déc décembre dic diciembre dicembre dezembro
    """
)
_NAME: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY: Final = r"(?:[^\W\d_]{2,10}\.?,? )?"
_DAY: Final = r"\d{1,2}"
_ORDINAL: Final = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_CLOCK: Final = (
    r"(?:(?:[Tt]|,? (?:at |um )?)\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?"
    r"(?: ?[AaPp]\.?[Mm]\.?\b)?(?: ?(?:Z|UTC|GMT|[-+]\d{2}:?\d{2})\b)?)?"
)
_FLAGS: Final = re.IGNORECASE
_WORTH_A_LOOK: Final = late(r"\d{4}")
_FULL: Final = late(
    r"(?<![\w/.-])(?:"
    rf"(?P<iso>\d{{4}}([-/.])\d{{1,2}}\2\d{{1,2}}){_CLOCK}"
    rf"|(?P<one>{_DAY})([-/.]) ?(?P<two>{_DAY})\4 ?(?P<year3>(?:19|20)\d{{2}}){_CLOCK}"
    rf"|(?P<year4>\d{{4}})年 ?(?P<month4>{_DAY})月 ?(?P<day4>{_DAY})日"
    rf"|(?P<d1>{_DAY}){_ORDINAL}[ -](?:of |de |di )?(?P<m1>{_NAME})\b\.?(?: de| del)?,?[ -]"
    rf"(?P<year1>\d{{4}}){_CLOCK}"
    rf"|(?P<m2>{_NAME})\b\.?,? (?P<d2>{_DAY}){_ORDINAL},? (?P<year2>\d{{4}}){_CLOCK}"
    r")(?![\w/-])",
    _FLAGS,
)
_NO_YEAR: Final = late(
    rf"{_WEEKDAY}(?:(?P<d1>{_DAY}){_ORDINAL}[ -](?:of |de )?(?P<m1>{_NAME})\b\.?"
    rf"|(?P<m2>{_NAME})\b\.?,?[ -](?P<d2>{_DAY}){_ORDINAL})",
    _FLAGS,
)
_PERIOD: Final = late(
    rf"(?:(?:{_NAME})\.?,? )?(?P<year>(?:19|20)\d{{2}})(?: \(\d+\))?|(?:{_NAME})", _FLAGS
)
