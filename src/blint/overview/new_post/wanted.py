"""What a JSON Schema wants of a key, as far as a value can be made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_DEPTH: Final = 8


def schema_at(schema: Any, key: str, root: Any) -> dict[str, Any]:
    """What a schema says of a key: its keywords, those of references and of `allOf` among them."""
    properties = resolved(schema, root).get("properties", {})
    return resolved(properties.get(key, {}) if isinstance(properties, Mapping) else {}, root)


def items_of(schema: Mapping[str, Any], root: Any) -> dict[str, Any]:
    """What a schema says of the items of a list."""
    return resolved(schema.get("items", {}), root)


def resolved(schema: Any, root: Any, depth: int = _DEPTH) -> dict[str, Any]:
    """A schema with what it refers to and what it puts together, the nearest word first."""
    if not isinstance(schema, Mapping):
        return {}
    found: dict[str, Any] = dict(schema)
    parts = [_referenced(found["$ref"], root)] if "$ref" in found else []
    parts += found.get("allOf", ()) if isinstance(found.get("allOf"), list) else []
    for name in ("anyOf", "oneOf"):
        if isinstance(found.get(name), list):
            parts += found[name][:1]  # the first form will do
    for part in parts if depth else ():
        for keyword, value in resolved(part, root, depth - 1).items():
            found[keyword] = _joined(keyword, found.get(keyword), value)
    return found


def required_of(schema: Any, root: Any) -> tuple[str, ...]:
    """The keys that a schema asks for."""
    names = resolved(schema, root).get("required", ())
    return tuple(name for name in names if isinstance(name, str)) if names else ()


def _joined(keyword: str, one: Any, other: Any) -> Any:
    if keyword == "required" and isinstance(one, list) and isinstance(other, list):
        return [*one, *other]
    if keyword == "properties" and isinstance(one, dict) and isinstance(other, dict):
        return {**other, **one}
    return other if one is None else one


def _referenced(reference: Any, root: Any) -> Any:
    """What a reference of the form `#/…` leads to; nothing for any other."""
    if not isinstance(reference, str) or not reference.startswith("#"):
        return {}
    found = root
    for step in filter(None, reference[1:].split("/")):
        name = step.replace("~1", "/").replace("~0", "~")
        found = found.get(name) if isinstance(found, Mapping) else None
    return found
