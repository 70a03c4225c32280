"""Texts measured as people see them: in characters, wide ones counted twice."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from blint.reading.nodes import Node
from blint.source import Span


class Extent(NamedTuple):
    """How many characters a reader sees in a text, and the room that they take.

    A letter with its accents is one, an emoji of several parts as well; a Chinese, Japanese or
    Korean character takes the room of two letters, and so does an emoji.
    """

    seen: int
    room: int


def extent(text: str) -> Extent:
    """The extent of a text."""
    text = " ".join(text.split())
    if text.isascii():
        return Extent(len(text), len(text))
    widths = [wide for _, wide in _seen(text)]
    return Extent(len(widths), sum(widths))


def fitting(text: str, limit: int) -> int:
    """How much of a text, in code points, takes no more room than `limit` characters."""
    room = limit
    for start, wide in _seen(text):
        room -= wide
        if room < 0:
            return start
    return len(text)


def beyond(text: str, node: Node, limit: int) -> Span:
    """Where the part of a scalar stands that is too long; all of it unless it is written as it is.

    `text` is that of the whole file.
    """
    start, end = node.span
    written, said = text[start:end], node.raw
    if written != said:
        start, end, written = start + 1, end - 1, written[1:-1]
    if written != said:
        return node.span
    return Span(start + fitting(said, limit), end)


def _seen(text: str) -> Iterator[tuple[int, int]]:
    """Where each character that is seen starts, and its width."""
    start, wide, joined, flag = -1, 0, False, False
    for at, character in enumerate(text):
        if at and (joined or _continues(character) or _is_one_space(text[at - 1], character)):
            joined = character == "\u200d"
            if character == "\ufe0f":
                wide = 2
            continue
        is_flag = "\U0001f1e6" <= character <= "\U0001f1ff"
        if flag and is_flag:
            flag = False
            continue
        if start >= 0:
            yield start, wide
        wide = 2 if is_flag or unicodedata.east_asian_width(character) in "WF" else 1
        start, joined, flag = at, False, is_flag
    if start >= 0:
        yield start, wide


def _is_one_space(before: str, character: str) -> bool:
    """Whether a character is more white space behind white space, which pages show as one space."""
    return character.isspace() and before.isspace()


def _continues(character: str) -> bool:
    """Whether a character is seen as one with the character before it."""
    if character < "\u0300":
        return character == "\u00ad"
    return (
        unicodedata.category(character) in {"Mn", "Me", "Cf"}
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\u1161" <= character <= "\u11ff"
    )
