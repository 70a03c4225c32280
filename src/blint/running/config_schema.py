"""The JSON Schema of `blint.toml`, made from the configuration's tables and the rule pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from blint.rulebook import Rule, groups
from blint.running.config_model import ConfigTable
from blint.running.options import SEVERITIES


def config_schema(rulebook: Mapping[str, Rule]) -> dict[str, Any]:
    """The schema of a configuration file, JSON Schema 2020-12."""
    made = msgspec.json.schema(ConfigTable)
    tables = {name: _tidy(table) for name, table in made["$defs"].items()}
    tables = _named(tables, _KEY, "Key")
    tables |= {"Key": _KEY, "Severity": {"enum": list(SEVERITIES)}, "Rules": _rules(rulebook)}
    for name in ("ConfigTable", "CollectionTable"):
        described = tables[name]["properties"]["rules"]
        tables[name]["properties"]["rules"] = {
            "$ref": "#/$defs/Rules",
            "description": described["description"],
        }
    top = tables.pop("ConfigTable")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **top,
        "title": "blint.toml",
        "$defs": dict(sorted(tables.items())),
    }


def schema_text(schema: Mapping[str, Any]) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


_TEXT = {"type": "string", "minLength": 1}
_KEY = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}


def _named(schema: Any, part: dict[str, Any], name: str) -> Any:
    """A schema in which a part that comes again and again is a reference to one place."""
    if isinstance(schema, list):
        return [_named(one, part, name) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.items() >= part.items():
        rest = {key: value for key, value in schema.items() if key not in part}
        return {"$ref": f"#/$defs/{name}", **rest}
    return {key: _named(value, part, name) for key, value in schema.items()}


def _rules(rulebook: Mapping[str, Rule]) -> dict[str, Any]:
    severity = {"$ref": "#/$defs/Severity"}
    properties: dict[str, Any] = {
        group: {**severity, "description": f"All rules of the group {group}."}
        for group in sorted(groups(rulebook.values()))
    }
    for rule in sorted(rulebook.values(), key=lambda rule: rule.name):
        table = {
            "type": "object",
            "properties": {"severity": severity, **rule.options},
            "additionalProperties": False,
        }
        properties[rule.name] = {
            "description": rule.summary,
            "default": rule.severity.word,
            "anyOf": [severity, table],
        }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _tidy(schema: Any) -> Any:
    """A generated schema without the null that stands for a key left out, and without titles."""
    if isinstance(schema, list):
        return [_tidy(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    # A table's default repeats those of its keys.
    dropped = {"title"} | ({"default"} if schema.get("default") is None else set())
    dropped |= {"default"} if "$ref" in schema else set()
    dropped |= {"required"} if not schema.get("required") else set()
    tidied = {
        key: {name: _tidy(one) for name, one in value.items()}
        if key == "properties"
        else value
        if key == "default"
        else _tidy(value)
        for key, value in schema.items()
        if key not in dropped
    }
    choices = [one for one in tidied.pop("anyOf", []) if one != {"type": "null"}]
    if len(choices) == 1 and not ("$ref" in choices[0] and "description" in tidied):
        return {**tidied, **choices[0]}
    return {**tidied, "anyOf": choices} if choices else tidied
