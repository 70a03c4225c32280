"""Characters that look like others, or like nothing, in text that is meant to be plain."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from blint.late import late
from blint.source import Span

# Cyrillic and Greek letters that common fonts draw as a Latin one (after Unicode's confusables
# table, TR39); those that only resemble one are left out, for `µ-law` and `β-test` are words.
_LATIN_OF = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝӏ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ",
        "ABESIJKMHOPCTYXaesijopcyxhdqwl" + "ABEZHIKMNOPTYXovp",
        strict=True,
    )
)
_CYRILLIC_OF = {
    latin: letter for letter, latin in _LATIN_OF.items() if "\u0400" <= letter <= "\u04ff"
}
_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f"
_HYPHENS = "\u2010\u2011\u2212"
_ODD = late(f"[{_INVISIBLE}{_SPACES}{_HYPHENS}]")
_WORD = late(r"[^\W\d_]+")
_LATIN = late(r"[A-Za-z\u00c0-\u024f]")


class Confusable(NamedTuple):
    """A character that is not what it looks like: where, which one, and what it looks like.

    `plain` is the text to put in its place, empty for a character that cannot be seen.
    """

    span: Span
    character: str
    plain: str

    @property
    def name(self) -> str:
        """The code point as people quote it: `U+0430`."""
        return code_point(self.character)


def confusables(text: str) -> Iterator[Confusable]:
    """The characters of a short text that are not what they look like, in order.

    Joiners count only beside Latin letters, since emoji and many scripts need them; a narrow or
    plain no-break space not before punctuation, where French wants it.
    """
    found = [*_odd_characters(text), *_mixed_words(text)]
    yield from sorted(found)


def code_point(character: str) -> str:
    """The code point of a character, such as `U+0430`."""
    return f"U+{ord(character):04X}"


def _odd_characters(text: str) -> Iterator[Confusable]:
    for match in _ODD.finditer(text):
        character, start = match[0], match.start()
        beside = text[max(0, start - 1) : start] + text[start + 1 : start + 2]
        if character in "\u200c\u200d\u200e\u200f" and not (beside.isascii() and beside):
            continue
        if character in "\u00a0\u202f" and text[start + 1 : start + 2] in set(":;?!»%"):
            continue
        plain = "-" if character in _HYPHENS else " " if character.isspace() else ""
        yield Confusable(Span(start, start + 1), character, plain)


def _mixed_words(text: str) -> Iterator[Confusable]:
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        latin = len(_LATIN.findall(word))
        if not 0 < latin < len(word):
            continue
        lookalikes = sum(letter in _LATIN_OF for letter in word)
        if latin + lookalikes == len(word):
            table = _LATIN_OF
        elif all(_is_cyrillic(letter) or letter in _CYRILLIC_OF for letter in word):
            table = _CYRILLIC_OF
        else:
            continue
        for offset, letter in enumerate(word, start):
            if letter in table:
                yield Confusable(Span(offset, offset + 1), letter, table[letter])


def _is_cyrillic(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("CYRILLIC")
