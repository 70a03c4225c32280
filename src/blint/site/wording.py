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

    Punctuation at the end goes as well, but not that of `C++` or `C#`.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_SAME)
    return " ".join(text.casefold().split()).rstrip(" .,;:!")


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text that carry its meaning: folded, without plurals, in order.

    Articles and the smallest of the other words are left out, marks around words as well.
    """
    words = (word.strip(_AROUND) or word for word in _breaks(fold_text(text)).split())
    return tuple(_singular(word) for word in words if word not in _SMALL and word not in _MARKS)


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
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))


def may_slip(word: str) -> bool:
    """Whether a word is long and plain enough for a slip in it to be told from another word."""
    return len(word) >= _LONG and word.isalpha()


def _breaks(text: str) -> str:
    """The text with spaces where hyphens, dashes and slashes between letters part words."""
    return _JOINTS.sub(" ", text) if "-" in text or "/" in text else text


def _singular(word: str) -> str:
    if word[-1] != "s" or len(word) < 4 or word[-2] in "sui'" or not word.isalpha():
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]


_LONG: Final = 6
_JOINTS: Final = late(r"(?<=[^\W\d_])[-/](?=[^\W\d_])")
_AROUND: Final = ".,;:!?\"'()[]{}…`*_"
_MARKS: Final = frozenset(("-", "/", "|", "&", ":", ".", ",", ";", "!", "?", "…", "·", "•"))
_SMALL: Final = frozenset(
    ("a", "an", "the", "and", "of", "for", "in", "on", "at", "by", "is", "are", "our", "your", "my")
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
