"""Hexo: where its posts, pages and files are published, and what its links mean.

The rules are those of Hexo 8.1 and hexo-renderer-marked 7, compared with their builds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from posixpath import normpath

from blint.facts import FAULTY, PostFacts
from blint.late import late
from blint.site.generators.hexo.files import (
    alias_of,
    generated,
    is_visible,
    named,
    numbered,
    sources,
)
from blint.site.generators.hexo.plan import Plan, is_known, plan_of
from blint.site.generators.hexo.posts import (
    addresses,
    categories_of,
    dates_of,
    is_hidden,
    output_of,
    read_date,
    slug_of,
    tags_of,
)
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import INDEX, address_of, join_url, served_at

_NOWHERE = Routes(linked=False)
_DIGITS = late("%[Ymd]")


def routes(post: PostFacts, layout: Layout) -> Routes:
    """The address of a post by the site's pattern, that of a page by its path."""
    plan = plan_of(layout)
    if not post.path.startswith(plan.source):
        return Routes()
    path = post.path[len(plan.source) :]
    if FAULTY in post.extra or plan.exclude(path) or path.endswith(("~", "%")):
        return _NOWHERE
    folder, _, rest = path.partition("/")
    if folder in {"_posts", "_drafts"}:
        return _post(post, path, rest, plan)
    return _page(post, path, plan)


def read(link: Written, layout: Layout) -> Iterator[str]:
    """Tags look posts up; images of Markdown are read from the root; the rest is a URL."""
    plan = plan_of(layout)
    match link.how:
        case "post":
            if not plan.relative:
                yield _called(link.path)
            return
        case "nothing":
            # The tag stops the build.
            yield f"{{% {link.path} %}}"
            return
        case "rooted":
            yield join_url("/", f"{plan.base}/{link.path}".replace("//", "/"))
            return
        case "root":
            yield link.path
            return
        case "slug":
            # A tag does not work where Markdown wants a destination.
            if link.markdown and not link.reference:
                yield from _from_page("!--swig--", link)
            elif not link.markdown and not plan.relative:
                # Of a post that is not there, it makes an empty link: to the page itself.
                yield from (_called(link.path), link.origin)
            return
    path = link.path
    if link.markdown:
        # Escapes of `#` and `?` are undone.
        path = path.partition("#")[0].partition("?")[0]
    if link.image and link.markdown and _is_from_root(plan):
        yield from _image(path, link, plan)
    elif path:
        yield from _from_page(path, link)


def survey(posts: Iterable[PostFacts], layout: Layout) -> Iterator[str]:
    """The archives of posts whose days are not known, and pages among the files of posts."""
    plan = plan_of(layout)
    start = f"{plan.source}_posts/"
    here = [post for post in posts if post.path.startswith(start) and FAULTY not in post.extra]
    undated = (post for post in here if not post.extra.get("date") and not is_hidden(post, plan))
    if any(not dates_of(post, slug_of(post.path[len(start) :], plan)[1], plan) for post in undated):
        for period in plan.periods:
            form = _DIGITS.sub(_digits, period)
            yield rf"{plan.base}/{plan.folders['archive']}/{form}/?(?:index\.html)?"
    if plan.asset_folder:
        attached = dict(routes(post, layout).attached for post in here)
        for post in here:
            folder = post.path[: post.path.rfind("/") + 1]
            if folder in attached:
                stem = post.path[len(folder) : post.path.rfind(".")]
                yield from map(re.escape, served_at(f"{attached[folder]}{stem}.html"))


def _digits(match: re.Match[str]) -> str:
    return r"\d{4}" if match[0] == "%Y" else r"\d{2}"


