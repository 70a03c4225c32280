"""Eleventy's pagination: the pages that one template makes of tags, posts and data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from blint.site.generators.eleventy.plan import Plan, lookup_of, without_extension
from blint.site.generators.eleventy.templates import Lookup, expression_of, render
from blint.site.routing.paths import INDEX, address_of, join_url, served_at


class List(NamedTuple):
    """A template that makes several pages: of what, how many things a page, and what they are
    called in the pattern of its addresses."""

    path: str
    data: str
    size: int
    alias: str
    without: frozenset[str]
    permalink: str | None
    page: Mapping[str, Any]


class Made(NamedTuple):
    """The pages that lists make: those that are known by address, and what others look like.

    `numbered` are the later pages of lists of posts, with the first and the number of posts that
    it takes. `firsts` are the first pages of lists by template.
    """

    urls: frozenset[str]
    forms: tuple[re.Pattern[str], ...]
    numbered: Mapping[str, tuple[str, int]]
    firsts: Mapping[str, str]


@lru_cache(maxsize=8)
def lists_of(plan: Plan) -> tuple[List, ...]:
    """All lists of a site."""
    return tuple(_lists(plan))


def _lists(plan: Plan) -> Iterator[List]:
    for path, page in plan.config["pages"].items():
        pagination = page.get("pagination")
        if path not in plan.templates or not pagination:
            continue
        table = pagination if isinstance(pagination, Mapping) else {}
        size, without = table.get("size", 1), table.get("filter", [])
        names = without if isinstance(without, list) else [without]
        permalink = page.get(
            "permalink", plan.data_of(path).get("permalink", plan.config["permalink"])
        )
        yield List(
            path,
            str(table.get("data", "")),
            size if isinstance(size, int) and size > 0 else 0,
            str(table.get("alias", "")),
            frozenset(map(str, names)),
            permalink if isinstance(permalink, str) else None if permalink is None else "{{ ? }}",
            page,
        )


def page_of(one: List, plan: Plan, number: int, item: Any = None) -> str | None:
    """The output file of a page of a list; None where that is not known."""
    lookup = _numbered(one, plan, number, item)
    if not one.permalink:
        # Without a pattern the number is put behind all pages but the first.
        place = default_output(one.path, plan)
        return place if not number else f"{place.removesuffix(INDEX)}{number}/{INDEX}"
    text = render(one.permalink, lookup, plan.config["filters"])
    return None if text is None else output_of_permalink(text, plan.base)


def tag_page(one: List, plan: Plan, tag: str) -> str | None:
    """The output file of the page of a tag."""
    key = (one.path, tag)
    if key not in plan.of_tags:
        plan.of_tags[key] = page_of(one, plan, 0, tag)
    return plan.of_tags[key]


def _numbered(one: List, plan: Plan, number: int, item: Any) -> Lookup:
    usual = lookup_of(one.path, plan, one.page)

    def lookup(name: str) -> Any:
        first, _, rest = name.partition(".")
        if name == "pagination.pageNumber":
            return number
        if item is not None and (first == one.alias or name.startswith("pagination.items[0]")):
            value = item
            for key in rest.split(".") if rest else ():
                value = value.get(key) if isinstance(value, Mapping) else None
            return value
        return usual(name)

    return lookup


@lru_cache(maxsize=8)
def made_of(plan: Plan) -> Made:
    """What all lists of a site make beside the pages of their tags."""
    urls: set[str] = set()
    forms: list[re.Pattern[str]] = []
    numbered: dict[str, tuple[str, int]] = {}
    firsts: dict[str, str] = {}
    for one in lists_of(plan):
        items = _items(one, plan)
        first = page_of(one, plan, 0, items[0] if items else None)
        if first is not None:
            firsts[one.path] = first
        pages, later = _pages(one, plan, items, first)
        numbered |= later
        if None in pages:
            forms.append(_form(one, plan))
        for page in filter(None, pages):
            urls.update(served_at(page))
    return Made(frozenset(urls), tuple(forms), numbered, firsts)


def _pages(
    one: List, plan: Plan, items: list[Any] | None, first: str | None
) -> tuple[list[str | None], dict[str, tuple[str, int]]]:
    """The pages of a list: those that are there, with None for others, and those that are there if
    it has posts enough."""
    if is_of_tags(one):
        names = (plan.config["collections"] | {"all"}) - one.without
        pages = [page_of(one, plan, 0, name) for name in sorted(names)]
        return [*pages, *([] if plan.knows_tags else [None])], {}
    if items is not None:
        return [page_of(one, plan, at, item) for at, item in enumerate(items)], {}
    name = posts_of(one)
    if first is None or name is None or not one.size:
        return [None], {}
    later = [page_of(one, plan, number) for number in range(1, _MOST)]
    is_counted = name not in plan.config["collections"] and plan.knows_tags
    if not is_counted or None in later or plan.config["openCollections"]:
        return later, {}
    numbered: dict[str, tuple[str, int]] = {}
    for number, page in enumerate(later, 1):
        for url in served_at(page) if page is not None and page != first else ():
            numbered.setdefault(url, (first, number * one.size + 1))
    return [], numbered


def is_of_tags(one: List) -> bool:
    """Whether a list has a page for each tag."""
    return one.data == "collections" and one.size == 1


def posts_of(one: List) -> str | None:
    """The collection that a list is made of, if it is one."""
    return one.data[12:] if re.fullmatch(r"collections\.\w+", one.data) else None


def _items(one: List, plan: Plan) -> list[Any] | None:
    """What a list of data has on each of its pages; None where it is not of plain data."""
    name, _, rest = one.data.partition(".")
    value = one.page.get(name, plan.config["globals"].get(name))
    for key in rest.split(".") if rest else ():
        value = value.get(key) if isinstance(value, Mapping) else None
    if isinstance(value, Mapping):
        value = list(value)
    if not isinstance(value, list) or not one.size:
        return None
    value = [item for item in value if not isinstance(item, str) or item not in one.without]
    if one.size == 1:
        return value[:_MANY]
    return [value[at : at + one.size] for at in range(0, len(value), one.size)][:_MANY]


def _form(one: List, plan: Plan) -> re.Pattern[str]:
    """What the addresses of a list look like, as far as its pattern tells."""
    if not one.permalink:
        place = re.escape(address_of(default_output(one.path, plan)).rstrip("/"))
        return re.compile(f"{place}/\\d+(?:/.*)?")
    text = expression_of(one.permalink, lookup_of(one.path, plan, one.page), plan.config["filters"])
    text = text.removesuffix("/").removeprefix("/")
    return re.compile(f"{re.escape(plan.base)}/+{text}/*(?:{INDEX})?", re.DOTALL)


def output_of_permalink(text: str, base: str) -> str | None:
    """The output file of a permalink; None of an empty one, for which the usual rule holds."""
    text = text.strip()
    if not text:
        return None
    path = join_url("/", f"/{text}")
    return base + (path + INDEX if path.endswith("/") else path)


def default_output(path: str, plan: Plan) -> str:
    """The output file of a page without a permalink: its path as it is, as a folder."""
    stem = without_extension(path)[len(plan.source) :]
    folder, _, name = stem.rpartition("/")
    if name == "index" or (name and name == folder.rpartition("/")[2]):
        stem = folder
    return f"{plan.base}/{stem}/{INDEX}" if stem else f"{plan.base}/{INDEX}"


# So many pages of one list of posts are told apart.
_MOST: Final = 200
_MANY: Final = 5000
