"""The forms that dates are written in: what a text shares with others of its form."""

from __future__ import annotations

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterator
from typing import Final

import msgspec

from blint.late import late


class Written(msgspec.Struct, frozen=True):
    """A date as it is written: its form, and its parts by name, as they stand there.

    The form is a text with tokens, such as `{Mon} {d} {Y}`; everything else stands for itself.
    """

    form: str
    parts: dict[str, str]


def read_form(text: str) -> Written | None:
    """The form of a date; None where it has none that is known."""
    text = text.strip()
    for pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match is not None:
            parts = {name: part for name, part in match.groupdict().items() if part is not None}
            return Written("".join(_pieces(match)), parts)
    return None


def _pieces(match: re.Match[str]) -> Iterator[str]:
    """The tokens of a date and what stands between them, in order."""
    end = 0
    spans = sorted(
        (match.span(name), name)
        for name, part in match.groupdict().items()
        if part and name != "mark"
    )
    for (start, stop), name in spans:
        yield match.string[end:start]
        yield f"{{{_token(name, match[name])}}}"
        end = stop
    yield match.string[end:]


def _token(name: str, part: str) -> str:
    """The name of a part as it is written here: a month as `Month` or `Mon`, and so on."""
    match name:
        case "month_name":
            return "May" if part == "May" else "Month" if part in month_name else "Mon"
        case "weekday":
            return "Weekday" if part in day_name else "Day"
        case "half":
            return "AM" if part.isupper() else "am"
        case "offset":
            return "+hh:mm" if ":" in part else "+hh" if len(part) < 4 else "+hhmm"
        case "fraction":
            return f"f{len(part)}"
    return _TOKENS.get(name, name)


_TOKENS: Final = {"year": "Y", "month": "m", "day": "d", "hour": "H", "minute": "M", "second": "S"}
_TIME: Final = (
    r"(?:(?:T|,? (?:at )?)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)"
    r"(?:\.(?P<fraction>\d{1,9}))?)? ?(?P<half>AM|PM|am|pm)?"
    r" ?(?:Z|UTC|GMT|(?P<offset>[-+]\d\d(?::?\d\d)?))?)?"
)
_MONTH: Final = f"(?P<month_name>{'|'.join((*month_name[1:], *month_abbr[1:]))})"
_WEEKDAY: Final = f"(?:(?P<weekday>{'|'.join((*day_name, *day_abbr))}),? )?"
_DAY: Final = r"(?P<day>\d{1,2})(?P<suffix>st|nd|rd|th)?"
_PATTERNS: Final = (
    late(rf"(?P<year>\d{{4}})([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){_TIME}", re.ASCII),
    late(
        rf"(?P<one>\d{{1,2}})(?P<mark>[-/.])(?P<other>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){_TIME}",
        re.ASCII,
    ),
    late(rf"{_WEEKDAY}{_DAY}[ -]{_MONTH},?[ -](?P<year>\d{{4}}){_TIME}", re.ASCII),
    late(rf"{_WEEKDAY}{_MONTH} {_DAY},? (?P<year>\d{{4}}){_TIME}", re.ASCII),
    late(rf"{_MONTH},? {_DAY}", re.ASCII),
)
"""Days in numbers, the year first or last; with the name of a month; the last is without a year."""
