"""Titles and descriptions compared: by what they say, small words and typing slips aside."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from blint.late import late


@lru_cache(maxsize=1024)
def fold_text(text: str) -> str:
    """A text without what readers do not tell apart: case, spaces, the kind of quotes and dashes.

    Punctuation behind the last word goes as well, but not that of `C++` or `operator ;`.
    """
    return _END.sub("", " ".join(_same(text).split()).casefold())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text that carry its meaning: folded, without plurals, in order.

    Articles and the smallest of the other words are left out, and marks around and between words.
    """
    pieces = _same(text).split()
    if not pieces:
        return ()
    first, last = pieces[0], pieces[-1]
    if last[-1] in "?!" and last.rstrip("?!")[-1:].isalnum():
        pieces[-1] = last.rstrip("?!")
    words = " ".join(map(_folded, pieces)).split()
    # A mark at either end is no dash: `operator -` is about it.
    if first in _MARKS:
        words.insert(0, first)
    if last in _MARKS and len(pieces) > 1:
        words.append(last)
    return tuple(words)


def signature(words: Sequence[str]) -> str:
    """What texts that say the same have in common, whatever the order of their words.

    Where a word such as `from` or `to` gives the order its sense, the order is kept.
    """
    if not _DIRECTIONS.isdisjoint(words):
        return " ".join(words)
    return " ".join(sorted(words))


def is_slip(one: str, other: str) -> bool:
    """Whether two words may be one word and a typing slip: a letter too many, or two exchanged.

    A letter in place of another makes another word or name too often.
    """
    if len(one) == len(other):
        apart = [at for at in range(len(one)) if one[at] != other[at]]
        return (
            len(apart) == 2
            and apart[1] == apart[0] + 1
            and one[apart[0]] == other[apart[1]]
            and one[apart[1]] == other[apart[0]]
        )
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or long[0] != short[0]:
        return False
    # Not at the end, where words are inflected.
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1)) and (
        not long.startswith(short)
    )


def may_slip(word: str) -> bool:
    """Whether a word is long and plain enough for a slip in it to be told from another word."""
    return len(word) >= _LONG and word.isalpha()


def _same(text: str) -> str:
    """The text with one form for what has several: letters, quotes, dashes."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_SAME)


@lru_cache(maxsize=32768)
def _folded(word: str) -> str:
    """A word without marks around it, or the words it is made of; empty where it says nothing."""
    if word in _MARKS:
        return ""
    word = word.lstrip(_BEFORE).rstrip(_BEHIND) or word
    if "-" not in word and "/" not in word:
        folded = _singular(word)
        return "" if folded in _SMALL else folded
    parts = _JOINTS.sub(" ", word).split()
    return " ".join(folded for folded in map(_singular, parts) if folded not in _SMALL)


def _singular(word: str) -> str:
    """A word in lower case and in the singular; names of code and initials have none."""
    folded = word.casefold()
    if folded[-1] != "s" or len(folded) < 4 or folded[-2] in "sui'" or not folded.isalpha():
        return folded
    if word.isupper():
        return folded
    return folded[:-3] + "y" if folded.endswith("ies") and len(folded) > 4 else folded[:-1]


_LONG: Final = 6
_JOINTS: Final = late(r"(?<=[^\W\d_])[-/](?=[^\W\d_])")
_END: Final = late(r"(?<=\w)[.,;:!]+$")
_BEFORE: Final = "\"'([{…`*"
_BEHIND: Final = ".,;:\"')]}…`*"
_MARKS: Final = frozenset(("-", "/", "|", "&", ":", ".", ",", ";", "!", "?", "…", "·", "•"))
_SMALL: Final = frozenset(
    ("a", "an", "the", "and", "of", "in", "on", "at", "by", "is", "are", "our", "your", "my")
)
_DIRECTIONS: Final = frozenset(
    (
        *("from", "to", "into", "with", "without", "over", "under", "vs", "versus", "before"),
        *("after", "than", "via", "as", "through", "not", "instead"),
    )
)
_SAME: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u200b\u00ad\ufeff\u2060\ufe0f", ""),
    }
)
