"""Astro: file routes, collections that dynamic routes show, and what links and images mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from blint.facts import PostFacts
from blint.late import late
from blint.site.configs.js_literals import REST
from blint.site.generators.astro.config import integrations, options
from blint.site.generators.astro.files import file_route, filled, format_of, output, path_of
from blint.site.generators.astro.images import images
from blint.site.generators.astro.plan import Plan, Served, plan_of
from blint.site.headings.slugs import github_slug
from blint.site.links.urls import MARKDOWN
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import INDEX, address_of, files_at, join_path, join_url
from blint.site.routing.permalinks import day_of, may_be_post


def routes(post: PostFacts, layout: Layout) -> Routes:
    """A file of `src/pages` has its path; an entry of a collection, its id on a dynamic route."""
    plan = plan_of(layout)
    if post.path.startswith(plan.pages):
        return _page_routes(post.path[len(plan.pages) :], layout, plan)
    for folder, url in layout.static:
        if post.path.startswith(folder):
            own = f"{layout.base}{url}/{post.path[len(folder) :]}"
            return Routes((own,) if own.endswith(".html") else (), draft=False, fixed=True)
    names = dict(_memberships(post.path, plan))
    found = [
        (served, names[name])
        for served in plan.served
        for name in served.made.collections
        if name in names
    ]
    return _entry_routes(post, found, layout, plan)


def read(link: Written, layout: Layout) -> Iterator[str]:
    """Images of Markdown are files beside the source; all else is read by browsers.

    Plugins may make a link of one to a Markdown file, and put the base path before another.
    """
    if link.image and link.markdown and link.path[:1] != "/":
        yield from images(link, layout)
        return
    if link.path[:1] != "/" and not link.routes.own and link.how != "site":
        return
    if link.how == "site":
        link = link._replace(path=_base_url(layout) + link.path)
    own = address_of(link.routes.own[0]) if link.routes.own else "/"
    url = join_url(own, link.path)
    yield url
    if url.endswith("/index"):
        yield f"{url}.html"
    if link.markdown and plan_of(layout).rewrites:
        if link.path.endswith(MARKDOWN):
            found = join_path(link.origin[: link.origin.rfind("/") + 1], link.path)
            yield from (found,) if found is not None and link.path[:1] != "/" else ()
        elif layout.base:
            yield layout.base + url


def sources(url: str, layout: Layout) -> Iterator[str]:
    """Public files, and the files of static routes."""
    yield from files_at(url, layout.static, layout.base)
    if layout.base:
        if not f"{url}/".startswith(f"{layout.base}/"):
            return
        url = url[len(layout.base) :] or "/"
    plan = plan_of(layout)
    files = plan.files
    if path_of(url) in plan.redirects or _is_sitemap(url, layout):
        yield from plan.config
    stem = url.rstrip("/")
    for one in (url, f"{stem}/{INDEX}", f"{stem}.html"):
        if one in files:
            yield files[one]


def generated(url: str, layout: Layout, site: Site) -> bool:
    """Bundled files, and what code makes that was not understood."""
    if layout.base and not f"{url}/".startswith(f"{layout.base}/"):
        return False
    url = url[len(layout.base) :] or "/"
    path, plan = path_of(url), plan_of(layout)
    if url.startswith((f"/{plan.assets}/", "/_image", "/_server-islands/")):
        return True
    if layout.pattern and may_be_post(url, layout):
        return False
    is_page = _FILE.search(path) is None
    if is_page and plan.open is not None and plan.open.fullmatch(path):
        return True
    if plan.open_files is not None and plan.open_files.fullmatch(url):
        return True
    return plan.unseen and not _is_known_section(path, is_page, plan, site)


def numbered(url: str, layout: Layout) -> tuple[str, int] | None:
    """Of which list a URL path is a further page: of those that `paginate()` makes."""
    lists = plan_of(layout).lists
    if not lists:
        return None
    path = path_of(url[len(layout.base) :] if url.startswith(f"{layout.base}/") else url)
    start, _, number = path.rpartition("/")
    if not number.isdecimal() or len(number) > _DIGITS:
        return None
    for one in lists:
        if one.form.fullmatch(start or "/") and int(number) > 1:
            first = output(start or "/" if one.rest else f"{start}/1", plan_of(layout).format)
            return layout.base + first, (int(number) - 1) * one.size + 1
    return None


def _base_url(layout: Layout) -> str:
    """The value of `import.meta.env.BASE_URL`."""
    written = layout.config.get("base")
    always, never = (layout.config.get("trailingSlash") == one for one in ("always", "never"))
    ends = isinstance(written, str) and written.endswith("/") and not never
    return f"{layout.base}/" if always or ends or not layout.base else layout.base


def knows(layout: Layout) -> bool:
    """A configuration of which all that matters can be read."""
    config = layout.config
    base = config.get("base")
    is_known = base is None or isinstance(base, str) or bool(layout.base)
    return is_known and REST not in config and format_of(config) is not None


def entry_id(path: str, slug: str) -> str:
    """The id of an entry by its path below the folder of its collection, or by its `slug`.

    Empty where it has none: its name holds what Astro cannot load.
    """
    if slug:
        return slug
    if "#" in path or "?" in path:
        return ""
    return _id_of(path[: path.rfind(".")])


@cache
def _id_of(stem: str) -> str:
    return "/".join(map(github_slug, stem.split("/"))).removesuffix("/index")


def _page_routes(path: str, layout: Layout, plan: Plan) -> Routes:
    route = file_route(path)
    if route is None or route.names or (path.endswith(".mdx") and not plan.mdx):
        return Routes(draft=False, fixed=True)
    return Routes(
        own=(layout.base + output(route.route, plan.format, index=route.is_index),),
        aliases=tuple(_outputs(plan.moved.get(route.route, ()), layout, plan)),
        stands_in=tuple(_outputs(plan.fallbacks.get(route.route, ()), layout, plan)),
        ids=plan.ids,
        draft=False,
        fixed=True,
    )


def _memberships(path: str, plan: Plan) -> Iterator[tuple[str, str]]:
    """The collections that a file is in, and its path below the folder of each."""
    if not path.endswith((".md", ".mdx") if plan.mdx else ".md"):
        return
    for held in plan.held or ():
        if path.startswith(held.folder):
            name, rest = held.entries.name, path[len(held.folder) :]
            if not name:
                name, _, rest = rest.partition("/")
            if held.holds(rest):
                yield name, rest


def _entry_routes(
    post: PostFacts, found: list[tuple[Served, str]], layout: Layout, plan: Plan
) -> Routes:
    own: dict[str, None] = {}
    aliases: dict[str, None] = {}
    also: dict[str, None] = {}
    pages = []
    for served, path in found:
        route, made = served.file, served.made
        if made.kind != "entries":
            also |= dict.fromkeys(_lists(post, served, layout, plan))
            continue
        values = _values(entry_id(path, slug_of(post)), served)
        if values is None:
            continue
        at = filled(route.route, values)
        if not route.page:
            also[layout.base + at] = None
            continue
        pages.append(made)
        own |= dict.fromkeys(_outputs((at,), layout, plan))
        starts = [filled(start, values) for start in plan.moved.get(route.route, ())]
        aliases |= dict.fromkeys(_outputs((*starts, *plan.moved.get(at, ())), layout, plan))
    draft = post.draft and not any(made.drafts for made in pages)
    is_late = bool(pages) and not any(made.future for made in pages)
    day = day_of(post) if is_late and post.date else None
    return Routes(
        own=tuple(own),
        aliases=tuple(aliases),
        also=tuple(also),
        certain=bool(own) or not plan.unclear,
        ids=plan.ids,
        draft=draft,
        since="-".join(day) if day else "",
    )


def _values(name: str, served: Served) -> dict[str, str] | None:
    """The values of a route's parameters for an entry; None where it has no page there."""
    names = served.file.names
    if not name:
        return None
    if len(names) > 1:
        first, _, rest = name.partition("/")
        return {names[0]: first, names[1]: rest}
    return {names[0]: "" if name == served.made.home else name}


