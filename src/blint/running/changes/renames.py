"""Renames: which of the files that came is one of those that went.

Not as git tells it: that depends on its settings, and leaves out files that nobody has added yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final, NamedTuple

LIKENESS: Final = 0.5
"""The part of its text that a file must share with another to be that file renamed: git's own."""
MANY: Final = 200_000
"""How many pairs of files are held against each other at most."""


class _Pair(NamedTuple):
    """Two files that may be one, ordered by how much speaks for it."""

    likeness: float
    shares_name: bool
    now: str
    then: str


def renames(
    gone: Mapping[str, bytes], new: Collection[str], content: Callable[[str], bytes | None]
) -> dict[str, str]:
    """The former path of each new file that has one. `gone` is what files held that are gone,
    `content` gives what a file holds now.

    Files of one kind only are held against each other. The same text comes first, then the most
    alike; of several the one of the same name, then the first.
    """
    gone = {path: data for path, data in gone.items() if data}
    if not gone or not new:
        return {}
    came = {path: data for path in sorted(new) if (data := content(path))}
    found: dict[str, str] = {}
    left = dict(gone)
    for pairs in (_same(gone, came), _alike(gone, came, found)):
        for pair in sorted(pairs, key=lambda p: (-p.likeness, not p.shares_name, p.now, p.then)):
            if pair.now not in found and pair.then in left:
                found[pair.now] = pair.then
                del left[pair.then]
    return found


def _same(gone: Mapping[str, bytes], came: Mapping[str, bytes]) -> list[_Pair]:
    by_text: dict[bytes, list[str]] = {}
    for path, data in gone.items():
        by_text.setdefault(_evened(data), []).append(path)
    return [
        _Pair(1.0, _name(now) == _name(then), now, then)
        for now, data in came.items()
        for then in by_text.get(_evened(data), ())[:_FEW]
        if _kind(now) == _kind(then)
    ]


def _alike(
    gone: Mapping[str, bytes], came: Mapping[str, bytes], found: Mapping[str, str]
) -> Iterator[_Pair]:
    # Asked for after the first pairs were found: see the loop above.
    taken = set(found.values())
    then_lines = {path: _lines(data) for path, data in gone.items() if path not in taken}
    now_lines = {path: _lines(data) for path, data in came.items() if path not in found}
    if len(then_lines) * len(now_lines) > MANY:
        return
    for now, (here, size) in now_lines.items():
        for then, (there, other) in then_lines.items():
            if _kind(now) != _kind(then) or min(size, other) < LIKENESS * max(size, other):
                continue
            likeness = _shared(here, there) / max(size, other, 1)
            if likeness >= LIKENESS:
                yield _Pair(likeness, _name(now) == _name(then), now, then)


def _lines(data: bytes) -> tuple[Counter[bytes], int]:
    """The lines of a text, and how many bytes they have in all."""
    lines = Counter(line for line in _evened(data).split(b"\n") if line.strip())
    return lines, sum(len(line) * count for line, count in lines.items())


def _shared(one: Counter[bytes], other: Counter[bytes]) -> int:
    """How many bytes are in lines that both have."""
    if len(one) > len(other):
        one, other = other, one
    return sum(len(line) * min(count, other[line]) for line, count in one.items() if line in other)


def _evened(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _name(path: str) -> str:
    return path.rpartition("/")[2].casefold()


def _kind(path: str) -> str:
    """What a file is by the end of its name; a post in Markdown may become one in MDX."""
    extension = path.rpartition("/")[2].rpartition(".")[2].lower()
    return "md" if extension in _MARKDOWN else extension


_MARKDOWN: Final = frozenset({"md", "mdx", "markdown", "mdown", "mkd"})
_FEW: Final = 20
