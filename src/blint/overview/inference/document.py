"""The schema of one kind of posts as a file, with the odd ones out named in it."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any, Final

from blint.overview.inference.kinds import Kind
from blint.overview.inference.rarity import slips
from blint.overview.inference.roles import Roles
from blint.overview.inference.schema import infer, loosely
from blint.overview.plain_text import one_line
from blint.site.schema.compiled import compile_schema


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
    properties = schema.get("properties", {})
    odd = _odd(kind, schema)
    allowed = slips(len(kind.posts))
    for key in [key for key, paths in odd.items() if len(paths) > allowed and key in properties]:
        # Each slip is rare, all together are not: this key holds what it will.
        values = [post.data[key] for post in kind.posts if key in post.data]
        properties[key] = {**loosely(values), "description": "Posts differ here."}
        odd = _odd(kind, schema)
    for key in [key for key in odd if key in properties]:
        told = f"Odd: {_listed(odd[key])}."
        before = properties[key].get("$comment")
        properties[key]["$comment"] = f"{before} {told}" if before else told
    unknown = [
        f"`{one_line(key, 60)}` in {_listed(odd[key])}" for key in odd if key not in properties
    ]
    if unknown:
        schema["$comment"] = f"Odd: {'; '.join(sorted(unknown))}."
    return _ordered(schema)


def _odd(kind: Kind, schema: dict[str, Any]) -> dict[str, list[str]]:
    """The paths of the posts that a schema refuses, by the key that this is about."""
    compiled = compile_schema(schema)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for post in kind.posts:
        violations = compiled.violations(dict(post.data))
        for key in dict.fromkeys(v.key or str(next(iter(v.path), "")) for v in violations):
            found[key].append(one_line(post.path))
    return found


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
