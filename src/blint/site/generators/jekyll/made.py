"""What Jekyll and its plugins publish beside the pages: files as they are, archives, feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from blint.facts import PostFacts
from blint.late import late
from blint.site.generators.jekyll.dates import Moment
from blint.site.generators.jekyll.plan import Plan, plan_of
from blint.site.generators.jekyll.urls import clean, date_token, filled, output_file, slug
from blint.site.model import Site
from blint.site.routing.model import Layout


def made_of(
    post: PostFacts,
    plan: Plan,
    dates: tuple[Moment, ...],
    categories: list[str],
    defaults: Mapping[str, Any],
) -> Iterator[str]:
    """The output files of the pages that there are because of a post."""
    tags = _tags(post, defaults)
    if plan.has("jekyll-archives"):
        yield from _archives(plan, dates, tags, categories)
    if plan.has("jekyll-feed") and plan.option("feed", "tags") is True:
        yield from (f"{plan.base}/feed/by_tag/{tag}.xml" for tag in tags if _WORD.fullmatch(tag))
    first = _first_page(plan)
    if first and post.extra.get("hidden", "").lower() not in {"true", "yes", "on"}:
        yield first


def numbered(url: str, layout: Layout) -> tuple[str, int] | None:
    """Of the address of a list's later page: the file of its first page, and the posts it needs."""
    plan = plan_of(layout)
    pages = _pages(plan)
    match = pages.fullmatch(url) if pages is not None else None
    number = int(match[1]) if match is not None else 0
    if number < 2:
        return None
    return _first_page(plan), plan.config["paginate"] * (number - 1) + 1


def generated(url: str, layout: Layout, site: Site) -> bool:
    """Whether a plugin or the theme may publish something at a URL path."""
    plan = plan_of(layout)
    if not url.startswith(f"{plan.base}/"):
        return False
    path = url[len(plan.base) :]
    # A site without a main page is one of which blint sees a part.
    if path == "/" or path in _files(plan) or path.startswith(_folders(plan)):
        return True
    if path.endswith(".css.map") or (_has_theme(plan) and _may_be_of_theme(path, plan, site)):
        return True
    if plan.shared and not (path.count("/") == 1 and "." in path):
        return not _is_of_this_site(path, plan, site)
    return plan.unseen and not _is_of_this_site(path, plan, site)


def _archives(
    plan: Plan, dates: tuple[Moment, ...], tags: tuple[str, ...], categories: list[str]
) -> Iterator[str]:
    options = plan.option("jekyll-archives")
    options = options if isinstance(options, Mapping) else {}
    enabled, given = options.get("enabled"), options.get("permalinks")
    given = given if isinstance(given, Mapping) else {}
    mode = str(options.get("slug_mode") or "default")
    for name, (word, default) in _ARCHIVES.items():
        if enabled not in (True, "all") and not (isinstance(enabled, list) and word in enabled):
            continue
        template = given.get(name)
        template = template if isinstance(template, str) else default
        values = [{"name": slug(one, mode)} for one in (tags if name == "tag" else categories)]
        if name not in {"tag", "category"}:
            parts = ("year", "month", "day")
            values = [{part: date_token(part, date) or "" for part in parts} for date in dates]
        for value in values:
            url = filled(template, {**value, "type": name}.get)
            if url is not None:
                yield plan.base + output_file(url, "")


def _tags(post: PostFacts, defaults: Mapping[str, Any]) -> tuple[str, ...]:
    single = post.extra.get("tag")
    own = single.split("\n") if single else [tag.text for tag in post.tags]
    given = defaults.get("tags")
    more = given.split() if isinstance(given, str) else given if isinstance(given, list) else ()
    return tuple(own) or tuple(map(str, more))


@lru_cache(maxsize=16)
def _first_page(plan: Plan) -> str:
    """The output file of the page that lists the posts, page by page; empty: there is none."""
    size = plan.config.get("paginate")
    if not plan.has("jekyll-paginate") or type(size) is not int or size < 1:
        return ""
    folder = _paginate_path(plan).strip("/")
    while folder:
        folder = folder.rpartition("/")[0]
        if f"{plan.root}{folder}/index.html".replace("//", "/").lstrip("/") in plan.telling:
            return f"{plan.base}/{folder}/index.html".replace("//", "/")
    return ""


def _paginate_path(plan: Plan) -> str:
    given = plan.config.get("paginate_path")
    return given if isinstance(given, str) and ":num" in given else "/page:num/"


