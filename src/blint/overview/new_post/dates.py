"""Write a moment the way a date was written elsewhere in the blog."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from blint.late import late


def written_like(samples: Sequence[str], moment: datetime) -> str | None:
    """A moment in the form that most samples have; None where that is none of a date.

    `moment` has a time zone. A time of day that the samples share, such as midnight, is kept.
    """
    forms = Counter(filter(None, map(_form, samples)))
    if not samples or sum(forms.values()) * 5 < len(samples) * 4:
        return None
    form = min(forms, key=lambda one: (-forms[one], list(forms).index(one)))
    fitting = [sample for sample in samples if _form(sample) == form]
    return _numeric(form, fitting, moment) if "|" in form else _named(form, moment)


def day(moment: datetime) -> str:
    """The day of a moment, ISO 8601."""
    return moment.date().isoformat()


def _form(sample: str) -> str | None:
    """What samples of one form share: separators and the presence of parts, or a name."""
    text = sample.strip()
    found = _ISO.fullmatch(text)
    if found is not None:
        parts = found.groupdict(default="")
        padded = "0" if len(parts["month"]) == len(parts["day"]) == 2 else ""
        fraction = str(len(parts["fraction"])) if parts["fraction"] else ""
        zone = _shape(parts["zone"])
        time = ":".join(filter(None, (parts["hour"] and "H", parts["second"] and "S")))
        return "|".join((parts["sep"], padded, parts["between"], time, fraction, zone))
    return next((name for name, pattern in _NAMED.items() if pattern.fullmatch(text)), None)


def _numeric(form: str, samples: Sequence[str], moment: datetime) -> str:
    sep, padded, between, time, fraction, zone = form.split("|")
    matches = [match for sample in samples if (match := _ISO.fullmatch(sample.strip()))]
    moment = _in_zone(moment, matches[0]["zone"] or "")
    width = 2 if padded else 1
    date = sep.join((f"{moment.year:04}", f"{moment.month:0{width}}", f"{moment.day:0{width}}"))
    if not time:
        return date
    clocks = Counter((m["hour"], m["minute"], m["second"] or "") for m in matches)
    (hour, minute, second), count = clocks.most_common(1)[0]
    if len(matches) < 3 or count * 2 < len(matches):
        hour, minute, second = f"{moment.hour:02}", f"{moment.minute:02}", f"{moment.second:02}"
    clock = ":".join((hour.zfill(2), minute, *((second or "00",) if "S" in time else ())))
    part = f".{'0' * int(fraction)}" if fraction else ""
    return f"{date}{between}{clock}{part}{_offset(moment, zone)}"


def _named(form: str, moment: datetime) -> str:
    values = {
        "Y": f"{moment.year:04}",
        "m": str(moment.month),
        "mm": f"{moment.month:02}",
        "d": str(moment.day),
        "dd": f"{moment.day:02}",
        "Month": month_name[moment.month],
        "Mon": month_abbr[moment.month],
    }
    return re.sub(r"[A-Za-z]+", lambda match: values[match[0]], form)


def _in_zone(moment: datetime, zone: str) -> datetime:
    """The moment at the offset that samples are written with; without one, as it is."""
    text = zone.strip()
    if text in {"Z", "z"}:
        return moment.astimezone(UTC)
    match = re.fullmatch(r"([-+])(\d\d):?(\d\d)", text)
    if match is None:
        return moment
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    if offset >= timedelta(hours=24):
        return moment
    return moment.astimezone(timezone(-offset if match[1] == "-" else offset))


def _shape(zone: str) -> str:
    """How a zone is written, with `+00` for its digits."""
    return re.sub(r"\d", "0", zone).replace("-", "+")


def _offset(moment: datetime, shape: str) -> str:
    if "+" not in shape:
        return shape
    text = moment.strftime("%z") or "+0000"
    colon = ":" if ":" in shape else ""
    blank = " " if shape.startswith(" ") else ""
    return f"{blank}{text[:3]}{colon}{text[3:5]}"


_ISO: Final = late(
    r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})"
    r"(?:(?P<between>[T ])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?:\.(?P<fraction>\d{1,9}))?(?P<zone>Z| ?[-+]\d\d:?\d\d)?)?",
    re.ASCII,
)
_MONTHS: Final = "|".join(month_name[1:])
_SHORT: Final = "|".join(month_abbr[1:])
_NAMED: Final = {
    "mm/dd/Y": late(r"(?:0[1-9]|1[0-2])/\d\d/\d{4}"),
    "m/d/Y": late(r"(?:[1-9]|1[0-2])/\d{1,2}/\d{4}"),
    "dd.mm.Y": late(r"\d\d\.\d\d\.\d{4}"),
    "d.m.Y": late(r"\d{1,2}\.\d{1,2}\.\d{4}"),
    "Month d, Y": late(rf"(?:{_MONTHS}) \d{{1,2}}, \d{{4}}"),
    "Mon d, Y": late(rf"(?:{_SHORT}) \d{{1,2}}, \d{{4}}"),
    "d Month Y": late(rf"\d{{1,2}} (?:{_MONTHS}) \d{{4}}"),
    "d Mon Y": late(rf"\d{{1,2}} (?:{_SHORT}) \d{{4}}"),
    "Month dd": late(rf"(?:{_MONTHS}) \d\d"),
    "Month d": late(rf"(?:{_MONTHS}) \d{{1,2}}"),
    "Month, d": late(rf"(?:{_MONTHS}), \d{{1,2}}"),
}
"""Forms with names of months, or with the day before the year, by what they are made of."""
