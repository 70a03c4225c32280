"""Dates in the patterns of Unicode's locale data, as Babel writes them in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Final

from blint.late import late


@cache
def format_date(text: str, pattern: str, language: str = "en") -> str | None:
    """A date as YAML has it, written by a pattern; None where either is not understood.

    A date with a time is taken as it stands, whatever its offset. Names of months and days are
    known in English alone.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        when = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    in_english = language.partition("-")[0].partition("_")[0] in {"en", ""}
    if pattern in _NAMED:
        return _formatted(when, _NAMED[pattern]) if in_english else None
    if not in_english and _WORDS.search(_QUOTED.sub("", pattern)):
        return None
    return _formatted(when, pattern)


def _formatted(when: datetime, pattern: str) -> str | None:
    pieces = []
    for match in _TOKEN.finditer(pattern):
        token = match[0]
        if token[0] == "'":
            pieces.append(token[1:-1].replace("''", "'") or "'")
        elif token[0].isascii() and token[0].isalpha():
            field = _FIELDS.get(token[0])
            written = field(when, len(token)) if field is not None else None
            if written is None:
                return None
            pieces.append(written)
        else:
            pieces.append(token)
    return "".join(pieces)


def _year(when: datetime, width: int) -> str:
    return f"{when.year % 100:02}" if width == 2 else str(when.year).rjust(width, "0")


def _month(when: datetime, width: int) -> str | None:
    return _name(_MONTHS[when.month - 1], when.month, width)


def _quarter(when: datetime, width: int) -> str | None:
    return str((when.month + 2) // 3).rjust(width, "0") if width < 3 else None


def _weekday(when: datetime, width: int) -> str | None:
    return _name(_DAYS[when.weekday()], 0, max(width, 3))


def _name(name: str, number: int, width: int) -> str | None:
    if width < 3:
        return str(number).rjust(width, "0")
    return {3: name[:3], 4: name, 5: name[0]}.get(width)


def _digits(value: Callable[[datetime], int]) -> Callable[[datetime, int], str | None]:
    return lambda when, width: str(value(when)).rjust(width, "0")


_FIELDS: Final[Mapping[str, Callable[[datetime, int], str | None]]] = {
    "y": _year,
    "M": _month,
    "L": _month,
    "Q": _quarter,
    "q": _quarter,
    "E": _weekday,
    "d": _digits(lambda when: when.day),
    "D": _digits(lambda when: when.timetuple().tm_yday),
    "H": _digits(lambda when: when.hour),
    "m": _digits(lambda when: when.minute),
    "s": _digits(lambda when: when.second),
}
_NAMED: Final = {
    "full": "EEEE, MMMM d, y",
    "long": "MMMM d, y",
    "medium": "MMM d, y",
    "short": "M/d/yy",
}
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TOKEN: Final = late(r"'(?:[^']|'')*'|([A-Za-z])\1*|.", re.DOTALL)
_QUOTED: Final = late(r"'(?:[^']|'')*'")
_WORDS: Final = late(r"[ML]{3}|E")
# With a time the month and the day may have one digit, without one such a date is text.
_DATE: Final = late(
    r"(\d{4})-(\d\d|\d(?=.*:))-(\d\d|\d(?=.*:))"
    r"(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[+-]\d\d?(?::?\d\d)?))?)?"
)
