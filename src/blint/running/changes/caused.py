"""Which of the diagnostics of now a change has caused; pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from blint.diagnostics import Diagnostic

ALWAYS: Final = frozenset({"internal-error"})
"""The rules that are always spoken of: what they are about was not checked."""

Key = Callable[[Diagnostic], object]


def place_of(diagnostic: Diagnostic) -> object:
    """The place of a diagnostic, the same before and after in a text that has not changed."""
    return diagnostic.place


def text_under(text: str) -> Key:
    """The words that a diagnostic is about in a text, wherever they have moved to."""

    def key(diagnostic: Diagnostic) -> object:
        start, end = diagnostic.span
        return text[start:end].replace("\r", "")

    return key


def added(
    now: Iterable[Diagnostic], then: Iterable[Diagnostic], key: Key, key_then: Key
) -> Iterator[Diagnostic]:
    """The diagnostics of one post that were not there before: by rule and by what they are about.

    The message is no part of it: it may tell of other posts, and how many there are. Where more are
    said of one thing than before, those with new words are the new ones.
    """
    known: dict[object, Counter[str]] = {}
    for old in then:
        known.setdefault((old.rule, key_then(old)), Counter())[old.message] += 1
    rest = []
    for found in now:
        left = known.get((found.rule, key(found)))
        if found.rule in ALWAYS:
            yield found
        elif left is not None and left[found.message] > 0:
            left[found.message] -= 1
        else:
            rest.append(found)
    for found in rest:
        left = known.get((found.rule, key(found)))
        if left is not None and left.total() > 0:
            left[next(iter(+left))] -= 1
        else:
            yield found


class Lines:
    """Lines of a text by number, counted from 1."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._numbers = sorted(numbers)

    def touch(self, first: int, last: int) -> bool:
        """Whether one of the lines is between two, themselves included."""
        at = bisect_left(self._numbers, first)
        return at < len(self._numbers) and self._numbers[at] <= last

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)


def changed_lines(then: str, now: str) -> Lines:
    """The lines of a text that are not as they were; how they end is no matter."""
    old, new = _split(then), _split(now)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    return Lines(number + start + 1 for number in _differing(old, new))


def touches(diagnostic: Diagnostic, lines: Lines, front_matter: int) -> bool:
    """Whether a diagnostic is on one of some lines. What is about a post as a whole stands at its
    very start, and is then about its front matter, up to the line `front_matter`."""
    place = diagnostic.place
    first, last = place.line, place.end_line
    if diagnostic.span == (0, 0):
        last = max(front_matter, 1)
    elif place.end_column == 1 and last > first:
        last -= 1
    return lines.touch(first, last)


def _split(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.split("\n")]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _differing(old: list[str], new: list[str]) -> Iterable[int]:
    if not old or len(old) * len(new) > _MANY:
        return range(len(new))
    kept = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    same = {number for block in kept for number in range(block.b, block.b + block.size)}
    return (number for number in range(len(new)) if number not in same)


_MANY: Final = 4_000_000
"""Pairs of lines that are held against each other at most; what is larger counts as changed."""
