"""The folders of a Hugo site: what is mounted where, by its configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import msgspec

from blint.site.globs import literal
from blint.site.preset import Preset

TAXONOMIES: Final = {"category": "categories", "tag": "tags"}
DATES: Final = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")


class Mount(NamedTuple):
    """A folder whose files are those of a component: `content`, `static`, `assets`, `layouts`.

    `source` is relative to the site's folder, `target` to the component, both without slashes at
    the ends. `language` is that of the files, empty where their names tell. `theme` is the name of
    the theme or module that brings the folder, empty for the site's own.
    """

    component: str
    source: str
    target: str = ""
    language: str = ""
    theme: str = ""


def folded(value: Any) -> Any:
    """A configuration with all its keys in lower case, as Hugo reads them."""
    if isinstance(value, Mapping):
        return {str(key).lower(): folded(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [folded(one) for one in value]
    return value


def table(data: Mapping[str, Any], *keys: str) -> Mapping[str, Any]:
    """The table under some keys of a folded configuration; an empty one where there is none."""
    found: Any = data
    for key in keys:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def words(value: Any) -> list[str]:
    """A text, or a list of them, as a list."""
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def tables(value: Any) -> list[Mapping[str, Any]]:
    """The tables in a list, or the one that stands in its place."""
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, Mapping)]


def mounts(data: Mapping[str, Any]) -> tuple[Mount, ...]:
    """The mounts of a folded configuration, the site's own before those of themes."""
    own = tuple(_written(table(data, "module").get("mounts"), ""))
    kept = {mount.component for mount in own}
    defaults = (mount for mount in _defaults(data) if mount.component not in kept)
    return (*own, *defaults, *_of_themes(data))


def themes(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The themes and modules of a folded configuration, and the folders they may be in."""
    names = words(data.get("theme"))
    imports = tables(table(data, "module").get("imports"))
    names += [one["path"] for one in imports if isinstance(one.get("path"), str)]
    home = _clean(data.get("themesdir"), "themes")
    return {name: (f"{home}/{name}", f"_vendor/{name}") for name in names if _is_inside(name)}


def adapt(preset: Preset, data: Mapping[str, Any]) -> Preset:
    """The preset with the folders, taxonomies and dates of a configuration."""
    data = folded(data)
    found = mounts(data)
    content = [one for one in found if one.component == "content"]
    own = [one.source for one in content if not one.theme]
    assets = [one.source for one in found if one.component == "assets"]
    borrowed = [folder for folders in themes(data).values() for folder in folders]
    listed = dict.fromkeys((*own, *assets, _clean(data.get("layoutdir"), "layouts"), *borrowed))
    homes = {one.source: f"/{one.target}" if one.target else "" for one in content}
    return msgspec.structs.replace(
        preset,
        content=tuple(map(literal, dict.fromkeys(own))),
        pages=tuple(literal(one.source) for one in content if one.theme),
        static=tuple(
            (one.source, f"/{one.target}/" if one.target else "/")
            for one in found
            if one.component == "static"
        ),
        homes=tuple(sorted(homes.items(), key=lambda home: -len(home[0]))),
        telling=tuple(literal(one) + end for one in listed for end in ("", "/**")),
        data_files=tuple(f"{literal(one.source)}/**/_index*.md" for one in content),
        route_keys=tuple(dict.fromkeys((*preset.route_keys, *_route_keys(data)))),
    )


def taxonomies(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The front matter keys of the taxonomies: their plurals."""
    found = data.get("taxonomies")
    plurals = found if isinstance(found, Mapping) else TAXONOMIES
    return tuple(str(one).lower() for one in plurals.values() if isinstance(one, str) and one)


def _route_keys(data: Mapping[str, Any]) -> Iterator[str]:
    for one in (data, *table(data, "languages").values()):
        if isinstance(one, Mapping):
            yield from taxonomies(one)
    for names in table(data, "frontmatter").values():
        yield from (name.lower() for name in words(names) if not name.startswith(":"))


def _defaults(data: Mapping[str, Any]) -> Iterator[Mount]:
    content = _clean(data.get("contentdir"), "content")
    languages = table(data, "languages")
    moved = {
        str(code): _clean(one.get("contentdir"), content)
        for code, one in languages.items()
        if isinstance(one, Mapping) and one.get("contentdir")
    }
    for code, folder in moved.items():
        yield Mount("content", folder, language=code)
    if len(moved) < max(len(languages), 1) and content not in moved.values():
        yield Mount("content", content)
    static = [words(data.get(f"staticdir{end}")) for end in ("", *map(str, range(11)))]
    given = [one for several in static for one in several] or ["static"]
    for language in languages.values():
        given += words(language.get("staticdir")) if isinstance(language, Mapping) else []
    for folder in dict.fromkeys(given):
        yield Mount("static", _clean(folder, "static"))
    yield Mount("assets", _clean(data.get("assetdir"), "assets"))


def _of_themes(data: Mapping[str, Any]) -> Iterator[Mount]:
    given_imports = tables(table(data, "module").get("imports"))
    imports = {str(one.get("path")): one for one in given_imports}
    for name, folders in themes(data).items():
        given = imports.get(name, {}).get("mounts")
        for folder in folders:
            if given:
                for one in _written(given, name):
                    yield one._replace(source=f"{folder}/{one.source}")
            else:
                for component in ("content", "static", "assets"):
                    yield Mount(component, f"{folder}/{component}", theme=name)


def _written(value: Any, theme: str) -> Iterator[Mount]:
    """The mounts of a list of tables."""
    for one in tables(value):
        source, target = one.get("source"), one.get("target")
        if isinstance(source, str) and isinstance(target, str) and _is_inside(source):
            component, _, rest = target.replace("\\", "/").strip("/").partition("/")
            language = one.get("lang")
            code = language.lower() if isinstance(language, str) else ""
            yield Mount(component, _clean(source, ""), rest, code, theme)


def _clean(value: Any, default: str) -> str:
    """A folder as the configuration names it; one outside the site is not looked for."""
    if not isinstance(value, str) or not _is_inside(value):
        return default
    return value.replace("\\", "/").removeprefix("./").strip("/") or default


def _is_inside(path: str) -> bool:
    return not path.startswith(("/", "..")) and "/../" not in path
