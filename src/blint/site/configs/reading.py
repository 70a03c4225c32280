"""What a generator's own config file says, where that is data and not a program."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any, cast

import msgspec

from blint.reading.nodes import Node
from blint.site.configs.literals import read_literals
from blint.site.globs import matcher
from blint.site.links import redirects
from blint.site.links.redirects import Redirects
from blint.site.presets import Preset

SIZE_LIMIT = 1024 * 1024


def read_generator_config(
    root: Path, files: Collection[str], config: str, preset: Preset
) -> dict[str, Any]:
    """The data in a config file, empty where it has none.

    A program is never run: of one, the keys that the preset asks for are taken where a plain value
    stands there.
    """
    if preset.name == "hugo":
        return _canonical(_hugo(root, files, config))
    if not config:
        return {}
    if preset.name in _READERS:
        read = importlib.import_module(_READERS[preset.name]).read
        return cast(dict[str, Any], read(partial(read_small, root), config, files))
    if Path(config).suffix in _PROGRAMS:
        return read_literals(config, read_small(root, config), preset.literals)
    if preset.name.startswith("mkdocs"):
        from blint.site.generators.mkdocs.config import read_mkdocs

        return read_mkdocs(lambda one: read_small(root, one) if one in files else "", config)
    return _data(root, config)


def adapt(preset: Preset, data: Mapping[str, Any]) -> Preset:
    """The preset with the content folders that a config file moved elsewhere."""
    if preset.name == "hugo":
        from blint.site.generators.hugo.folders import adapt as adapt_hugo

        return adapt_hugo(preset, data)
    if preset.name in _READERS:
        if not data:
            return preset
        return cast(Preset, importlib.import_module(_READERS[preset.name]).adapt(preset, data))
    moved: dict[str, str] = {}
    for key, folder in _FOLDERS.get(preset.name.partition("-")[0], ()):
        value = data.get(key)
        if isinstance(value, str) and ".." not in value and not value.startswith("/"):
            name = value.removeprefix("./").strip("/")
            moved[folder] = "" if name == "." else name
    if not moved:
        return preset
    return msgspec.structs.replace(
        preset,
        content=tuple(_move(one, moved) for one in preset.content),
        pages=tuple(_move(one, moved) for one in preset.pages),
        static=tuple((_move(folder, moved), url) for folder, url in preset.static),
        homes=tuple((_move(folder, moved), url) for folder, url in preset.homes),
        draft_folders=tuple(_move(one, moved) for one in preset.draft_folders),
        telling=tuple(_move(one, moved) for one in preset.telling),
        data_files=tuple(_move(one, moved) for one in preset.data_files),
    )


def site_address(preset: Preset, data: Mapping[str, Any]) -> str:
    """The site's full address, with the base path, as its own configuration has it, or nothing."""
    for key in preset.host_keys:
        value = data.get(key)
        match = _ADDRESS.match(value) if isinstance(value, str) else None
        if match is not None:
            return match[0] + base_path("", preset, data)
    return ""


def base_path(base_url: str, preset: Preset, data: Mapping[str, Any]) -> str:
    """The path below which the host serves the site: of `base_url`, else of the generator's own."""
    texts = (
        base_url,
        *(value for key in preset.base_keys if isinstance(value := data.get(key), str)),
    )
    text = next((text for text in texts if text), "")
    path = _ADDRESS.sub("", text).partition("?")[0].strip("/")
    return f"/{path}" if path else ""


def telling_files(preset: Preset, folder: str, files: Collection[str]) -> tuple[str, ...]:
    """The files of a site whose names tell how its addresses are made."""
    if not preset.telling:
        return ()
    prefix = f"{folder}/" if folder else ""
    return tuple(sorted(filter(matcher(prefix + glob for glob in preset.telling), files)))


def read_folder_data(
    root: Path, preset: Preset, folder: str, files: Collection[str]
) -> dict[str, Mapping[str, Any]]:
    """What the files say that hold settings for their folder, by path; empty ones left out."""
    if not preset.data_files:
        return {}
    prefix = f"{folder}/" if folder else ""
    names = filter(matcher(prefix + glob for glob in preset.data_files), files)
    found = {name: _settings_in(root, name, preset) for name in sorted(names)}
    return {name: data for name, data in found.items() if data}


def _settings_in(root: Path, name: str, preset: Preset) -> Mapping[str, Any]:
    if name.endswith(".md"):
        from blint.reading.front_matter import read_front_matter

        return read_front_matter(read_small(root, name), dialect=preset.dialect).data
    if name.endswith(_AS_TEXT):
        text = read_small(root, name)
        return {"text": text} if text else {}
    return _data(root, name)


