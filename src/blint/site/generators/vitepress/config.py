"""What VitePress' configuration says of addresses: read as text, and never run."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from posixpath import join, normpath
from typing import Any, Final

import msgspec

from blint.late import late
from blint.site.configs.js_literals import REST, Computed, read_config, read_module, read_value
from blint.site.generators.vitepress.fences import read_fences
from blint.site.headings.js_slugs import slug_steps
from blint.site.preset import Preset


def read(text_of: Callable[[str], str], config: str, files: Collection[str]) -> dict[str, Any]:
    """What decides on the addresses of a VitePress site.

    `base`, `srcDir` and `cleanUrls` are as in the configuration; `hostname` is that of the sitemap.
    `rewrites` are pairs of patterns, `exclude` globs. `dynamic` are the paths of the pages made
    from `[name].md`, below `srcDir`, with `[name]` where the names are computed. `attrs`: lists of
    attributes are read. `footnotes`: there are such. `levels` and `slugs` are those of headings
    with an id, and how it is made; None: not known. `baseOpen`: the base path is computed, `moved`:
    so are rewrites. `unclear`: code decides on addresses. `code`: see `fences`.
    """
    folder, name = config.rpartition(".vitepress/")[::2]
    if name.startswith("config/"):
        # Of a folder of configuration files, only `index` is the configuration.
        indexes = (f"{folder}.vitepress/config/index.{one}" for one in _EXTENSIONS)
        config = next(filter(files.__contains__, indexes), config)
    text, found = _whole(text_of, config, files)
    markdown = _table(found.get("markdown"))
    source = found.get("srcDir", ".")
    source = normpath(source) if isinstance(source, str) else ""
    rewrites = found.get("rewrites", {})
    pairs = [*rewrites.items()] if isinstance(rewrites, Mapping) else []
    inside = "" if source == "." else f"{source}/"
    return {
        "base": base if isinstance(base := found.get("base", "/"), str) else "/",
        "baseOpen": not isinstance(found.get("base", ""), str),
        "moved": not isinstance(rewrites, Mapping)
        or not all(isinstance(to, str) and key != REST for key, to in pairs),
        "srcDir": source,
        "cleanUrls": found.get("cleanUrls") is True,
        "hostname": _table(found.get("sitemap")).get("hostname"),
        "rewrites": tuple((key, to) for key, to in pairs if isinstance(to, str) and key != REST),
        "exclude": tuple(one for one in _list(found.get("srcExclude")) if isinstance(one, str)),
        "dynamic": tuple(_dynamic(text_of, f"{folder}{inside}", files)),
        "attrs": _table(markdown.get("attrs")).get("disable") is not True,
        "footnotes": "footnote" in text,
        "code": read_fences(found.get("markdown")),
        **_headings(markdown, text, known=not isinstance(found.get("markdown"), Computed)),
        "unclear": not source
        or source.startswith(("..", "/"))
        or isinstance(found.get("cleanUrls"), Computed)
        or REST in found
        or _CHANGES_LINKS.search(text) is not None,
    }


def adapt(preset: Preset, data: Mapping[str, Any]) -> Preset:
    """The preset with the folders that the configuration names."""
    source = data["srcDir"] if data["srcDir"] != "." else ""
    if data["unclear"] and (source.startswith(("..", "/")) or not data["srcDir"]):
        return preset
    inside = f"{source}/" if source else ""
    globs = (*data["exclude"], "**/dist")
    return msgspec.structs.replace(
        preset,
        content=(source,),
        homes=((source, ""),),
        static=((f"{inside}public", "/"),),
        skip=tuple(inside + one.removeprefix("./").strip("/") for one in globs),
        project_files=True,
    )


def _whole(
    text_of: Callable[[str], str], config: str, files: Collection[str]
) -> tuple[str, dict[str, Any]]:
    """The text and the object of a configuration, with those of its own that it spreads."""
    text = text_of(config)
    found = read_config(text)
    if len(found) == 1 and REST in found and (match := _INSIDE.search(text)):
        # A function gives the object, or a type stands before it.
        value = read_value(text[match.end() - 1 :])
        found = dict(value) if isinstance(value, Mapping) else found
    if REST not in found:
        return text, found
    for name in _relative_imports(text, config, files):
        other = text_of(name)
        text += f"\n{other}"
        module = read_module(other)
        for value in (module.default, *module.constants.values()):
            for key, one in _object(value).items():
                if key in _KEYS:
                    found.setdefault(key, one)
        if len(found) > 1:
            found.pop(REST, None)
    return text, found


def _object(value: Any) -> Mapping[str, Any]:
    if isinstance(value, Computed) and value.arguments:
        return _table(value.arguments[0])
    return _table(value)


def _relative_imports(text: str, config: str, files: Collection[str]) -> Iterator[str]:
    folder = config.rpartition("/")[0]
    for match in _IMPORT.finditer(text):
        path = normpath(join(folder, match[1]))
        stem = re.sub(r"\.[mc]?[jt]s$", "", path)
        names = (path, *(f"{stem}.{one}" for one in _EXTENSIONS))
        yield from (name for name in dict.fromkeys(names) if name in files)


def _headings(markdown: Mapping[str, Any], text: str, *, known: bool) -> dict[str, Any]:
    """Which headings have an id, and what makes it: the steps, or None where that is not known."""
    anchor = markdown.get("anchor", {})
    options = _table(anchor)
    level = options.get("level", 1)
    levels: Any = [one for one in range(1, 7) if isinstance(level, int) and one >= level]
    if isinstance(level, list):
        levels = [one for one in level if isinstance(one, int)]
    known = known and not isinstance(anchor, Computed) and REST not in {*options, *markdown}
    slugs = slug_steps(text) if "slugify" in options else ()
    if "getTokensText" in options:
        slugs = None
    known = known and isinstance(level, int | list)
    return {"levels": tuple(levels) if known else None, "slugs": slugs if known else None}


def _dynamic(text_of: Callable[[str], str], source: str, files: Collection[str]) -> Iterator[str]:
    """The paths of pages that are made from a template, below the source folder."""
    for name in sorted(files):
        if "[" not in name or not name.endswith(".md") or not name.startswith(source):
            continue
        paths = (f"{name[:-3]}.paths.{one}" for one in _EXTENSIONS)
        maker = next(filter(files.__contains__, paths), None)
        if maker is None:
            continue
        template = name[len(source) :]
        rows = _params(text_of(maker))
        if rows is None:
            yield template
            continue
        for row in rows:
            yield re.sub(r"\[(\w+)\]", partial(_filled, row), template)


def _filled(row: Mapping[str, Any], match: re.Match[str]) -> str:
    return str(row.get(match[1], match[0]))


def _params(text: str) -> list[Mapping[str, Any]] | None:
    """The parameters of all pages of a dynamic route; None where they are computed."""
    match = _PATHS.search(text)
    rows = read_value(text[match.end() - 1 :]) if match else None
    if not isinstance(rows, list):
        return None
    found = [_table(_table(row).get("params")) for row in rows]
    plain = all(row and all(isinstance(v, str | int) for v in row.values()) for row in found)
    return found if plain and all(REST not in row for row in found) else None


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


_EXTENSIONS: Final = ("js", "ts", "mjs", "mts")
_KEYS: Final = frozenset(
    ("base", "srcDir", "cleanUrls", "rewrites", "srcExclude", "sitemap", "markdown")
)
_IMPORT: Final = late(r"\bimport\b[^;'\"]*?['\"](\.\.?/[^'\"\n]+)['\"]")
_INSIDE: Final = late(
    r"(?:\bdefineConfig\w*\s*(?:<[^()]*?>)?\(\s*(?:(?:async\s*)?\([^()]*\)\s*=>\s*\(?\s*)?"
    r"|\breturn\s+)\{"
)
_PATHS: Final = late(
    r"\bpaths\s*(?:\(\s*\)\s*\{\s*return\s*|:\s*(?:(?:async\s*)?\(\s*\)\s*=>\s*)?)\["
)
# What plugins are called, or set, that make other links of links.
_CHANGES_LINKS: Final = late(
    r"\blink_open\b|normalizeLink|replace-?link|wiki-?link|relative-?link|bi-?directional-?links",
    re.IGNORECASE,
)
