"""What Docusaurus' configuration says of addresses: read as text, and never run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, Final, NamedTuple

import msgspec

from blint.late import late
from blint.site.configs.js_literals import REST, Computed, read_config
from blint.site.generators.docusaurus.extras import Redirects, blog_of, pages_of
from blint.site.generators.docusaurus.fences import read_fences
from blint.site.generators.docusaurus.options import (
    Unclear,
    at,
    flag,
    module_name,
    table,
    text,
    texts,
    url_path,
)
from blint.site.generators.docusaurus.places import (
    Source,
    categories_of,
    category_files,
    places_of,
    translations_of,
)
from blint.site.generators.docusaurus.plan import EXCLUDED, INCLUDED, Place, Plan, Plugin, braces
from blint.site.generators.docusaurus.sidebars import Open
from blint.site.preset import Preset

Options = Mapping[str, Any]


def read(text_of: Callable[[str], str], config: str, files: Collection[str]) -> dict[str, Any]:
    """What decides on the addresses of a Docusaurus site.

    `baseUrl` and `url` are as in the configuration, `maintainCase` is the setting of that name, of
    the ids of headings. `components` are the languages that are added, see
    `fences`. `plan` is a Plan; there is none where code decides on addresses.
    """
    found = read_config(text_of(config))
    folder, slash, _ = config.rpartition("/")
    said = {key: found[key] for key in ("baseUrl", "url") if isinstance(found.get(key), str)}
    case = at(found, "markdown", "anchors", "maintainCase")
    if case is not None:
        said["maintainCase"] = case
    said["components"] = read_fences(found, folder + slash, files)
    with suppress(Unclear):
        said["plan"] = _plan(found, Source(text_of, folder + slash, frozenset(files)))
    return said


@cache
def default_plan(site: str) -> Plan:
    """The plan of a site in a folder (empty, or ending in `/`) that is configured as most are."""
    config = {"baseUrl": "/", "presets": ["classic"]}
    return _plan(config, Source(lambda _name: "", site, frozenset()))


def adapt(preset: Preset, data: Mapping[str, Any]) -> Preset:
    """The preset with the folders that the configuration names, relative to the site's own."""
    plan = data.get("plan")
    if not isinstance(plan, Plan):
        return preset

    def own(folder: str) -> str:
        name = folder.rstrip("/")
        if folder.startswith(plan.site):
            return name[len(plan.site) :]
        return "../" * plan.site.count("/") + name

    places = plan.places.values()
    current = dict.fromkeys(place.plugin.folder for place in places)
    others = dict.fromkeys(place.folder for place in places if place.folder not in current)
    homes = {(own(place.folder), place.url) for place in places if not place.locale}
    return msgspec.structs.replace(
        preset,
        content=tuple(map(own, current)) or preset.content,
        pages=tuple(map(own, (*others, *plan.static))),
        static=tuple((own(one), "/") for one in plan.static),
        homes=tuple(sorted(homes, reverse=True)),
    )


class _Module(NamedTuple):
    """A plugin with its options; of one that is not known, the name is empty."""

    name: str
    options: Options


def _plan(found: Options, source: Source) -> Plan:
    """Draw up the plan; raises Unclear where code decides on addresses."""
    markdown = table(found, "markdown")
    is_hash = at(found, "future", "experimental_router") not in {None, "browser"}
    if REST in found or not isinstance(found.get("baseUrl"), str) or is_hash:
        raise Unclear
    if any(key in markdown for key in (REST, "preprocessor", "parseFrontMatter")):
        raise Unclear
    slash = found.get("trailingSlash")
    if not isinstance(slash, bool | None):
        raise Unclear
    modules = list(_modules(found))
    plugins = [_plugin(one, source) for one in modules if one.name in _KINDS]
    options = [one.options for one in modules if one.name in _KINDS]
    locales, folders = translations_of(table(found, "i18n"), source)
    pairs = list(zip(plugins, options, strict=True))
    places = [place for pair in pairs for place in places_of(*pair, folders, source)]
    _verify(plugins, places)
    redirects = Redirects(one.options for one in modules if one.name == "client-redirects")
    made, open_below = _categories(pairs, places, source)
    made += [url for plugin in plugins for url in pages_of(plugin)]
    return Plan(
        site=source.site,
        slash=slash,
        locales=locales,
        places={place.folder: place for place in places},
        translated=frozenset(
            file for file in source.files if file.startswith(tuple(folders.values()))
        ),
        static=tuple(map(source.folder, texts(found, "staticDirectories", ("static",)))),
        redirects=redirects.by_target,
        old=redirects.old,
        open_old=redirects.open,
        extensions=redirects.extensions,
        made=frozenset((*made, *_of_every_site(found, modules))),
        open=any(not _HARMLESS.search(one.name) for one in modules),
        open_below=tuple(open_below),
        format=text(markdown, "format", "mdx"),
        raw_images=at(found, "markdown", "hooks", "onBrokenMarkdownImages") not in {None, "throw"},
    )


