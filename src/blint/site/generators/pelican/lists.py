"""The pages that Pelican makes of lists of posts, and its feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.late import late
from blint.site.generators.pelican.posts import Item, in_time
from blint.site.generators.pelican.settings import Plan, plan_of
from blint.site.generators.pelican.slugs import slug_of
from blint.site.model import Site
from blint.site.routing.model import Layout
from blint.site.routing.paths import INDEX


def pages_of(item: Item, plan: Plan) -> Iterator[str]:
    """The files that there are because of a published article: of its tags, its day and the like.

    Translations are on no list.
    """
    if item.is_page or item.status != "published" or item.lang != plan.language:
        return
    yield f"{plan.base}/{plan.home}"
    for kind, name in _groups(item):
        slug = slug_of(name, plan, kind)
        for form in filter(None, (plan.patterns[kind].save_as, *plan.feeds[f"{kind}_"])):
            yield f"{plan.base}/{_filled(form, slug, name)}"
    for form in plan.archives:
        file = _dated(form, item, plan)
        if file is not None:
            yield f"{plan.base}/{file}"


def slugs_of(item: Item, plan: Plan) -> Iterator[str]:
    """The slugs of an item's category, tags and authors."""
    return (slug_of(name, plan, kind) for kind, name in _groups(item))


def numbered(url: str, layout: Layout) -> tuple[str, int] | None:
    """The list that a page like `/index2.html` is of, and how many posts it takes."""
    if not _DIGIT.search(url):
        return None
    plan = plan_of(layout)
    if not url.startswith(f"{plan.base}/"):
        return None
    path = url[len(plan.base) + 1 :]
    names = [f"{path}{INDEX}"] if path.endswith("/") else [path]
    if "." not in path[path.rfind("/") + 1 :]:
        names += [f"{path}/{INDEX}", f"{path}.html"]
    for files, first, size in plan.lists:
        for name in names:
            match = files.fullmatch(name)
            if match is not None and int(match["number"][:9]) >= 2:
                slug = match.groupdict().get("slug", "")
                needed = (int(match["number"][:9]) - 1) * size + plan.orphans + 1
                return f"{plan.base}/{first.replace('{slug}', slug)}", needed
    return None


def generated(url: str, layout: Layout, site: Site) -> bool:
    """Pages of fixed names, feeds of all posts, and what themes and plugins bring."""
    plan = plan_of(layout)
    if not f"{url}/".startswith(f"{plan.base}/"):
        return False
    path = url[len(plan.base) + 1 :]
    names = {path, path.rstrip("/") + f"/{INDEX}", f"{path}.html"} if path else {plan.home, INDEX}
    if not names.isdisjoint(plan.direct):
        return True
    if any(_is_feed(path, form) for form in plan.feeds[""]):
        return True
    is_seen = plan.theme and plan.theme.removesuffix("/static/") in site.folders
    if path.startswith(plan.theme_url) and not is_seen:
        return True
    # Maps of the site, search indexes, minified files.
    return plan.plugins and not path.endswith("/") and "." in path and not path.endswith(".html")


def _groups(item: Item) -> Iterator[tuple[str, str]]:
    yield "CATEGORY", item.category
    yield from (("TAG", tag) for tag in item.tags)
    yield from (("AUTHOR", author) for author in item.authors)


def _filled(form: str, slug: str, name: str) -> str:
    return form.replace("{slug}", slug).replace("{name}", name)


def _dated(form: str, item: Item, plan: Plan) -> str | None:
    parts = re.split(r"\{date:([^{}]*)\}", form)
    for at in range(1, len(parts), 2):
        value = in_time(parts[at], item.date, plan)
        if value is None:
            return None
        parts[at] = value
    return "".join(parts)


def _is_feed(path: str, form: str) -> bool:
    """Whether a path is that of a feed of all posts; there is one for each language."""
    before, lang, after = form.partition("{lang}")
    if not lang:
        return path == form
    return path.startswith(before) and path.endswith(after) and "/" not in path[len(before) :]


_DIGIT: Final = late("[2-9]|1[0-9]")
