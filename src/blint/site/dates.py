"""Dates as authors write them: which are impossible, and which are no dates at all."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Final

from blint.late import late

_LEADING: Final = late(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)"
    r"(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?"
    r"[ \t]*(?:[Zz]|[-+](\d{2}):?(\d{2}))?)?",
    re.ASCII,
)
_MONTHS: Final = frozenset(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
)
# What Eleventy takes in place of a date.
_DIRECTIVES: Final = frozenset(("created", "last modified", "git created", "git last modified"))
_TEMPLATE: Final = late(r"\{\{|\{%|<%|\$\{")


def why_no_date(text: str) -> str | None:
    """Why no generator could read a text as the date that it looks like; None where one could.

    Generators take many forms (`Jan 2, 2024`, `2024/1/2`, RFC 2822, seconds since 1970), so all
    but dates that no calendar has and text without any number or month are left alone.
    """
    text = text.strip()
    if not text or text.casefold() in _DIRECTIVES or _TEMPLATE.search(text):
        return None
    leading = _LEADING.match(text)
    if leading is not None:
        year, _, month, day, *time = leading.groups()
        return impossible_day(int(year), int(month), int(day)) or _impossible_time(time)
    if re.search(r"\d", text) or any(word[:3] in _MONTHS for word in text.casefold().split()):
        return None
    return "it names no day"


def impossible_day(year: int, month: int, day: int) -> str | None:
    """What no calendar has, or None for a day that was or will be."""
    if year == 0:
        return "there is no year 0"
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02} has no day {day}"
    return None


def _impossible_time(parts: list[str | None]) -> str | None:
    hour, minute, second, off_hour, off_minute = (int(part or 0) for part in parts)
    midnight = (hour, minute, second) == (24, 0, 0)
    if (hour > 23 and not midnight) or minute > 59 or second > 60:
        return "there is no such time of day"
    if off_hour > 23 or off_minute > 59:
        return "there is no such offset from UTC"
    return None
