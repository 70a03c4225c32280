"""Front matter keys that hold what blint looks for under another name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from blint.overview.inference.forms import is_date
from blint.overview.numbers import is_number
from blint.site.preset import Fields


class Found(NamedTuple):
    """A key that plays a role: its dotted path, and the number of posts that have it."""

    role: str
    path: str
    posts: int


def other_keys(tables: Sequence[Mapping[str, Any]], fields: Fields, fold: bool) -> list[Found]:
    """Keys for roles whose own keys no post has; at most one for each role."""
    counts: Counter[str] = Counter()
    fitting: Counter[tuple[str, str]] = Counter()
    for table in tables:
        for path, value in _paths(table):
            counts[path] += 1
            for role, (_, fits) in _ROLES.items():
                fitting[role, path] += _FITS[fits](value)
    present = {path.casefold() if fold else path for path in counts}
    found = []
    for role, (names, _) in _ROLES.items():
        usual = {path.casefold() if fold else path for path in getattr(fields, role)}
        if usual & present:
            continue
        good = [
            path
            for path, count in counts.items()
            if _folded(path) in names
            and count >= max(2, len(tables) * _SHARE)
            and fitting[role, path] >= 0.9 * count
        ]
        if good:
            best = max(good, key=lambda path: (counts[path], -names.index(_folded(path)), path))
            found.append(Found(role, best, counts[best]))
    return found


def with_keys(fields: Fields, found: Sequence[Found]) -> Fields:
    """The fields of a preset as a configuration with these keys has them."""
    return msgspec.structs.replace(fields, **{one.role: (one.path,) for one in found})


def _paths(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The values of a table and of the tables in it, by dotted path; keys with dots have none."""
    for key, value in table.items():
        if "." in key:
            continue
        yield key, value
        if isinstance(value, dict):
            yield from (
                (f"{key}.{inner}", each) for inner, each in value.items() if "." not in inner
            )


def _folded(path: str) -> str:
    return path.rpartition(".")[2].replace("_", "").replace("-", "").casefold()


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_date(value: Any) -> bool:
    return isinstance(value, str) and is_date(value.strip())


def _are_words(value: Any) -> bool:
    if isinstance(value, str):
        return True
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


_SHARE: Final = 0.25
_FITS: Final[Mapping[str, Callable[[Any], bool]]] = {
    "text": _is_text,
    "date": _is_date,
    "words": _are_words,
    "flag": _is_flag,
    "number": is_number,
}
_ROLES: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "title": (("headline", "heading", "name", "posttitle"), "text"),
    "description": (("summary", "excerpt", "abstract", "teaser", "metadescription"), "text"),
    "date": (
        (
            *("pubdate", "publishdate", "publisheddate", "published", "publishedat"),
            *("publishedon", "datepublished", "publicationdate", "postdate", "created"),
            *("createdat", "createdon", "datecreated", "posted", "postedon", "releasedate"),
        ),
        "date",
    ),
    "updated": (
        (
            *("updatedat", "updatedon", "updateddate", "dateupdated", "lastmod", "modified"),
            *("lastmodified", "lastmodifiedat", "lastupdated", "modifieddate", "datemodified"),
        ),
        "date",
    ),
    "draft": (("isdraft", "unpublished"), "flag"),
    "tags": (("topics", "topic", "labels", "keywords", "taglist"), "words"),
    "read_time": (("timetoread", "minutestoread", "minutesread", "readminutes"), "number"),
}
"""For each role the names that a key may have, without case and separators, and what it holds."""
