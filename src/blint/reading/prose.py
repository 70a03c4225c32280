"""Counts the words of a post, with or without its code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from blint.source import Span

# Han, kana, Hangul, bopomofo and their extensions: scripts that are counted by the character.
_CJK = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u309f\u30a1-\u30ff"
    "\u3105-\u312f\u3130-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# `\w` leaves out combining marks, which would cut words of many scripts into pieces.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff"
    "\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ecd\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3\u200c\u200d"
)
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*")


class WordCount(NamedTuple):
    """Words of scripts that put spaces between them, and characters of CJK scripts."""

    words: int
    cjk: int


def count_words(text: str, spans: Iterable[Span]) -> WordCount:
    """The words in the spans of `text`, which are in order.

    A word is a run of letters and digits, apostrophes and hyphens inside it included. Chinese,
    Japanese and Korean characters are counted one by one.
    """
    read = _joined(text, spans)
    if read.isascii():
        return WordCount(len(_ASCII_WORD.findall(read)), 0)
    word, character = _patterns()
    return WordCount(len(word.findall(read)), len(character.findall(read)))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word, and a character of a CJK script. They take milliseconds to compile."""
    letters = rf"(?:[^\W_{_CJK}]|[{_MARKS}])+"
    return re.compile(rf"{letters}(?:['’‑-]{letters})*"), re.compile(f"[{_CJK}]")


def _joined(text: str, spans: Iterable[Span]) -> str:
    """The text of the spans; emphasis marks between two of them do not part a word."""
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        if text[last:start].strip("*_~"):
            pieces.append(" ")
        pieces.append(text[start:end])
        last = end
    return "".join(pieces)
