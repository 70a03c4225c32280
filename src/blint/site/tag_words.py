"""Tags of many posts as words: which spellings are one, which is the usual one, which are slips."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from blint.late import late
from blint.site.slips import is_slip
from blint.site.tag_folding import fold_tag, is_plural, plurals, stem_tag
from blint.site.tag_spelling import usual_spelling
from blint.site.tag_uses import Record, Use, Witness, tag_parts


class Word(NamedTuple):
    """The uses of one tag, however spelt, by spelling; `usual` is the spelling of most posts."""

    usual: str
    spellings: dict[str, list[Use]]

    @property
    def posts(self) -> int:
        """How many posts have the tag."""
        return len({use.path for uses in self.spellings.values() for use in uses})


class Slip(NamedTuple):
    """A tag that is probably another one misspelt."""

    word: Word
    meant: Word


def records_of(use: Use) -> Iterator[tuple[str, Record]]:
    """A tag and its words under the groups that they meet others in, those of its language."""
    for key in keys_of(use.text):
        yield f"{use.language}:{key}", use
    for word, form, key in _witnesses(use.text):
        yield f"{use.language}:{key}", Witness(word, form)


@lru_cache(maxsize=4096)  # a blog has few tags, each in many posts
def keys_of(tag: str) -> tuple[str, ...]:
    """The groups in which a tag meets its other spellings, its plural, and what it is a slip for.

    A slip in the front part of a word leaves its end as it is, any other one its start. All
    spellings of a word share both groups, but all that is to be said of them is said in the first.
    """
    stem = stem_tag(fold_tag(tag))
    start = f"{stem[:_START]}…"
    return (start, f"{stem[0]}…{stem[-2:]}") if len(stem) > _START else (start,)


def is_home(key: str) -> bool:
    """Whether a group is one where spellings meet, and not one of words with the same end."""
    return key.endswith("…")


def words_of(records: Iterable[Record]) -> list[Word]:
    """The words that uses are of: those with the same folded form, plurals with their singular.

    All records are of one group.
    """
    records = list(records)
    folded = _by((one for one in records if type(one) is Use), lambda use: fold_tag(use.text))
    for singular in sorted(folded, key=lambda form: (len(form), form)):
        for plural in plurals(singular):
            # A singular may be the plural of another word, and gone by now.
            if singular in folded and plural in folded:
                spellings = (use.text for use in folded[plural])
                if is_plural(plural, spellings, singular):
                    folded[singular] += folded.pop(plural)
    spelt = (_by(found, lambda use: use.text) for found in folded.values())
    return [Word(usual_spelling(spellings, records), spellings) for spellings in spelt]


def slips(key: str, words: list[Word]) -> Iterator[Slip]:
    """The words of a group that are rare, each with the frequent one that it is a slip for."""
    frequent = [(word, word.posts) for word in words if len(words) > 1]
    frequent = [(word, posts) for word, posts in frequent if posts >= _FREQUENT]
    for word in words if frequent else ():
        if len(word.spellings) > 1 or word.posts > _RARE:
            continue  # one that has two spellings has a finding already
        text, posts = word.usual, word.posts
        meant = [
            (-often, other.usual, other)
            for other, often in frequent
            if often >= posts * _FREQUENT
            and (is_home(key) or keys_of(text)[0] != keys_of(other.usual)[0])
            and any(misspells(text, spelling) for spelling in _forms(other))
        ]
        if meant:
            yield Slip(word, min(meant)[2])


def misspells(tag: str, meant: str) -> bool:
    """Whether a tag is another one with a slip in one of its words, all others being the same."""
    one, other = fold_tag(tag), fold_tag(meant)
    if abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    words, others = _parts(tag), _parts(meant)
    if len(words) != len(others):
        return is_slip(one, other)
    changed = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(changed) == 1 and is_slip(*changed[0])


_START = 3
_RARE = 2
_FREQUENT = 4


def _forms(word: Word) -> list[str]:
    """One spelling of each folded form: of the singular and the plural."""
    return list({fold_tag(text): text for text in sorted(word.spellings)}.values())


@lru_cache(maxsize=4096)
def _witnesses(tag: str) -> tuple[tuple[str, str, str], ...]:
    """The words of a tag of several, each with that tag folded and the group of the word."""
    words = dict.fromkeys(filter(str.isalpha, tag_parts(tag)))
    if len(tag_parts(tag)) < 2:
        return ()
    return tuple((word, fold_tag(tag), keys_of(word)[0]) for word in words)


@lru_cache(maxsize=4096)
def _parts(tag: str) -> tuple[str, ...]:
    """The words of a tag, by its separators and capitals, in lower case; all else is kept."""
    text = unicodedata.normalize("NFKC", tag)
    return tuple(part.lower() for part in _PART.findall(text))


_PART = late(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])|\d+|[^\s\w-]+")


def _by(uses: Iterable[Use], key: Callable[[Use], str]) -> dict[str, list[Use]]:
    groups: dict[str, list[Use]] = {}
    for use in uses:
        groups.setdefault(key(use), []).append(use)
    return groups
