"""Hexo's configuration, with the packages that are installed for the site."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

import msgspec

from blint.site.preset import Preset

PACKAGES: Final = "(packages)"
"""The key of the names of all packages that a site depends on; missing where none are listed."""

TextOf = Callable[[str], str]


def read(text_of: TextOf, config: str, files: Collection[str]) -> dict[str, Any]:
    """What the configuration file says; of several, Hexo takes the first of `.yml`, `.json`."""
    found = _data(config, text_of(config))
    package = config[: config.rfind("/") + 1] + "package.json"
    names = _dependencies(text_of(package)) if package in files else None
    return found if names is None else {**found, PACKAGES: names}


def adapt(preset: Preset, data: Mapping[str, Any]) -> Preset:
    """The preset with the keys that addresses hold, and the folder that `source_dir` names."""
    pattern = data.get("permalink")
    if isinstance(pattern, str):
        keys = (*preset.route_keys, *re.findall(r":(\w+)", pattern))
        preset = msgspec.structs.replace(preset, route_keys=tuple(dict.fromkeys(keys)))
    value = data.get("source_dir")
    if not isinstance(value, str) or ".." in value or value.startswith("/"):
        return preset
    folder = value.removeprefix("./").strip("/")
    return preset if not folder or folder == "source" else _moved(preset, folder)


def _moved(preset: Preset, folder: str) -> Preset:
    def move(place: str) -> str:
        return folder + place.removeprefix("source")

    return msgspec.structs.replace(
        preset,
        content=tuple(map(move, preset.content)),
        pages=tuple(map(move, preset.pages)),
        static=tuple((move(place), url) for place, url in preset.static),
        homes=tuple((move(place), url) for place, url in preset.homes),
        draft_folders=tuple(map(move, preset.draft_folders)),
    )


def _data(config: str, text: str) -> dict[str, Any]:
    if config.endswith(".json"):
        from blint.reading.json_reader import read_json

        root = read_json(text).root
    else:
        from blint.reading.yaml_reader import read_yaml

        root = read_yaml(text).root
    return dict(root.value) if root is not None and root.kind == "mapping" else {}


def _dependencies(text: str) -> list[str] | None:
    """The packages that a `package.json` lists; None where it cannot be read."""
    try:
        package = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(package, dict):
        return None
    tables = (package.get("dependencies"), package.get("devDependencies"))
    return sorted({name for table in tables if isinstance(table, dict) for name in table})
