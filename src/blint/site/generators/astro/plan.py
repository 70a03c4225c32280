"""What all of an Astro site tells of its addresses, drawn up once for each layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from blint.late import late
from blint.site.configs.js_literals import REST, read_value
from blint.site.generators.astro.config import (
    Entries,
    at,
    claimed_by,
    collections,
    has_unknown_plugins,
    integrations,
    plain_text,
    unknown_makers,
)
from blint.site.generators.astro.files import (
    FileRoute,
    Format,
    fallbacks_of,
    file_route,
    form_of,
    format_of,
    output,
    path_of,
)
from blint.site.generators.astro.globs import glob_test
from blint.site.generators.astro.texts import Made, read_route
from blint.site.globs import Test
from blint.site.routing.model import Layout


class Served(NamedTuple):
    """A dynamic route, and what it makes pages of."""

    file: FileRoute
    made: Made


class Held(NamedTuple):
    """A collection, its folder relative to the project root, and which paths below it are in it."""

    entries: Entries
    folder: str
    holds: Test


class List(NamedTuple):
    """The pages that `paginate()` makes: the form of a list's own path, and how many posts a page.

    `rest`: the first page is at that path itself, and not at `/1`.
    """

    form: re.Pattern[str]
    size: int
    rest: bool


class Plan(NamedTuple):
    """What decides on addresses.

    `pages` is the folder of file routes. `files` are the sources of static routes by their output,
    as a URL path without the base. `held` None: it is not known which collections there are.
    `served` are the routes that show entries. `fallbacks` are the routes at which a static one is
    shown for want of a translation. `redirects` lead from routes to destinations, `moved` are they
    by the path that they lead to. `lists` are those with pages that follow from their posts.
    `open` and `open_files` match the paths of pages and files that the author's code may make;
    `unclear`: of posts as well. `assets` is the folder of bundled files, `config` the file that
    makes redirects and sitemaps. `ids` are those in templates, `aliases` the prefixes that stand
    for folders in paths of images. `rewrites`: plugins may change links. `unseen`: something may
    make pages that nothing tells of, though hardly in `sections`, what routes begin
    with, and surely in `foreign`.
    """

    format: Format
    pages: str
    files: Mapping[str, str]
    held: tuple[Held, ...] | None
    served: tuple[Served, ...]
    fallbacks: Mapping[str, tuple[str, ...]]
    redirects: Mapping[str, str]
    moved: Mapping[str, tuple[str, ...]]
    lists: tuple[List, ...]
    open: re.Pattern[str] | None
    open_files: re.Pattern[str] | None
    unclear: bool
    assets: str
    config: tuple[str, ...]
    ids: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...]
    mdx: bool
    rewrites: bool
    unseen: bool
    sections: frozenset[str]
    foreign: frozenset[str]


def plan_of(layout: Layout) -> Plan:
    """The plan of a layout."""
    return _kept(Same(layout))


class Same:
    """A layout as what it is the same as: itself."""

    __slots__ = ("layout",)

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def __hash__(self) -> int:
        return id(self.layout)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.layout is self.layout


@lru_cache(maxsize=16)
def _kept(key: Same) -> Plan:
    layout = key.layout
    config = layout.config
    form = format_of(config) or "directory"
    source = f"{layout.site}{plain_text(config.get('srcDir'), 'src')}/"
    makers = list(unknown_makers(config))
    names = {call.name.lower() for call in integrations(config)}
    mdx = any("mdx" in name or "starlight" in name for name in names) or "" in names
    files = dict(_file_routes(layout, f"{source}pages/", mdx=mdx))
    held = _held(layout, source)
    served = tuple(_served(layout, files))
    redirects = _redirects(config)
    plain = tuple(one for one in served if _is_plain(one, held))
    code = [one.file for one in served if one not in plain or one.made.size == 0]
    static = {route.route: route for route in files.values() if not route.names}
    fallbacks = dict(fallbacks_of(config, static))
    return Plan(
        format=form,
        pages=f"{source}pages/",
        files=_outputs(files, fallbacks, form),
        held=held,
        served=plain,
        fallbacks=fallbacks,
        redirects=redirects or {},
        moved=_moved(redirects or {}, layout.base),
        lists=tuple(_numbers(plain)),
        open=_open([one for one in code if one.page], redirects or {}),
        open_files=_open([one for one in code if not one.page], {}),
        unclear=held is None or any(one.page for one in code) or _has_unknown(held),
        assets=plain_text(at(config, "build", "assets"), "_astro"),
        config=tuple(name for name in layout.telling if "astro.config." in name),
        ids=tuple(dict.fromkeys(_ids(layout, files))),
        aliases=tuple(_aliases(layout)),
        mdx=mdx,
        rewrites=has_unknown_plugins(config),
        unseen=redirects is None or bool(makers),
        foreign=frozenset(part for call in makers for part in claimed_by(call)),
        sections=frozenset(f"{route.route}/" for route in files.values()),
    )


def _file_routes(layout: Layout, pages: str, *, mdx: bool) -> Iterator[tuple[str, FileRoute]]:
    for name in layout.telling:
        if name.startswith(pages) and (mdx or not name.endswith(".mdx")):
            route = file_route(name[len(pages) :])
            if route is not None:
                yield name, route


def _outputs(
    files: Mapping[str, FileRoute], fallbacks: Mapping[str, tuple[str, ...]], form: Format
) -> dict[str, str]:
    """The files of static routes by their output, and by those of their fallbacks."""
    found: dict[str, str] = {}
    for name, route in files.items():
        if not route.names:
            found[output(route.route, form, page=route.page, index=route.is_index)] = name
            for other in fallbacks.get(route.route, ()):
                found.setdefault(output(other, form), name)
    return found


def _served(layout: Layout, files: Mapping[str, FileRoute]) -> Iterator[Served]:
    rendered = at(layout.config, "output") not in (None, "static")
    for name, route in files.items():
        if route.names:
            text = layout.data.get(name, {}).get("text", "")
            yield Served(route, read_route(str(text), route.names, rendered=rendered))


def _is_plain(one: Served, held: tuple[Held, ...] | None) -> bool:
    """Whether it is known which pages a route makes."""
    if one.made.kind == "open" or held is None:
        return False
    known = {each.entries.name: each.entries for each in held}
    for name in one.made.collections:
        entries = known.get(name) or known.get("")
        if entries is None or entries.others or not entries.by_rule:
            return False
    return True


def _held(layout: Layout, source: str) -> tuple[Held, ...] | None:
    if "collections" not in layout.config:
        # As it was before Astro 5: each folder is a collection.
        legacy = Entries("", "", ("**/*.{md,mdx}", "!**/_*", "!**/_*/**"))
        return (Held(legacy, f"{source}content/", glob_test(legacy.globs)),)
    found = collections(layout.config)
    if found is None:
        return None
    return tuple(Held(one, layout.site + one.folder, glob_test(one.globs)) for one in found)


def _redirects(config: Mapping[str, Any]) -> dict[str, str] | None:
    """The redirects by the path they are at; None where they are not known."""
    found = config.get("redirects", {})
    if not isinstance(found, dict) or REST in found:
        return None
    redirects: dict[str, str] = {}
    for start, end in found.items():
        target = end.get("destination") if isinstance(end, dict) else end
        redirects[f"/{start.strip('/')}"] = target if isinstance(target, str) else ""
    return redirects


def _open(files: list[FileRoute], redirects: Mapping[str, str]) -> re.Pattern[str] | None:
    forms = [form_of(one.route) for one in files]
    # A redirect with parameters leads from as many addresses as its destination has.
    routes = {one.route for one in files}
    forms += [form_of(start) for start, end in redirects.items() if end in routes]
    return re.compile("|".join(f"(?:{one})" for one in forms)) if forms else None


def _numbers(served: tuple[Served, ...]) -> Iterator[List]:
    for route, made in served:
        if made.size:
            start, _, last = route.route.rpartition("/")
            yield List(re.compile(form_of(start or "/")), made.size, last.startswith("[..."))


def _has_unknown(held: tuple[Held, ...]) -> bool:
    """Whether a collection may hold any file."""
    return any(not one.entries.folder and not one.entries.by_rule for one in held)


def _ids(layout: Layout, files: Mapping[str, FileRoute]) -> Iterator[str]:
    for name, said in layout.data.items():
        route = files.get(name)
        if route is None or route.names:
            for match in _ID.finditer(str(said.get("text", ""))):
                yield match[2]


def _aliases(layout: Layout) -> Iterator[tuple[str, str]]:
    """What the prefixes of `paths` in `tsconfig.json` and of Vite's aliases stand for."""
    for name in ("tsconfig.json", "jsconfig.json"):
        said = read_value(str(layout.data.get(layout.site + name, {}).get("text", "")))
        found = at(said, "compilerOptions") if isinstance(said, dict) else None
        paths = at(found, "paths") if isinstance(found, dict) else None
        root = plain_text(at(found, "baseUrl") if isinstance(found, dict) else None, ".")
        for prefix, targets in paths.items() if isinstance(paths, dict) else ():
            for target in targets if isinstance(targets, list) else ():
                if isinstance(target, str):
                    start = "" if root == "." else f"{root}/"
                    yield prefix, layout.site + start + target.removeprefix("./")
    vite = at(layout.config, "vite", "resolve", "alias")
    if vite is not None:
        # Most of these are computed: whatever begins like that is not for blint to say.
        yield "*", ""


def _moved(redirects: Mapping[str, str], base: str) -> dict[str, tuple[str, ...]]:
    """The paths of redirects by the path, or the dynamic route, that they lead to."""
    found: dict[str, tuple[str, ...]] = {}
    for start, end in redirects.items():
        path = end.partition("#")[0].partition("?")[0]
        if "[" in start or "[" in path:
            found[end] = (*found.get(end, ()), start)
        elif path[:1] == "/" and f"{path}/".startswith(f"{base}/"):
            path = path_of(path[len(base) :] or "/")
            found[path] = (*found.get(path, ()), start)
    return found


_ID: Final = late(r"\bid=\{?(['\"])([^\"'{}]+)\1")
