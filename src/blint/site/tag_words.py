"""Tags of many posts as words: which spellings are one, which is the usual one, which are slips."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import msgspec

from blint.facts import PostFacts
from blint.late import late
from blint.site.settings import Settings
from blint.site.slips import is_slip
from blint.site.tag_folding import fold_tag, is_plural, plurals, stem_tag
from blint.source import Span


class Use(msgspec.Struct, frozen=True, array_like=True):
    """A tag of a post; `spaced` says that a space in the tag would not cut it in two.

    `again`: the post has the same tag before, in another spelling.
    """

    path: str
    text: str
    span: Span
    date: str
    spaced: bool
    again: bool


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


def uses_of(facts: PostFacts, settings: Settings) -> Iterator[Use]:
    """The tags of a post, each spelling once."""
    if not facts.tags:
        return
    spaced = not settings.preset.spaced_tags or any(" " in word.text for word in facts.tags)
    date = facts.date.text if facts.date else ""
    spellings: set[str] = set()
    folded: set[str] = set()
    for word in facts.tags:
        text = word.text
        if text not in spellings:
            spellings.add(text)
            form = fold_tag(text)
            yield Use(facts.path, text, word.span, date, spaced, form in folded)
            folded.add(form)


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


def words_of(uses: Iterable[Use]) -> list[Word]:
    """The words that uses are of: those with the same folded form, plurals with their singular."""
    folded = _by(uses, lambda use: fold_tag(use.text))
    for singular in sorted(folded, key=lambda form: (len(form), form)):
        for plural in plurals(singular):
            # A singular may be the plural of another word, and gone by now.
            if singular in folded and plural in folded:
                spellings = (use.text for use in folded[plural])
                if is_plural(plural, spellings, singular):
                    folded[singular] += folded.pop(plural)
    return [_word(found) for found in folded.values()]


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


def _word(uses: Iterable[Use]) -> Word:
    spellings = _by(uses, lambda use: use.text)
    usual = max(sorted(spellings), key=lambda text: _weight(text, spellings[text]))
    return Word(usual, spellings)


def _weight(text: str, uses: list[Use]) -> tuple[int, bool, str]:
    """What makes a spelling the usual one: more posts, composed Unicode, then the newest post."""
    return len(uses), unicodedata.is_normalized("NFC", text), max(use.date for use in uses)


def _forms(word: Word) -> list[str]:
    """One spelling of each folded form: of the singular and the plural."""
    return list({fold_tag(text): text for text in sorted(word.spellings)}.values())


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
