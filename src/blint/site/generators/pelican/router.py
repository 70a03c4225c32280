"""Pelican: where its articles, pages and static files are published, and what its links mean.

The rules are those of Pelican 4.10, compared with its builds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from posixpath import normpath
from typing import Final

from blint.facts import PostFacts
from blint.site.generators.pelican.known import is_known
from blint.site.generators.pelican.lists import generated, numbered, pages_of, slugs_of
from blint.site.generators.pelican.posts import (
    Item,
    address,
    extension,
    is_static,
    kind_of,
    read_item,
)
from blint.site.generators.pelican.settings import Plan, plan_of
from blint.site.generators.pelican.slugs import is_exact, shape, slug_of, unique
from blint.site.links.records import LinkRecord, Page
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import INDEX, address_of, join_url, names_at, served_at
from blint.site.routing.writing import from_content


def routes(post: PostFacts, layout: Layout) -> Routes:
    """The place that the settings give to an article or a page, or the post to itself."""
    plan = plan_of(layout)
    if not post.path.startswith(plan.content):
        return Routes()
    path = post.path[len(plan.content) :]
    if not post.extra and post.open_anchors:
        return Routes(certain=False)  # it could not be read
    item = _item(post, plan)
    if item is None and _is_real_yaml(post):
        return Routes(certain=False)
    if item is None:
        # What is no source is published where it is static, or where a link names it.
        copied = (_output(_static_path(path, plan), plan),) if is_static(path, plan) else ()
        return Routes(copied, linked=not kind_of(path, plan))
    held_back = item.date is not None and not (plan.future or item.is_page)
    is_draft = item.status == "draft"
    place = address(item, plan, draft=is_draft)
    later = address(item, plan, draft=not is_draft) if is_draft or held_back else None
    if place is None:
        return Routes(also=tuple(pages_of(item, plan)), certain=False, draft=False)
    if not place.save_as or normpath(place.save_as).startswith(("/", "..")):
        return Routes(linked=False)
    own = _output(place.save_as, plan)
    found = Routes(
        (unique(own, post.path),),
        also=(*pages_of(item, plan), *_linked_files(post, place.save_as, plan)),
        linked=not is_exact(own) or _is_there(place.url, own, plan),
        absent=tuple(_moved_files(post, plan)),
        draft=False,
    )
    if later is not None and later.save_as:
        other = (_output(later.save_as, plan),)
        if is_draft:
            return found._replace(later=other)
        if item.date is not None:
            return found._replace(before=other, since=item.date.date().isoformat())
    return found


def read(link: Written, layout: Layout) -> Iterator[str]:
    """`{filename}` is a source file, `{tag}` and the like the page of one; the rest is a URL."""
    plan = plan_of(layout)
    match link.how:
        case "filename":
            path = _source(link.path, link.origin, plan)
            file = path[len(plan.content) :]
            # A file that is no source is looked for among the static ones.
            is_other = not (kind_of(file, plan) or file.startswith("../")) and extension(file)
            yield _output(_static_path(file, plan), plan) if is_other else path
        case "static" | "attach":
            path = _source(link.path, link.origin, plan)
            if kind_of(path[len(plan.content) :], plan):
                # A source is no static file: the link is left as it is.
                yield from _relative(f"{{{link.how}}}{link.path}", link)
            elif _is_collected(path, link.raw, plan):
                yield path
            else:
                yield _source(link.raw, link.origin, plan)
        case "tag" | "category" | "author":
            yield _of_kind(link.how.upper(), link.raw, plan)
        case "index":
            yield _url(plan.home, plan)
        case "root":
            yield link.path
        case _:
            yield from _relative(link.path, link)


def sources(url: str, layout: Layout) -> Iterator[str]:
    """Static files, those of the theme among them, and pages that the theme has no part in."""
    plan = plan_of(layout)
    for name in names_at(url, plan.base):
        if plan.theme and name.startswith(plan.theme_url):
            yield plan.theme + name[len(plan.theme_url) :]
        for file in _static_files(name, plan):
            if is_static(file, plan):
                yield plan.content + file


def survey(posts: Iterable[PostFacts], layout: Layout) -> Iterator[str]:
    """What slugs may be whose spelling is not known, and the tags of lone translations."""
    plan = plan_of(layout)
    here = [post for post in posts if post.path.startswith(plan.content)]
    odd = [
        post for post in here if "lang" in post.extra or not "".join(post.extra.values()).isascii()
    ]
    items = [item for post in odd if (item := _item(post, plan)) is not None]
    for item in items:
        place = address(item, plan, draft=item.status == "draft")
        made = () if place is None else (_output(place.save_as, plan),)
        for url in (*made, *pages_of(item, plan)):
            if not is_exact(url):
                yield from map(shape, served_at(url))
    translations = [item for item in items if item.lang != plan.language and not item.is_page]
    others = (_item(post, plan) for post in here if translations)
    originals = {item.slug for item in others if item and item.lang == plan.language}
    for item in translations:
        if item.slug not in originals:
            for url in pages_of(item._replace(lang=plan.language), plan):
                yield from map(shape, served_at(url))
            yield from _further_pages(item, plan)


def _further_pages(item: Item, plan: Plan) -> Iterator[str]:
    """Patterns for the further pages of the lists of an item's tags and the like."""
    slugs = "|".join(map(re.escape, slugs_of(item, plan)))
    for listing in plan.lists:
        file = listing.files.pattern.removesuffix(_INDEX_FILE).removesuffix("/")
        if "(?P<slug>" in file:
            file = file.replace("(?P<slug>[^/]+?)", f"(?:{slugs})").replace("?P<number>", "")
            yield f"{plan.base}/{file}/?(?:{_INDEX_FILE})?"


