"""URLs written without any markup: where one starts, and where a reader would say it ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from blint.reading.document import Link
from blint.source import Span

NEVER = 1 << 62
"""Stands after the last candidate: an offset no text has."""

# `<` ends a URL in GFM. A backtick opens code there, U+10FFFD stands for masked markup, and no
# linkifier means to take CJK punctuation or quotation marks into a link.
_URL = re.compile(
    r"(?P<scheme>[Hh][Tt][Tt][Pp][Ss]?://)?(?(scheme)[\w-]|www\.[\w-])[\w.-]*"
    r"[^\s<`\U0010fffd\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’«»]*",
)
_TRAILING = "?!.,:*_~'\";|\\"
_OPENING = {")": "(", "]": "[", "}": "{"}
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def candidates(text: str) -> list[int]:
    """UTF-8 byte offsets of `://` and `www.` in `text`: each may be part of a bare URL.

    The last one comes first, so that the next is at the end, and `NEVER` is before them all.
    """
    data = b"" if text.isascii() else text.encode()
    found = [NEVER]
    for mark in ("://", "www."):
        needle = mark.encode()
        at = data.find(needle) if data else text.find(mark)
        while at >= 0:
            found.append(at)
            at = data.find(needle, at + 1) if data else text.find(mark, at + 1)
    found.sort(reverse=True)
    return found


def bare_urls(
    text: str, marks: list[int], at: Callable[[int], int], part: tuple[int, int], *, cell: bool
) -> list[Link]:
    """The bare URLs in a part of the text, between two byte offsets.

    `marks` are the `candidates` left, of which those before the part's end are taken; `at` makes
    byte offsets offsets of `text`.
    """
    start, end = part
    found: list[Link] = []
    done = first = at(start)
    while marks[-1] < end:
        mark = at(marks.pop())
        link = bare_url(text, mark, first, cell=cell) if mark >= done else None
        if link is not None:
            found.append(link)
            done = link.span.end
    # A URL may reach behind the part, where marks of emphasis are in it.
    while marks[-1] != NEVER and at(marks[-1]) < done:
        marks.pop()
    return found


def drop(marks: list[int], end: int) -> None:
    """Take the candidates before `end` away, where no bare URL can be."""
    while marks[-1] < end:
        marks.pop()


def bare_url(text: str, mark: int, first: int, *, cell: bool = False) -> Link | None:
    """The URL around the candidate at offset `mark`, not before `first`, if there is one.

    Follows GitHub's extended autolinks: what precedes must not be a letter, trailing punctuation,
    an unmatched closing bracket and an entity at the end stay outside. `cell`: it stands in a
    table, where `|` ends it. The destination of a `www.` address has the scheme that GitHub adds.
    """
    start = _start(text, mark, first)
    match = _URL.match(text, start) if start >= 0 else None
    if match is None:
        return None
    url = _trimmed(match[0].partition("|")[0] if cell else match[0])
    scheme = match["scheme"]
    if len(url) <= len(scheme or "www."):
        return None
    if scheme is None and "." not in url[4:].partition("/")[0]:
        return None
    return _link(url, start)


def shortened(link: Link, end: int) -> Link:
    """A bare URL that another link, starting at `end`, was found to cut short."""
    return _link(_trimmed(link.text[: end - link.span.start]), link.span.start)


def _link(url: str, start: int) -> Link:
    destination = unescape(_ESCAPE.sub(r"\1", url)) if "&" in url or "\\" in url else url
    if url[:4].lower() == "www.":
        destination = "http://" + destination
    span = Span(start, start + len(url))
    return Link(destination, span, span, "bare", text=url)


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
    """`url` without what closes the sentence or the bracket around it."""
    # How many of each closing bracket there are more than of its opening one.
    excess = {closing: url.count(closing) - url.count(opens) for closing, opens in _OPENING.items()}
    end = len(url)
    while end:
        last = url[end - 1]
        entity = url.rfind("&", 0, end) if last == ";" else -1
        if entity >= 0 and url[entity + 1 : end - 1].isalnum():
            end = entity
        elif last in _TRAILING:
            end -= 1
        elif excess.get(last, 0) > 0:
            excess[last] -= 1
            end -= 1
        else:
            break
    return url[:end]
