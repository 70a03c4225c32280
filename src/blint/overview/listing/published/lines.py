"""The lines of a published list, from text or HTML, with what surrounds the text taken off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from blint.late import late


class Line(NamedTuple):
    """A line that is not empty. `number` is 1-based; `heading`: it is marked up as one."""

    number: int
    text: str
    heading: bool = False


def text_lines(text: str) -> Iterator[Line]:
    """The lines of a text, Markdown or not."""
    for number, line in enumerate(text.split("\n"), 1):
        heading = _HEADING.match(line) is not None
        clean = tidy(plain_line(line[:_LONGEST]))
        if clean:
            yield Line(number, clean, heading)


def tidy(text: str) -> str:
    """A text with single spaces and nothing invisible, in the form that characters compare in."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split(" ")).strip()


def plain_line(line: str) -> str:
    """A line without what Markdown, or a list copied as text, puts before and around it."""
    line = _SPACE.sub(" ", line).strip()
    line = _BULLET.sub("", line, count=1) if not _RULE.fullmatch(line) else ""
    line = _LINK.sub(r"\1", line)
    line = _STRONG.sub(r"\2", line)
    return _ESCAPE.sub(r"\1", line)


def fold(text: str) -> str:
    """What all ways to write a text share: its letters and digits, case aside."""
    kept = (c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
    return "".join(kept) or text.strip()


def is_html(text: str) -> bool:
    """Whether a text is a page, or part of one, as a browser saves it."""
    return _MARKUP.match(text) is not None or len(_TAG.findall(text[:20_000])) > 10


_LONGEST: Final = 5_000
_SPACE: Final = late(r"[\s\u00a0\u2007\u202f]+")
_INVISIBLE: Final = late("[\u200b-\u200f\u2060\ufeff\u00ad]")
_HEADING: Final = late(r"\s{0,3}#{1,6}\s")
_BULLET: Final = late(r"^(?:#{1,6}|[-*+•‣▪◦>])\s+")
_RULE: Final = late(r"(?:[-*_=~] ?){3,}")
_LINK: Final = late(r"!?\[((?:[^\[\]\\]|\\.)+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_STRONG: Final = late(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE: Final = late(r"\\([!-/:-@\[-`{-~])")
_MARKUP: Final = late(r"\s*<(?:[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|!doctype\b|!--|\?xml)", re.IGNORECASE)
_TAG: Final = late(r"</(?:a|p|div|li|h[1-6]|span|article|time)\s*>", re.IGNORECASE)
