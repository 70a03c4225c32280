"""What posts say of pages and links: the records that meet when links are judged.

Links and pages meet under the *name* of the target: the last part of its path, without extension,
case folded. All that a link may mean (a file beside the post, a URL below the post's own, a page
without its `.html`) shares that name, and so do the near misses (another folder, another date,
another case), so one group holds all that is needed to judge a link and to say what was meant.
"""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

import msgspec

from blint.late import late
from blint.source import Span

IdRule = Literal["all", "exact", "words", "lower", "unknown"]


class Page(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A post that links may lead to.

    `outputs` are the files it is published as, the first its own, with those of its aliases; they
    are known of sites that are known as a whole, else `addresses` are all it answers to: its path
    with and without extension, its folder where it is an index page, its URL paths (which start
    with `/`, or are empty). `names` and `days` are what its URL is made of where the author chose
    the order. `ids` tells how far blint knows the rule by which the generator makes ids of
    headings: `exact`, to the letter; `all`, likewise, and those of footnotes; `words`, to the
    letter, and that they are words of ASCII with one hyphen between; `lower`, that they have no
    capitals; `unknown`, nothing for sure. `folder` is a source folder whose other files are
    published beside the page. `certain`, `linked`, `stands_in`, `nicknames` and `attached`: see
    `routing.model`. `since` and `until`: see `PostFacts`.
    """

    path: str
    addresses: tuple[str, ...]
    names: tuple[str, ...]
    days: tuple[str, ...]
    anchors: tuple[str, ...]
    open_anchors: bool
    ids: IdRule
    draft: bool = False
    outputs: tuple[str, ...] = ()
    folder: str = ""
    certain: bool = True
    since: str = ""
    until: str = ""
    linked: bool = True
    stands_in: bool = False
    nicknames: tuple[str, ...] = ()
    attached: tuple[str, str] = ("", "")

    def why_hidden(self, today: str) -> str | None:
        """Why the page is not published on a day, an ISO date; None: it is."""
        return _why_hidden(self, today)


class LinkRecord(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An internal link. `written` is its destination as it stands in the post.

    `targets` are all the things it may mean, best first, in the form of `Page.addresses`; where it
    is `exact`, URL paths with their last slash, or paths of source files. `fragment` None: it has
    none. `absolute`: written from the site's root. `html`: in raw HTML. `draft`: of a post that is
    not published itself, `since` and `until` likewise.
    """

    path: str
    collection: str
    span: Span
    written: str
    targets: tuple[str, ...]
    fragment: str | None
    absolute: bool
    image: bool
    html: bool
    draft: bool = False
    exact: bool = False
    since: str = ""
    until: str = ""

    def hidden(self, today: str) -> bool:
        """Whether the post that the link is in is not published on a day."""
        return _why_hidden(self, today) is not None


def _why_hidden(one: Page | LinkRecord, today: str) -> str | None:
    if one.draft:
        return "draft"
    if one.since > today:
        return "future"
    return "expired" if one.until and one.until <= today else None


class Absent(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A target, in the form of `LinkRecord.targets`, that nothing answers, though a file is there.

    The generator leaves it out, or a post has moved it elsewhere.
    """

    target: str


Record = Page | LinkRecord | Absent


def name_of(address: str) -> str:
    """The name that links and pages meet under on sites that are not known as a whole."""
    name = address[address.rfind("/") + 1 :]
    if name.endswith(_NAMELESS):
        name = name[: name.rfind(".")]
    return name.lower() if name.isascii() else _folded(name)


def key_of(path: str) -> str:
    """The name that links and pages meet under on sites that are known as a whole.

    An index page has the name of its folder, and so has a file that is no page.
    """
    path = path.rstrip("/")
    cut = path.rfind("/")
    name = path[cut + 1 :]
    dot = name.rfind(".")
    if dot > 0:
        extension = name[dot:].lower()
        if extension in _PAGES:
            name = name[:dot]
        elif _EXTENSION.fullmatch(extension):
            return key_of(path[:cut]) if cut > 0 else ""
    if name in _INDEX:
        return key_of(path[:cut]) if cut > 0 else ""
    return _folded(name)


def _folded(name: str) -> str:
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()


_PAGES: Final = frozenset((".md", ".mdx", ".markdown", ".html", ".htm", ".mdown", ".mkd"))
_NAMELESS: Final = (".md", ".mdx", ".markdown", ".html")
_INDEX: Final = frozenset(("index", "_index", "README", "readme"))
_EXTENSION: Final = late(r"\.[a-z][a-z0-9]{0,7}")
