"""Links and pages of a site that is not known as a whole: all that a link may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.facts import LinkFact, PostFacts
from blint.site.links.link_facts import SCHEME, id_rule, ignored, own_path
from blint.site.links.records import LinkRecord, Page, Record, name_of
from blint.site.links.urls import (
    INDEX_NAMES,
    Layout,
    address,
    layout,
    normal_url,
    path_name,
    post_names,
    without_markdown,
)
from blint.site.routing.paths import join_path
from blint.site.settings import Settings


def guess(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Record]]:
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


class _Reader:
    """Reads the links of one post."""

    __slots__ = ("_base_url", "_bases", "_collection", "_folder", "_ignored", "_page", "_place")

    def __init__(self, page: Page, settings: Settings, place: Layout) -> None:
        self._page = page
        self._place = place
        self._base_url = settings.links.base_url
        self._folder = page.path[: page.path.rfind("/") + 1]
        self._collection = settings.collection
        self._ignored = ignored(settings.links.ignore)
        # A browser resolves against the page's URL, with or without its slash as the host likes.
        urls = [a for a in page.addresses if not a or a[0] == "/"][:2]
        bases = [base for url in urls for base in (f"{url[1:]}/", url[1 : url.rfind("/") + 1])]
        self._bases = [] if settings.preset.links == "source" else list(dict.fromkeys(bases))

    def read(self, link: LinkFact) -> LinkRecord | None:
        """The link as a record, or None where it is not for blint to resolve."""
        if link.templated:
            return None
        written = destination = link.destination
        if (":" in destination and SCHEME.match(destination)) or destination.startswith("//"):
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
            clean = join_path("", destination[1:])
            return () if clean is None else (normal_url(f"/{clean}" if clean else ""),)
        if first in "@~":
            return self._from_root(destination)
        if not _PLAIN_TEXT.match(destination):
            return ()
        beside = join_path(self._folder, destination)
        if not self._bases:
            return () if beside is None else (beside,)
        found = [] if beside is None else [beside]
        for base in self._bases:
            below = join_path(base, destination)
            if below is not None:
                found.append(normal_url(f"/{below}" if below else ""))
        return tuple(found)

    def _from_root(self, destination: str) -> tuple[str, ...]:
        """`@/a.md` is a page's path in Zola, `@site/a.md` a file's in Docusaurus; else unknown."""
        rule, site = self._place.rule, self._place.site
        if not self._page.path.startswith(site):
            return ()  # of another site than the one whose rules are known
        if rule == "zola" and destination.startswith("@/"):
            found = join_path(f"{site}content/", destination[2:])
        elif rule == "docusaurus" and destination.startswith("@site/"):
            found = join_path(site, destination[6:])
        else:
            found = None
        return () if found is None else (found,)


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
        id_rule(settings),
        facts.draft,
    )


# Placeholders (`<host>/x`, `{name}`) are not paths.
_PLAIN_TEXT: Final = re.compile(r"[^<>{}|`\x00-\x1f]+\Z")
