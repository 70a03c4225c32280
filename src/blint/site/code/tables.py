"""The tables of highlighters: the names that each knows, as `tools/highlighters` asked it.

A table is read when its highlighter is asked for a name, one after another where the site's own is
not known. All are read only for a name that is not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

NAMES = (
    *("chroma", "docusaurus", "giallo", "highlightjs", "linguist", "prism", "pygments", "rouge"),
    "shiki",
)
"""All highlighters that have a table."""


class Conduct(msgspec.Struct, frozen=True):
    """How a generator has its highlighter treat names: `case` is `ignored` or `exact`, `unknown`
    what becomes of code in a language that is not known: `plain` text, `warns` (plain text as
    well), `guesses`, or `fails` to build."""

    case: str
    unknown: str


class Table(msgspec.Struct, frozen=True):
    """One highlighter: `groups` are its languages with all names of each, `names` those of all of
    them and of plain text, in small letters where `case` is `ignored`."""

    title: str
    case: str
    unknown: str
    groups: dict[str, tuple[str, ...]]
    names: frozenset[str]
    suffixes: frozenset[str]
    generators: dict[str, Conduct]


def table(name: str) -> Table | None:
    """The table of a highlighter; None where there is none."""
    return _read(name) if name in NAMES else None


def any_knows(word: str) -> bool:
    """Whether any highlighter knows a name, in small letters; few tables are read for most."""
    return any(word in _small(name) for name in _LARGE)


@cache
def all_names() -> frozenset[str]:
    """The names that any highlighter knows, in small letters."""
    return frozenset(_counts())


@cache
def common_names() -> frozenset[str]:
    """The names that most of the large highlighters know, in small letters."""
    return frozenset(name for name, count in _counts().items() if 2 * count > len(_LARGE))


def knowers(word: str, but: str | None) -> list[str]:
    """The titles of the highlighters that know a name, but for one, in alphabetical order."""
    found = (name for name in _LARGE if name != but and word.lower() in _small(name))
    return sorted((_read(name).title for name in found), key=str.casefold)


def are_apart(one: str, other: str) -> bool:
    """Whether a highlighter has two names, in small letters, for two languages."""
    return any(_separates(name, one, other) for name in _LARGE)


def groups_with(word: str) -> Iterator[frozenset[str]]:
    """The groups of all highlighters that have a name, in small letters."""
    for name in _LARGE:
        yield from (group for group in _small_groups(name) if word in group)


def _separates(name: str, one: str, other: str) -> bool:
    groups = [group for group in _small_groups(name) if one in group or other in group]
    names: frozenset[str] = frozenset().union(*groups)
    return {one, other} <= names and not any({one, other} <= group for group in groups)


@cache
def _small_groups(name: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(str.lower, group)) for group in _read(name).groups.values())


# Those that are a part or a copy of others count for nothing of their own.
_LARGE = tuple(name for name in NAMES if name not in {"docusaurus", "giallo"})


class _File(msgspec.Struct):
    title: str
    case: str
    unknown: str
    languages: dict[str, str]
    generators: dict[str, Conduct]
    plain: str = ""
    suffixes: str = ""
    others: dict[str, str] = {}


@cache
def _read(name: str) -> Table:
    data = (Path(__file__).parent.parent / f"data/highlighters/{name}.json").read_bytes()
    file = msgspec.json.decode(data, type=_File)
    groups = {first: (first, *others.split()) for first, others in file.languages.items()}
    names = {word for group in groups.values() for word in group}
    names.update(file.plain.split(), *(words.split() for words in file.others.values()))
    suffixes = frozenset(file.suffixes.split())
    return Table(
        *(file.title, file.case, file.unknown, groups, frozenset(names), suffixes),
        file.generators,
    )


@cache
def _counts() -> Counter[str]:
    return Counter(word for name in _LARGE for word in _small(name))


@cache
def _small(name: str) -> frozenset[str]:
    one = _read(name)
    return one.names if one.case == "ignored" else frozenset(map(str.lower, one.names))