def _is_real_yaml(post: PostFacts) -> bool:
    """Whether front matter says more as YAML than as lines: then a plugin will read it so."""
    words = (("title", post.title), ("date", post.date))
    return any(word is not None and key not in post.extra for key, word in words)


def _item(post: PostFacts, plan: Plan) -> Item | None:
    return read_item(post.path[len(plan.content) :], post.extra, plan)


def _relative(path: str, link: Written) -> Iterator[str]:
    if link.routes.own:
        yield join_url(address_of(link.routes.own[0]), path)


def _source(path: str, origin: str, plan: Plan) -> str:
    """A path in a link as one from the project's root; what leads out of the content stays odd."""
    folder = origin[len(plan.content) : origin.rfind("/") + 1]
    found = path[1:] if path.startswith("/") else normpath(folder + path)
    return plan.content + found


def _is_collected(path: str, raw: str, plan: Plan) -> bool:
    """Whether a file that a link names is found when such files are collected.

    Those outside `STATIC_PATHS` are if no more than spaces are written as percent escapes.
    """
    return "%" not in raw.replace("%20", "") or is_static(path[len(plan.content) :], plan)


def _of_kind(kind: str, name: str, plan: Plan) -> str:
    """The URL path of the page of a tag, a category or an author."""
    # In finished HTML `&` is `&amp;`, and Pelican reads a path up to a semicolon.
    name, ampersand, rest = name.partition("&")
    slug = slug_of(name, plan, kind)
    url = plan.patterns[kind].url.replace("{slug}", slug).replace("{name}", name)
    return _url(url, plan) + (f";{rest}" if ampersand else "")


def _url(url: str, plan: Plan) -> str:
    """A URL of Pelican's as a path from the host's root: one with a slash first is that already."""
    return join_url(f"{plan.base}/", url.partition("#")[0].partition("?")[0])


def _is_there(url: str, output: str, plan: Plan) -> bool:
    """Whether the URL that Pelican prints for a file leads to it."""
    return "://" in url or _url(url, plan) in {*served_at(output), f"{plan.base}/"}


def _output(save_as: str, plan: Plan) -> str:
    return f"{plan.base}/{normpath(save_as)}"


def _named_files(post: PostFacts, plan: Plan) -> Iterator[tuple[str, str]]:
    """The static files that a post names: how, and the path below the content folder."""
    for link in post.links:
        how, _, rest = link.meaning.partition(":")
        if how in {"static", "attach"}:
            path = rest.partition("#")[0].partition("?")[0].replace("%20", " ")
            file = _source(path, post.path, plan)[len(plan.content) :]
            if not kind_of(file, plan) and not file.startswith(".."):
                yield how, file


def _linked_files(post: PostFacts, save_as: str, plan: Plan) -> Iterator[str]:
    """Where files are published because the post names them; attached ones beside the post."""
    folder = post.path[len(plan.content) : post.path.rfind("/") + 1]
    for how, file in _named_files(post, plan):
        if how == "attach" and not _is_placed(file, plan):
            below = file[len(folder) :] if file.startswith(folder) else file.rpartition("/")[2]
            yield _output(f"{save_as[: save_as.rfind('/') + 1]}{below}", plan)
        else:
            yield _output(_static_path(file, plan), plan)


def _moved_files(post: PostFacts, plan: Plan) -> Iterator[str]:
    """Where files are not any more that the post takes to itself."""
    for how, file in _named_files(post, plan):
        if how == "attach" and not _is_placed(file, plan):
            yield _output(_static_path(file, plan), plan)


def _is_placed(file: str, plan: Plan) -> bool:
    """Whether the settings give a file a place of its own."""
    return any(file == place and {"save_as", "url"} & data.keys() for place, data in plan.extra)


def _static_path(file: str, plan: Plan) -> str:
    """Where a static file is published."""
    for place, data in plan.extra:
        if file == place and ("save_as" in data or "path" in data):
            return data.get("save_as") or plan.patterns["STATIC"].save_as.replace(
                "{path}", data["path"]
            )
    return plan.patterns["STATIC"].save_as.replace("{path}", file)


def _static_files(path: str, plan: Plan) -> Iterator[str]:
    """The files below the content folder that would be published at a path."""
    moved = [place for place, _ in plan.extra if _static_path(place, plan) == path]
    yield from moved
    start, _, end = plan.patterns["STATIC"].save_as.partition("{path}")
    file = path[len(start) : len(path) - len(end)]
    if path == f"{start}{file}{end}" and _static_path(file, plan) == path:
        yield file


_INDEX_FILE: Final = re.escape(INDEX)


def writes(page: Page, _link: LinkRecord, layout: Layout) -> str | None:
    """By `{filename}` and the file, from the folder of all content."""
    return from_content(page, layout, "{filename}/")


ROUTER = Router(
    routes, read, sources, generated, is_known, numbered=numbered, survey=survey, writes=writes
)
