"""Slugs: how each family of generators turns a heading's text into an id, before numbering."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from blint.late import late


def github_slug(text: str) -> str:
    """The slug of github-slugger 2.

    Lower case; of the rest, letters, marks, decimal digits, letter numbers, connector punctuation
    and the hyphen stay, each space becomes a hyphen.
    """
    if text.isascii():
        return text.encode().translate(_LOWERED, _DROPPED).decode()
    return github_slug_in_case(text.lower())


def github_slug_in_case(text: str) -> str:
    """The slug of github-slugger 2 where it is told to keep case."""
    if text.isascii():
        return text.encode().translate(_HYPHENS, _DROPPED).decode()
    return "".join(map(_kept, text))


def kramdown_slug(text: str) -> str:
    """The slug of kramdown's GFM parser: a tab is a space, and each letter lowered on its own."""
    text = text.replace("\t", " ")
    return github_slug(text if text.isascii() else "".join([char.lower() for char in text]))


def kramdown_source_slug(text: str) -> str:
    """The slug of kramdown's own rule: from the first letter on, in ASCII; never empty."""
    text = _BEFORE_LETTERS.sub("", text)
    text = _NOT_KRAMDOWN.sub("", text)
    return text.replace(" ", "-").lower() or "section"


def goldmark_slug(text: str) -> str:
    """Hugo's slug: letters, digits, `_` and `-` stay, each lowered on its own; never empty."""
    text = text.strip()
    if text.isascii():
        return github_slug(text) or "heading"
    return "".join(map(_kept_by_goldmark, text)) or "heading"


def goldmark_ascii_slug(text: str) -> str:
    """Hugo's slug of kind `github-ascii`: accents go, and so do all other letters."""
    text = unicodedata.normalize("NFD", text.strip())
    return text.encode("ascii", "ignore").translate(_LOWERED, _DROPPED).decode() or "heading"


def blackfriday_slug(text: str) -> str:
    """Hugo's slug of kind `blackfriday`: one hyphen for whatever lies between words."""
    words: list[str] = []
    gap = False
    for char in text:
        if unicodedata.category(char)[0] in "LN":
            words.append("-" if gap and words else "")
            words.append(_lowered(char))
            gap = False
        else:
            gap = True
    return "".join(words) or "heading"


def python_markdown_slug(text: str) -> str:
    """The slug of Python-Markdown's `toc`: what ASCII can say of the text."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _GAPS.sub("-", _NOT_WORDS.sub("", text).strip().lower())


def mdit_vue_slug(text: str) -> str:
    """VitePress' slug: accents go, symbols stay, a digit is not first."""
    if not text.isascii():
        text = _COMBINING.sub("", unicodedata.normalize("NFKD", text))
    text = _SPECIAL.sub("-", _CONTROL.sub("", text)).strip("-").lower()
    return f"_{text}" if "0" <= text[:1] <= "9" else text


def zola_slug(text: str) -> str | None:
    """Zola's slug; None where a letter is transliterated by a table of its own."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_PUNCTUATION)
        if not text.isascii():
            found = [_unaccented(char) for char in text]
            text = "".join(filter(None, found))
            if None in found or not text.isascii():
                return None
    return _NOT_ALPHANUMERIC.sub("-", text.lower()).strip("-")


# Tables for `bytes.translate`, which takes a third of the time that `str.translate` does.
_HYPHENS: Final = bytes.maketrans(b" ", b"-")
_LOWERED: Final = bytes(range(256)).lower().translate(_HYPHENS)
_DROPPED: Final = bytes(
    code for code, char in enumerate(map(chr, range(128))) if not (char.isalnum() or char in " _-")
)
_BEFORE_LETTERS: Final = late("^[^a-zA-Z]+")
_NOT_KRAMDOWN: Final = late("[^a-zA-Z0-9 -]")
_GAPS: Final = late(r"[-\s]+")
_NOT_WORDS: Final = late(r"[^\w\s-]", re.ASCII)
_NOT_ALPHANUMERIC: Final = late(r"[^a-z0-9]+")
_COMBINING: Final = late("[\u0300-\u036f]")
_CONTROL: Final = late(r"[\x00-\x1f]")
_SPECIAL: Final = late("[\\s\ufeff~`!@#$%^&*()\\-_+=\\[\\]{}|\\\\;:\"'“”‘’<>,.?/]+")
# Zola spells these with ASCII punctuation; which one makes no difference to the slug.
_PUNCTUATION: Final = dict.fromkeys(map(ord, "‘’“”–—…\u00a0"), "-")
_KEPT_CATEGORIES: Final = frozenset(("Nd", "Nl", "Pc"))


@cache
def _kept(char: str) -> str:
    if char == " ":
        return "-"
    category = unicodedata.category(char)
    letter = category[0] in "LM" or category in _KEPT_CATEGORIES
    return char if letter or char == "-" or _is_circled_letter(char) else ""


@cache
def _kept_by_goldmark(char: str) -> str:
    if char == " ":
        return "-"
    category = unicodedata.category(char)
    return _lowered(char) if category[0] == "L" or category == "Nd" or char in "-_" else ""


def _lowered(char: str) -> str:
    """Lower case as Go has it, one character for one."""
    return char.lower()[0]


@cache
def _unaccented(char: str) -> str | None:
    """A letter without its accents; None for a Latin letter that has another spelling."""
    if char < "\x80":
        return char
    base = unicodedata.normalize("NFD", char)[0]
    if base < "\x80":
        return base
    is_latin = unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH", "CIRCLED"))
    return None if is_latin else char


def _is_circled_letter(char: str) -> bool:
    """Symbols by category that are alphabetic by property: Ⓐ and its kin."""
    return (
        "\u24b6" <= char <= "\u24e9"
        or "\U0001f130" <= char <= "\U0001f149"
        or "\U0001f150" <= char <= "\U0001f169"
        or "\U0001f170" <= char <= "\U0001f189"
    )
