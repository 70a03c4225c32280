"""Links and pages of a site that is not known as a whole: all that a link may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, repeat
from typing import Final, NamedTuple

from blint.facts import LinkFact, PostFacts
from blint.late import late
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
    names = dict.fromkeys(map(name_of, (*page.addresses, *page.names)))
    named = zip(names, repeat(page))
    return chain(named, _links(facts.links, page, settings, place)) if facts.links else named


def _links(
    links: Iterable[LinkFact], page: Page, settings: Settings, place: Layout
) -> Iterator[tuple[str, LinkRecord]]:
    """The links that are for blint to resolve, each under the name of what it means first."""
    base_url, is_ignored = settings.links.base_url, ignored(settings.links.ignore)
    path, collection, draft = page.path, settings.collection, page.draft
    itself = name_of(path), (path,)
    stand = _stand(page, settings, place)
    for link in links:
        written = destination = link.destination
        if link.templated:
            continue
        if (":" in destination and SCHEME.match(destination)) or destination.startswith("//"):
            own = own_path(destination, base_url)
            if own is None:
                continue
            destination = own
        destination, mark, fragment = destination.partition("#")
        if is_ignored is not None and is_ignored(destination.lstrip("/")):
            continue
        asked = destination.partition("?")[0].strip()
        name, targets = _meant(asked, stand) if asked else itself if mark else ("", ())
        if targets:
            yield (
                name,
                LinkRecord(
                    path,
                    collection,
                    link.span,
                    written,
                    targets,
                    fragment if mark else None,
                    destination[:1] == "/",
                    link.image,
                    link.kind == "html",
                    draft,
                ),
            )


class _Stand(NamedTuple):
    """Where a relative link is read from.

    `folder` is that of the post (empty, or ending in `/`), `bases` are those of its URL, without
    the first slash: a browser resolves against either, as the host likes. `mark` is what begins a
    path from the folder `root`, both empty where there is no such thing.
    """

    folder: str
    bases: tuple[str, ...]
    mark: str
    root: str


def _stand(page: Page, settings: Settings, place: Layout) -> _Stand:
    folder = page.path[: page.path.rfind("/") + 1]
    bases: tuple[str, ...] = ()
    if settings.preset.links != "source":
        urls = [a for a in page.addresses if not a or a[0] == "/"][:2]
        found = (base for url in urls for base in (f"{url[1:]}/", url[1 : url.rfind("/") + 1]))
        bases = tuple(dict.fromkeys(found))
    mark, root = _ROOTS.get(place.rule, ("", ""))
    if not mark or not page.path.startswith(place.site):
        # Of another site than the one whose rules are known.
        return _Stand(folder, bases, "", "")
    return _Stand(folder, bases, mark, place.site + root)


@lru_cache(maxsize=1024)  # the posts of a folder lead to the same pages, again and again
def _meant(path: str, stand: _Stand) -> tuple[str, tuple[str, ...]]:
    """All that a path may mean, best first, after the name of the first."""
    if "\\" in path:
        # Not a separator in a URL, but DocFX and editors on Windows have it so.
        path = path.replace("\\", "/")
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path, errors="surrogateescape")
    first = path[0]
    if first == "/":
        clean = join_path("", path[1:])
        found = None if clean is None else normal_url(f"/{clean}" if clean else "")
    elif first in "@~":
        is_known = stand.mark and path.startswith(stand.mark)
        found = join_path(stand.root, path[len(stand.mark) :]) if is_known else None
    elif not _PLAIN_TEXT.match(path):
        found = None
    elif stand.bases:
        return _browsed(path, stand)
    else:
        found = join_path(stand.folder, path)
    return ("", ()) if found is None else (name_of(found), (found,))


def _browsed(path: str, stand: _Stand) -> tuple[str, tuple[str, ...]]:
    """What a path means to a browser, after the file of that name beside the post."""
    beside = join_path(stand.folder, path)
    found = [] if beside is None else [beside]
    for base in stand.bases:
        below = join_path(base, path)
        if below is not None:
            found.append(normal_url(f"/{below}" if below else ""))
    return (name_of(found[0]), tuple(found)) if found else ("", ())


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


# `@/a.md` is a page's path in Zola, `@site/a.md` a file's in Docusaurus; else unknown.
_ROOTS: Final = {"zola": ("@/", "content/"), "docusaurus": ("@site/", "")}
# Placeholders (`<host>/x`, `{name}`) are not paths.
_PLAIN_TEXT: Final = late(r"[^<>{}|`\x00-\x1f]+\Z")
