"""The schema of one kind of posts as a file, with the odd ones out named in it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from blint.overview.inference.kinds import Kind
from blint.overview.inference.rarity import lapses, slips
from blint.overview.inference.roles import Roles
from blint.overview.inference.schema import infer, loosely
from blint.overview.plain_text import one_line
from blint.site.schema.compiled import Violation, compile_schema

Keys = tuple[str, ...]
"""The keys that lead to a value; what is in a list is under the list's own key."""


def schema_text(kind: Kind, roles: Roles) -> str:
    """The schema of a kind as the text of a JSON file."""
    text = json.dumps(schema_of(kind, roles), indent=2, ensure_ascii=False)
    if any("\ud800" <= char <= "\udfff" for char in text):
        text = json.dumps(schema_of(kind, roles), indent=2)  # halves of pairs, as escapes
    return f"{text}\n"


def schema_of(kind: Kind, roles: Roles) -> dict[str, Any]:
    """The schema of a kind; a `$comment` names the posts that do not keep it."""
    title = f"Front matter of {f'`{kind.name}`' if kind.name else 'a post'}"
    schema = infer([post.data for post in kind.posts], roles, title)
    odd = _odd(kind, schema)
    total = len(kind.posts)
    for attempt in range(_ATTEMPTS):
        # Each slip is rare, all of them under one key are not: it holds what it will.
        too_many = [
            keys
            for keys, paths in odd.items()
            if len(paths) > (lapses if ".".join(keys) in roles.vital else slips)(total)
        ]
        for keys in too_many:
            _loosen(schema, keys if attempt < _ATTEMPTS // 2 else keys[:1], kind)
        if not too_many:
            break
        odd = _odd(kind, schema)
    unknown = []
    for keys, paths in odd.items():
        place = _place(schema, keys)
        if place is None or not keys:
            unknown.append(f"`{one_line('.'.join(keys), 60)}` in {_listed(paths)}")
        else:
            counted = place.get("$comment")
            told = f"Odd: {_listed(paths)}."
            place["$comment"] = f"{counted} {told}" if counted else told
    if unknown:
        schema["$comment"] = f"Odd: {'; '.join(unknown)}."
    return _ordered(schema)


def _odd(kind: Kind, schema: dict[str, Any]) -> dict[Keys, list[str]]:
    """The paths of the posts that a schema refuses, by the keys that this is about."""
    compiled = compile_schema(schema)
    found: defaultdict[Keys, list[str]] = defaultdict(list)
    for post in kind.posts:
        for keys in dict.fromkeys(map(_keys, compiled.violations(dict(post.data)))):
            found[keys].append(one_line(post.path))
    return dict(sorted(found.items()))


def _keys(violation: Violation) -> Keys:
    keys = tuple(step for step in violation.path if isinstance(step, str))
    return keys if violation.key is None else (*keys, violation.key)


def _place(schema: dict[str, Any], keys: Keys) -> dict[str, Any] | None:
    """The schema of what is under some keys; None where it speaks of no such key."""
    place = schema
    for key in keys:
        properties = _properties(place)
        if key not in properties:
            return None
        place = properties[key]
    return place


def _properties(schema: dict[str, Any]) -> dict[str, Any]:
    inside = schema.get("properties") or schema.get("items", {}).get("properties", {})
    assert isinstance(inside, dict)
    return inside


def _loosen(schema: dict[str, Any], keys: Keys, kind: Kind) -> None:
    """Ask no more of what is under some keys than the types that are there."""
    around = _place(schema, keys[:-1])
    if not keys or around is None:
        # Nothing is left to take back but the whole.
        schema.pop("required", None)
        schema.pop("properties", None)
        schema.pop("additionalProperties", None)
        return
    for holder in (around, around.get("items", {})):
        holder.pop("additionalProperties", None)
        if keys[-1] in holder.get("required", ()):
            holder["required"] = [key for key in holder["required"] if key != keys[-1]]
    place = _properties(around)
    values = [value for post in kind.posts for value in _values(post.data, keys)]
    place[keys[-1]] = {"description": "Posts differ here.", **loosely(values)}


def _values(value: Any, keys: Keys) -> Iterator[Any]:
    """What is under some keys, in each item of lists on the way."""
    if not keys:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _values(item, keys)
    elif hasattr(value, "get") and keys[0] in value:
        yield from _values(value[keys[0]], keys[1:])


def _listed(paths: list[str]) -> str:
    more = f" and {len(paths) - _SHOWN:,} more" if len(paths) > _SHOWN else ""
    return ", ".join(paths[:_SHOWN]) + more


def _ordered(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with its words first."""
    first = ("$schema", "title", "description", "$comment")
    return {
        **{key: schema[key] for key in first if key in schema},
        **{key: value for key, value in schema.items() if key not in first},
    }


_SHOWN: Final = 10
_ATTEMPTS: Final = 8
"""After half of them, which are plenty, the key at the top is loosened with all that is below."""
