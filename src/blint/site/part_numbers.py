"""Which part of a series the title of a post says it is, and of which series."""

from __future__ import annotations

from functools import lru_cache
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


@lru_cache(maxsize=4096)
def part_number(title: str) -> PartNumber | None:
    """The part that a title names; None where it names none."""
    for pattern in (_PART, _OF, _COUNTER):
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
        stem = _stem(title[: match.start()], title[match.end() :], after=pattern is _PART)
        if stem:
            return PartNumber(stem, number, "part" if pattern is _PART else "counter", total)
    return None


def written_number(text: str) -> int | None:
    """The number of a part as front matter gives it; None where that is no whole number."""
    found = _WRITTEN.fullmatch(text.strip())
    return int(found[1]) if found is not None else None


def _number(text: str) -> int | None:
    folded = text.casefold()
    if folded.isdecimal():
        return int(folded) if len(folded) <= 3 or not folded.isascii() else None
    return _WORDS.get(folded) or _roman(text)


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
_TRIM: Final = " \t\u00a0,;:.-–—|/·([{}])#"
_NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS: Final = {word: number for number, word in enumerate(_NUMBERS, 1)}
_DIGITS: Final = {"I": 1, "V": 5, "X": 10}
_ROMAN: Final = late(r"X{0,3}(?:IX|IV|V?I{0,3})(?<=.)")
_WRITTEN: Final = late(r"0*(\d{1,4})(?:\.0+)?")
_VALUE: Final = r"(?P<number>\d{1,3}|[IVX]{1,6}|(?i:" + "|".join(_NUMBERS) + r"))"
_END: Final = r"(?![\w%]|[.,]\d|-\w|['’]\w)"
_PART: Final = late(
    r"(?<![\w-])(?i:parts?|pt\.?|teil|partie|parte|deel|część|часть|chapter|lesson|kapitel) ?#?"
    rf"{_VALUE}(?:\s*(?:/|(?i:of|von|de|di))\s*(?P<total>\d{{1,2}}))?{_END}"
)
_OF: Final = late(
    r"(?:(?<=[(\[])|(?<= ))(?P<number>[1-9]\d?)\s?(?:/| of )\s?(?P<total>[1-9]\d?)(?=[)\]]|$|:)"
)
_COUNTER: Final = late(
    r"(?:(?<![\w#&])#|(?<!\w)(?i:episode|ep\.?|issue|vol\.?|volume|no\.|nr\.) ?#?)"
    rf"(?P<number>\d{{1,3}}){_END}"
)
