"""Write a moment the way a date was written elsewhere in the blog."""

from __future__ import annotations

from calendar import day_abbr, day_name, month_abbr, month_name
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from blint.late import late
from blint.overview.new_post.date_forms import read_form


def written_like(samples: Sequence[str], moment: datetime, *, sure: bool = False) -> str | None:
    """A moment in the form that most samples have; None where that is none of a date.

    `moment` has a time zone. A time of day that the samples share, such as midnight, is kept.
    `sure`: these are dates, and those in a form that is not known do not matter.
    """
    known = [found for sample in samples if (found := read_form(sample)) is not None]
    if not known or (not sure and len(known) * 5 < len(samples) * 4):
        return None
    counts = Counter(one.form for one in known)
    best = max(counts, key=lambda form: counts[form])
    alike = _without_may(best, counts)
    return _write(alike, [one.parts for one in known if one.form in {best, alike}], moment)


def number_like(samples: Sequence[float], moment: datetime, *, sure: bool = False) -> int | None:
    """A moment as a number: a day as `20240131`, or the seconds or milliseconds since 1970, as most
    samples are, and at midnight UTC if those are; None where numbers are no dates.

    `sure`: these are dates, so that they may be years, and those of another kind do not matter.
    """
    kinds = Counter(kind for one in samples if (kind := _kind(one)))
    kind, count = kinds.most_common(1)[0] if kinds else ("", 0)
    if not kind or (not sure and (count < len(samples) or kind == "year")):
        return None
    if kind == "year":
        return moment.year
    if kind == "day":
        return int(f"{moment:%Y%m%d}")
    unit = _UNITS[kind]
    if all(one % (_DAY * unit) == 0 for one in samples if _kind(one) == kind):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return int(moment.timestamp()) * unit


def iso_day(moment: datetime) -> str:
    """The day of a moment, ISO 8601."""
    return moment.date().isoformat()


def _kind(number: float) -> str:
    """What a number is, if it is a date; empty where it is none."""
    if 1990 < number < 2200:
        return "year"
    if 19900000 < number < 22000000 and _COMPACT.fullmatch(str(number)):
        return "day"
    return next((name for name, u in _UNITS.items() if _FIRST * u <= number < _LAST * u), "")


def _without_may(form: str, counts: Counter[str]) -> str:
    """A form with `May`, which is short and long, as what other dates show it to be."""
    short = form.replace("{May}", "{Mon}")
    return short if short in counts else form.replace("{May}", "{Month}")


def _write(form: str, samples: Sequence[dict[str, str]], moment: datetime) -> str | None:
    """A moment in a form that samples have; None where their order of day and month is unclear."""
    if "{one}" in form:
        order = _order(samples)
        if order is None:
            return None
        form = form.replace("{one}", f"{{{order[0]}}}").replace("{other}", f"{{{order[1]}}}")
    moment = _at_their_time(_in_zone(moment, form, samples), samples)
    width = 2 if _are_padded(samples, _DAYS, "{Mon" not in form or "{Day}" in form) else 1
    hours = 2 if _are_padded(samples, ("hour",), "{AM}" not in form.upper()) else 1
    offset = moment.strftime("%z") or "+0000"
    hour = (moment.hour + 11) % 12 + 1 if "{AM}" in form.upper() else moment.hour
    values = {
        "Y": f"{moment.year:04}",
        "m": f"{moment.month:0{width}}",
        "d": f"{moment.day:0{width}}",
        "suffix": _suffix(moment.day),
        "Month": month_name[moment.month],
        "Mon": month_abbr[moment.month],
        "Weekday": day_name[moment.weekday()],
        "Day": day_abbr[moment.weekday()],
        "H": f"{hour:0{hours}}",
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "AM": "AM" if moment.hour < 12 else "PM",
        "am": "am" if moment.hour < 12 else "pm",
        "+hh:mm": f"{offset[:3]}:{offset[3:5]}",
        "+hhmm": offset[:5],
        "+hh": offset[:3],
    }
    return _TOKEN.sub(lambda match: values.get(match[1]) or "0" * int(match[1][1:]), form)


def _order(samples: Sequence[dict[str, str]]) -> tuple[str, str] | None:
    """Whether the day or the month is first where both are numbers before the year."""
    is_day_first = any(int(parts["one"]) > 12 for parts in samples)
    is_month_first = any(int(parts["other"]) > 12 for parts in samples)
    if is_day_first and is_month_first:
        return None
    if not is_day_first and not is_month_first:
        is_day_first = samples[0]["mark"] != "/"
    return ("d", "m") if is_day_first else ("m", "d")


def _are_padded(samples: Sequence[dict[str, str]], names: Iterable[str], usual: bool) -> bool:
    """Whether small numbers begin with a zero; `usual` where samples have none that tell."""
    texts = [parts[name] for parts in samples for name in names if name in parts]
    zeros = sum(text.startswith("0") for text in texts)
    short = sum(len(text) == 1 for text in texts)
    return zeros > short if zeros or short else usual


def _in_zone(moment: datetime, form: str, samples: Sequence[dict[str, str]]) -> datetime:
    """The moment at the offset that samples are written with; without one, as it is, and so are
    the first and the last day of the calendar, which have no other offset."""
    match = _OFFSET.fullmatch(samples[0].get("offset", ""))
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0)) if match else _TOO_FAR
    if _UTC.search(form):
        offset = timedelta()
    if offset >= _TOO_FAR:
        return moment
    try:
        return moment.astimezone(timezone(-offset if match and match[1] == "-" else offset))
    except OverflowError:
        return moment


def _at_their_time(moment: datetime, samples: Sequence[dict[str, str]]) -> datetime:
    """The moment at the time of day that at least half of several samples share."""
    clocks = Counter(tuple(parts.get(name, "") for name in _CLOCK) for parts in samples)
    (hour, minute, second, half), count = clocks.most_common(1)[0]
    if not hour or len(samples) < 3 or count * 2 < len(samples):
        return moment
    hours = int(hour) % 12 + 12 * (half.upper() == "PM") if half else int(hour)
    if hours > 23 or int(minute) > 59 or int(second or 0) > 59:
        return moment
    return moment.replace(hour=hours, minute=int(minute), second=int(second or 0))


def _suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


_DAY: Final = 24 * 60 * 60
_UNITS: Final = {"seconds": 1, "milliseconds": 1000}
_FIRST: Final = 3 * 10**8
_LAST: Final = 4 * 10**9
"""Seconds from 1970 to 1979, before which nobody blogged, and to 2096."""
_DAYS: Final = ("day", "month", "one", "other")
_CLOCK: Final = ("hour", "minute", "second", "half")
_TOO_FAR: Final = timedelta(hours=24)
_TOKEN: Final = late(r"\{([^}]+)\}")
_UTC: Final = late(r"(?:Z|UTC|GMT)$")
_OFFSET: Final = late(r"([-+])(\d\d):?(\d\d)?")
_COMPACT: Final = late(r"\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
