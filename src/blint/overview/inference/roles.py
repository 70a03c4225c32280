"""Which keys hold what differs from post to post by design."""

from __future__ import annotations

from typing import Final

import msgspec

from blint.site.preset import Fields


class Roles(msgspec.Struct, frozen=True):
    """What keys are for, by their dotted paths: prose has a length, open keys any value."""

    prose: frozenset[str]
    open: frozenset[str]
    topics: frozenset[str]
    vital: frozenset[str] = frozenset()
    """What every post needs: its title and its date."""
    known: tuple[str, ...] = ()
    """Keys that the generator reads, and that a closed set has room for though no post has them."""

    def is_prose(self, path: str) -> bool:
        """Whether a key holds a title, or a description."""
        return path in self.prose or _folded(path) in _PROSE

    def is_open(self, path: str) -> bool:
        """Whether every post may well have a value of its own there."""
        name = _folded(path)
        return path in self.open or any(part in name for part in _OPEN)

    def is_list_of_names(self, path: str) -> bool:
        """Whether a key holds the tags or the authors of a post."""
        return path in self.topics or _folded(path) in {"author", "authors"}


def roles_of(fields: Fields) -> Roles:
    """The roles that settings give to keys."""
    varied = (*fields.date, *fields.updated, *fields.slug, *fields.url, *fields.aliases)
    return Roles(
        prose=frozenset((*fields.title, *fields.description)),
        open=frozenset((*varied, *fields.tags, *fields.series, *fields.title)),
        topics=frozenset((*fields.tags, *fields.categories)),
        vital=frozenset((*fields.title, *fields.date)),
        known=tuple(
            paths[0]
            for paths in (fields.title, fields.description, fields.date, fields.draft, fields.slug)
            if paths and "." not in paths[0]
        ),
    )


def _folded(path: str) -> str:
    name = path.rpartition(".")[2]
    return name.replace("_", "").replace("-", "").casefold()


_PROSE: Final = frozenset(("title", "description", "summary", "excerpt", "subtitle", "abstract"))
_OPEN: Final = (
    *("title", "name", "author", "writer", "editor", "slug", "url", "link", "date", "time"),
    *("image", "keyword", "tag", "alias", "path", "desc", "summary", "excerpt", "text", "alt"),
    *("version", "release", "series", "email", "twitter", "github"),
)
