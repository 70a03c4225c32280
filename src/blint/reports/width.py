"""How many cells of a terminal text takes, and text wrapped and cut by cells."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"


def cells(text: str) -> int:
    """The cells that printable text takes in a terminal that follows Unicode's widths."""
    if text.isascii():
        return len(text)
    return sum(map(cell_width, " " + text, text))


def wrap(text: str, width: int, first: int = 0) -> list[str]:
    """Lines of whole words, `width` cells at most, the first one shorter by `first` cells.

    A longer word stands alone, unbroken, so that a path or an address can be copied.
    """
    lines = [""]
    room = width - first
    for word in text.split(" "):
        need = cells(word)
        if lines[-1] and need + 1 > room:
            lines.append(word)
            room = width - need
        else:
            glue = " " if lines[-1] else ""
            lines[-1] += glue + word
            room -= need + len(glue)
    return lines


def cell_width(before: str, character: str) -> int:
    """The cells of a character behind another; one that joins the one before it takes none."""
    if character < "\u0300":
        return 1
    if character == "\ufe0f":
        # Asks for the emoji form, which is wide, of a character that may have been narrow.
        return int(before > "\u00a8" and cell_width(" ", before) == 1)
    if before == "\u200d" or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    if "\U0001f3fb" <= character <= "\U0001f3ff" and cell_width(" ", before) == 2:
        return 0
    if "\u1161" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
