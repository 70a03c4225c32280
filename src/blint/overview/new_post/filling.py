"""Values that a schema allows where no other post shows what is usual."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from blint.overview.new_post.dumping import Inline
from blint.overview.new_post.wanted import items_of, required_of, schema_at
from blint.overview.plain_text import Literal

TODO: Final = "TODO"
"""What stands where only the author knows what belongs there."""


def filler(
    key: str, schema: Mapping[str, Any], root: Any, moment: datetime, about: str = ""
) -> Any:
    """A value that a schema allows, as far as that can be told; text is marked as to be done.

    `about` is what the text is to be about, which sets it apart from that of the next new post.
    """
    for keyword in ("const", "default"):
        if keyword in schema:
            return schema[keyword]
    if schema.get("enum"):
        return schema["enum"][0]
    types = schema.get("type", ())
    known = [types] if isinstance(types, str) else list(types)
    if not known and "items" in schema:
        known = ["array"]
    match known[0] if known else "string":
        case "array":
            return _list(key, schema, root, moment)
        case "object":
            needed = required_of(schema, root)
            return {
                name: filler(name, schema_at(schema, name, root), root, moment) for name in needed
            }
        case "boolean":
            return False
        case "integer" | "number":
            return _number(schema)
        case "null":
            return None
    return _text(key, schema, moment, about)


def _list(key: str, schema: Mapping[str, Any], root: Any, moment: datetime) -> Inline:
    inner = items_of(schema, root)
    least = schema.get("minItems", 0)
    count = min(least, _MOST) if isinstance(least, int) else 0
    items = [filler(key, inner, root, moment) for _ in range(count)]
    if schema.get("uniqueItems") and all(isinstance(item, str) for item in items):
        choices = inner.get("enum", ())
        if len(choices) >= count:
            items = choices[:count]
        else:
            items = [f"{item} {n}" if n else item for n, item in enumerate(items)]
    return Inline(items)


def _number(schema: Mapping[str, Any]) -> Any:
    least, most = schema.get("minimum", 1), schema.get("maximum")
    over = schema.get("exclusiveMinimum")
    value = max(1, least) if isinstance(least, int | float) else 1
    if isinstance(over, int | float) and value <= over:
        value = over + 1
    return min(value, most) if isinstance(most, int | float) else value


def _text(key: str, schema: Mapping[str, Any], moment: datetime, about: str) -> str:
    match schema.get("format"):
        case "date":
            return Literal(moment.date().isoformat())
        case "date-time":
            return Literal(moment.isoformat(timespec="seconds"))
        case str(name) if name in _OF_FORMAT:
            return _OF_FORMAT[name]
    text = f"{TODO}: {about[:_LONGEST]} (write the {key})" if about else f"{TODO}: write the {key}"
    if "pattern" in schema:
        return next((one for one in (text, *_CANDIDATES) if fits(one, schema)), text)
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    if isinstance(least, int) and len(text) < least:
        text = (f"{text}. " * min(least, 4096))[:least].rstrip()
        text += "." * (least - len(text))
    return text[:most] if isinstance(most, int) else text


def fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether a value keeps what a schema says of it; a schema that cannot be asked says no."""
    from blint.site.schema.compiled import SchemaFault, compile_schema

    own = {name: schema[name] for name in _OF_VALUES if name in schema}
    try:
        return not compile_schema({"properties": {"it": own}}).violations({"it": value})
    except SchemaFault:
        return False


_MOST: Final = 100
_LONGEST: Final = 80
_OF_VALUES: Final = (
    *("type", "enum", "const", "minimum", "maximum"),
    *("pattern", "minLength", "maxLength", "format"),
)
_CANDIDATES: Final = (
    *("https://example.org/todo", "/todo", "/todo/", "todo", "Todo", "TODO", "@todo", "#todo"),
    *("todo.md", "todo.png", "/todo.png", "images/todo.png", "todo@example.org", "1.0", "1.0.0"),
    *("v1.0.0", "1", "2000-01-01", "00000000-0000-4000-8000-000000000000"),
)
"""Texts of many forms: where a pattern asks for one, most likely one of these fits."""
_OF_FORMAT: Final = {
    "email": "todo@example.org",
    "idn-email": "todo@example.org",
    "uri": "https://example.org/todo",
    "iri": "https://example.org/todo",
    "uri-reference": "todo",
    "iri-reference": "todo",
    "hostname": "example.org",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "time": "00:00:00Z",
    "duration": "P1D",
    "ipv4": "127.0.0.1",
}
