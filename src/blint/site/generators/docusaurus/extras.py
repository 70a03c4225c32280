"""What a Docusaurus site has beside pages with a source: authors, tags, feeds and redirects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote

from blint.late import late
from blint.site.configs.js_literals import REST, Computed
from blint.site.generators.docusaurus.options import Unclear, at, table, text, texts, url_path
from blint.site.generators.docusaurus.plan import Blog, Plugin
from blint.site.generators.docusaurus.slugs import kebab


def data_in(written: str) -> Any:
    """What a file of YAML or JSON says; None where it cannot be read."""
    from blint.reading.yaml_reader import read_yaml

    root = read_yaml(written).root
    return root.value if root is not None else None


def blog_of(options: Mapping[str, Any], people: Any) -> Blog:
    """A blog by its options and what its file of authors says."""
    per_page = options.get("postsPerPage", 10)
    if per_page == "ALL":
        per_page = 0
    if not isinstance(per_page, int):
        raise Unclear
    archive = "" if options.get("archiveBasePath", "") is None else "archive"
    return Blog(
        archive=text(options, "archiveBasePath", archive).strip("/"),
        page=text(options, "pageBasePath", "page").strip("/"),
        authors=text(options, "authorsBasePath", "authors").strip("/"),
        per_page=per_page,
        feeds=tuple(_feeds(options)),
        people=dict(_people(people)),
        has_people=bool(people),
    )


def _feeds(options: Mapping[str, Any]) -> Iterator[str]:
    feed = table(options, "feedOptions")
    if feed.get("type", "") is None:
        return
    wanted = texts(feed, "type", ("rss", "atom"))
    for kind, name in (("rss", "rss.xml"), ("atom", "atom.xml"), ("json", "feed.json")):
        if kind in wanted or "all" in wanted:
            yield name


def _people(people: Any) -> Iterator[tuple[str, str]]:
    """The address of each author who has a page, below that of all authors."""
    for key, person in people.items() if isinstance(people, dict) else ():
        page = at(person, "page") if isinstance(person, dict) else None
        if page is True or isinstance(page, dict):
            link = page.get("permalink") if isinstance(page, dict) else None
            yield str(key), url_path(link if isinstance(link, str) else kebab(str(key)))


def permalinks(tags: Any) -> Iterator[tuple[str, str]]:
    """The address of each tag that a file of tags names, below that of all tags."""
    for key, tag in tags.items() if isinstance(tags, dict) else ():
        link = tag.get("permalink") if isinstance(tag, dict) else None
        yield str(key), url_path(link if isinstance(link, str) else kebab(str(key)))


def pages_of(plugin: Plugin) -> Iterator[str]:
    """The pages of a blog that are there whatever its posts say."""
    blog = plugin.blog
    if blog is None:
        return
    yield plugin.route or "/"
    yield from (f"{plugin.route}/{feed}" for feed in blog.feeds)
    if blog.archive:
        yield f"{plugin.route}/{blog.archive}"
    if blog.has_people:
        yield f"{plugin.route}/{blog.authors}"
    # With all posts on one page, an author without posts has no page at all.
    for link in blog.people.values() if blog.per_page else ():
        yield f"{plugin.route}/{blog.authors}{link}"


class Redirects:
    """The redirects of a site: the old addresses by new one, and whether there may be others."""

    def __init__(self, plugins: Iterable[Mapping[str, Any]]) -> None:
        self.by_target: dict[str, tuple[str, ...]] = {}
        self.open = False
        self.extensions: tuple[str, ...] = ()
        for options in plugins:
            self._read(options)

    @property
    def old(self) -> frozenset[str]:
        """All the old addresses, as they are compared."""
        return frozenset(place_of(one) for froms in self.by_target.values() for one in froms)

    def _read(self, options: Mapping[str, Any]) -> None:
        found = options.get("redirects", [])
        self.open |= REST in options or "createRedirects" in options or not isinstance(found, list)
        self.extensions += texts(options, "fromExtensions", ())
        for one in found if isinstance(found, list) else ():
            froms, to = at(one, "from"), at(one, "to")
            froms = [froms] if isinstance(froms, str) else froms
            if not isinstance(froms, list) or any(isinstance(item, Computed) for item in froms):
                self.open = True
                continue
            target = place_of(to) if isinstance(to, str) else ""
            old = tuple(item for item in froms if isinstance(item, str))
            self.by_target[target] = self.by_target.get(target, ()) + old


def place_of(url: str) -> str:
    """A URL path as it is compared: decoded, without query, fragment and last slash."""
    return unquote(_TAIL.sub("", url)).rstrip("/") or "/"


_TAIL: Final = late(r"[?#].*", re.DOTALL)
