"""What the ids of a page are made by: the scheme for headings, and all else that differs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NamedTuple

from blint.reading.document import Heading
from blint.reading.post import Post
from blint.site.links.records import IdRule
from blint.site.settings import Settings

Config = Mapping[str, Any]
"""What the generator's own configuration says, empty where there is none."""


class Scheme(NamedTuple):
    """How one generator makes ids of headings.

    `read` gives the text that the id is made of, or None where it is not certain; `slug` the id,
    or None likewise. `written` tells whether an attribute list with an id, as it stands at a
    heading's end, is understood. `separator` stands before a number. `remembers`: a written id
    is known to later headings; `reserves`: to all. `counts`: the number tells how often the slug
    was there, whether or not that id is taken. `empty`: a heading without letters has an id,
    which is a number; `silent`: so has one without any text. `title`: a heading of level one has an
    id. `unclear` finds what makes the text of a heading, as written, less than certain. `levels`
    are those of headings that have an id. `entities` tells whether entities and escapes count as
    what they stand for (`read`), as they are written (`source`), or nobody knows how. `unique`: no
    page can have one id twice in lists of attributes, `alone`: nor in HTML. `first` is the number
    of a repeated slug. `raw` tells whether headings in raw HTML without an id are given one; None:
    not known. `brings` finds what has ids that it does not show. `inner` is the scheme of headings
    in blocks of HTML, where that is another. `tight`: a heading needs no space after its marks.
    """

    read: Callable[[Heading, str], str | None]
    slug: Callable[[str], str | None]
    written: Callable[[str], bool] = lambda _: False
    separator: str = "-"
    remembers: bool = False
    reserves: bool = False
    counts: bool = False
    empty: bool = True
    silent: bool = True
    title: bool = True
    unclear: re.Pattern[str] | None = None
    levels: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    entities: Literal["", "read", "source"] = ""
    unique: bool = False
    first: int = 1
    alone: bool = False
    raw: bool | None = None
    brings: re.Pattern[str] | None = None
    inner: Scheme | None = None
    tight: bool = False


def note_labels(post: Post, _settings: Settings) -> Iterable[str]:
    """The labels of footnotes, in place of the ids that they have one way or another."""
    return [note.label for note in post.document.footnotes if note.definition]


class IdRules(NamedTuple):
    """What a generator gives ids to, as far as it differs from what most do.

    `scheme` is that of headings, or None where it is not known to the letter. `page` gives all ids
    of a page that is not read as Markdown in the usual way, None for others. `headings` are those
    that get an id, in one or more readings of the page, `extra` the ids of footnotes and other
    things that are no headings. `is_open` tells whether a page may have more ids than can be seen,
    None: what holds for all generators holds. `attribute_lists`: `{#id}` may mean something.
    `drops_html`: raw HTML is left out. `certainty` tells how far the ids are known where there is a
    scheme, `guess` where there is none.
    """

    scheme: Callable[[Config], Scheme | None] = lambda _: None
    page: Callable[[Post, Settings], Iterable[str] | None] = lambda _, __: None
    headings: Callable[[Post, Settings], Iterable[list[Heading]]] = lambda p, _: (
        p.document.headings,
    )
    extra: Callable[[Post, Settings], Iterable[str]] = note_labels
    is_open: Callable[[Post, Settings], bool | None] = lambda _, __: None
    attribute_lists: Callable[[Settings], bool] = lambda _: True
    drops_html: Callable[[Settings], bool] = lambda _: False
    certainty: Callable[[Settings], IdRule] = lambda _: "exact"
    guess: IdRule = "unknown"
