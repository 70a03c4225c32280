"""Dates as Jekyll reads them: front matter through YAML and Ruby's `Time.parse`, in local time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final, NamedTuple

from blint.late import late


class Moment(NamedTuple):
    """A moment in local time. `timed` False: its hours depend on a time zone that is not known."""

    when: datetime
    timed: bool = True


def zone_named(name: object) -> tzinfo | None:
    """The time zone of a configuration; None: that of whatever machine builds the site."""
    if not isinstance(name, str) or not name:
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return None


def moments(text: str, quoted: bool, zone: tzinfo | None) -> tuple[Moment, ...]:
    """What a date in front matter may be, the likeliest first; nothing, if it is not understood.

    There is more than one where the zone is not known: the site is built in UTC, or where the
    author lives.
    """
    match = next((m for form in _FORMS if (m := form.fullmatch(text.strip()))), None)
    if match is None:
        return ()
    try:
        written = _written(match)
    except ValueError:
        return ()
    if match["hour"] is None:
        return (Moment(written),)
    offset = _offset(match["zone"] or "")
    # YAML takes a full time without a zone for UTC; a text is local time.
    is_text = quoted or match["half"] or match.groupdict().get("mark") != "-"
    if offset is None and (is_text or match["second"] is None or match["zone"]):
        return (Moment(written),)
    try:
        return tuple(dict.fromkeys(_local(written, offset, zone)))
    except (OverflowError, ValueError):
        return ()


def day_in_name(text: str) -> datetime | None:
    """The date in the name of a file, at midnight: `2024-01-02`, `24-1-2`."""
    year, month, day = map(int, text.split("-"))
    if year < 100:
        year += 2000 if year < 69 else 1900
    try:
        return datetime(year, month, day)  # noqa: DTZ001 (local time, wherever that is)
    except ValueError:
        return None


def _local(written: datetime, offset: timedelta | None, zone: tzinfo | None) -> Iterator[Moment]:
    in_utc = written - (offset or timedelta())
    if zone is not None:
        local = in_utc.replace(tzinfo=UTC).astimezone(zone)
        yield Moment(local.replace(tzinfo=None))
        return
    yield Moment(in_utc, timed=False)
    if offset is not None:
        yield Moment(written, timed=False)
        return
    for shift in (timedelta(hours=-12), timedelta(hours=14)):
        if (in_utc + shift).date() != in_utc.date():
            yield Moment(in_utc + shift, timed=False)


def _written(match: re.Match[str]) -> datetime:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    hour = int(match["hour"] or 0)
    half = (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return datetime(  # noqa: DTZ001 (the zone is looked at later)
        int(match["year"]),
        number,
        int(match["day"]),
        hour,
        int(match["minute"] or 0),
        min(int(match["second"] or 0), 59),
    )


def _offset(zone: str) -> timedelta | None:
    """The distance of a zone from UTC; None for a name that Ruby takes for local time."""
    zone = zone.strip().upper()
    if zone in _ZONES:
        return timedelta(hours=_ZONES[zone])
    match = _NUMERIC.fullmatch(zone)
    if match is None:
        return None
    found = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return -found if match[1] == "-" else found


_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_ZONES: Final = {
    **dict.fromkeys(("Z", "UT", "UTC", "GMT"), 0),
    **dict(zip(("EST", "EDT", "CST", "CDT"), (-5, -4, -6, -5), strict=True)),
    **dict(zip(("MST", "MDT", "PST", "PDT"), (-7, -6, -8, -7), strict=True)),
}
_NUMERIC: Final = late(r"([+-])(\d{1,2}):?(\d{2})?")
_TIME: Final = (
    r"(?:(?:[Tt,]|\s)\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d*)?)?"
    r"\s*(?P<half>[AaPp][Mm])?\s*(?P<zone>[+-]\d{1,2}:?\d{0,2}|[A-Za-z]{1,5})?)?"
)
_NAME: Final = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_WEEKDAY: Final = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
_FORMS: Final = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        rf"{_WEEKDAY}{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_NAME},?\s+(?P<year>\d{{4}})",
    )
)
