"""What a highlighter's table holds, and how it is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from highlighters.conduct import CONDUCT

FOLDER = Path(__file__).parents[2] / "src" / "blint" / "site" / "data" / "highlighters"

Case = Literal["ignored", "exact"]


class Missing(Exception):
    """A package that is not installed here; the message names it and says what to set."""


@dataclass(frozen=True)
class Table:
    """The names that one highlighter knows.

    `languages` are its own names with their aliases; `plain` those of no language, for text that is
    shown as it is; `suffixes` those of file names that it takes where it has no such name; `others`
    what it knows in no group, by where that is from, such as another release. With `case` "ignored"
    all names are in small letters. `unknown` is what the package itself does with an unknown name:
    it `fails`, or shows the text `plain`.
    """

    title: str
    version: str
    source: str
    case: Case
    unknown: Literal["plain", "fails"]
    languages: Mapping[str, Iterable[str]]
    plain: Iterable[str] = ()
    suffixes: Iterable[str] = ()
    others: Mapping[str, Iterable[str]] = field(default_factory=dict)


def as_data(name: str, table: Table) -> dict[str, Any]:
    """A table as its file holds it: names are words of one text, those of a language in one."""
    folded = table.case == "ignored"
    data: dict[str, Any] = {
        "title": table.title,
        "version": table.version,
        "source": table.source,
        "case": table.case,
        "unknown": table.unknown,
        "generators": CONDUCT.get(name, {}),
        "languages": _grouped(table.languages, folded=folded),
    }
    for key, names in (("plain", table.plain), ("suffixes", table.suffixes)):
        if words := _words(names, folded=folded):
            data[key] = " ".join(sorted(words))
    if table.others:
        data["others"] = {
            release: " ".join(sorted(_words(names, folded=folded)))
            for release, names in table.others.items()
        }
    return data


def as_text(data: Mapping[str, Any]) -> str:
    """A file's text."""
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def write(name: str, table: Table) -> int:
    """Write a table; how many names it has."""
    FOLDER.mkdir(exist_ok=True)
    data = as_data(name, table)
    (FOLDER / f"{name}.json").write_text(as_text(data), encoding="utf-8")
    languages: dict[str, str] = data["languages"]
    return len(languages) + sum(len(aliases.split()) for aliases in languages.values())


def folded(name: str) -> str:
    """A name in small letters; a fence's word has no spaces, and hyphens stand for them."""
    return name.lower().replace(" ", "-")


def _grouped(languages: Mapping[str, Iterable[str]], *, folded: bool) -> dict[str, str]:
    """Aliases by name; an alias that two languages have stays with both, once in each."""
    found = {}
    for name, aliases in languages.items():
        first, *_ = _words([name], folded=folded)
        others = _words(aliases, folded=folded)
        found[first] = " ".join(sorted(set(others) - {first}))
    return dict(sorted(found.items()))


def _words(names: Iterable[str], *, folded: bool) -> list[str]:
    small = (name.lower() if folded else name for name in names)
    return list(dict.fromkeys(name.replace(" ", "-") for name in small))
