"""Groups the names of one language: Linguist's, and those that other highlighters agree on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from highlighters.linguist import ASK
from highlighters.places import Places
from highlighters.tables import FOLDER, as_text, folded

FILE = FOLDER.parent / "language_names.json"

AGREE = 2
"""How many highlighters must give a name to a language that does not have it from Linguist."""

# A header is as good as C where nothing else is said; highlight.js and Chroma think so, too.
_DECIDED = (("h", "C"),)

Languages = dict[str, dict[str, Any]]


def write(places: Places) -> int:
    """Write the groups; how many names they hold."""
    rows = places.javascript("linguist-languages", ASK)
    languages = grouped(rows)
    taken = {name for row in languages.values() for name in row["names"]}
    # What highlighters agree on goes before an extension that Linguist has for several languages.
    for name, title in (*sorted(agreed(languages)), *_DECIDED, *_first_extensions(rows)):
        if name not in taken:
            taken.add(name)
            languages[title]["names"].append(name)
    about = {
        "about": "Names of one language, in small letters with hyphens for spaces: those of "
        "Linguist, its extensions that no other language has, and aliases that "
        f"{AGREE} other highlighters agree on. By tools/highlighters.",
        "source": places.version("linguist-languages")[1],
        "languages": {
            title: {"names": " ".join(row["names"]), "type": row["type"]}
            for title, row in languages.items()
        },
    }
    FILE.write_text(as_text(about), encoding="utf-8")
    return sum(len(row["names"]) for row in languages.values())


def grouped(rows: list[dict[str, Any]]) -> Languages:
    """The languages of Linguist by name, each with its names and type.

    An extension that two languages have tells neither of them, and a name is no extension.
    """
    names = {folded(name) for row in rows for name in (row["name"], *row["aliases"])}
    uses = Counter(end for row in rows for end in {one[1:].lower() for one in row["extensions"]})
    found: Languages = {}
    taken: set[str] = set()
    for row in sorted(rows, key=lambda row: str(row["name"])):
        ends = [one[1:].lower() for one in row["extensions"]]
        own = [folded(name) for name in (row["name"], *row["aliases"])]
        own += [end for end in ends if uses[end] == 1 and end not in names and "." not in end]
        fresh = [name for name in dict.fromkeys(own) if name not in taken]
        taken.update(fresh)
        if fresh:
            found[row["name"]] = {"names": fresh, "type": row["type"]}
    return found


def _first_extensions(rows: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The extensions that only one language has as its first, though others have them as well."""
    firsts = [(row["extensions"][0][1:].lower(), row["name"]) for row in rows if row["extensions"]]
    uses = Counter(end for end, _ in firsts)
    yield from ((end, name) for end, name in sorted(firsts) if uses[end] == 1 and "." not in end)


def agreed(languages: Languages) -> Iterator[tuple[str, str]]:
    """Names that Linguist lacks, with the language that several highlighters hold them to be.

    A highlighter says so by having the name in a group with names of that language alone. Where
    another one says otherwise, they do not agree.
    """
    title_of = {name: title for title, row in languages.items() for name in row["names"]}
    votes: dict[str, Counter[str]] = {}
    for group in _groups():
        titles = {title_of[name] for name in group if name in title_of}
        for name in group if len(titles) == 1 else ():
            if name not in title_of:
                votes.setdefault(name, Counter())[next(iter(titles))] += 1
    for name, counts in votes.items():
        (title, count), *others = counts.most_common()
        if count >= AGREE and not others:
            yield name, title


def _groups() -> Iterator[list[str]]:
    """The groups of all tables but Linguist's own and the copies that are made of others."""
    for file in sorted(FOLDER.glob("*.json")):
        if file.stem in {"linguist", "docusaurus", "giallo"}:
            continue
        data = json.loads(file.read_text(encoding="utf-8"))
        for name, aliases in data["languages"].items():
            yield list(dict.fromkeys(folded(word) for word in (name, *aliases.split())))
