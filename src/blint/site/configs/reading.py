"""What a generator's own config file says, where that is data and not a program."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Collection, Mapping
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, cast

from blint.late import late
from blint.reading.nodes import Node
from blint.site.globs import matcher
from blint.site.links import redirects
from blint.site.links.redirects import Redirects
from blint.site.presets import Preset

SIZE_LIMIT = 1024 * 1024


class Drafted(NamedTuple):
    """A project some of whose files hold something else for one run, by path from its root."""

    root: Path
    drafts: Mapping[str, bytes]


Root = Path | Drafted
"""Where the files of a project are read from."""


def read_generator_config(
    root: Root, files: Collection[str], config: str, preset: Preset
) -> dict[str, Any]:
    """The data in a config file, empty where it has none.

    A program is never run: what is plain in its text is taken. A generator that needs more than the
    data of one file has a module `config` in its folder.
    """
    if not config:
        return {}
    own = _module_of(preset)
    if own is not None:
        return cast(dict[str, Any], own.read(partial(read_small, root), config, files))
    return parse_data(config, read_small(root, config))


def adapt(preset: Preset, data: Mapping[str, Any]) -> Preset:
    """The preset with the content folders that a config file moved elsewhere."""
    own = _module_of(preset) if data else None
    return cast(Preset, own.adapt(preset, data)) if own is not None else preset


def parse_data(name: str, text: str) -> dict[str, Any]:
    """The table in the text of a YAML, TOML or JSON file, by its name; empty if it holds none."""
    node = _parse(Path(name).suffix, text)
    return node.value if node is not None and node.kind == "mapping" else {}


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
    root: Root, preset: Preset, folder: str, files: Collection[str]
) -> dict[str, Mapping[str, Any]]:
    """What the files say that hold settings for their folder, by path; empty ones left out."""
    if not preset.data_files:
        return {}
    prefix = f"{folder}/" if folder else ""
    names = filter(matcher(prefix + glob for glob in preset.data_files), files)
    found = {name: _settings_in(root, name, preset) for name in sorted(names)}
    return {name: data for name, data in found.items() if data}


def _settings_in(root: Root, name: str, preset: Preset) -> Mapping[str, Any]:
    if name.endswith(".md"):
        from blint.reading.front_matter import read_front_matter

        return read_front_matter(read_small(root, name), dialect=preset.dialect).data
    if name.endswith(_AS_TEXT):
        text = read_small(root, name)
        return {"text": text} if text else {}
    return parse_data(name, read_small(root, name))


def read_redirect_files(
    root: Root, preset: Preset, folder: str, files: Collection[str]
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


def read_small(root: Root, name: str) -> str:
    """The text of a small regular file under the root; empty where it is none or unreadable."""
    if isinstance(root, Drafted):
        draft = root.drafts.get(name)
        if draft is not None:
            return draft[:SIZE_LIMIT].decode(errors="replace").removeprefix("\ufeff")
        root = root.root
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(root / name, flags)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(SIZE_LIMIT).decode(errors="replace").removeprefix("\ufeff")
    except OSError:
        return ""


_ADDRESS = late(r"^(?:https?:)?//[^/?#]+", re.IGNORECASE)

# Files of which the code that uses them wants the text: programs, and JSON with comments.
_AS_TEXT = (
    *(".astro", ".ts", ".tsx", ".js", ".jsx", ".mjs", "tsconfig.json", "jsconfig.json"),
    "Gemfile",
)


@cache
def _module_of(preset: Preset) -> ModuleType | None:
    """The module that reads the configuration of a generator, if it has one of its own."""
    name = f"blint.site.generators.{preset.name.replace('-', '_')}.config"
    return importlib.import_module(name) if find_spec(name) is not None else None


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
