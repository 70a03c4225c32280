"""Which tags are spellings of one word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from blint.late import late

# Word separators, but not those between digits: `3.0` is not `30`, and `2-1` is not `21`.
_DIGIT_SEPARATOR = late(r"(?<=\d)[\s_-]+(?=\d)")
_SEPARATOR = late(r"(?<!\d)[\s_-]+|[\s_-]+(?!\d)|(?<=[^\W\d_])[./](?=[^\W\d_])")
_SLASH = late(r"(?<=[^\W\d_]) ?/ ?(?=[^\W\d_])")
_AMPERSAND = late(r"\s*&\s*")


@lru_cache(maxsize=4096)  # a blog has few tags, each in many posts
def fold_tag(tag: str) -> str:
    """What all spellings of a tag share: case, separators and Unicode form are gone.

    `Node.js`, `nodejs` and `node-js` are one, as are `ESP32-S3` and `esp32s3`. What makes another
    word stays: separators between digits, a leading dot (`.NET`), a slash beside a digit, `C++`
    and `C#`.
    """
    text = unicodedata.normalize("NFKC", tag).strip().lower()
    if not text.isalnum():
        text = _SLASH.sub("/", _AMPERSAND.sub(" and ", text))
        text = _SEPARATOR.sub("", _DIGIT_SEPARATOR.sub("-", text)) or text
    return unicodedata.normalize("NFC", text)


def same_letters(one: str, other: str) -> bool:
    """Whether two tags differ in case or Unicode form alone."""
    return _letters(one) == _letters(other)


def stem_tag(folded: str) -> str:
    """What a folded tag and its English plural share; words that are no plurals lose letters too.

    Good for gathering candidates only: `is_plural` decides.
    """
    stem = folded if folded.endswith("ss") else folded.removesuffix("s")
    if stem.endswith("ie"):
        return f"{stem[:-2]}y"
    return stem.removesuffix("e") or folded


def is_plural(plural: str, spellings: Iterable[str], singular: str) -> bool:
    """Whether a folded tag, given as people spell it, is surely the plural of another one.

    It is not where the word is known to mean something else (`Windows`, `https`), where it always
    ends in a capital S (`AWS`, `iOS`), and where the singular is short or has no vowel, for that
    is an acronym (`dns`), unless somebody writes it as one (`VMs`).
    """
    if plural not in plurals(singular):
        return False
    written = list(spellings)
    if any(word in _NO_PLURALS for spelling in written for word in _last_words(spelling)):
        return False
    if any(_ACRONYM_PLURAL.search(spelling) for spelling in written):
        return True
    if all(spelling.endswith("S") for spelling in written):
        return False
    last = _LETTERS.search(singular)
    return last is not None and len(last[0]) > 2 and _VOWEL.search(last[0]) is not None


def plurals(singular: str) -> tuple[str, ...]:
    """What the plural of a folded tag may be."""
    if singular.endswith(("ss", "x", "ch", "sh")):
        return (f"{singular}es",)
    if singular.endswith("s"):
        return (f"{singular}es",) if _LATIN.search(singular) else ()
    if singular.endswith("y"):
        return (f"{singular}s", f"{singular[:-1]}ies")
    return (f"{singular}s",)


_ACRONYM_PLURAL = late(r"(?<![a-z])[A-Z]{2,}s$")
_VOWEL = late(r"[aeiouy]")
_LATIN = late(r"[a-z]{2}[ua]s$")  # `virus`, `alias`; what else ends in one s is a plural already
_LETTERS = late(r"[a-z]+$")
_LAST_RUN = late(r"[A-Za-z]+$")
_LAST_CAMEL = late(r"[A-Z]?[a-z]+$")

# Words that look like the plural of another word and mean something else.
_NO_PLURALS_TEXT = """
ads aids arms basics brains commons customs does ethics ftps glasses goods graphics has
hermes https imaps ldaps lens mars means mqtts news odds pandas politics rails sales smtps
statistics teams windows woods works
"""
_NO_PLURALS = frozenset(_NO_PLURALS_TEXT.split())


def _last_words(tag: str) -> set[str]:
    """The last word of a tag, as a run of letters and as the end of a CamelCase one."""
    found = (_LAST_RUN.search(tag), _LAST_CAMEL.search(tag))
    return {match[0].lower() for match in found if match}


def _letters(tag: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", tag).lower())
