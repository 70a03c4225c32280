"""Facts: what one post tells the rest of the site, small and serialisable."""

from __future__ import annotations

import msgspec

from blint.diagnostics import Edit, Fix
from blint.source import LineTable, Span

FAULTY = "!"
"""A key of `PostFacts.extra`, see there."""


class Word(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A piece of text and where it stands, for instance a tag; `quoted`: it stands in quotes."""

    text: str
    span: Span
    quoted: bool = False


class LinkFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A link or image of a post, as written; see `reading.document.Link`."""

    destination: str
    span: Span
    kind: str
    image: bool = False
    templated: bool = False
    meaning: str = ""
    """What a template asks for, see `site.routing.templates`; empty if it is none, or not known."""
    component: str = ""
    """The JSX component that it is given to; empty for a plain tag."""


class Suppression(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A comment that silences rules between two offsets.

    `rules` empty: all rules. `span` is the comment's own place, for findings about it. `fault`
    says what is wrong with a comment that is not understood, and may silence nothing. `removal` is
    what takes the comment away, with the one at the end of its range; `plain` False: then the post
    might be shown in another way. `end_rules` are the names in the comment at the end of a range.
    """

    rules: tuple[Word, ...]
    covers: Span
    span: Span
    reason: str = ""
    until: str | None = None
    fault: str = ""
    removal: tuple[Edit, ...] = ()
    plain: bool = True
    end_rules: tuple[Word, ...] = ()


class Former(msgspec.Struct, frozen=True, array_like=True):
    """An address that a post had before a change and has not any more.

    `url` is a URL path with the base, `path` that of the post then, `span` where the post says now
    what its address is made of. `fix` adds the address to those that lead on to the post. `gone`:
    the post is there no more.
    """

    url: str
    path: str
    span: Span = Span(0, 0)
    fix: Fix | None = None
    gone: bool = False


class PostFacts(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Everything site checks may know of a post. `path` is relative to the root, with `/`."""

    path: str
    collection: str
    preset: str
    lines: bytes
    length: int
    front_matter: Span
    title: Word | None = None
    date: Word | None = None
    draft: bool = False
    url: Word | None = None
    slug: Word | None = None
    aliases: tuple[Word, ...] = ()
    tags: tuple[Word, ...] = ()
    anchors: tuple[str, ...] = ()
    links: tuple[LinkFact, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    categories: tuple[str, ...] = ()
    extra: dict[str, str] = {}
    """Values of front matter keys that the generator makes addresses of: a list as lines, a list in
    it as a line whose parts come after tabs. `FAULTY` among them: the front matter is in error."""
    since: str = ""
    """The day, ISO 8601, from which on the post is published; empty: from the start."""
    until: str = ""
    """The day from which on it is not published any more; empty: for ever."""
    page: bool = False
    """Whether this is a page beside the posts, which links lead to and which is not checked."""
    open_anchors: bool = False
    """Whether the page may have ids that its source does not show (templates, components)."""
    data: bool = False
    """Whether this is no post and no page, but a file that the configuration names: a vocabulary.
    Only site checks that say so (`DATA`) are given it."""

    description: Word | None = None
    heading: Word | None = None
    """The first heading, of the first level, of a post whose front matter gives no title."""
    updated: Word | None = None
    published: str = ""
    """When the post was published, ISO 8601, a day or a day and a time, in the site's time zone as
    far as that is known; from the front matter, else from the path. Empty where nothing tells."""
    language: str = ""
    """The code of the post's language; empty: the site's own."""
    series: tuple[Word, ...] = ()
    """The series that the front matter says the post is part of."""
    part: Word | None = None
    """The number of the part, as the front matter gives it."""
    parts: tuple[Word | None, ...] = ()
    """The number in each of `series`, where the front matter gives them one by one."""
    minutes: float | None = None
    """The read time that the front matter gives."""
    external: tuple[LinkFact, ...] = ()
    """The links to other sites, where they are asked about."""
    publish: Word | None = None
    """The date from which on the post is published, where another key than `date` gives it."""
    french: bool = False
    """Whether the post seems to be in French, by its words; asked only of those whose title has a
    space before a colon, and that say no language."""
    languages: tuple[Word, ...] = ()
    """The names of languages that blocks of code give, where they are compared."""

    formerly: tuple[Former, ...] = ()
    """The addresses that the post had before a change; never kept."""

    @property
    def line_table(self) -> LineTable:
        """The line table of the post's text."""
        return LineTable.load(self.lines)