@lru_cache(maxsize=16)
def _pages(plan: Plan) -> re.Pattern[str] | None:
    """The addresses of a list's later pages."""
    if not _first_page(plan):
        return None
    before, _, after = clean(_paginate_path(plan)).rstrip("/").partition(":num")
    return re.compile(
        re.escape(plan.base + before) + r"(\d{1,9})" + re.escape(after) + "/?(?:index.html)?"
    )


@lru_cache(maxsize=16)
def _files(plan: Plan) -> frozenset[str]:
    """The URL paths, without the base, of files that plugins always make."""
    found: list[str] = []
    if plan.has("jekyll-sitemap"):
        found += ("/sitemap.xml", "/robots.txt")
    if plan.has("jekyll-redirect-from") and plan.option("redirect_from", "json") is not False:
        found.append("/redirects.json")
    if plan.has("jekyll-feed"):
        found += _feeds(plan)
    return frozenset(found)


def _feeds(plan: Plan) -> Iterator[str]:
    options = plan.option("feed")
    options = options if isinstance(options, Mapping) else {}
    given = options.get("collections")
    named: Mapping[Any, Any] = given if isinstance(given, Mapping) else {}
    if isinstance(given, list):
        named = dict.fromkeys(map(str, given))
    posts = {"path": options.get("path"), "categories": options.get("categories")}
    for label, table in {"posts": None, **named}.items():
        own = {key: value for key, value in posts.items() if label == "posts"}
        if isinstance(table, Mapping):
            own |= table
        prefix = "/feed" if label == "posts" else f"/feed/{label}"
        path = own.get("path")
        yield clean(path) if isinstance(path, str) and path else f"{prefix}.xml"
        chosen = own.get("categories")
        for one in chosen if isinstance(chosen, list) else ():
            yield f"{prefix}/{one}.xml"


@lru_cache(maxsize=16)
def _folders(plan: Plan) -> tuple[str, ...]:
    """The beginnings of URL paths below which files may be that nobody knows."""
    kept = plan.config.get("keep_files")
    found = [f"/{str(one).strip('/')}" for one in (kept if isinstance(kept, list) else ()) if one]
    tags = plan.option("feed", "tags")
    if plan.has("jekyll-feed") and isinstance(tags, Mapping):
        found.append(clean(str(tags.get("path") or "/feed/by_tag/")))
    return tuple(one for one in found if one != "/")


def _has_theme(plan: Plan) -> bool:
    themes = (plan.config.get("theme"), plan.config.get("remote_theme"))
    return any(themes) or plan.has("github-pages")


def _may_be_of_theme(path: str, plan: Plan, site: Site) -> bool:
    """Whether a theme may bring a file: into a folder of assets that is not the site's own."""
    if not path.startswith("/assets/"):
        return False
    return (
        path.endswith((".css", ".js")) or plan.root + path[1 : path.rfind("/")] not in site.folders
    )


def _is_of_this_site(path: str, plan: Plan, site: Site) -> bool:
    """Whether only the site's own sources can be behind a URL path, whatever unseen code makes.

    That is so below their folders, and where posts and documents of collections are.
    """
    if _LIST.search(path):
        return False
    folder, slash, _ = path[1:].partition("/")
    if slash and plan.root + folder in site.folders and plan.entries.keeps(f"{folder}/x"):
        return True
    return path.startswith(_homes(plan)) or _dated(plan).fullmatch(path) is not None


@lru_cache(maxsize=16)
def _homes(plan: Plan) -> tuple[str, ...]:
    """The beginnings of the addresses of collections, posts among them."""
    found = []
    for one in plan.collections.values():
        if one.output:
            start = clean(one.template.replace(":collection", one.label)).partition(":")[0]
            found.append(start[: start.rfind("/") + 1])
    return tuple(one for one in found if len(one) > 1)


@lru_cache(maxsize=16)
def _dated(plan: Plan) -> re.Pattern[str]:
    """The addresses of posts, where they begin with the year."""
    template = plan.collections["posts"].template.replace("/:categories", "")
    if not template.startswith("/:year/"):
        return re.compile(r"(?!)")
    return re.compile(r"(?:/[^/.]+)*?/\d{4}/(?:[^/]+/)*[^/.]*(?:\.html)?")


_LIST: Final = late(
    r"/(?:tags?|categor(?:y|ies)|authors?|topics?|series|archives?|page[-_]?\d*)(?:/|$)|/\d+/?$",
    re.IGNORECASE,
)
_WORD: Final = late(r"\w+", re.ASCII)
_ARCHIVES: Final = {
    "tag": ("tags", "/tag/:name/"),
    "category": ("categories", "/category/:name/"),
    "year": ("year", "/:year/"),
    "month": ("month", "/:year/:month/"),
    "day": ("day", "/:year/:month/:day/"),
}
