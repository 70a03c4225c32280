"""URLs written without any markup: where one starts, and where a reader would say it ends."""

from __future__ import annotations

import re
from html import unescape

from blint.reading.document import Link
from blint.source import Span

# `<` ends a URL in GFM. A backtick opens code there, and no generator's linkifier takes CJK
# punctuation or quotation marks into a link on purpose.
_URL = re.compile(
    r"(?P<scheme>https?://)?(?P<host>(?(scheme)[\w-]|www\.[\w-])[\w.-]*)"
    r"(?P<tail>[^\s<`\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’«»]*)",
    re.IGNORECASE,
)
_TRAILING = "?!.,:*_~'\";"
_ENTITY_TAIL = re.compile(r"&[A-Za-z0-9]+;$")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def candidates(text: bytes | str) -> list[int]:
    """Offsets of `://` and `www.` in `text`, in order: each may be part of a bare URL."""
    found: list[int] = []
    for mark in ("://", "www."):
        needle = mark if isinstance(text, str) else mark.encode()
        at = text.find(needle)  # type: ignore[arg-type]
        while at >= 0:
            found.append(at)
            at = text.find(needle, at + 1)  # type: ignore[arg-type]
    found.sort()
    return found


def bare_url(text: str, mark: int, first: int, last: int) -> Link | None:
    """The URL around a candidate at offset `mark`, between `first` and `last`, if it is one.

    Follows GitHub's extended autolinks: what precedes must not be a letter, trailing punctuation,
    an unmatched `)` and an entity at the end stay outside.
    """
    start = _start(text, mark, first)
    match = _URL.match(text, start, last) if start >= 0 else None
    if match is None:
        return None
    url = _trimmed(match[0])
    if len(url) <= len(match["scheme"] or ""):
        return None
    if match["scheme"] is None and "." not in match["host"][4:].rstrip(".-_"):
        return None
    span = Span(start, start + len(url))
    destination = unescape(_ESCAPE.sub(r"\1", url)) if "&" in url or "\\" in url else url
    if match["scheme"] is None:
        destination = "http://" + destination
    return Link(destination, span, span, "bare", text=destination)


def _start(text: str, mark: int, first: int) -> int:
    """Where the URL of a candidate starts, or -1."""
    if text.startswith("www.", mark):
        before = text[mark - 1] if mark > first else " "
        return mark if before.isspace() or before in "*_~(|\"'" else -1
    for scheme in ("https", "http"):
        start = mark - len(scheme)
        if start >= first and text[start:mark].lower() == scheme:
            before = text[start - 1] if start > first else " "
            return -1 if before.isascii() and before.isalpha() else start
    return -1


def _trimmed(url: str) -> str:
    while url:
        if url[-1] == ";":
            entity = _ENTITY_TAIL.search(url)
            url = url[: entity.start()] if entity else url[:-1]
        elif url[-1] in _TRAILING:
            url = url[:-1]
        elif url[-1] == ")" and url.count(")") > url.count("("):
            url = url[:-1]
        elif url[-1] in "]}" and url.count(url[-1]) > url.count("[" if url[-1] == "]" else "{"):
            url = url[:-1]
        else:
            break
    return url
