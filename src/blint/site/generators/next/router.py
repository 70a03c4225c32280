"""Next.js: which addresses its route files make; those of posts, only their author knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from blint.facts import PostFacts
from blint.late import late
from blint.site.configs.js_literals import REST
from blint.site.generators.next.files import NextRoutes, route_of, routes_in
from blint.site.links.redirects import Redirects
from blint.site.links.urls import MARKDOWN
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import INDEX, files_at, join_path, join_url
from blint.site.routing.permalinks import may_be_post


def routes(post: PostFacts, layout: Layout) -> Routes:
    """A page of `pages` or `app` is where its path says; a post, where the author's code has it."""
    route = route_of(post.path, layout.site)
    if route is None or "[" in route:
        return Routes(certain=False)
    return Routes((layout.base + _output(route, layout),), draft=False, fixed=True)


def read(link: Written, layout: Layout) -> Iterator[str]:
    """A URL path, as browsers read it, or a file beside the post, if the author's code does so."""
    own = link.routes.own
    if link.path[:1] == "/":
        yield join_url("/", link.path)
        return
    if own:
        address = own[0].removesuffix(INDEX) if own[0].endswith(f"/{INDEX}") else own[0]
        if layout.config.get("trailingSlash") is not True:
            address = address.rstrip("/") or "/"
        yield join_url(address, link.path)
    if own or link.path.endswith(MARKDOWN):
        found = join_path(link.origin[: link.origin.rfind("/") + 1], link.path)
        if found is not None:
            yield found


def sources(url: str, layout: Layout) -> Iterator[str]:
    """Public files, and the files of routes without parameters."""
    yield from files_at(url, layout.static, layout.base)
    path = _path(url, layout)
    if path is not None:
        found = _routes_of(layout).files.get(path)
        yield from (found,) if found is not None else ()


def generated(url: str, layout: Layout, _site: Site) -> bool:
    """What routes with parameters answer, redirects, and files that scripts put into `public`."""
    path = _path(url, layout)
    if path is None:
        return False
    config = layout.config
    if path.startswith(("/_next/", "/api/")) or _SCRIPTED.fullmatch(path):
        return True
    patterns = config.get("sources")
    if isinstance(patterns, list) and _redirects(tuple(map(str, patterns))).answers(path):
        return True
    if layout.pattern and may_be_post(url[len(layout.base) :], layout):
        return False
    is_page = "." not in path[path.rfind("/") :]
    found = _routes_of(layout)
    if found.open is not None and found.open.fullmatch(path) and (is_page or not found.pages_only):
        return True
    return is_page and (config.get("unread") is True or found.middleware)


def knows(layout: Layout) -> bool:
    """A configuration that can be read, with routes or a pattern that tell of addresses."""
    base = layout.config.get("basePath")
    is_known = base is None or isinstance(base, str) or bool(layout.base)
    return (
        is_known and REST not in layout.config and bool(layout.pattern or _routes_of(layout).files)
    )


def _path(url: str, layout: Layout) -> str | None:
    """The path of a route that a URL path may belong to; None: it is outside the site."""
    if layout.base:
        if not f"{url}/".startswith(f"{layout.base}/"):
            return None
        url = url[len(layout.base) :]
    path = url.removesuffix(INDEX).removesuffix(".html").rstrip("/") or "/"
    first, _, rest = path[1:].partition("/")
    return f"/{rest}" if first in _locales(layout.config) else path


def _output(route: str, layout: Layout) -> str:
    if route == "/" or layout.config.get("trailingSlash") is True:
        return f"{route.rstrip('/')}/{INDEX}"
    return f"{route}.html"


def _locales(config: Mapping[str, Any]) -> list[Any]:
    """The languages that any path may begin with."""
    i18n = config.get("i18n")
    found = i18n.get("locales") if isinstance(i18n, dict) else None
    return found if isinstance(found, list) else []


def _routes_of(layout: Layout) -> NextRoutes:
    return routes_in(layout.telling, layout.site)


@cache
def _redirects(patterns: tuple[str, ...]) -> Redirects:
    return Redirects(patterns)


ROUTER: Final = Router(routes, read, sources, generated, knows)

# Feeds and site maps are often written into `public` when the site is built.
_SCRIPTED: Final = late(r"/[\w-]*\.(?:xml|txt|json|webmanifest)|/(?:rss|feeds?)/.*")