def _post(post: PostFacts, path: str, rest: str, plan: Plan) -> Routes:
    if any(part.startswith(("_", ".")) for part in rest.split("/")):
        return _NOWHERE
    if plan.skip(path) or (plan.asset_folder and not rest.endswith(plan.extension)):
        return _NOWHERE
    slug, said = slug_of(rest, plan)
    dates = dates_of(post, said, plan)
    draft = is_hidden(post, plan)
    since = dates[0].date().isoformat() if dates and not plan.future else ""
    title = post.extra.get("title", "")
    called = tuple(dict.fromkeys(map(_called, filter(None, (slug, title)))))
    found = addresses(post, slug, said, dates, plan)
    also = tuple(_lists(post, dates, plan))
    if found is None:
        return Routes(aliases=called, also=also, certain=False, draft=draft, since=since)
    own = tuple(output_of(address, plan) for address in found)
    attached = ("", "")
    if plan.asset_folder:
        url = f"{plan.base}/{found[0].removesuffix('.html').removesuffix('.htm')}"
        attached = (
            f"{post.path[: post.path.rfind('.')]}/",
            url if url.endswith("/") else f"{url}/",
        )
    return Routes(
        own,
        (*_aliases(post, plan), *called),
        also=also,
        linked=False,
        draft=draft,
        since=since,
        attached=attached,
    )


def _page(post: PostFacts, path: str, plan: Plan) -> Routes:
    if not is_visible(path, plan):
        return _NOWHERE
    if plan.skip(path):
        return Routes((f"{plan.base}/{path}",), draft=False, fixed=True)
    stem, _, extension = path.rpartition(".")
    address = post.extra.get("permalink", "").strip().lstrip("/")
    if address:
        if address.endswith("/"):
            address += INDEX
        elif "." not in address[address.rfind("/") + 1 :]:
            address += ".html"
    else:
        address = f"{stem}.{plan.outputs.get(extension, extension)}"
    date = read_date(post.extra.get("date", ""))
    since = date.date().isoformat() if date and not plan.future else ""
    own = (f"{plan.base}/{address}",)
    return Routes(own, tuple(_aliases(post, plan)), draft=False, since=since, fixed=True)


def _lists(post: PostFacts, dates: Iterable[datetime], plan: Plan) -> Iterator[str]:
    """The pages of the lists that a post is on."""
    makers, folders = plan.makers, plan.folders
    if "index" in makers:
        yield f"{plan.base}/{INDEX}"
    if "archive" in makers:
        yield f"{plan.base}/{folders['archive']}/{INDEX}"
        for date in dates:
            for period in plan.periods:
                yield f"{plan.base}/{folders['archive']}/{date.strftime(period)}/{INDEX}"
    if "tag" in makers:
        for tag in tags_of(post, plan):
            yield f"{plan.base}/{folders['tag']}/{tag}/{INDEX}"
    if "category" in makers:
        for chain in categories_of(post, plan):
            for slug in chain:
                yield f"{plan.base}/{folders['category']}/{slug}/{INDEX}"


def _aliases(post: PostFacts, plan: Plan) -> Iterator[str]:
    if "alias" in plan.makers:
        for alias in post.aliases:
            yield f"{plan.base}/{alias_of(alias.text)}"


def _called(name: str) -> str:
    """The target of links that name a post, by its slug or by its title."""
    return f"post:{name}"


def _is_from_root(plan: Plan) -> bool:
    """Whether images of Markdown are read from the root of the site."""
    return (
        plan.marked is not None
        and plan.marked.get("prependRoot", True) is not False
        and not plan.relative
    )


def _image(path: str, link: Written, plan: Plan) -> Iterator[str]:
    if plan.open_images and not path.startswith("/"):
        return
    place = link.origin[len(plan.source) :]
    reads_assets = plan.asset_folder and plan.marked is not None and plan.marked.get("postAsset")
    if reads_assets and not path.startswith("/") and place.startswith(("_posts/", "_drafts/")):
        file = normpath(link.raw)
        if not any(part.startswith(("_", ".")) for part in file.split("/")):
            yield f"{link.origin[: link.origin.rfind('.')]}/{file}"
    yield join_url("/", f"{plan.base}/{path}".replace("//", "/"))


def _from_page(path: str, link: Written) -> Iterator[str]:
    if link.routes.own:
        yield join_url(address_of(link.routes.own[0]), path)


ROUTER = Router(
    routes,
    read,
    sources,
    generated,
    is_known,
    numbered=numbered,
    survey=survey,
    named=named,
)
