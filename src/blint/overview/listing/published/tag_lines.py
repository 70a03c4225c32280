"""Tags as a list shows them: parted by signs, by nothing at all, or each on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from blint.late import late
from blint.overview.listing.published.lines import fold
from blint.overview.listing.published.marks import PART, PICTURES
from blint.site.tag_folding import fold_tag

READINGS: Final = 16
_LONGEST: Final = 400
_SURE: Final = 5


class TagLine(NamedTuple):
    """What a line may show as tags: all `readings` of it that are made of known tags alone.

    Where there is none, the one reading is that which leaves least over, and `unknown` is what is
    left over in it.
    """

    readings: tuple[tuple[str, ...], ...]
    unknown: tuple[str, ...] = ()


class TagReader:
    """Reads lines of tags with the help of the tags that a blog has."""

    def __init__(self, spellings: Iterable[str]) -> None:
        self._exact = frozenset(spellings)
        self._folded = frozenset(map(fold_tag, self._exact))
        self._lower = frozenset(tag.lower() for tag in self._exact)
        squeezed: dict[str, list[str]] = {}
        for tag in sorted(self._exact):
            squeezed.setdefault(fold(tag), []).append(tag)
        self._squeezed = {key: tags[0] for key, tags in squeezed.items() if len(tags) == 1}
        self._lengths = sorted({len(tag) for tag in self._exact}, reverse=True)
        self.read = lru_cache(maxsize=4096)(self._read)

    def knows(self, tag: str) -> bool:
        """Whether a text is a tag of the blog, in any spelling."""
        return fold_tag(tag) in self._folded

    def is_tags(self, text: str) -> bool:
        """Whether a text is made of known tags alone."""
        read = self.read(text)
        return bool(read.readings) and not read.unknown

    def _read(self, line: str) -> TagLine:
        text = line.strip(_TRIM)
        if not text or len(text) > _LONGEST:
            return TagLine((), (line,))
        if not self.knows(text):
            text = PICTURES.sub("", text, count=1).strip(_TRIM) if PICTURES.match(text) else text
            text = _LABEL.sub("", text, count=1).strip(_TRIM)
            text = _MORE.sub("", text).strip(_TRIM)
        if not text:
            return TagLine((), (line,))
        if self.knows(text.removeprefix("#")):
            tag = text.removeprefix("#")
            return TagLine(((tag if tag == text else self._of_hashtag(tag),),))
        signs = _HASHES if text.startswith("#") else _SIGNS
        if signs.search(text):
            pieces = (piece.strip(_TRIM + "`") for piece in signs.split(text))
            found = tuple(piece for piece in pieces if piece)
            if signs is _HASHES:
                found = tuple(map(self._of_hashtag, found))
            return TagLine((found,), tuple(tag for tag in found if not self.knows(tag)))
        for known in (self._exact, self._lower):
            whole = text if known is self._exact else text.lower()
            if len(whole) != len(text):
                continue
            readings = tuple(islice(self._splits(whole, text, known), READINGS))
            if readings:
                return TagLine(readings)
        return self._least_unknown(text)

    def _of_hashtag(self, shown: str) -> str:
        """The tag that a hashtag, which can hold neither spaces nor signs, is written for."""
        tag = self._squeezed.get(fold(shown), shown)
        return shown if shown in self._exact or tag.isalnum() else tag

    def _splits(self, text: str, shown: str, known: frozenset[str]) -> Iterator[tuple[str, ...]]:
        """All ways to read a text as known tags, with nothing or a space between them."""
        steps = self._steps(text, known)
        ends = {len(text)}
        for start in range(len(text) - 1, -1, -1):
            if any(_past(text, end) in ends for end in steps[start]):
                ends.add(start)
        if 0 not in ends:
            return
        stack: list[tuple[int, tuple[str, ...]]] = [(0, ())]
        while stack:
            start, tags = stack.pop()
            if start == len(text):
                yield tags
                continue
            stack.extend(
                (_past(text, end), (*tags, shown[start:end]))
                for end in reversed(steps[start])
                if _past(text, end) in ends
            )

    def _steps(self, text: str, known: frozenset[str]) -> list[list[int]]:
        """Where a known tag that begins at each place ends, the longest first."""
        return [
            [
                start + n
                for n in self._lengths
                if start + n <= len(text) and text[start : start + n] in known
            ]
            for start in range(len(text))
        ]

    def _least_unknown(self, text: str) -> TagLine:
        """The reading of a text that leaves least over, known tags standing where words begin."""
        steps = self._steps(text, self._exact)
        best: list[tuple[int, tuple[tuple[str, bool], ...]]] = [(0, ())] * (len(text) + 1)
        for start in range(len(text) - 1, -1, -1):
            cost, rest = best[start + 1]
            joined = bool(rest) and not rest[0][1]
            left = text[start] + rest[0][0] if joined else text[start]
            options = [(cost + 1 + 3 * (not joined), ((left, False), *rest[joined:]))]
            for end in steps[start]:
                after = _past(text, end)
                cost, rest = best[after]
                broken = after == end < len(text) and text[end].islower() and not rest[0][1]
                if not broken and _begins(text, start, end):
                    options.append((cost, ((text[start:end], True), *rest)))
            best[start] = min(options, key=lambda option: option[0])
        pieces = [(tag.strip(), is_known) for tag, is_known in best[0][1] if tag.strip()]
        return TagLine(
            (tuple(tag for tag, _ in pieces),),
            tuple(tag for tag, is_known in pieces if not is_known),
        )


def _past(text: str, end: int) -> int:
    """The offset behind a space that parts two tags."""
    return end + 1 if text[end : end + 1] == " " else end


def _begins(text: str, start: int, end: int) -> bool:
    """Whether a tag may begin here: a short one in small letters is rather part of a word."""
    inside = start > 0 and text[start - 1].islower() and text[start].islower()
    return not inside or end - start >= _SURE or not text[start:end].islower()


_TRIM: Final = " ,;·•|/" + PART
_LABEL: Final = late(
    rf"(?:tags?|tagged|topics?|filed under|schlagwörter|keywords)(?:\s*:[\s{PART}]*|{PART})",
    re.IGNORECASE,
)
_MORE: Final = late(
    rf"[\s{PART}]+(?:(?:continue |keep )read(?:ing)?|read (?:more|on)|weiterlesen|mehr lesen"
    r"|lire la suite|leer más|leggi tutto)[\s→»›….>]*$",
    re.IGNORECASE,
)
_SIGNS: Final = late(rf"\s*[,;·•|{PART}]\s*|\s+/\s+|`\s+`")
_HASHES: Final = late(rf"[\s,;·•|{PART}]*(?<!#[A-Z])#(?=[^\s#])|\s*[,;·•|{PART}]\s*")
