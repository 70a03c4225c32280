"""Eleventy: where templates are published, what is copied beside them, and what links mean.

The rules are those of Eleventy 3.1, compared with real builds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from blint.facts import PostFacts
from blint.late import late
from blint.site.configs.js_literals import Computed
from blint.site.generators.eleventy.files import copied_beside, files_for
from blint.site.generators.eleventy.lists import (
    default_output,
    is_of_tags,
    lists_of,
    made_of,
    output_of_permalink,
    posts_of,
    tag_page,
)
from blint.site.generators.eleventy.plan import Plan, lookup_of, plan_of, tags_of
from blint.site.generators.eleventy.templates import Lookup, Unknown, expression_of, render
from blint.site.headings.sindre_slugs import sindre_slug
from blint.site.links.records import LinkRecord, Page
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import address_of, browsed, files_at, join_path, join_url
from blint.site.routing.writing import by_address


def routes(post: PostFacts, layout: Layout) -> Routes:
    """The permalink, else the path as it is; and the pages of the tags that a post has."""
    plan = plan_of(layout)
    if not layout.found:
        return Routes((default_output(post.path, plan),), certain=False)
    if post.path not in plan.templates:
        return Routes(linked=False)
    page = _data(post, plan)
    if page.get("pagination"):
        first = made_of(plan).firsts.get(post.path)
        return Routes((first,) if first else (), draft=False, ids=_ids_of_layouts(post, plan))
    draft = post.draft if plan.config["drafts"] else False
    lasting, also = _lists(post, page, plan)
    found = Routes(also=also, draft=draft, ids=_ids_of_layouts(post, plan), lasting=lasting)
    permalink = _permalink(post, page, plan)
    if permalink is False:
        # It may be in collections all the same.
        return found._replace(linked=False)
    usual = default_output(post.path, plan)
    if not permalink:
        return found._replace(own=(usual,))
    text = None
    if isinstance(permalink, str):
        text = render(permalink, _lookup(post, page, plan), plan.config["filters"])
    if text is None:
        return found._replace(own=(usual,), certain=False)
    return found._replace(own=(output_of_permalink(text, plan.base) or usual,))


def read(link: Written, layout: Layout) -> Iterator[str]:
    """A source file, where a filter or plugin looks for one; else an address for browsers."""
    plan = plan_of(layout)
    if not link.routes.own or (not link.markdown and not plan.config["html"]):
        return
    path, how = link.path, link.how
    if how == "stops":
        yield path
        return
    address = address_of(link.routes.own[0])
    if how == "root":
        yield join_url(address, path)
        return
    if how in {"input", "input-base"}:
        yield _by_filter(path, how, plan)
        return
    if how == "base":
        path = _prefixed(path, plan.base)
    if plan.config["inputPaths"] and how != "kept":
        file = _template(path, link.origin, plan)
        if file is not None:
            yield file
            return
    yield from copied_beside(path, link.origin, plan, image=link.image)
    if plan.config["base"]:
        path = _prefixed(path, plan.base)
    url = browsed(address, path, plan.base)
    yield url
    if url.endswith("/index"):
        # Hosts look for a page of this name.
        yield f"{url}.html"


def sources(url: str, layout: Layout) -> Iterator[str]:
    """What is copied: folders, files and globs, and all files of some extensions."""
    plan = plan_of(layout)
    if not layout.found:
        yield from files_at(url, layout.static, layout.base)
    elif url.startswith(f"{plan.base}/"):
        yield from files_for(url[len(plan.base) + 1 :], plan)


def generated(url: str, layout: Layout, _site: Site) -> bool:
    """Pages of lists, and what other programs write into the site."""
    plan = plan_of(layout)
    made = made_of(plan)
    if url in made.urls or any(form.fullmatch(url) for form in made.forms):
        return True
    if any(url == plan.base + join_url("/", feed) for feed in plan.config["feeds"]):
        return True
    match = _EXTENSION.search(url)
    if match is None or match[1].lower() in {"html", "md"}:
        return False
    if plan.config["files"]:
        return True
    return bool(plan.config["styles"]) and match[1].lower() in {"css", "js", "map"}


def knows(layout: Layout) -> bool:
    """Whether the configuration and the data say all that decides on addresses."""
    config = layout.config
    if not layout.found:
        return True
    if config.get("unclear") is not False or config["open"]:
        return False
    tables = (*config["data"].values(), *config["pages"].values())
    return not any(
        isinstance(found, Computed)
        for table in tables
        for found in (table.get("permalink"), _inside(table.get("eleventyComputed")))
    )


def publishes(path: str, layout: Layout) -> bool:
    """Pages are known by their records: no other file answers as a source."""
    return path not in plan_of(layout).templates


def numbered(url: str, layout: Layout) -> tuple[str, int] | None:
    """The list that a URL path is a later page of."""
    return made_of(plan_of(layout)).numbered.get(url)


def survey(posts: Iterable[PostFacts], layout: Layout) -> Iterator[str]:
    """What the addresses look like that are not known to the letter."""
    plan = plan_of(layout)
    for post in posts:
        if post.path in plan.templates:
            page = _data(post, plan)
            permalink = _permalink(post, page, plan)
            if isinstance(permalink, str) and "{" in permalink and not page.get("pagination"):
                lookup, filters = _lookup(post, page, plan), plan.config["filters"]
                if render(permalink, lookup, filters) is None:
                    form = expression_of(permalink, lookup, filters).strip("/")
                    yield f"{re.escape(plan.base)}/+{form}/*"


def _data(post: PostFacts, plan: Plan) -> Mapping[str, Any]:
    """The data of a page itself, as far as addresses are made of them."""
    found = plan.config["pages"].get(post.path)
    if found is not None:
        return found if isinstance(found, Mapping) else {}
    own: dict[str, Any] = dict(post.extra)
    if post.date is not None:
        own["date"] = post.date.text
    if post.slug is not None:
        own["slug"] = post.slug.text
    if post.url is not None:
        own["permalink"] = post.url.text
    if post.tags:
        own["tags"] = [tag.text for tag in post.tags]
    return own


def _permalink(post: PostFacts, page: Mapping[str, Any], plan: Plan) -> Any:
    """The pattern of a page's address: a text, False for none at all, or something computed.

    One under `eleventyComputed` counts more than any other, wherever it stands.
    """
    beside = plan.data_of(post.path)
    for found in (
        page.get("eleventyComputed.permalink"),
        *(_inside(table.get("eleventyComputed")) for table in (page, beside)),
        plan.config["computed"],
        *(table.get("permalink") for table in (page, beside, plan.config)),
    ):
        if isinstance(found, Mapping):
            found = found.get("build", False)  # noqa: PLW2901
        if found is False or found == "false":
            return False
        if isinstance(found, str | Computed):
            return found
    return ""


def _inside(computed: Any) -> Any:
    return computed.get("permalink") if isinstance(computed, Mapping) else None


def _lists(
    post: PostFacts, page: Mapping[str, Any], plan: Plan
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pages of a post's tags, which even a draft brings about, and the lists that it is on."""
    lists = lists_of(plan)
    if not lists or str(page.get("eleventyExcludeFromCollections", "")).lower() == "true":
        return (), ()
    try:
        tags = {"all", *tags_of(page.get("tags"), plan.data_of(post.path).get("tags"))}
    except Unknown:
        return (), ()
    of_tags: dict[str | None, None] = {}
    of_posts: dict[str, None] = {}
    for one in lists:
        if is_of_tags(one):
            of_tags.update((tag_page(one, plan, tag), None) for tag in sorted(tags - one.without))
        elif posts_of(one) in tags and (first := made_of(plan).firsts.get(one.path)):
            # The template's own text tells which other ids there are.
            of_posts[f"{first}#top"] = None
    return tuple(filter(None, of_tags)), tuple(of_posts)


