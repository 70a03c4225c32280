"""Languages under all their names: `js`, `javascript` and `mjs` are one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec


class Language(msgspec.Struct, frozen=True):
    """A language as Linguist has it: `title` as its people write it, all its `names` in small
    letters with hyphens for spaces, its `type`: `programming`, `data`, `markup` or `prose`."""

    title: str
    names: tuple[str, ...]
    type: str


def language_named(word: str) -> Language | None:
    """The language with a name, alias or file extension; None where there is none."""
    return _by_name().get(word.lower().replace(" ", "-"))


class _Row(msgspec.Struct):
    names: str
    type: str


class _File(msgspec.Struct):
    languages: dict[str, _Row]


@cache
def _by_name() -> dict[str, Language]:
    data = (Path(__file__).parent.parent / "data/language_names.json").read_bytes()
    rows = msgspec.json.decode(data, type=_File).languages
    return {
        name: language
        for title, row in rows.items()
        for language in [Language(title, tuple(row.names.split()), row.type)]
        for name in language.names
    }
