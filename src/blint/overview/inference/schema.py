"""A JSON Schema that posts have in common: strict where nearly all of them agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from blint.overview.inference.keys import keys_of
from blint.overview.inference.rarity import FEW, lapses, slips
from blint.overview.inference.roles import Roles
from blint.overview.inference.texts import text_keywords

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def infer(tables: Sequence[Mapping[str, Any]], roles: Roles, title: str) -> dict[str, Any]:
    """The schema of the front matter of some posts.

    What a few posts do against all others (see `rarity.slips`) is refused, everything else that
    they do is allowed.
    """
    head = {"$schema": DIALECT, "title": title}
    return {**head, **_table(tables, "", roles, _DEPTH)}


def loosely(values: Sequence[Any]) -> dict[str, Any]:
    """A schema that says of values no more than their types."""
    return {"type": sorted({_type(value) for value in values})} if values else {}


def _table(
    tables: Sequence[Mapping[str, Any]], path: str, roles: Roles, depth: int
) -> dict[str, Any]:
    always = () if path else ("title",)
    prefix = f"{path}." if path else ""
    vital = frozenset(one.removeprefix(prefix) for one in roles.vital if one.startswith(prefix))
    keys = keys_of(tables, always, vital)
    whole = f"{len(tables):,} {_counted(len(tables), 'post') if not path else f'`{path}`'}"
    properties: dict[str, Any] = {}
    for key, count in keys.counts.items():
        values = [table[key] for table in tables if key in table]
        inside = f"{prefix}{key}"
        found = _value(values, inside, roles, depth)
        counted = f"In {count:,} of {whole}."
        words = found.pop("description", counted)
        if "pattern" in found:
            # Its description is told in the place of the pattern, see `site.schema.explain`.
            properties[key] = {"description": words, "$comment": counted, **found}
        else:
            properties[key] = {"description": counted, **found}
    if keys.closed and not path:
        properties |= {
            key: {"description": "In no post yet."} for key in roles.known if key not in properties
        }
    if not keys.closed:
        for key, meant in keys.slips.items():
            guess = f"Did you mean `{meant}`?" if meant else "Is this meant to be a key?"
            properties[key] = {"description": guess, "not": {}}
    return {
        "type": "object",
        **({"required": list(keys.required)} if keys.required else {}),
        **({"properties": properties} if properties else {}),
        **({"additionalProperties": False} if keys.closed else {}),
    }


def _value(values: Sequence[Any], path: str, roles: Roles, depth: int) -> dict[str, Any]:
    """The schema of the values under one key; it may have a `description`."""
    types = _types(values, vital=path in roles.vital)
    found: dict[str, Any] = {"type": types[0] if len(types) == 1 else types} if types else {}
    if "string" in types:
        keywords = text_keywords([v for v in values if isinstance(v, str)], path, roles)
        if "enum" in keywords:
            if set(types) <= {"string", "null"}:
                empty = [None] if "null" in types else []
                found = {"enum": [*keywords["enum"], *empty]}
            else:
                found["minLength"] = 1
        else:
            found |= keywords
    if types and set(types) <= {"integer", "number"} and len(values) >= FEW:
        numbers = [v for v in values if _type(v) in types]
        if min(numbers) >= 0:
            found["minimum"] = 0
    if "array" in types:
        found |= _list([v for v in values if isinstance(v, list)], path, roles, depth)
    if "object" in types:
        tables = [v for v in values if isinstance(v, dict)]
        if depth and len(tables) >= _TOLD:
            inside = _table(tables, path, roles, depth - 1)
            found |= {key: value for key, value in inside.items() if key != "type"}
    return found


def _list(lists: Sequence[list[Any]], path: str, roles: Roles, depth: int) -> dict[str, Any]:
    items = [item for each in lists for item in each]
    if not items:
        return {}
    found = {"items": _value(items, path, roles, depth)}
    if len(lists) >= FEW and all(lists) and roles.is_list_of_names(path):
        return {"minItems": 1, **found}
    return found


def _types(values: Sequence[Any], *, vital: bool) -> list[str]:
    """The types that values may have: all but those of a few odd ones, the most frequent first."""
    counts = Counter(map(_type, values))
    if "number" in counts and "integer" in counts:
        counts["number"] += counts.pop("integer")
    kept = {name for name, count in counts.items() if count > slips(len(values))}
    if vital and 0 < counts["null"] <= lapses(len(values)) < len(values):
        kept.discard("null")
    if kept & {"string", "array"}:
        # One author as a text, several as a list: every generator takes both.
        kept |= {"string", "array"} & counts.keys()
    return sorted(kept, key=lambda name: (name == "null", -counts[name], name))


def _type(value: Any) -> str:
    for kind, name in _NAMES:
        if isinstance(value, kind):
            return name
    return "null"


def _counted(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"


_NAMES: Final[Iterable[tuple[type, str]]] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
)
_DEPTH: Final = 3
_TOLD: Final = 5