def _lookup(post: PostFacts, page: Mapping[str, Any], plan: Plan) -> Lookup:
    return lookup_of(post.path, plan, page, post.title.text if post.title else None)


def _ids_of_layouts(post: PostFacts, plan: Plan) -> tuple[str, ...]:
    ids: tuple[str, ...] = plan.config["layoutIds"]
    if plan.config["layoutTitle"] and plan.config["ids"] == "plugin" and post.title:
        return (*ids, sindre_slug(post.title.text))
    return ids


def _prefixed(path: str, base: str) -> str:
    """A path as the filter `url` has it: with the path prefix, be it there already or not."""
    if not base or not path.startswith("/"):
        return path
    return f"{base}/" if path in {"/", f"{base}/"} else base + join_url("/", path)


def _by_filter(path: str, how: str, plan: Plan) -> str:
    """The source file that the filter `inputPathToUrl` looks for."""
    path = path.removeprefix("./")
    inside = plan.config["input"]
    plain = path.lstrip("/")
    is_whole = bool(inside) and path.startswith(f"{inside}/")
    file = plan.site + plain if is_whole else plan.source + plain
    if plan.base and how == "input" and not plan.config["base"]:
        # Its address lacks the prefix, and nothing else puts it there.
        return f"{file} below {plan.base}"
    return file


def _template(path: str, origin: str, plan: Plan) -> str | None:
    """The template that a path in a link names, if there is one."""
    inside = plan.config["input"]
    tries: list[str | None] = []
    plain = path.removeprefix("./")
    if inside and plain.startswith(f"{inside}/"):
        tries.append(plan.site + plain)
    tries.append(join_path(plan.source, plain.lstrip("/")))
    if not path.startswith("/"):
        tries.append(join_path(origin[: origin.rfind("/") + 1], path))
    return next((one for one in tries if one in plan.templates), None)


_EXTENSION: Final = late(r"\.([A-Za-z][A-Za-z0-9]{0,10})$")


def writes(page: Page, link: LinkRecord, layout: Layout) -> str | None:
    """By the address; with a base, plugins and filters decide how it is written."""
    return None if layout.base else by_address(page, link, layout)


ROUTER = Router(
    routes,
    read,
    sources,
    generated,
    knows,
    publishes,
    numbered,
    prepare=Plan,
    survey=survey,
    writes=writes,
)
