"""Which part of a series the title of a post says it is, and of which series."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from blint.late import late


class PartNumber(NamedTuple):
    """The number of a part in a title. `stem` is what the titles of all parts share.

    `how`: `part`, the title says `Part 2`; `counter`, it says `#2`, `2/5` or `Episode 2`, which
    newsletters, scores and podcasts do as well. `total` None: it does not say of how many.
    """

    stem: str
    number: int
    how: Literal["part", "counter"]
    total: int | None = None


def part_number(title: str) -> PartNumber | None:
    """The part that a title names; None where it names none."""
    if not _may_tell(title):
        return None
    for pattern in (_PART, _BEFORE, _CJK, _OF, _COUNTER):
        match = pattern.search(title)
        number = _number(match["number"]) if match is not None else None
        if match is None or number is None:
            continue
        groups = match.groupdict()
        total = _number(groups["total"]) if groups.get("total") else None
        if total is not None and not (number <= total and 2 <= total <= _MOST):
            if pattern is _OF:
                continue
            total = None
        counts = pattern is _OF or pattern is _COUNTER
        before, behind = title[: match.start()], title[match.end() :]
        stem = _stem(before, behind, after=not counts)
        if stem and pattern is _OF:
            stem = " ".join((stem, *_goes_on(behind)))
        if stem:
            counter = counts or groups.get("turn") is not None
            return PartNumber(stem, number, "counter" if counter else "part", total)
    return None


def written_number(text: str) -> int | None:
    """The number of a part as front matter gives it; None where that is no whole number."""
    found = _WRITTEN.fullmatch(text.strip())
    return int(found[1]) if found is not None else None


def _may_tell(title: str) -> bool:
    """Whether a title may name a part, sooner told than whether it does: most name none."""
    if not title.isascii():
        return True
    if not _ASCII.isdisjoint(title) and _FEW.search(title) is not None:
        return True
    folded = title.lower()
    return any(noun in folded for noun in _NOUNS)


def _number(text: str) -> int | None:
    """A number in digits, Roman ones, words or Chinese characters."""
    folded = text.casefold()
    if folded[0] in _HAN:
        return _han(folded)
    if folded.isdecimal():
        return int(folded) if len(folded) <= 3 or not folded.isascii() else None
    return _WORDS.get(folded) or _roman(text)


def _han(text: str) -> int | None:
    """A number up to 99 in Chinese characters."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _HAN.index(text) + 1 if len(text) == 1 else None
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return None
    return 10 * (_HAN.index(tens) + 1 if tens else 1) + (_HAN.index(ones) + 1 if ones else 0)


def _goes_on(behind: str) -> list[str]:
    """The words that a title goes on with after brackets, without a sign that begins a subtitle."""
    match = _TAIL.match(behind)
    return match[0][1:].split() if match is not None else []


def _roman(text: str) -> int | None:
    if _ROMAN.fullmatch(text) is None:
        return None
    values = [_DIGITS[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, after, strict=True))


def _stem(before: str, behind: str, *, after: bool) -> str:
    """What titles of the series share: what is before the number, or in the brackets around it.

    `after`: where nothing is before the number, it is what stands behind it.
    """
    opened = before.rfind("(")
    if opened > before.rfind(")") and before[opened + 1 :].strip(_TRIM):
        before = before[opened + 1 :]
    stem = before.strip(_TRIM)
    if not stem and after:
        stem = behind.strip(_TRIM)
    return " ".join(stem.split()) if any(map(str.isalpha, stem)) else ""


_MOST: Final = 60
_TRIM: Final = " \t\u00a0\u3000,;:.-–—|/·([{}])#、。：（）【】「」《》"
_HAN: Final = "一二三四五六七八九十"
_NUMBERS: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
_WORDS: Final = {word: number for number, word in enumerate(_NUMBERS, 1)}
_DIGITS: Final = {"I": 1, "V": 5, "X": 10}
_ASCII: Final = frozenset("0123456789")
_FEW: Final = late(r"\d(?<!\d\d)\d{0,2}(?!\d)")
# What Roman numbers and words for numbers come after in ASCII titles, see `_PART`.
_NOUNS: Final = (
    *("part", "pt", "teil", "deel", "osa", "chap", "lesson", "kapitel", "capitolo", "del"),
)
_ROMAN: Final = late(r"X{0,3}(?:IX|IV|V?I{0,3})(?<=.)")
_WRITTEN: Final = late(r"0*(\d{1,4})(?:\.0+)?")
_TAIL: Final = late(r"[)\]][ \u00a0]+\w.*", re.DOTALL)
_VALUE: Final = r"(?P<number>\d{1,3}|[IVX]{1,6}|(?i:" + "|".join(_NUMBERS) + r"))"
_END: Final = r"(?![\w%]|[.,]\d|-\w|['’]\w)"
_OF_ALL: Final = r"(?i:of|von|van|de|di|do|sur|av|af|из|з|z)"
_PART: Final = late(
    r"(?<![\w-])(?:(?i:parts?|pt\.?|teil|partie|parte|deel|część|часть|частина|część|část|rész|osa"
    r"|bölüm|chapter|lesson|kapitel|chapitre|capítulo|capitolo)"
    # `del` is a small word of Spanish and Italian.
    r"|(?:(?<=[,:;–—|-] )|(?<=[(\[]))(?i:del)) ?#?"
    rf"{_VALUE}(?:\s*(?:/|{_OF_ALL})\s*(?P<total>\d{{1,2}}))?{_END}"
)
# `2. Teil`, between signs: "Der 2. Teil der Reise" is no more than a sentence.
_BEFORE: Final = late(
    r"(?:^|[,:;–—|(\[-]\s*)(?P<number>[1-9]\d?)"
    r"(?:\. ?(?i:teil|del|část|rész|osa|bölüm)|(?i:re|[èe]re|nde|[èe]?me|e) (?i:partie)"
    r"|\.?[ªº] (?i:parte)|-?я (?i:часть))\s*(?=$|[,:;–—|)\]-])"
)
# The turn is often that of a meeting.
_CJK: Final = late(
    r"[第제] ?(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3}) ?"
    r"(?:(?P<turn>[回期集话話화회])|部分?|[章篇编編弾부편장])"
)
_OF: Final = late(
    rf"(?:(?<=[(\[（])|(?<= ))(?P<number>[1-9]\d?)\s?(?:/| of | {_OF_ALL} (?=\d+[)\]]))"
    r"\s?(?P<total>[1-9]\d?)(?=[)\]）]|$|:)"
)
_COUNTER: Final = late(
    r"(?:(?<![\w#&])#|(?<!\w)(?i:episode|ep\.?|issue|vol\.?|volume|no\.|nr\.) ?#?)"
    rf"(?P<number>\d{{1,3}}){_END}"
)
