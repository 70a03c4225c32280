"""The part of a heading that each generator makes its id of; None where that is not certain.

Each function takes a heading and the attribute list at its end where the generator does not
understand it, so that it counts as text.
"""

from __future__ import annotations

import re
from typing import Final

from blint.reading.document import Heading


def plain_text(heading: Heading, tail: str) -> str | None:
    """Text and code."""
    return "".join([t for kind, t in heading.inlines if kind in _TEXT]) + tail


def described_text(heading: Heading, tail: str) -> str | None:
    """Text, code and the descriptions of images."""
    return "".join([t for kind, t in heading.inlines if kind in _TEXT or kind == "image"]) + tail


def astro_text(heading: Heading, tail: str) -> str | None:
    pieces = [
        _DASHES.sub("", t) if k == "text" else t for k, t in heading.inlines if k in _TEXT
    ]
    return "".join(pieces) + tail


def hugo_text(heading: Heading, raw_tail: str) -> str | None:
    """Text with typographic dashes, code, descriptions of images; no autolinks."""
    pieces = []
    for kind, text in heading.inlines:
        if kind == "text":
            if "://" in text or "www." in text or "@" in text:
                return None  # perhaps an autolink, whose text does not count
            pieces.append(text.replace("---", "—").replace("--", "–"))
        elif kind in {"code", "image"}:
            pieces.append(text)
        elif kind == "break":
            return None
    return "".join(pieces) + raw_tail


def kramdown_text(heading: Heading, raw_tail: str) -> str | None:
    pieces = []
    for kind, text in heading.inlines:
        if kind == "text":
            pieces.append(text.replace("---", "—").replace("--", "–"))
        elif kind == "break":
            return None
        elif kind in _TEXT:
            pieces.append(text)
    return "".join(pieces) + raw_tail


def one_line_text(heading: Heading, tail: str) -> str | None:
    if any(kind == "break" for kind, _ in heading.inlines):
        return None
    return plain_text(heading, tail)


def vitepress_text(heading: Heading, tail: str) -> str | None:
    text = "".join([t for kind, t in heading.inlines if kind in _TEXT]) + tail
    return None if _EMOJI_CODE.search(text) or "{" in tail else text


def hexo_text(heading: Heading, tail: str) -> str | None:
    """Text with the typographic punctuation of marked's `smartypants`."""
    pieces = []
    for kind, text in heading.inlines:
        if "<" in text and kind in {"text", "code"}:
            return None
        if kind == "text":
            pieces.append(_smart(text))
        elif kind in _TEXT:
            pieces.append(text)
    text = "".join(pieces) + tail
    return None if text in _OF_EVERY_OBJECT else text


def _smart(text: str) -> str:
    text = text.replace("---", "—").replace("--", "–").replace("...", "…")
    if "'" not in text and '"' not in text:
        return text
    text = _SINGLE_OPENS.sub(r"\1‘", text).replace("'", "’")
    return _DOUBLE_OPENS.sub(r"\1“", text).replace('"', "”")


_TEXT: Final = frozenset(("text", "code", "autolink"))
_DASHES: Final = re.compile(r"-{2,}")
_EMOJI_CODE: Final = re.compile(r":[\w+-]+:|[:;=8][-']?[()|/\\\[\]*DPpOoXx$@#]|<3|&lt;3|B-?\)")
_SINGLE_OPENS: Final = re.compile("(^|[-\u2014/(\\[{\"\\s])'")
_DOUBLE_OPENS: Final = re.compile('(^|[-\u2014/(\\[{\u2018\\s])"')
# Hexo counts in an object, in which these are there from the start.
_OF_EVERY_OBJECT: Final = frozenset(
    ("constructor", "toString", "toLocaleString", "valueOf", "hasOwnProperty", "isPrototypeOf")
)
