"""Which of several spellings of a tag is the usual one."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from blint.late import late
from blint.site.tag_folding import fold_tag
from blint.site.tag_uses import Record, Use, Witness, tag_parts


def usual_spelling(spellings: Mapping[str, Sequence[Use]], records: Iterable[Record]) -> str:
    """The spelling of most posts.

    Of those that are equally frequent it is the one that the other tags among `records` confirm,
    then the one that looks as if somebody had thought about it, then that of the newest post.
    """
    most = max(map(len, spellings.values()))
    tied = sorted(text for text, uses in spellings.items() if len(uses) == most)
    if len(tied) == 1:
        return tied[0]
    confirmed = _confirmed(tied, records)
    return max(
        tied,
        key=lambda text: (
            unicodedata.is_normalized("NFC", text),
            confirmed[text],
            _is_drawn(text, tied),
            -_lowered(text, tied),
            _LOOSE_SIGNS.search(text) is None,
            max(use.date for use in spellings[text]),
        ),
    )


def _confirmed(tied: Sequence[str], records: Iterable[Record]) -> dict[str, int]:
    """How many other tags write the first word of each spelling as it does."""
    first = {text: (tag_parts(text) or ("",))[0] for text in tied}
    counts = dict.fromkeys(first.values(), 0)
    own = {fold_tag(text) for text in tied}
    if len({fold_tag(word) for word in counts}) > 1:
        return dict.fromkeys(tied, 0)  # one has a space where another has none
    for record in records:
        if record.text in counts:
            tag = record.tag if isinstance(record, Witness) else fold_tag(record.text)
            counts[record.text] += tag not in own
    return {text: counts[word] for text, word in first.items()}


def _is_drawn(text: str, tied: Iterable[str]) -> bool:
    """Whether a spelling has a capital inside (`iOS`), or a dot and a capital (`Node.js`).

    A capital that stands for a separator of another spelling says nothing.
    """
    if _DOTTED.search(text) and text != text.lower():
        return True
    taken = {offset for other in tied for offset in _separated(other)}
    letters = [letter for letter in text if letter.isalnum()]
    return any(
        letters[n].isupper() and letters[n - 1].islower() and n not in taken
        for n in range(1, len(letters))
    )


def _separated(text: str) -> Iterator[int]:
    """How many letters and digits stand before each separator."""
    count = 0
    for character in text:
        if character.isalnum():
            count += 1
        else:
            yield count


def _lowered(text: str, tied: Iterable[str]) -> int:
    """How many short words of a spelling are in title case (`Ai`) and elsewhere in capitals."""
    words = _WORD.findall(text)
    capitals: set[str] = set()
    for other in tied:
        found = _WORD.findall(other)
        if not _is_shouted(found):
            capitals.update(word for word in found if _is_short(word) and word.isupper())
    return sum(word.istitle() and word.upper() in capitals for word in words)


def _is_short(word: str) -> bool:
    """Whether a word is probably an acronym if it is in capitals."""
    return len(word) <= 3 or (len(word) == 4 and _VOWEL.search(word.lower()) is None)


def _is_shouted(words: Collection[str]) -> bool:
    return len(words) > 1 and all(map(str.isupper, words)) and not all(map(_is_short, words))


_WORD = late(r"[^\W\d_]+")
_VOWEL = late(r"[aeiouy]")
_DOTTED = late(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_LOOSE_SIGNS = late(r"\s[^\w\s]+$")  # `C ++`