def _lists(post: PostFacts, served: Served, layout: Layout, plan: Plan) -> Iterator[str]:
    """The first pages of the lists that a post is on."""
    route, made = served.file, served.made
    terms = [""]
    if made.kind == "terms":
        terms = [tag.text for tag in post.tags] if made.key[:3] == "tag" else [*post.categories]
    for term in terms:
        values = {route.names[0]: term}
        if made.size is not None:
            values[route.names[-1]] = "" if f"[...{route.names[-1]}]" in route.route else "1"
        yield from _outputs((filled(route.route, values),), layout, plan)


def _outputs(paths: tuple[str, ...], layout: Layout, plan: Plan) -> Iterator[str]:
    for path in paths:
        yield layout.base + output(path, plan.format)


def slug_of(post: PostFacts) -> str:
    """The `slug` of the front matter, as far as it counts as one."""
    text = post.slug.text if post.slug else ""
    return "" if text in _FALSY else text


def _is_sitemap(url: str, layout: Layout) -> bool:
    if "-" not in url or not url.endswith(".xml") or not layout.config.get("site"):
        return False
    for call in integrations(layout.config):
        name = call.name.lower()
        if "sitemap" in name or "starlight" in name:
            found: Any = options(call).get("filenameBase") if "sitemap" in name else None
            start = f"/{found if isinstance(found, str) else 'sitemap'}-"
            rest = url[len(start) :].removesuffix(".xml")
            if url.startswith(start) and _PART.fullmatch(rest):
                return True
    return False


def _is_known_section(path: str, is_page: bool, plan: Plan, site: Site) -> bool:
    """Whether a path is in a part of the site that nothing but what is known makes pages in."""
    first = path.split("/")[1]
    if first in plan.foreign:
        return False
    if not is_page:
        return f"/{first}" != path
    return any(one.startswith(f"/{first}/") for one in plan.sections) or any(
        f"{held.folder}{below}{first}" in site.folders
        for held in plan.held or ()
        for below in ("", "docs/")
    )


ROUTER: Final = Router(routes, read, sources, generated, knows, numbered=numbered)

_DIGITS: Final = 6
_FALSY: Final = frozenset(("", "0", "false", "null", "~"))
_PART: Final = late(r"index|\d+")
_FILE: Final = late(
    r"\.(?:mdx?|markdown|png|jpe?g|gif|svg|webp|avif|ico|pdf|xml|json|txt|css|m?js|ts|mp[34]|webm"
    r"|zip|gz|csv|ya?ml|toml|woff2?|astro)$",
    re.IGNORECASE,
)
