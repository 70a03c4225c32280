"""The `defaults` of a Jekyll configuration: front matter by folder and by kind of page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from blint.site.globs import translate


class Default(NamedTuple):
    """One of the defaults. `glob` is what the beginning of a path must match, where it is one."""

    path: str
    glob: re.Pattern[str] | None
    kind: str | None
    values: Mapping[str, Any]


class Defaults:
    """All defaults of a site."""

    def __init__(self, all_of_them: tuple[Default, ...]) -> None:
        self._all = all_of_them

    def values(self, path: str, kind: str | None) -> dict[str, Any]:
        """What holds for a path below the sources, of a kind: `pages`, or a collection's label.

        The longer path goes before, then the one that names a kind, then the later one.
        """
        found: dict[str, Any] = {}
        best: Default | None = None
        for one in self._all:
            if not _applies(one, path, kind):
                continue
            if best is None or _goes_before(one, best):
                found.update({key: value for key, value in one.values.items() if value is not None})
                best = one
            else:
                found = {**one.values, **found}
        return found


def defaults_of(given: object, moved: str) -> Defaults:
    """The defaults as they are configured; `moved` is the folder of the collections."""
    return Defaults(tuple(_read(given, moved)))


def _read(given: object, moved: str) -> Iterator[Default]:
    for item in given if isinstance(given, list) else ():
        scope = item.get("scope") if isinstance(item, Mapping) else None
        values = item.get("values") if isinstance(item, Mapping) else None
        if not isinstance(scope, Mapping) or not isinstance(values, Mapping):
            continue
        path = scope.get("path")
        path = path.strip("/").removeprefix(moved) if isinstance(path, str) else ""
        kind = str(scope["type"]) if "type" in scope else None
        glob = re.compile(rf"{translate(path)}(?=/|$)") if "*" in path else None
        yield Default(path, glob, kind, values)


def _applies(one: Default, path: str, kind: str | None) -> bool:
    if one.kind is not None and one.kind != kind:
        return False
    if one.glob is not None:
        return one.glob.match(path) is not None
    return path.startswith(one.path)


def _goes_before(one: Default, other: Default) -> bool:
    if len(one.path) != len(other.path):
        return len(one.path) > len(other.path)
    return one.kind is not None or other.kind is None
