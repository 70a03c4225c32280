"""Docusaurus: where documents, posts and pages are published, and what the site makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from blint.facts import PostFacts
from blint.late import late
from blint.site.generators.docusaurus.config import default_plan
from blint.site.generators.docusaurus.links import read_link
from blint.site.generators.docusaurus.options import url_path
from blint.site.generators.docusaurus.plan import SCRIPTS, Place, Plan
from blint.site.generators.docusaurus.slugs import doc_slug, encoded, kebab, page_slug, post_slug
from blint.site.links.records import LinkRecord, Page
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import INDEX, files_at
from blint.site.routing.writing import as_served


def routes(post: PostFacts, layout: Layout) -> Routes:
    """In each language that has no translation of it: the address of its plugin, then its own."""
    plan = plan_of(layout)
    found = plan.find(post.path)
    if found is None:
        copied = tuple(_copied(post.path, layout, plan))
        return Routes(copied, linked=bool(copied))
    place, within = found
    if not place.plugin.reads(within):
        # A part of other pages: what it holds is shown on them.
        return Routes()
    url = _address(post, place, within, plan)
    starts = [
        start for name, start in plan.starts(layout.base) if plan.is_shown(place, within, name)
    ]
    name = url.rstrip("/")
    old = plan.redirects.get(unquote(name) or "/", ())
    froms = [*old, *(f"{name}.{one}" for one in plan.extensions if name)]
    lists = [*_lists(post, place)]
    return Routes(
        own=tuple(start + _output(url, plan) for start in starts),
        aliases=tuple(
            start + output for start in starts for one in froms for output in _old(one, plan)
        ),
        also=tuple(f"{start}{one}/{INDEX}" for start in starts for one in lists),
        linked=not _is_dead(place, within) or post.slug is not None,
        address=starts[0] + url if starts else "",
    )


def read(link: Written, layout: Layout) -> Iterator[str]:
    """Files are looked up by path, all else is an address that the base path is put before."""
    return read_link(link, layout, plan_of(layout))


def sources(url: str, layout: Layout) -> Iterator[str]:
    """Static files, and pages that are programs."""
    plan = plan_of(layout)
    static = [(folder, "") for folder in plan.static]
    for _, start in plan.starts(layout.base):
        yield from files_at(url, static, start)
        if not f"{url}/".startswith(f"{start}/"):
            continue
        path = url[len(start) :].strip("/")
        for place in plan.places.values():
            if place.plugin.kind == "pages" and not place.locale:
                yield from _programs(path, place)


def generated(url: str, layout: Layout, _site: Site) -> bool:
    """Lists, feeds, categories, redirects, and what plugins make that are not known."""
    plan = plan_of(layout)
    path = _below(url, layout, plan)
    if path is None:
        return False
    if path in plan.made or path in plan.old or plan.open_old:
        return True
    if any(path.removesuffix(f".{one}") in plan.made for one in plan.extensions):
        return True
    if any(f"{path}/".startswith(f"{one}/") for one in plan.open_below):
        return True
    known = (place.url for place in plan.places.values() if place.url and not place.locale)
    return plan.open and not any(f"{path}/".startswith(f"{one}/") for one in known)


def numbered(url: str, layout: Layout) -> tuple[str, int] | None:
    """Further pages of the lists of a blog: all posts, those with a tag, those of an author."""
    match = _NUMBERED.search(url)
    if match is None:
        return None
    plan = plan_of(layout)
    path = _below(url, layout, plan)
    for place in plan.places.values() if path is not None else ():
        blog = place.plugin.blog
        if blog is not None and blog.page == match["page"] and blog.per_page > 0:
            rest = (path or "").removeprefix(place.url).strip("/").split("/")
            kinds = {place.plugin.tags, blog.authors}
            if len(rest) == 2 or (len(rest) == 4 and rest[0] in kinds):
                return f"{url[: match.start()]}/{INDEX}", int(
                    match["n"]
                ) * blog.per_page - blog.per_page + 1
    return None


def publishes(path: str, layout: Layout) -> bool:
    """Whether a file answers a link by its path: pages with an address of no use do not."""
    found = plan_of(layout).find(path)
    return found is None or not _is_dead(*found)


def knows(layout: Layout) -> bool:
    """Whether no code decides on addresses."""
    return isinstance(layout.config.get("plan"), Plan) or not layout.found


def plan_of(layout: Layout) -> Plan:
    """The plan of a site; the usual one where none is known."""
    plan = layout.config.get("plan")
    return plan if isinstance(plan, Plan) else default_plan(layout.site)


def _copied(path: str, layout: Layout, plan: Plan) -> Iterator[str]:
    """Where a page of HTML is that is copied as it is."""
    folder = next((one for one in plan.static if path.startswith(one)), None)
    if folder is not None and path.endswith(".html"):
        yield from (f"{start}/{path[len(folder) :]}" for _, start in plan.starts(layout.base))


def _address(post: PostFacts, place: Place, within: str, plan: Plan) -> str:
    """The URL path of a page below that of its language, with its last slash if it has one."""
    kind, slug = place.plugin.kind, post.slug.text if post.slug else None
    if kind == "docs":
        keeps = post.extra.get("parse_number_prefixes", "").lower() == "false"
        prefixes = place.plugin.prefixes and not keeps
        path = doc_slug(within, slug, post.extra.get("id"), prefixes=prefixes)
    else:
        path = (post_slug if kind == "blog" else page_slug)(within, slug)
    url = _SLASHES.sub("/", f"{place.url}/{path}")
    if plan.slash is None:
        return url
    url = url.rstrip("/")
    return f"{url}/" if plan.slash or not url else url


def _output(url: str, plan: Plan) -> str:
    """The file that a page with a URL path is written to."""
    if url.endswith((".html", ".htm")):
        return url
    name = url.rstrip("/")
    return f"{name}.html" if plan.slash is False and name else f"{name}/{INDEX}"


def _old(url: str, plan: Plan) -> Iterator[str]:
    """The files that lead on from an old URL path."""
    name = unquote(url).rstrip("/")
    if not name.endswith(".html"):
        yield f"{name}/{INDEX}"
    elif plan.slash is False:
        yield from (f"{name}.html", f"{name}/")
    else:
        # In two spellings, so that links meet it by its name.
        yield from (f"{name}/{INDEX}", f"{name}/")


def _lists(post: PostFacts, place: Place) -> Iterator[str]:
    """The lists that a page is on: of all posts, of its tags, of its authors."""
    is_listed = post.extra.get("unlisted", "").lower() != "true"
    plugin = place.plugin
    if plugin.kind == "pages":
        return
    words = _lines(post, "tags")
    links = [place.tags.get(word) or url_path(kebab(word)) for word in words]
    links += map(url_path, _lines(post, "tags[permalink]"))
    if links:
        yield f"{place.url}/{plugin.tags}"
    yield from (f"{place.url}/{plugin.tags}{link}" for link in links)
    blog = plugin.blog
    if blog is None or not is_listed:
        return
    yield place.url
    for key in _lines(post, "authors"):
        if key in blog.people:
            yield f"{place.url}/{blog.authors}{blog.people[key]}"


def _lines(post: PostFacts, key: str) -> list[str]:
    found = post.extra.get(key)
    return found.split("\n") if found is not None else []


def _programs(path: str, place: Place) -> Iterator[str]:
    """The programs that would be the page at a path."""
    route = place.url.strip("/")
    if route:
        if not f"{path}/".startswith(f"{route}/"):
            return
        path = path[len(route) :].strip("/")
    if path != encoded(path) or path.rpartition("/")[2].lower() == "index":
        return
    for stem in (path, f"{path}/index" if path else "index"):
        for script in SCRIPTS:
            if stem and place.plugin.reads(stem + script):
                yield place.folder + stem + script


def _below(url: str, layout: Layout, plan: Plan) -> str | None:
    """A URL path below that of its language, without its last slash; None outside the site."""
    starts = sorted((start for _, start in plan.starts(layout.base)), key=len, reverse=True)
    for start in starts:
        if f"{url}/".startswith(f"{start}/"):
            return url[len(start) :].removesuffix(INDEX).rstrip("/") or "/"
    return None


def _is_dead(place: Place, within: str) -> bool:
    """Whether a page is written to a file whose name, percent-encoded, no link leads to."""
    return place.plugin.kind == "pages" and encoded(within) != within


_SLASHES: Final = late("/{2,}")
_NUMBERED: Final = late(r"/(?P<page>[^/]+)/(?P<n>[2-9]|[1-9][0-9]{1,5})/?$")


def writes(page: Page, link: LinkRecord, layout: Layout) -> str | None:
    """By the address without the base, which is put before it, and with the slash of the site."""
    address = as_served(page, link, layout) if link.targets[0][:1] == "/" else None
    # A page whose name has to be escaped is written under another name, where nobody finds it.
    if address is None or link.html or "%" in address:
        return None
    path = address.removeprefix(layout.base).removesuffix(".html").rstrip("/")
    return f"{path}/" if layout.config.get("trailingSlash") is True or not path else path


ROUTER = Router(routes, read, sources, generated, knows, publishes, numbered, writes=writes)
