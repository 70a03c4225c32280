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
    return _END.sub("", _plain(text).casefold())


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text that carry its meaning: folded, without plurals, in order.

    Articles and the smallest of the other words are left out, and marks around words.
    """
    text = _plain(text)
    if text.endswith(("?", "!")):
        text = _QUESTION.sub("", text)
    words = " ".join(map(_folded, text.split())).split()
    if _MARKS.isdisjoint(words):
        return tuple(word for word in words if word not in _SMALL)
    # A mark at either end is no dash: `operator -` is about it.
    ends = (0, len(words) - 1)
    return tuple(
        word
        for at, word in enumerate(words)
        if word not in _SMALL and (at in ends or word not in _MARKS)
    )


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


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_SAME)
    return " ".join(text.split())


@lru_cache(maxsize=32768)
def _folded(word: str) -> str:
    """A word without marks around it, or the words that it is made of, in lower case."""
    word = word.lstrip(_BEFORE).rstrip(_BEHIND) or word
    if "-" in word or "/" in word:
        return " ".join(map(_singular, _JOINTS.sub(" ", word).split()))
    return _singular(word)


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
_QUESTION: Final = late(r"(?<=\w)[?!]+$")
_BEHIND: Final = ".,;:\"')]}…`*"
_MARKS: Final = frozenset(("-", "/", "|", "&", ":", ".", ",", ";", "!", "?", "…", "·", "•"))
_SMALL: Final = frozenset(
    ("", "a", "an", "the", "and", "of", "in", "on", "at", "by", "is", "are", "our", "your", "my")
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
