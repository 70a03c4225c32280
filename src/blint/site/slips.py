"""Slips of the keyboard: whether one word is another one with a letter gone wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec


def is_slip(word: str, meant: str) -> bool:
    """Whether a word is surely another one misspelt; both in lower case.

    One letter is missing, superfluous or another one, or two have changed places. It is no slip
    where the words differ in their first letter (`react`, `preact`), in how they end (`compute`,
    `computer`), in digits or signs, where they are short, or where both are words of their own.
    """
    return is_near(word, meant) and word not in _neighbours()


def is_near(word: str, other: str) -> bool:
    """Whether two words differ as a slip makes them differ, whatever they mean."""
    if word == other or word[:1] != other[:1] or not (word.isalpha() and other.isalpha()):
        return False
    start = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    # Near its end a word has its grammar: `schedules`, `schedulers`; `autores`, `autoras`.
    longer, shorter = sorted((word, other), key=len, reverse=True)
    size, spare = len(longer), len(longer) - len(shorter)
    start = len(shorter) if start is None else start
    if spare == 1:
        doubled = longer[start] == longer[start - 1]
        inside = start < size - 2
        return size > _SHORT and (inside or doubled) and longer[start + 1 :] == shorter[start:]
    if spare or size < _SHORT:
        return False
    if word[start : start + 2] == other[start : start + 2][::-1]:
        return word[start + 2 :] == other[start + 2 :]
    if start >= size - 2 or word[start + 1 :] != other[start + 1 :]:
        return False
    # The wrong letter of two is doubled: `haddop`, `hadoop`.
    doubled = {word[start], other[start]} == {word[start - 1], other[start + 1]}
    return size >= _LONG or (size > _SHORT and doubled)


_SHORT = 5
_LONG = 8


@cache
def _neighbours() -> frozenset[str]:
    """The words that are near to another word; see `tools/neighbours.py`."""
    data = (Path(__file__).parent / "data/neighbours.json").read_bytes()
    return frozenset(msgspec.json.decode(data, type=_File).words.split())


class _File(msgspec.Struct):
    words: str
