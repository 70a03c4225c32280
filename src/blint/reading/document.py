"""The Document: what a Markdown body holds and where, whichever engine read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal, NamedTuple

from blint.source import Span

LinkKind = Literal["inline", "reference", "autolink", "bare", "html"]
InlineKind = Literal["text", "code", "image", "html", "autolink", "break"]


class Heading(NamedTuple):
    """A heading: its level, its inline content piece by piece, and an explicit id if it has one.

    `inlines` holds (kind, text) pairs in order: text as it reads (entities and escapes decoded,
    emphasis marks gone), code without backticks, an image's alt text, raw HTML as written.
    """

    level: int
    inlines: tuple[tuple[InlineKind, str], ...]
    span: Span
    id: str | None = None

    @property
    def text(self) -> str:
        """The heading as a reader sees it, images and HTML left out."""
        return "".join(t for kind, t in self.inlines if kind not in {"image", "html"})


class Link(NamedTuple):
    """A destination somebody wrote: a link or an image, Markdown, bare or HTML.

    `destination` has entities and backslash escapes decoded, percent escapes kept.
    `destination_span` covers the destination as written, without angle brackets; for a reference
    link it stands in the definition, so that one wrong definition is one place. `span` covers the
    whole construct at the place of use. `templated` is true where the destination holds template
    syntax (`{{ }}`, `{% %}`, `${}`, a JSX expression), which is then kept verbatim. `component` is
    the name of the JSX component that the destination is given to, empty for a plain tag.
    """

    destination: str
    destination_span: Span
    span: Span
    kind: LinkKind
    image: bool = False
    text: str = ""
    templated: bool = False
    component: str = ""


class Definition(NamedTuple):
    """A link reference definition; the first of a label wins, later ones have `duplicate`."""

    label: str
    destination: str
    destination_span: Span
    span: Span
    duplicate: bool = False


class Reference(NamedTuple):
    """A full `[text][label]` or collapsed `[label][]` reference whose label has no definition."""

    label: str
    span: Span
    label_span: Span
    image: bool = False


class Fence(NamedTuple):
    """A fenced code block, or one between the tags of a template.

    `info` is the info string as written, trimmed; `language` its first word, empty where there is
    none. `language_span` covers that word, or is empty right after the opening fence characters.
    `opener` covers the opening fence characters. `content` covers the lines between the fences.
    `tag` is the name of the tag that opens a block of code in a template (`highlight`); empty for a
    fence. Its arguments are `info`, `language` is the one that they name, `opener` the whole tag.
    """

    info: str
    language: str
    opener: Span
    language_span: Span
    info_span: Span
    content: Span
    span: Span
    closed: bool
    tag: str = ""


class HtmlId(NamedTuple):
    """An `id` of any tag, or the `name` of an `a`, in raw HTML or JSX."""

    id: str
    span: Span


class Footnote(NamedTuple):
    """A footnote definition or use."""

    label: str
    span: Span
    definition: bool


class Comment(NamedTuple):
    """An HTML or MDX comment, outside code; `text` is what stands between its marks."""

    text: str
    span: Span


class Template(NamedTuple):
    """Template syntax that was masked before parsing, for instance a shortcode."""

    text: str
    span: Span


@dataclass(slots=True)
class Document:
    """A body, read. All spans are into the text of the whole file, all lists in text order."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    undefined: list[Reference] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    ids: list[HtmlId] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    templates: list[Template] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)
    """The content of code blocks, fenced and indented."""
    images: int = 0
    _prose: list[Span] = field(default_factory=list, init=False)
    _words: list[Iterable[tuple[int, int]]] = field(default_factory=list, init=False)

    @property
    def prose(self) -> list[Span]:
        """Text a reader reads, code spans among it, markup left out.

        Made when asked for: a post has more of it than of all else, and few rules read it.
        """
        if self._words:
            # Half the price of calling the class.
            words = chain.from_iterable(self._words)
            self._prose += [tuple.__new__(Span, place) for place in words]
            self._prose.sort()
            self._words.clear()
        return self._prose

    @prose.setter
    def prose(self, spans: list[Span]) -> None:
        self._prose = spans
        self._words.clear()

    def add_prose(self, places: Iterable[tuple[int, int]]) -> None:
        """Add pieces of prose, from where to where each goes, read when prose is asked for."""
        self._words.append(places)
