"""Internal links: what each one may mean, and the join of links with the pages they lead to.

Links and pages meet under the *name* of the target: the last part of its path, without extension,
case folded. All that a link may mean (a file beside the post, a URL below the post's own, a page
without its `.html`) shares that name, and so do the near misses (another folder, another date,
another case), so one group holds all that is needed to judge a link and to say what was meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal

import msgspec

from blint.facts import LinkFact, PostFacts
from blint.reading.document import Link
from blint.site.globs import Test, matcher
from blint.site.heading_schemes import scheme_of
from blint.site.settings import Settings
from blint.site.urls import (
    INDEX_NAMES,
    Layout,
    address,
    layout,
    normal_url,
    path_name,
    post_names,
    without_markdown,
)
from blint.source import Span

IdRule = Literal["exact", "words", "lower", "unknown"]


class Page(msgspec.Struct, frozen=True, array_like=True):
    """A post that links may lead to.

    `addresses` are all it answers to: its path with and without extension, its folder where it is
    an index page, its URL paths (which start with `/`, or are empty). `names` and `days` are what
    its URL is made of where the author chose the order. `ids` tells how far blint knows the rule
    by which the generator makes ids of headings: `exact`, to the letter; `words`, likewise,
    and that they are words of ASCII with one hyphen between; `lower`, that they have no capitals;
    `unknown`, nothing for sure.
    """

    path: str
    addresses: tuple[str, ...]
    names: tuple[str, ...]
    days: tuple[str, ...]
    anchors: tuple[str, ...]
    open_anchors: bool
    ids: IdRule
    draft: bool = False


class LinkRecord(msgspec.Struct, frozen=True, array_like=True):
    """An internal link. `written` is its destination as it stands in the post.

    `targets` are all the things it may mean, best first, in the form of `Page.addresses`.
    `fragment` None: it has none. `absolute`: written from the site's root. `html`: in raw HTML.
    `draft`: of a post that is not published itself.
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


Record = Page | LinkRecord


def worth_keeping(link: Link | LinkFact, settings: Settings) -> bool:
    """Whether a link may lead to the site itself; others are of no use to site checks."""
    destination = link.destination
    if _SCHEME.match(destination) or destination.startswith(("//", "\\\\")):
        return own_path(destination, settings.links.base_url) is not None
    return link.kind not in {"autolink", "bare"}


def own_path(destination: str, base_url: str) -> str | None:
    """The path of a full URL from the site's root, or None where it is another site's."""
    if not base_url:
        return None
    rest, base = _SCHEME_AND_WWW.sub("", destination), _SCHEME_AND_WWW.sub("", base_url)
    if rest == destination:
        return None
    if f"{rest}/" == base:
        return "/"
    return f"/{rest[len(base) :]}" if rest.lower().startswith(base.lower()) else None


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Record]]:
    """A post as a page, under every name it has, and each of its internal links."""
    place = layout(settings)
    page = _page(facts, settings, place)
    for name in dict.fromkeys(map(name_of, (*page.addresses, *page.names))):
        yield name, page
    reader = _Reader(page, settings, place)
    for link in facts.links:
        record = reader.read(link)
        if record is not None:
            yield name_of(record.targets[0]), record


def name_of(address: str) -> str:
    """The name that links and pages meet under."""
    name = address[address.rfind("/") + 1 :]
    if name.endswith((".md", ".mdx", ".markdown", ".html")):
        name = name[: name.rfind(".")]
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", name).casefold()


def join(folder: str, relative: str) -> str | None:
    """A path relative to a folder (empty, or ending in `/`), or None where it leaves the root."""
    if "./" not in relative and "//" not in relative and not relative.endswith((".", "/")):
        return folder + relative
    parts = folder.split("/")[:-1]
    for part in relative.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


