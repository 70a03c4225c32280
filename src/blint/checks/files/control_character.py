"""Finds characters that control a terminal, a line or the direction of text, and show nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from blint.diagnostics import Edit, Finding, Fix
from blint.late import late
from blint.reading.post import Post
from blint.site.confusables import code_point
from blint.site.settings import Settings
from blint.source import Span

# Tab and the line ends are the only control characters that text needs.
_ASCII = "".join(map(chr, {*range(32), 127} - {9, 10, 13}))
_OTHER = "".join(map(chr, range(0x80, 0xA0))) + "\u2028\u2029\ufeff\ufffe\uffff"
_DIRECTION = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_RUN = late(f"[{re.escape(_ASCII + _OTHER)}]+")
_MARK = late(f"[{_DIRECTION}]")
_RIGHT_TO_LEFT = late(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_NAMES = {
    "\x00": "null",
    "\x07": "bell",
    "\x08": "backspace",
    "\x0b": "vertical tab",
    "\x0c": "form feed",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
    "\ufeff": "byte order mark",
}


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each run of one control character, and on marks that turn the direction.

    In code, other control characters than those of ASCII may be what the code is about.
    """
    text = post.text
    if _holds(text, _ASCII) or (not text.isascii() and _holds(text, _OTHER)):
        yield from _controls(post)
    if not text.isascii() and _holds(text, _DIRECTION):
        yield from _directions(post)


def _holds(text: str, characters: str) -> bool:
    # A search for one character is memchr; one for a class of characters takes 20 times as long.
    for character in characters:  # noqa: SIM110 - a generator would double the time
        if character in text:
            return True
    return False


def _controls(post: Post) -> Iterator[Finding]:
    for found in _RUN.finditer(post.text):
        start = found.start()
        for character, run in groupby(found[0]):
            end = start + len(list(run))
            if character.isascii() or not _in_code(post, start):
                yield _finding(post, Span(start, end), character)
            start = end


def _directions(post: Post) -> Iterator[Finding]:
    """Direction marks in lines without right-to-left text, or left open there.

    Those in blocks of code are the ground of `invisible-character-in-code`.
    """
    text = post.text
    for line in sorted({text.rfind("\n", 0, m.start()) + 1 for m in _MARK.finditer(text)}):
        end = text.find("\n", line)
        end = end if end >= 0 else len(text)
        if _RIGHT_TO_LEFT.search(text, line, end) and _balanced(text[line:end]):
            continue
        for found in _MARK.finditer(text, line, end):
            if not _in_code(post, found.start()):
                yield _finding(post, Span(*found.span()), found[0])


def _balanced(line: str) -> bool:
    """Whether every embedding, override and isolate of a line is closed in it."""
    isolates = sum(line.count(mark) for mark in "\u2066\u2067\u2068") - line.count("\u2069")
    embeddings = sum(line.count(mark) for mark in "\u202a\u202b\u202d\u202e") - line.count("\u202c")
    return isolates == embeddings == 0


def _in_code(post: Post, offset: int) -> bool:
    return any(start <= offset < end for start, end in post.document.code)


def _holds_markup_apart(post: Post, span: Span) -> bool:
    """Whether Markdown may read the text round a character otherwise once it is gone: `#` and `# A`
    become a heading, half an address a whole one."""
    text = post.text
    if span.start < post.front_matter.body or _in_code(post, span.start):
        return False
    line = text.rfind("\n", 0, span.start) + 1
    before = _WORD_BEFORE.search(text, max(line, span.start - _NEAR), span.start)
    after = _WORD_AFTER.match(text, span.end, span.end + _NEAR)
    left, right = before[0] if before else "", after[0] if after else ""
    number = left.rstrip(".)").isdigit() and text[line : span.start].strip() == left
    marks = (left[-1:] or "x") + (right[:1] or "x")
    return number or not _MARKS.isdisjoint(marks) or bool(_ADDRESS.search(left + right))


def _finding(post: Post, span: Span, character: str) -> Finding:
    name = _NAMES.get(character) or unicodedata.name(character, "control character").lower()
    count = span.end - span.start
    what = f"{code_point(character)} ({name})"
    message = (
        f"There is an invisible {what} here."
        if count == 1
        else f"There are {count} invisible {what} characters here."
    )
    safe = character != "\x1b" and not _in_code(post, span.start)
    title, text = ("Write a space", " ") if character in _BREAKS else ("Remove it", "")
    fix = None if _holds_markup_apart(post, span) else Fix(title, (Edit(span, text),), safe=safe)
    return Finding(span, message, help=f"{title}.", fix=fix)


_NEAR: Final = 300
_MARKS: Final = frozenset("`*_[]()<>#+-~|!:/=\\&{}")
_WORD_BEFORE: Final = late(r"\S*\Z")
_WORD_AFTER: Final = late(r"\S*")
_ADDRESS: Final = late(r"://|\]\(|<|www\.")
