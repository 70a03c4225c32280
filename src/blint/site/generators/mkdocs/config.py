"""`mkdocs.yml` as plain data: its tags that stand for values, and the file it inherits from."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

import msgspec

from blint.reading.nodes import Node
from blint.site.preset import Preset

PYTHON: Final = "!"
"""The key under which an object of Python stands for its dotted name, beside its arguments."""


def read(text_of: Callable[[str], str], config: str, files: Collection[str]) -> dict[str, Any]:
    """What a configuration says, over what the one says that it inherits from.

    `text_of` gives the text of a file by its path from the project root. `!ENV` counts as its
    default, and a Python object as a mapping with its name, see `PYTHON`.
    """
    return _read(lambda name: text_of(name) if name in files else "", config)


def adapt(preset: Preset, data: Mapping[str, Any]) -> Preset:
    """The preset with the folder of pages that `docs_dir` names."""
    value = data.get("docs_dir")
    if not isinstance(value, str) or ".." in value or value.startswith("/"):
        return preset
    folder = value.removeprefix("./").strip("/")
    folder = "" if folder == "." else folder

    def moved(path: str) -> str:
        first, slash, rest = path.partition("/")
        return f"{folder if first == 'docs' else first}{slash}{rest}"

    return msgspec.structs.replace(
        preset,
        content=tuple(map(moved, preset.content)),
        static=tuple((moved(path), url) for path, url in preset.static),
        homes=tuple((moved(path), url) for path, url in preset.homes),
        telling=tuple(map(moved, preset.telling)),
        data_files=tuple(map(moved, preset.data_files)),
    )


def _read(text_of: Callable[[str], str], name: str, *, depth: int = 0) -> dict[str, Any]:
    from blint.reading.yaml_reader import read_yaml

    root = read_yaml(text_of(name), dialect="yaml-1.1").root
    data = _plain(root) if root is not None and root.kind == "mapping" else {}
    parent = data.pop("INHERIT", None)
    if isinstance(parent, str) and depth < _DEEPEST:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), parent))
        if not path.startswith(("../", "/")):
            return _merged(_read(text_of, path, depth=depth + 1), data)
    return dict(data)


def _plain(node: Node) -> Any:
    tag = node.tag or ""
    if tag == "!ENV":
        return _plain(node.items[-1]) if len(node.items) > 1 else None
    if tag.startswith(_PYTHON):
        found = {entry.key: _plain(entry.value) for entry in node.entries}
        return {**found, PYTHON: tag[len(_PYTHON) :].partition(":")[2]}
    if node.kind == "mapping":
        return {entry.key: _plain(entry.value) for entry in node.entries}
    if node.kind == "sequence":
        return [_plain(item) for item in node.items]
    return node.value


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings are merged as deep as they go; all else replaces what was there."""
    found = dict(below)
    for key, value in above.items():
        old = found.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            found[key] = _merged(old, value)
        else:
            found[key] = value
    return found


_PYTHON: Final = "tag:yaml.org,2002:python/"
# A file that inherits from itself would do so for ever.
_DEEPEST: Final = 5