class _Reader:
    """Reads the links of one post."""

    __slots__ = ("_base_url", "_bases", "_collection", "_folder", "_ignored", "_page", "_place")

    def __init__(self, page: Page, settings: Settings, place: Layout) -> None:
        self._page = page
        self._place = place
        self._base_url = settings.links.base_url
        self._folder = page.path[: page.path.rfind("/") + 1]
        self._collection = settings.collection
        self._ignored = _ignored(settings.links.ignore) if settings.links.ignore else None
        # A browser resolves against the page's URL, with or without its slash as the host likes.
        urls = [a for a in page.addresses if not a or a[0] == "/"][:2]
        bases = [base for url in urls for base in (f"{url[1:]}/", url[1 : url.rfind("/") + 1])]
        self._bases = [] if settings.preset.links == "source" else list(dict.fromkeys(bases))

    def read(self, link: LinkFact) -> LinkRecord | None:
        """The link as a record, or None where it is not for blint to resolve."""
        if link.templated:
            return None
        written = destination = link.destination
        if _SCHEME.match(destination) or destination.startswith("//"):
            own = own_path(destination, self._base_url)
            if own is None:
                return None
            destination = own
        destination, mark, fragment = destination.partition("#")
        if self._ignored is not None and self._ignored(destination.lstrip("/")):
            return None
        targets = self._targets(destination.partition("?")[0].strip(), bool(mark))
        if not targets:
            return None
        return LinkRecord(
            self._page.path,
            self._collection,
            link.span,
            written,
            targets,
            fragment if mark else None,
            destination.startswith("/"),
            link.image,
            link.kind == "html",
            self._page.draft,
        )

    def _targets(self, destination: str, has_fragment: bool) -> tuple[str, ...]:
        if not destination:
            return (self._page.path,) if has_fragment else ()
        if "\\" in destination:
            # Not a separator in a URL, but DocFX and editors on Windows have it so.
            destination = destination.replace("\\", "/")
        if "%" in destination:
            from urllib.parse import unquote

            destination = unquote(destination, errors="surrogateescape")
        return self._resolve(destination)

    def _resolve(self, destination: str) -> tuple[str, ...]:
        first = destination[0]
        if first == "/":
            clean = join("", destination[1:])
            return () if clean is None else (normal_url(f"/{clean}" if clean else ""),)
        if first in "@~":
            return self._from_root(destination)
        if not _PLAIN_TEXT.match(destination):
            return ()
        beside = join(self._folder, destination)
        if not self._bases:
            return () if beside is None else (beside,)
        found = [] if beside is None else [beside]
        for base in self._bases:
            below = join(base, destination)
            if below is not None:
                found.append(normal_url(f"/{below}" if below else ""))
        return tuple(found)

    def _from_root(self, destination: str) -> tuple[str, ...]:
        """`@/a.md` is a page's path in Zola, `@site/a.md` a file's in Docusaurus; else unknown."""
        rule, site = self._place.rule, self._place.site
        if not self._page.path.startswith(site):
            return ()  # of another site than the one whose rules are known
        if rule == "zola" and destination.startswith("@/"):
            found = join(f"{site}content/", destination[2:])
        elif rule == "docusaurus" and destination.startswith("@site/"):
            found = join(site, destination[6:])
        else:
            found = None
        return () if found is None else (found,)


@cache
def _ignored(globs: tuple[str, ...]) -> Test:
    return matcher(globs)


def _page(facts: PostFacts, settings: Settings, place: Layout) -> Page:
    urls, days = address(facts, place)
    bare = without_markdown(facts.path)
    found = [facts.path, bare]
    folder, _, name = bare.rpartition("/")
    if name in INDEX_NAMES:
        found.append(folder)
    names = tuple(dict.fromkeys(post_names(facts))) if place.certainty == "dated" else ()
    return Page(
        facts.path,
        tuple(dict.fromkeys((*found, *urls))),
        names or (path_name(facts.path),),
        days,
        facts.anchors,
        facts.open_anchors,
        _id_rule(settings),
        facts.draft,
    )


def _id_rule(settings: Settings) -> IdRule:
    if scheme_of(settings) is not None:
        return "words" if settings.preset.name == "zola" else "exact"
    # GitHub, and all that follow it, have no capitals.
    return "lower" if settings.preset.name in _LOWER_CASE else "unknown"


_LOWER_CASE: Final = frozenset(("plain", "hugo", "jekyll"))
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SCHEME_AND_WWW: Final = re.compile(r"^(?:https?:)?//(?:www\.)?", re.IGNORECASE)
# Placeholders (`<host>/x`, `{name}`) are not paths.
_PLAIN_TEXT: Final = re.compile(r"[^<>{}|`\x00-\x1f]+\Z")