def _modules(found: Options) -> Iterator[_Module]:
    """The plugins, those of the classic preset among them, and the themes that make pages."""
    for name, options in _listed(found.get("presets")):
        if name == "classic":
            for part in ("docs", "blog", "pages", "sitemap"):
                if options.get(part) is not False:
                    own = part if part == "sitemap" else f"content-{part}"
                    yield _Module(own, table(options, part))
        elif name == "redocusaurus":
            yield _Module("", {})
        else:
            raise Unclear
    for one in _listed(found.get("plugins")):
        if _MAKES_SOURCES.search(one.name):
            raise Unclear
        yield one
    themes = found.get("themes")
    yield from (
        one for one in _listed(themes if isinstance(themes, list) else None) if "search" in one.name
    )


def _listed(value: Any) -> Iterator[_Module]:
    """What a list of plugins, presets or themes names."""
    if not isinstance(value, list | None):
        raise Unclear
    for item in value or ():
        if isinstance(item, Computed) and item.name == REST:
            raise Unclear
        pair = item if isinstance(item, list) else [item]
        if not pair or pair[0] is None or pair[0] is False:
            continue
        name, options = module_name(pair[0]), pair[1] if len(pair) > 1 else None
        if name in _DECIDING and (not isinstance(options, dict | None) or REST in (options or {})):
            raise Unclear
        yield _Module(name, options if isinstance(options, dict) else {})


def _plugin(module: _Module, source: Source) -> Plugin:
    options, kind = module.options, module.name.removeprefix("content-")
    if REST in options:
        raise Unclear
    default, route = ("src/pages", "/") if kind == "pages" else (kind, kind)
    folder = source.folder(text(options, "path", default))
    authors = text(options, "authorsMapPath", "authors.yml")
    return Plugin(
        kind=kind,
        name=text(options, "id", "default"),
        folder=folder,
        route=url_path(text(options, "routeBasePath", route)),
        include=_globs(options, "include", INCLUDED[kind]),
        exclude=_globs(options, "exclude", EXCLUDED),
        tags=text(options, "tagsBasePath", "tags").strip("/"),
        prefixes=flag(options, "numberPrefixParser", default=True),
        blog=blog_of(options, source.data(folder + authors)) if kind == "blog" else None,
    )


def _globs(options: Options, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
    found = texts(options, key, default)
    if any(_STRANGE.search(one) for one in found):
        raise Unclear
    return tuple(glob for one in found for glob in braces(one))


def _verify(plugins: list[Plugin], places: list[Place]) -> None:
    """Raise Unclear where two plugins read the same files, which are then two pages each."""
    if len({place.folder for place in places}) < len(places):
        raise Unclear
    for one in plugins:
        for other in plugins:
            is_inside = one is not other and other.folder.startswith(one.folder)
            if is_inside and one.exclude == EXCLUDED:
                raise Unclear


def _categories(
    pairs: list[tuple[Plugin, Options]], places: list[Place], source: Source
) -> tuple[list[str], list[str]]:
    """The pages of categories, and the versions of which code tells what categories they have."""
    by_folder = category_files(source.files)
    made: list[str] = []
    open_below: list[str] = []
    for plugin, options in pairs:
        for place in places:
            if place.plugin is plugin and plugin.kind == "docs" and not place.locale:
                try:
                    found = categories_of(place, options, by_folder, source)
                    made += [place.url + url for url in found]
                except Open:
                    open_below.append(place.url)
    return made, open_below


def _of_every_site(found: Options, modules: list[_Module]) -> Iterator[str]:
    """The error page, the one for searching and the site map."""
    yield from ("/404.html", "/404")
    theme = found.get("themeConfig")
    algolia = at(theme, "algolia") if isinstance(theme, dict) else None
    if algolia or isinstance(theme, Computed) or (isinstance(theme, dict) and REST in theme):
        path = at(algolia, "searchPagePath") if isinstance(algolia, dict) else None
        yield url_path(path) if isinstance(path, str) else "/search"
    for name, options in modules:
        if name == "sitemap":
            yield url_path(text(options, "filename", "sitemap.xml"))
        elif "search" in name:
            yield "/search"


_KINDS: Final = frozenset(("content-docs", "content-blog", "content-pages"))
_DECIDING: Final = _KINDS | {"classic", "client-redirects"}
# Plugins that write sources of pages themselves before a build.
_MAKES_SOURCES: Final = late(
    r"typedoc|openapi|graphql|remote-content|docgen|proto|swagger|api-extractor|jsdoc|python"
)
_HARMLESS: Final = late(
    r"^(?:content-(?:docs|blog|pages)|client-redirects|sitemap|debug|pwa|less|svgr|rsdoctor"
    r"|ideal-image|css-cascade-layers|google-.*|vercel-analytics)$|search|zoom|analytics|gtag|sass"
    r"|matomo|plausible|umami|hotjar|fathom|posthog|tailwind|postcss|mermaid|live-codeblock"
    r"|lightbox|cookie|chatbot|clarity|sentry|webpack|svg|polyfill"
)
_STRANGE: Final = late(r"[!?*+@]\(|^!|\{[^}]*\{|\.\.")
