"""`mkdocs.yml` as plain data: its tags that stand for values, and the file it inherits from."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from typing import Any, Final

from blint.reading.nodes import Node

PYTHON: Final = "!"
"""The key under which an object of Python stands for its dotted name, beside its arguments."""


def read_mkdocs(read: Callable[[str], str], name: str, *, depth: int = 0) -> dict[str, Any]:
    """What a configuration says, over what the one says that it inherits from.

    `read` gives the text of a file by its path from the project root, empty where there is none.
    `!ENV` counts as its default, and a Python object as a mapping with its name, see `PYTHON`.
    """
    from blint.reading.yaml_reader import read_yaml

    root = read_yaml(read(name), dialect="yaml-1.1").root
    data = _plain(root) if root is not None and root.kind == "mapping" else {}
    parent = data.pop("INHERIT", None)
    if isinstance(parent, str) and depth < _DEEPEST:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), parent))
        if not path.startswith(("../", "/")):
            return _merged(read_mkdocs(read, path, depth=depth + 1), data)
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
