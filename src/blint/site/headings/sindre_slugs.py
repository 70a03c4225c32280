"""Eleventy's `slugify` and its older `slug`: what two packages for JavaScript make of a text.

The table of letters is that of @sindresorhus/transliterate 1.6, as far as it says more than that
accents go.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib import resources
from typing import Final

from blint.late import late


def sindre_slug(text: str) -> str:
    """The slug of @sindresorhus/slugify 2.2, with `decamelize` off, as Eleventy calls it."""
    if not text.isascii():
        pattern, table = _letters()
        text = pattern.sub(lambda match: table[match[0]], unicodedata.normalize("NFC", text))
    text = unicodedata.normalize("NFD", text.replace("&", " and "))
    text = "".join([char for char in text if not _is_diacritic(char)])
    text = unicodedata.normalize("NFC", text).lower()
    return _OTHERS.sub("-", _CONTRACTION.sub(r"\1\2\3", text)).strip("-")


def npm_slug(text: str) -> str | None:
    """The slug of slugify 1.6 in lower case; None where it has a spelling of its own."""
    text = text.translate(_SIGNS)
    if not text.isascii():
        text = unicodedata.normalize("NFD", text)
        text = "".join([char for char in text if unicodedata.category(char) != "Mn"])
        if any(char.isalnum() and char > "\x7f" for char in text):
            return None
    return _SPACES.sub("-", _DROPPED.sub("", text).strip()).lower()


@cache
def _letters() -> tuple[re.Pattern[str], dict[str, str]]:
    data = resources.files("blint.site").joinpath("data", "transliterations.json").read_bytes()
    table: dict[str, str] = json.loads(data)
    keys = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, keys))), table


@cache
def _is_diacritic(char: str) -> bool:
    if char < "\x80":
        return char in "^`"
    return char in "¨¯´·¸" or unicodedata.category(char) in {"Mn", "Lm", "Sk"}


_CONTRACTION: Final = late(r"([a-z\d]+)'([ts])(\s|$)")
_OTHERS: Final = late("[^a-z0-9]+")
_SPACES: Final = late(r"\s+")
_DROPPED: Final = late(r"[^\w\s$*+~.()'\"!:@-]+", re.ASCII)
_SIGNS: Final = str.maketrans(
    dict(zip("&$%<>|", ("and", "dollar", "percent", "less", "greater", "or"), strict=True))
    | dict(zip("‘’“”…•†ß", ("'", "'", '"', '"', "...", "*", "+", "ss"), strict=True))
    | dict(zip("€£¥©®™♥", ("euro", "pound", "yen", "(c)", "(r)", "tm", "love"), strict=True))
)
