"""The part of a heading that each generator makes its id of; None where that is not certain.

Each function takes a heading and the attribute list at its end where the generator does not
understand it, so that it counts as text.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final

from blint.late import late
from blint.reading.document import Heading
from blint.site.headings.emoji_names import EMOJI_NAMES


def plain_text(heading: Heading, tail: str) -> str | None:
    """Text and code."""
    return "".join([t for kind, t in heading.inlines if kind in _TEXT]) + tail


def described_text(heading: Heading, tail: str) -> str | None:
    """Text, code and the descriptions of images."""
    return "".join([t for kind, t in heading.inlines if kind in _TEXT or kind == "image"]) + tail


def sourced_text(heading: Heading, tail: str) -> str | None:
    """Text and code, and expressions as they are written, but for those of front matter."""
    text = plain_text(heading, tail)
    return None if text is None or "{frontmatter" in text else text


def astro_text(heading: Heading, tail: str) -> str | None:
    """The same with typographic dashes, which do not count."""
    pieces = [_DASHES.sub("", t) if k == "text" else t for k, t in heading.inlines if k in _TEXT]
    text = "".join(pieces) + tail
    return None if "{frontmatter" in text else text


def hugo_text(heading: Heading, raw_tail: str) -> str | None:
    """Text with typographic dashes, code, descriptions of images; no autolinks."""
    text = hugo_plain_text(heading, "", smart=True)
    return None if text is None else text + raw_tail


def hugo_plain_text(heading: Heading, raw_tail: str, *, smart: bool = False) -> str | None:
    """The same with dashes as they are written."""
    pieces = []
    for kind, text in heading.inlines:
        if kind == "text":
            if "://" in text or "www." in text or "@" in text:
                return None  # perhaps an autolink, whose text does not count
            pieces.append(text.replace("---", "—").replace("--", "–") if smart else text)
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


def page_text(heading: Heading, tail: str) -> str | None:
    """All text of a finished page, but for elements that Eleventy is told to leave out."""
    pieces = []
    hidden = ""
    for kind, text in heading.inlines:
        if kind == "html" and not hidden and "eleventy:id-ignore" in text:
            match = _ELEMENT.match(text)
            hidden = match[1] if match else ""
        elif kind == "html" and hidden and text.lower().startswith(f"</{hidden.lower()}"):
            hidden = ""
        elif kind == "break" and not hidden:
            pieces.append(" ")
        elif kind in _TEXT and not hidden:
            pieces.append(text)
    return "".join(pieces) + tail


def vitepress_text(heading: Heading, tail: str) -> str | None:
    """Text without the names of emoji, which are no text any more, and code."""
    pieces = (one for one in heading.inlines if one[0] in _TEXT)
    text = "".join([_without_emoji(t) if kind == "text" else t for kind, t in pieces])
    return None if _EMOJI_CODE.search(text) else text + tail


def as_written(heading: Heading, raw: str) -> Heading:
    """The heading with its entities as they stand in the source.

    An escaped character that HTML must escape counts as its entity; an entity all by itself as
    what it stands for.
    """
    texts = [text for kind, text in heading.inlines if kind == "text"]
    if not texts or not ("&" in raw or "\\" in raw):
        return heading
    place, at = 0, 0
    for match in _ENTITY.finditer(_CODE.sub("", raw)):
        meant = unescape(match[0]) if match[1] is None else match[1]
        if meant == match[0] or (match[1] and match[1] not in '&<>"'):
            continue
        while place < len(texts) and (found := texts[place].find(meant, at)) < 0:
            place, at = place + 1, 0
        if place == len(texts):
            break
        written = match[0] if match[1] is None else escape(meant)
        is_alone = len(heading.inlines) == 1 and texts[place] == meant
        if not is_alone:
            texts[place] = f"{texts[place][:found]}{written}{texts[place][found + len(meant) :]}"
        at = found + len(written)
    rest = iter(texts)
    return heading._replace(
        inlines=tuple((k, next(rest)) if k == "text" else (k, t) for k, t in heading.inlines)
    )


def _without_emoji(text: str) -> str:
    return _EMOJI_NAME.sub(lambda m: "" if m[1] in EMOJI_NAMES else m[0], text)


def hexo_plain_text(heading: Heading, tail: str) -> str | None:
    """Text and code, where nothing in them may be taken for a tag."""
    if any("<" in text for kind, text in heading.inlines if kind in {"text", "code"}):
        return None
    text = plain_text(heading, tail)
    return None if text in _OF_EVERY_OBJECT else text


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
_DASHES: Final = late(r"-{2,}")
_ELEMENT: Final = late(r"<([A-Za-z][\w-]*)")
_EMOJI_NAME: Final = late(r":([\w+-]+):")
_ENTITY: Final = late(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]\w*);|\\([!-/:-@\[-`{-~])")
_CODE: Final = late(r"(`+).*?(?<!`)\1(?!`)", re.DOTALL)
_EMOJI_CODE: Final = late(r":[\w+-]+:|[:;=8][-']?[()|/\\\[\]*DPpOoXx$@#]|<3|&lt;3|B-?\)")
_SINGLE_OPENS: Final = late("(^|[-\u2014/(\\[{\"\\s])'")
_DOUBLE_OPENS: Final = late('(^|[-\u2014/(\\[{\u2018\\s])"')
# Hexo counts in an object, in which these are there from the start.
_OF_EVERY_OBJECT: Final = frozenset(
    ("constructor", "toString", "toLocaleString", "valueOf", "hasOwnProperty", "isPrototypeOf")
)
