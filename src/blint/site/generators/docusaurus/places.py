"""The folders that a Docusaurus site reads its pages from, by plugin, version and language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from posixpath import normpath
from typing import Any, NamedTuple

from blint.site.configs.js_literals import REST
from blint.site.generators.docusaurus.extras import data_in, permalinks
from blint.site.generators.docusaurus.options import (
    Unclear,
    flag,
    module_name,
    table,
    text,
    texts,
    url_path,
)
from blint.site.generators.docusaurus.plan import Locale, Place, Plugin
from blint.site.generators.docusaurus.sidebars import Open, category_urls, sidebars_in

Options = Mapping[str, Any]


class Source(NamedTuple):
    """What a site is read from: its folder (empty, or ending in `/`), and all files there are."""

    text_of: Callable[[str], str]
    site: str
    files: frozenset[str]

    def path(self, path: str) -> str:
        """A path from the project root; raises Unclear where it leads out of it."""
        found = normpath(self.site + path)
        if path.startswith("/") or found.startswith(".."):
            raise Unclear
        return "" if found == "." else found

    def folder(self, path: str) -> str:
        """A folder from the project root, empty or ending in `/`."""
        found = self.path(path)
        return f"{found}/" if found else ""

    def data(self, name: str) -> Any:
        """What a file of data says; None where there is none."""
        return data_in(self.text_of(name)) if name in self.files else None


class Translations(NamedTuple):
    """The languages of a site, and the folder of translations of each that may have one."""

    locales: tuple[Locale, ...]
    folders: Mapping[str, str]


def translations_of(i18n: Options, source: Source) -> Translations:
    """The languages, the default one first."""
    if REST in i18n:
        raise Unclear
    default = text(i18n, "defaultLocale", "en")
    names = texts(i18n, "locales", (default,)) or (default,)
    configs, path = table(i18n, "localeConfigs"), text(i18n, "path", "i18n")
    locales, folders = [], {}
    for name in sorted(names, key=lambda name: name != default):
        own = table(configs, name)
        if REST in configs or REST in own:
            raise Unclear
        base = own.get("baseUrl")
        suffix = "" if name == default else f"/{name}"
        own_base = None if base is None else url_path(text(own, "baseUrl", ""))
        locales.append(Locale(name, suffix, own_base))
        if flag(own, "translate", default=True):
            folders[name] = source.folder(f"{path}/{text(own, 'path', name)}")
    return Translations(tuple(locales), folders)


def places_of(
    plugin: Plugin, options: Options, folders: Mapping[str, str], source: Source
) -> Iterator[Place]:
    """The folders of a plugin: those of the originals, and of their translations by language."""
    own = "" if plugin.name == "default" else f"-{plugin.name}"
    for folder, url, version in _versions(plugin, options, source):
        below = f"docusaurus-plugin-content-{plugin.kind}{own}/{version}"
        localized = tuple((name, start + below) for name, start in folders.items())
        tags = dict(_tags(options, source, (folder, *(one for _, one in localized))))
        original = Place(folder, plugin, url, localized=localized, tags=tags)
        yield original
        for name, start in localized:
            yield original._replace(folder=start, locale=name, original=folder, localized=())


def categories_of(
    place: Place, options: Options, by_folder: Mapping[str, tuple[str, ...]], source: Source
) -> Iterator[str]:
    """The addresses of categories in the sidebars of a version; raises Open where code tells."""
    plugin = place.plugin
    if "sidebarItemsGenerator" in options:
        raise Open
    path = options.get("sidebarPath")
    if place.folder != plugin.folder:
        start = "" if plugin.name == "default" else f"{plugin.name}_"
        version = place.folder.rstrip("/").rpartition("/")[2]
        path = f"{start}versioned_sidebars/{version}-sidebars.json"
    sidebars: Any = None
    if path is not None and path is not False:
        # `require.resolve` gives a path as a name.
        name = path if isinstance(path, str) else module_name(path)
        if not name:
            raise Open
        name = source.path(name)
        sidebars = sidebars_in(name, source.text_of(name)) if name in source.files else None
    data = (
        (folder.rpartition("/")[2], source.data(f"{folder}/{name}"))
        for folder, names in by_folder.items()
        if f"{folder}/".startswith(place.folder)
        for name in names
    )
    yield from category_urls(data, sidebars, prefixes=plugin.prefixes)


def category_files(files: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names of the files that describe a folder as a category, by folder."""
    found: dict[str, tuple[str, ...]] = {}
    for file in files:
        folder, _, name = file.rpartition("/")
        if name in {"_category_.json", "_category_.yml", "_category_.yaml"}:
            found[folder] = (*found.get(folder, ()), name)
    return found


def _versions(plugin: Plugin, options: Options, source: Source) -> Iterator[tuple[str, str, str]]:
    """The folder of each version, its address, and its folder among translations."""
    if plugin.kind != "docs":
        yield plugin.folder, plugin.route, ""
        return
    start = "" if plugin.name == "default" else f"{plugin.name}_"
    names = list(_version_names(f"{source.site}{start}versions.json", options, source))
    last = text(options, "lastVersion", "")
    last = last or next((name for name in names if name != "current"), "current")
    configs = table(options, "versions")
    for name in names:
        own = table(configs, name)
        if REST in configs or REST in own:
            raise Unclear
        default = "" if name == last else "next" if name == "current" else name
        url = url_path(f"{plugin.route}/{text(own, 'path', default)}")
        if name == "current":
            yield plugin.folder, url, "current/"
        else:
            folder = source.folder(f"{start}versioned_docs/version-{name}")
            yield folder, url, f"version-{name}/"


def _version_names(name: str, options: Options, source: Source) -> Iterator[str]:
    found: Any = ()
    if name in source.files and not flag(options, "disableVersioning", default=False):
        found = source.data(name)
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise Unclear
    if "current" not in found and flag(options, "includeCurrentVersion", default=True):
        found = ("current", *found)
    only = texts(options, "onlyIncludeVersions", ())
    yield from (one for one in found if one in only or not only)


def _tags(options: Options, source: Source, folders: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The addresses of tags that a file beside the pages names, below that of all tags."""
    name = options.get("tags", "tags.yml")
    if name is None or name is False:
        return
    if not isinstance(name, str):
        raise Unclear
    for folder in reversed(folders):
        yield from permalinks(source.data(folder + name))
