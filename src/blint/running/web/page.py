"""What the start of a page tells: its fragments, and whether it is the page that was meant."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from blint.late import late

_FEW_LETTERS = 200


def fragments_of(body: bytes) -> frozenset[str]:
    """All ids, and names of anchors, of a page."""
    text = _without(body.decode("utf-8", "replace"), "<!--", "-->")
    found = set()
    for match in _ID.finditer(text):
        value = match["double"] or match["single"] or match["plain"] or ""
        found.add(unescape(value))
    return frozenset(found)


def looked_up(fragment: str) -> str:
    """What a fragment asks of a page; empty: nothing, or nothing that its source could show."""
    name = fragment.partition(":~:")[0]
    if name.lower() == "top" or name.startswith(("/", "!")) or _LINES.fullmatch(name):
        return ""
    return name


def is_challenge(body: bytes) -> bool:
    """Whether a page asks for proof of being human in place of what was asked for."""
    return _CHALLENGE.search(body[:65536].decode("utf-8", "replace")) is not None


def looks_not_found(body: bytes) -> bool:
    """Whether a page says in its title that it was not found."""
    title = _TITLE.search(body[:65536].decode("utf-8", "replace"))
    return title is not None and _NOT_FOUND.search(unescape(title[1])[:300]) is not None


def shows_nothing(body: bytes) -> bool:
    """Whether a page has scripts and hardly a word: what it shows is made when it is opened."""
    text = body.decode("utf-8", "replace").lower()
    if "<script" not in text:
        return False
    for opening, closing in _UNSEEN:
        text = _without(text, opening, closing)
    plain = _TAG.sub("", text)
    return sum(map(str.isalpha, plain)) < _FEW_LETTERS


def _without(text: str, opening: str, closing: str) -> str:
    """A text without what stands between two marks; in one go, however often one comes."""
    kept: list[str] = []
    at = 0
    while True:
        start = text.find(opening, at)
        end = text.find(closing, start + len(opening)) if start >= 0 else -1
        if end < 0:
            return "".join([*kept, text[at:]])
        kept.append(text[at:start])
        at = end + len(closing)


_LINES: Final = late(r"L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?")
_UNSEEN: Final = (
    ("<!--", "-->"),
    ("<head", "</head"),
    ("<script", "</script"),
    ("<style", "</style"),
)
_TAG: Final = late(r"<[^<>]*>")
_ID: Final = late(
    r"""[\s"'/](?:id|name)\s{0,9}=\s{0,9}(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s"'>]+))""",
    re.IGNORECASE,
)
_TITLE: Final = late(r"<title[^<>]{0,99}>([^<]{0,999})", re.IGNORECASE)
_NOT_FOUND: Final = late(
    r"\b404\b.{0,40}\bnot found|\b(?:page|file) (?:was |could )?not (?:be )?found"
    r"|^\s*(?:error )?404(?: error)?\s*$|^\s*not found\s*$|^\s*404 (?:error|not found|page)",
    re.IGNORECASE,
)
_CHALLENGE: Final = late(
    r"_cf_chl_opt|<title>Just a moment\.\.\.</title>"
    r"|/\.within\.website/x/cmd/anubis|id=[\"']anubis_challenge|<title>Making sure you(?:'|&#39;)re"
    r" not a bot|<title>Attention Required! \| Cloudflare|px-captcha|geo\.captcha-delivery\.com",
    re.IGNORECASE,
)
