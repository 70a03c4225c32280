"""Addresses as Jekyll makes them: the tokens of a permalink, slugs, and the file that comes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Final
from urllib.parse import unquote

from blint.late import late
from blint.site.generators.jekyll.dates import Moment

Token = Callable[[str], str | None]


def filled(template: str, token: Token) -> str | None:
    """The address of a post or document, unescaped; None where a token is not known.

    A name that ends in `_` is looked for without it as well.
    """
    parts: list[str] = []
    at = 0
    template = unquote(template)
    for match in _TOKEN.finditer(template):
        name = match[1]
        value = token(name)
        tail = ""
        if value is None and name.endswith("_"):
            value, tail = token(name[:-1]), "_"
        if value is None:
            return None
        parts += (template[at : match.start()], value, tail)
        at = match.end()
    return clean("".join((*parts, template[at:])))


def page_address(template: str, folder: str, stem: str, ext: str) -> str:
    """The address of a page: its template knows three tokens, others stay as they are."""
    url = unquote(template)
    for name, value in (("path", folder), ("basename", stem), ("output_ext", ext)):
        if ":" not in url:
            break
        url = url.replace(f":{name}", value)
    return clean(url)


def clean(url: str) -> str:
    """An address as Jekyll tidies it up: two dots are a slash, one before a slash is nothing."""
    return _SLASHES.sub("/", f"/{url}".replace("..", "/").replace("./", ""))


def output_file(url: str, ext: str, index: str = ".html") -> str:
    """The file that is written for an address; `index` is the extension of one for a folder."""
    if url.endswith("/"):
        return f"{url}index{index}"
    return url if ext and url.endswith(ext) else url + ext


def extension(permalink: str) -> str:
    """The extension of a permalink as it is written; empty where it has none."""
    name = permalink[permalink.rfind("/") + 1 :]
    dot = name.rfind(".")
    return name[dot:] if dot > 0 and not permalink.endswith("/") else ""


@lru_cache(maxsize=4096)
def slug(text: str, mode: str = "default", *, cased: bool = False) -> str:
    """A slug of Jekyll's `slugify`."""
    if mode == "none":
        return text if cased else text.lower()
    if mode == "raw":
        text = _SPACES.sub("-", text)
    elif mode == "ascii":
        text = _NOT_ASCII.sub("-", text)
    else:
        kept = _PRETTY if mode == "pretty" else ""
        text = _DASHES.sub("-", "".join([c if _stays(c, kept) else "-" for c in text]))
    text = text.removeprefix("-").removesuffix("-")
    return text if cased else text.lower()


def date_token(name: str, moment: Moment) -> str | None:
    """The value of a token that is made of a date; None where it is none, or not known."""
    made = _DATES.get(name)
    if made is None or (name in _TIMES and not moment.timed):
        return None
    return made(moment)


@cache
def _stays(char: str, kept: str) -> bool:
    if char < "\x80":
        return char.isalnum() or char in kept
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_DATES: Final[Mapping[str, Callable[[Moment], str]]] = {
    "year": lambda m: f"{m.when.year:04}",
    "month": lambda m: f"{m.when.month:02}",
    "day": lambda m: f"{m.when.day:02}",
    "hour": lambda m: f"{m.when.hour:02}",
    "minute": lambda m: f"{m.when.minute:02}",
    "second": lambda m: f"{m.when.second:02}",
    "i_month": lambda m: str(m.when.month),
    "i_day": lambda m: str(m.when.day),
    "short_year": lambda m: f"{m.when.year % 100:02}",
    "short_month": lambda m: _MONTHS[m.when.month - 1][:3],
    "long_month": lambda m: _MONTHS[m.when.month - 1],
    "short_day": lambda m: _DAYS[m.when.weekday()][:3],
    "long_day": lambda m: _DAYS[m.when.weekday()],
    "y_day": lambda m: f"{m.when.timetuple().tm_yday:03}",
    "w_year": lambda m: f"{m.when.isocalendar()[0]:04}",
    "week": lambda m: f"{m.when.isocalendar()[1]:02}",
    "w_day": lambda m: str(m.when.isocalendar()[2]),
}
_TIMES: Final = frozenset(("hour", "minute", "second"))
HTML: Final = frozenset((".html", ".htm", ".xhtml"))
_PRETTY: Final = "._~!$&'()+,;=@"
_TOKEN: Final = late(":([a-z_]+)")
_SLASHES: Final = late("/{2,}")
_SPACES: Final = late(r"\s+")
_DASHES: Final = late("-{2,}")
_NOT_ASCII: Final = late("[^A-Za-z0-9]+")
