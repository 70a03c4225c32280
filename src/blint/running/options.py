"""Whether rules and their options are configured as their pages allow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blint.rulebook import Rule, groups

SEVERITIES = ("off", "info", "warning", "error")


def rules_fit(rules: Mapping[str, Any], rulebook: Mapping[str, Rule]) -> bool:
    """Whether a `[rules]` table is in order; `config_check` says what is wrong where not."""
    known_groups = groups(rulebook.values())
    for name, given in rules.items():
        if given in SEVERITIES and (name in rulebook or name in known_groups):
            continue
        rule = rulebook.get(name)
        if rule is None or not isinstance(given, dict):
            return False
        for key, value in given.items():
            if key == "severity":
                if value not in SEVERITIES:
                    return False
            elif key not in rule.options or misfit(key, value, rule.options[key]) is not None:
                return False
    return True


def misfit(option: str, value: Any, schema: Mapping[str, Any]) -> str | None:
    """Why a rule's option may not have this value, as a sentence, or None where it may."""
    if _plainly_fits(value, schema):
        return None
    from blint.site.schema.compiled import CompiledSchema

    violations = CompiledSchema({"properties": {option: schema}}).violations({option: value})
    return violations[0].message if violations else None


_JSON_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}


def _plainly_fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether a value fits a schema simple enough to tell without the validator.

    The validator takes 100 ms to import, and most options are a number or a list of words.
    """
    for keyword, wanted in schema.items():
        match keyword:
            case "default" | "description" | "title":
                fits = True
            case "type":
                fits = _has_type(value, wanted)
            case "minimum":
                fits = isinstance(value, int | float) and value >= wanted
            case "maximum":
                fits = isinstance(value, int | float) and value <= wanted
            case "enum":
                fits = any(value == choice and type(value) is type(choice) for choice in wanted)
            case "items":
                fits = isinstance(value, list) and all(_plainly_fits(v, wanted) for v in value)
            case _:
                fits = False
        if not fits:
            return False
    return True


def _has_type(value: Any, wanted: Any) -> bool:
    kind = _JSON_TYPES.get(wanted) if isinstance(wanted, str) else None
    if kind is None or not isinstance(value, kind):
        return False
    return isinstance(value, bool) == (kind is bool)
