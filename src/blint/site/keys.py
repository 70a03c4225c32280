"""Entries of front matter under the keys that the settings name."""

from __future__ import annotations

from functools import cache

from blint.reading.nodes import Entry, FrontMatter


def entry_of(
    front_matter: FrontMatter, paths: tuple[str, ...], *, fold: bool = False
) -> Entry | None:
    """The entry of the first of some dotted paths that is there, or None.

    It is that of `FrontMatter.first`, and sooner told where no post has such a key, which is so for
    most of the keys that settings name.
    """
    if not has_any(front_matter, paths, fold=fold):
        return None
    return front_matter.first(paths, fold=fold)


def has_any(front_matter: FrontMatter, paths: tuple[str, ...], *, fold: bool) -> bool:
    """Whether front matter has any key that one of some dotted paths begins with."""
    return not _first_parts(paths, fold).isdisjoint(front_matter.names(fold=fold))


@cache
def _first_parts(paths: tuple[str, ...], fold: bool) -> frozenset[str]:
    parts = (path.partition(".")[0] for path in paths)
    return frozenset(map(str.casefold, parts) if fold else parts)