def read_redirect_files(
    root: Path, preset: Preset, folder: str, files: Collection[str]
) -> Redirects:
    """The redirect rules of a site's host."""
    prefix = f"{folder}/" if folder else ""
    places = {"", prefix, *(f"{prefix}{one}/" for one, url in preset.static if one and url == "/")}
    patterns: list[str] = []
    for place in sorted(places):
        for name in redirects.FILES:
            if place + name in files:
                patterns += redirects.read_redirects(name, read_small(root, place + name))
    seen = any(place + name in files for place in places for name in redirects.PROGRAMS)
    return Redirects(tuple(dict.fromkeys(patterns)), seen)


def loads_languages(data: Mapping[str, Any]) -> bool:
    """Whether a config file brings highlighter languages from files of its own (Zola's does)."""
    markdown = data.get("markdown")
    tables = (markdown, markdown.get("highlighting")) if isinstance(markdown, Mapping) else ()
    keys = ("extra_grammars", "extra_syntaxes_and_themes", "extra_syntaxes")
    return any(isinstance(t, Mapping) and any(map(t.get, keys)) for t in tables)


def read_small(root: Path, name: str) -> str:
    """The text of a small regular file under the root; empty where it is none or unreadable."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(root / name, flags)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(SIZE_LIMIT).decode(errors="replace").removeprefix("\ufeff")
    except OSError:
        return ""


_CONFIG_FOLDER = re.compile(r"(?:^|(?<=/))config/_default/[^/]*$")
_PROGRAMS = frozenset((".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".py"))
_ADDRESS = re.compile(r"^(?:https?:)?//[^/?#]+", re.IGNORECASE)

# Files of which the code that uses them wants the text: programs, and JSON with comments.
_AS_TEXT = (
    *(".astro", ".ts", ".tsx", ".js", ".jsx", ".mjs", "tsconfig.json", "jsconfig.json"),
    "Gemfile",
)

# Modules that read configurations which are programs, and adapt the preset to them.
_READERS = {
    "astro": "blint.site.generators.astro.config",
    "starlight": "blint.site.generators.astro.config",
    "next": "blint.site.generators.next.config",
    "docusaurus": "blint.site.generators.docusaurus.config",
    "eleventy": "blint.site.generators.eleventy.config",
    "vitepress": "blint.site.generators.vitepress.config",
    "pelican": "blint.site.generators.pelican.config",
    "hexo": "blint.site.generators.hexo.config",
}

# The keys that move a folder, and the folder they move, by generator.
_FOLDERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "mkdocs": (("docs_dir", "docs"),),
}

# Hugo takes its keys in any case; these are the ones blint asks for.
_SPELLINGS = {name.casefold(): name for name in ("baseURL", "buildFuture", "uglyURLs")}


def _move(folder: str, moved: Mapping[str, str]) -> str:
    first, slash, rest = folder.partition("/")
    return f"{moved.get(first, first)}{slash}{rest}"


def _canonical(data: dict[str, Any]) -> dict[str, Any]:
    return {_SPELLINGS.get(key.casefold(), key): value for key, value in data.items()}


def _hugo(root: Path, files: Collection[str], config: str) -> dict[str, Any]:
    """Hugo's configuration: a file, and those in the folders for all builds and for publishing.

    Each file in a folder holds the table that its name says, one called `hugo` or `config` the
    rest; those for one language only are left out.
    """
    start = _CONFIG_FOLDER.sub("", config)
    found = _data(root, config) if start == config and config else {}
    home = start[: start.rfind("/") + 1]
    for folder in ("_default", "production"):
        prefix = f"{home}config/{folder}/"
        for name in sorted(name for name in files if name.startswith(prefix)):
            table, _, ending = name[len(prefix) :].partition(".")
            if ending and "." not in ending and "/" not in name[len(prefix) :]:
                data = _data(root, name)
                found = _merged(found, data if table in {"hugo", "config"} else {table: data})
    return found


def _merged(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Two configurations in one; the second counts where both say something."""
    found = dict(first)
    spelled = {key.casefold(): key for key in found}
    for key, value in second.items():
        old = spelled.get(key.casefold(), key)
        both = isinstance(value, Mapping) and isinstance(found.get(old), Mapping)
        found[old] = _merged(found[old], value) if both else value
    return found


def _data(root: Path, name: str) -> dict[str, Any]:
    node = _parse(Path(name).suffix, read_small(root, name))
    return node.value if node is not None and node.kind == "mapping" else {}


def _parse(suffix: str, text: str) -> Node | None:
    if suffix in {".yaml", ".yml"}:
        from blint.reading.yaml_reader import read_yaml

        return read_yaml(text).root
    if suffix == ".toml":
        from blint.reading.toml_reader import read_toml

        return read_toml(text).root
    if suffix == ".json":
        from blint.reading.json_reader import read_json

        return read_json(text).root
    return None
