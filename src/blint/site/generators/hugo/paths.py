"""How Hugo spells paths: sanitising, keys of pages, dates and their tokens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from posixpath import normpath
from typing import Final

from blint.late import late

CONTENT: Final = frozenset(
    (
        *("md", "markdown", "mdown", "html", "htm", "org"),
        *("adoc", "asciidoc", "ad", "rst", "pandoc", "pdc"),
    )
)
"""The extensions of content files."""
DATE: Final = late(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:[Tt ](\d\d):(\d\d):(\d\d)(?:[.,]\d+)?(?: ?[Zz]| ?[+-]\d\d:?\d\d)?(?: [A-Za-z]+)?)?"
)
IN_NAME: Final = late(r"(\d{4}-\d\d-\d\d)(?:-(\d\d)-(\d\d)-(\d\d))?[-_](.+)")
"""A date at the start of a file's name, and the rest."""


@lru_cache(maxsize=65536)
def sanitised(text: str, *, lower: bool = True, accents: bool = True) -> str:
    """A path as Hugo publishes it: letters, digits and a few signs; `accents` False drops them."""
    if not accents:
        bare = unicodedata.normalize("NFD", text)
        bare = "".join(char for char in bare if unicodedata.category(char) != "Mn")
        text = unicodedata.normalize("NFC", bare)
    if not (text.isascii() and _PLAIN.fullmatch(text)):
        text = _kept(text)
    if not lower:
        return text
    return text.lower() if text.isascii() else "".join([char.lower()[0] for char in text])


def key_part(path: str) -> str:
    """A path as pages are looked up by it: in lower case, each space a hyphen."""
    return path.lower().replace(" ", "-")


def cleaned(path: str) -> str:
    """A path from the root without `.`, `..` and doubled slashes."""
    return normpath(f"/{path.lstrip('/')}")


def looked_up(path: str, codes: Iterable[str], *, bare: bool = False) -> tuple[str, bool]:
    """A path in a link as the key it asks for, and whether it had the extension of a page.

    `bare`: it is a name alone, from which the code of a language goes even without extension.
    """
    folder, slash, name = path.rpartition("/")
    stem, dot, extension = name.rpartition(".")
    is_page = bool(dot and stem) and extension.lower() in CONTENT
    if is_page:
        name = stem
        stem, dot, extension = name.rpartition(".")
    if (is_page or bare) and dot and stem and extension.lower() in codes:
        name = stem
    if name.lower() in {"index", "_index"}:
        name = ""
    return key_part(folder + slash + name), is_page


def read_date(text: str) -> datetime | None:
    """The wall clock of a date in front matter; None where Hugo would stop."""
    text = text.strip()
    match = DATE.fullmatch(text)
    try:
        if match is not None:
            year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
            return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001
        if _SECONDS.fullmatch(text):
            return datetime.fromtimestamp(int(text), UTC).replace(tzinfo=None)
        match = _WORDED.fullmatch(text)
        if match is not None:
            month = 1 + _MONTHS.index(match[2].lower())
            return datetime(int(match[3]), month, int(match[1]))  # noqa: DTZ001
    except (ValueError, OverflowError, OSError):
        pass
    return None


def date_token(token: str, day: datetime) -> str | None:
    """The value of a token made of a date; None where it is none."""
    match token:
        case "year":
            return str(day.year)
        case "month":
            return f"{day.month:02}"
        case "monthname":
            return day.strftime("%B")
        case "day":
            return f"{day.day:02}"
        case "weekday":
            return str(day.isoweekday() % 7)
        case "weekdayname":
            return day.strftime("%A")
        case "yearday":
            return str(day.timetuple().tm_yday)
    text, count = _LAYOUT.subn(lambda match: _part(match[0], day), token)
    return text if count else None


def _part(word: str, day: datetime) -> str:
    hour = day.hour % 12 or 12
    values = {
        "2006": f"{day.year:04}",
        "06": f"{day.year % 100:02}",
        "January": day.strftime("%B"),
        "Jan": day.strftime("%b"),
        "01": f"{day.month:02}",
        "1": str(day.month),
        "Monday": day.strftime("%A"),
        "Mon": day.strftime("%a"),
        "02": f"{day.day:02}",
        "002": f"{day.timetuple().tm_yday:03}",
        "2": str(day.day),
        "15": f"{day.hour:02}",
        "03": f"{hour:02}",
        "3": str(hour),
        "04": f"{day.minute:02}",
        "4": str(day.minute),
        "05": f"{day.second:02}",
        "5": str(day.second),
        "PM": "PM" if day.hour >= _NOON else "AM",
        "pm": "pm" if day.hour >= _NOON else "am",
    }
    return values[word]


def _kept(text: str) -> str:
    kept: list[str] = []
    waiting = after_hyphen = False
    for at, char in enumerate(text):
        if _is_kept(char) or (char == "%" and _HEX.match(text, at + 1)):
            after_hyphen = char == "-"
            if waiting and not after_hyphen:
                kept.append("-")
            waiting = False
            kept.append(char)
        elif kept and not after_hyphen and char.isspace():
            waiting = True
    return "".join(kept)


def _is_kept(char: str) -> bool:
    if char in "./\\_#+~-@":
        return True
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


_NOON: Final = 12
_PLAIN: Final = late(r"[A-Za-z0-9./\\_#+~@-]*")
_HEX: Final = late(r"[0-9A-Fa-f]{2}")
_SECONDS: Final = late(r"-?\d{1,12}")
_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_WORDED: Final = late(
    rf"(?:[A-Z][a-z]{{2,8}}, )?(\d\d)[ -]({'|'.join(_MONTHS)})[ -](\d{{4}})"
    r"(?: \d\d:\d\d(?::\d\d)?(?: \S+)?)?",
    re.IGNORECASE,
)
# Go's words for the parts of a date, the longer ones first.
_LAYOUT: Final = late("2006|January|Jan|Monday|Mon|002|0[1-6]|15|[1-5]|PM|pm")
