"""Retry-After: seconds, a date, or a length of time as some servers write it."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from blint.late import late

_SECONDS = late(r"\d{1,12}(?:\.\d{1,6})?")
_LENGTH = late(r"(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9}(?:\.\d{1,9})?)s)?")


def retry_after(value: str, now: datetime) -> float | None:
    """The seconds that a header asks to wait; None where it asks for nothing that makes sense."""
    value = value.strip()
    if _SECONDS.fullmatch(value):
        return float(value) or None
    length = _LENGTH.fullmatch(value) if value else None
    if length is not None:
        hours, minutes, seconds = (float(part or 0) for part in length.groups())
        return hours * 3600 + minutes * 60 + seconds or None
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    then = then if then.tzinfo is not None else then.replace(tzinfo=UTC)
    seconds = (then - now).total_seconds()
    return seconds if seconds > 0 else None
