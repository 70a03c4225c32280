"""The moment that a written date means, in the forms that blogs have."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import Final

import msgspec

from blint.late import late


class Moment(msgspec.Struct, frozen=True, array_like=True):
    """A day, ISO 8601, and the time of day where one is written: `15:21:00`.

    `offset` is that from UTC in minutes; None: none is written, and the time is that of the site.
    """

    day: str
    time: str = ""
    offset: int | None = None

    @property
    def text(self) -> str:
        """Day and time as ISO 8601; it sorts as time goes."""
        return f"{self.day}T{self.time}" if self.time else self.day

    def local(self, zone: str) -> Moment:
        """The same moment as clocks in a time zone have it, such as `Europe/Berlin`.

        A date without a time is that day everywhere, and a time without an offset is local.
        """
        if self.offset is None or not self.time:
            return self
        found = zone_of(zone) if zone else None
        if found is None:
            return self
        try:
            there = self._in_utc().astimezone(found)
        except (OverflowError, ValueError):
            return self
        return Moment(there.date().isoformat(), there.time().isoformat())

    def days(self, zone: str) -> tuple[str, ...]:
        """The days that this may be on, in order: one if the time zone of the site is known, or
        if no offset is written, else those that clocks show somewhere at that moment."""
        if self.offset is None or not self.time or zone:
            return (self.local(zone).day,)
        try:
            utc = self._in_utc()
            west, east = (utc + timedelta(hours=hours) for hours in _ZONES)
        except (OverflowError, ValueError):
            return (self.day,)
        return tuple(sorted({west.date().isoformat(), self.day, east.date().isoformat()}))

    def _in_utc(self) -> datetime:
        written = datetime.fromisoformat(self.text)
        return written.replace(tzinfo=timezone(timedelta(minutes=self.offset or 0))).astimezone(UTC)


@lru_cache(maxsize=4096)
def read_moment(text: str) -> Moment | None:
    """The moment that a text means; None where it means none, or where that cannot be known.

    Read are ISO 8601 with its many relatives (`2024/1/5`, `2024-01-05 9:00 -4`), days with the
    name of a month in English, and RFC 2822. `01/15/2024` has one reading, and `01/02/2024` is
    not read: it means two days.
    """
    text = " ".join(text.split())
    for form in (_NUMBERS, _DAY_FIRST, _MONTH_FIRST, _COMPACT, _YEAR_LAST):
        match = form.fullmatch(text)
        if match is not None:
            return _moment(match)
    return None


@cache
def zone_of(name: str) -> tzinfo | None:
    """A time zone by its IANA name; None where there is none of that name."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return None


def _moment(match: re.Match[str]) -> Moment | None:
    month, day_text = match["month"], match["day"]
    if month is None:  # the day comes before it
        month, day_text = match["after"], match["first"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].casefold()) + 1
    try:
        day = date(int(match["year"]), number, int(day_text)).isoformat()
    except ValueError:
        return None
    if match["hour"] is None:
        return Moment(day)
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    half = (match["half"] or "").casefold()
    if half:
        hour = hour % 12 + 12 * half.startswith("p")
    if hour > 23 or minute > 59:
        return Moment(day)
    return Moment(day, f"{hour:02}:{minute:02}:{min(second, 59):02}", _offset(match["zone"]))


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    if zone[0] not in "+-":
        return 0  # Z, UTC and GMT
    digits = zone[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    offset = int(hours) * 60 + int(minutes)
    return None if offset >= 24 * 60 else -offset if zone[0] == "-" else offset


_ZONES: Final = (-12, 14)  # hours from UTC, of the first and of the last clock on earth
_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_TIME: Final = (
    r"(?:(?:[Tt]|,? (?:at )?)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?:[.,]\d+)? ?(?P<half>[AaPp]\.?[Mm]\.?)? ?(?P<zone>[Zz]|UTC|GMT|[-+]\d{1,2}(?::?\d{2})?)?)?"
)
_MONTH: Final = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?"
_FLAGS: Final = re.ASCII | re.IGNORECASE
_NUMBERS: Final = late(
    rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_TIME}",
    _FLAGS,
)
_COMPACT: Final = late(rf"(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}}){_TIME}", _FLAGS)
# The day is after 12, or the number of the month: there are not two ways to read it.
_YEAR_LAST: Final = late(
    r"(?:(?P<month>0?[1-9]|1[0-2])(?P<mark>[-/.])(?P<day>1[3-9]|[23]\d|0?(?P=month))(?P=mark)"
    rf"|(?P<first>1[3-9]|[23]\d)(?P<sign>[-/.])(?P<after>0?[1-9]|1[0-2])(?P=sign))"
    rf"(?P<year>\d{{4}}){_TIME}",
    _FLAGS,
)
_DAY_FIRST: Final = late(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<year>\d{{4}}){_TIME}",
    _FLAGS,
)
_MONTH_FIRST: Final = late(
    rf"{_WEEKDAY}{_MONTH},? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}}){_TIME}",
    _FLAGS,
)
