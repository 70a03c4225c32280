"""What a destination means on a page of Jekyll, and the files that are published as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from functools import lru_cache
from typing import Final

from blint.late import late
from blint.site.generators.jekyll.dates import day_in_name
from blint.site.generators.jekyll.files import SourceFile, file_at, path_of, static_address
from blint.site.generators.jekyll.plan import Plan, plan_of
from blint.site.generators.jekyll.urls import clean
from blint.site.routing.model import Layout, Written
from blint.site.routing.paths import address_of, join_path, join_url

MARKDOWN: Final = (".md", ".markdown", ".mkdown", ".mkdn", ".mkd", ".mdown", ".mdx")


def read(link: Written, layout: Layout) -> Iterator[str]:
    """What a destination may mean, as Liquid and the plugin for relative links leave it."""
    plan = plan_of(layout)
    if not _is_rendered(link, plan) or (link.image and _is_moved(link, plan)):
        return
    base, path = plan.base, link.path
    match link.how:
        case "file":
            yield from _file(path, plan)
        case "post":
            yield _post(path)
        case "base" if path[:1] == "/" or str(plan.option("baseurl")).endswith("/"):
            yield join_url("/", f"{base}/{path}")
        case "base" if base:
            # Without a slash between them the two become one word, outside the site.
            yield f".{base}{path}"
        case "twice-file" | "twice-post" if not base or plan.tags_lack_base:
            yield from _file(path, plan) if link.how == "twice-file" else (_post(path),)
        case "twice-base" | "twice-file" | "twice-post":
            yield join_url("/", f"{base}{base}/{path}")
        case "page" | "based-page":
            yield from _own_page(link, base)
        case "root":
            yield join_url("/", path if path[:1] == "/" else f"/{path}")
        case _:
            yield from _plain(link, plan)


def sources(url: str, layout: Layout) -> Iterator[str]:
    """The files that are published at a URL path as they are; pages are known by themselves."""
    plan = plan_of(layout)
    if not url.startswith(f"{plan.base}/") or url.endswith("/"):
        return
    url = url[len(plan.base) :]
    path = plan.root + url[1:]
    if (not _is_page(url, layout) or "/." in url) and _static(path, plan) == url:
        yield path
    for label, pattern in _below_collections(plan):
        match = pattern.fullmatch(url)
        if match is not None:
            path = f"{plan.root}{plan.moved}_{label}/{match[1]}{match[2]}"
            if not _is_page(path, layout) and _static(path, plan) == url:
                yield path


def publishes(path: str, layout: Layout) -> bool:
    """Whether a link may lead to the file at a path; what is in it tells whether it is a page."""
    plan = plan_of(layout)
    file = file_at(path, plan)
    if file is None or path.endswith("/"):
        return False
    if file.collection is not None and not file.collection.output:
        return False
    return _is_page(path, layout) or static_address(file, plan) is not None


def owns(url: str, layout: Layout) -> bool:
    """Whether a URL path outside the site can mean nothing but a page of it: by its source."""
    return url.lower().endswith(plan_of(layout).markdown)


def _static(path: str, plan: Plan) -> str | None:
    file = file_at(path, plan)
    return static_address(file, plan) if file is not None else None


def _is_page(path: str, layout: Layout) -> bool:
    """Whether a file is one that may have front matter, and is known by itself."""
    return path.endswith(layout.preset.page_files) or path.lower().endswith(MARKDOWN)


def _is_rendered(link: Written, plan: Plan) -> bool:
    """Whether the page that a link is on is made of its source: a copy has no links."""
    if link.routes.own:
        first = link.routes.own[0].lower()
        return not first.endswith(plan.markdown) and (
            link.origin.lower().endswith(plan.markdown) or not link.markdown
        )
    return True


def _is_moved(link: Written, plan: Plan) -> bool:
    """Whether a theme puts a folder or a host before the addresses of images."""
    return not _BY_THEME.isdisjoint(link.extra) or any(map(plan.option, ("cdn", "img_cdn")))


def _file(path: str, plan: Plan) -> Iterator[str]:
    """What `link` names: a page by its path, a file as it is with a slash before it or not."""
    if path[:1] == "/":
        yield plan.base + path
    else:
        found = path_of(path, plan)
        file = file_at(found, plan)
        # By another path than the one that Jekyll gives it, a file is not found.
        yield found if file is None or file.path == path else f"./{found}"


def _post(name: str) -> str:
    """What `post_url` names, in the form of the names that posts have."""
    name = name.rpartition("/")[2]
    match = _DATED.match(name)
    day = day_in_name(match[1]) if match else None
    return f"{day:%Y-%m-%d}-{match[2]}" if match and day else name


def _own_page(link: Written, base: str) -> Iterator[str]:
    rest = link.path[1:]
    for output in link.routes.own:
        address = address_of(output)
        if rest:
            address += rest
        elif link.how == "based-page" or not base:
            yield link.origin
        # The page's address, as templates have it, has no base path.
        yield address if link.how == "based-page" else address.removeprefix(base)


def _plain(link: Written, plan: Plan) -> Iterator[str]:
    found = _rewritten(link, plan) if link.markdown and not (link.query or link.how) else None
    is_page = found is not None and found.lower().endswith(plan.markdown)
    if found is not None and is_page:
        yield found
    addresses = dict.fromkeys(map(address_of, link.routes.own))
    if link.path[:1] == "/":
        yield join_url("/", link.path)
    else:
        yield from dict.fromkeys(join_url(address, link.path) for address in addresses)
    if found is not None and not is_page:
        # A folder of that name is none that would be found: `LICENSE` is a file, `about` is not.
        name = found[found.rfind("/") + 1 :]
        if "." in name or name[:1].isupper():
            yield found


def _rewritten(link: Written, plan: Plan) -> str | None:
    """The source file that the plugin for relative links looks for."""
    if not plan.has("jekyll-relative-links") or link.path[:1] == "#":
        return None
    options = plan.option("relative_links")
    options = options if isinstance(options, Mapping) else {}
    origin = file_at(link.origin, plan)
    if origin is None or options.get("enabled") is False:
        return None
    if origin.kind != "page" and options.get("collections") is not True:
        return None
    if _is_excluded(origin, options.get("exclude")):
        return None
    folder = origin.path[: origin.path.rfind("/") + 1]
    path = link.path.replace("+", " ") if "+" in link.raw else link.path
    name = join_path("", path.lstrip("/")) if path[:1] == "/" else join_path(folder, path)
    if name is None or not name or path.endswith("/"):
        return None
    found = path_of(name, plan)
    file = file_at(found, plan)
    # A document is known by a path without the folder of all collections.
    if file is None or file.path != name:
        return None
    return found if file.collection is None or file.collection.output else None


def _is_excluded(origin: SourceFile, given: object) -> bool:
    globs = given if isinstance(given, list) else [given]
    return any(isinstance(one, str) and fnmatch(origin.path, one) for one in globs)


@lru_cache(maxsize=16)
def _below_collections(plan: Plan) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What the URL paths of files in collections are like, with what follows the folder."""
    found = []
    for one in plan.collections.values():
        if not one.output or one.label == "posts":
            continue
        template = one.template.replace(":collection", one.label).replace(":output_ext", "")
        before, token, after = template.partition(":path" if ":path" in template else ":name")
        if token:
            start = re.escape(clean(f"{before}x")[:-1])
            end = re.escape(after.rstrip("/"))
            found.append((one.label, re.compile(rf"{start}(.+?){end}((?:\.[^./]+)?)")))
    return tuple(found)


_BY_THEME: Final = frozenset(("media_subpath", "img_path"))
_DATED: Final = late(r"(\d+-\d+-\d+)-(.*)$", re.DOTALL)
