"""JSON Schema keywords judged in bounded time, in place of the validator's own."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from blint.site.schema.patterns import OutOfTime, Patterns

OUT_OF_TIME: Final = "out of time"
"""The message of an error about text that a pattern could not be matched against."""


def repeated(items: list[Any]) -> list[tuple[int, int]]:
    """The positions of items that stood before in a list, each with that of the first one.

    Equal as JSON Schema has it: `1` equals `1.0`, but `true` does not equal `1`.
    """
    first: dict[Any, int] = {}
    found = []
    for index, item in enumerate(items):
        before = first.setdefault(_identity(item), index)
        if before != index:
            found.append((index, before))
    return found


def bounded_keywords(patterns: Patterns) -> dict[str, Callable[..., Iterator[Any]]]:
    """Keyword functions in the shape that `jsonschema.validators.extend` takes.

    The validator's own compare items in quadratic time, match patterns without end and divide what
    is not finite. An error of `additionalProperties` has the key as its message.
    """
    return {
        "additionalProperties": partial(_additional_properties, patterns),
        "pattern": partial(_pattern, patterns),
        "patternProperties": partial(_pattern_properties, patterns),
        "uniqueItems": _unique_items,
        "multipleOf": _multiple_of,
    }


def _identity(item: Any) -> Any:
    if isinstance(item, bool):
        return ("boolean", item)
    if isinstance(item, (list, dict)):
        return ("json", json.dumps(item, sort_keys=True))
    return item


def _pattern(
    patterns: Patterns, _validator: Any, pattern: str, instance: Any, _schema: Any
) -> Iterator[Any]:
    from jsonschema import ValidationError

    if not isinstance(instance, str):
        return
    try:
        if not patterns.search(pattern, instance):
            yield ValidationError("no match")
    except OutOfTime:
        yield ValidationError(OUT_OF_TIME)


def _pattern_properties(
    patterns: Patterns, validator: Any, schemas: dict[str, Any], instance: Any, schema: Any
) -> Iterator[Any]:
    from jsonschema import ValidationError

    if not isinstance(instance, dict):
        return
    for pattern, subschema in schemas.items():
        for key, value in instance.items():
            try:
                if patterns.search(pattern, key):
                    yield from validator.descend(value, subschema, path=key, schema_path=pattern)
            except OutOfTime:
                yield ValidationError(
                    OUT_OF_TIME,
                    validator="pattern",
                    validator_value=pattern,
                    instance=key,
                    schema=schema,
                )


def _additional_properties(
    patterns: Patterns, validator: Any, subschema: Any, instance: Any, schema: Any
) -> Iterator[Any]:
    from jsonschema import ValidationError

    if not isinstance(instance, dict):
        return
    known, names = schema.get("properties", {}), schema.get("patternProperties", {})
    for key, value in instance.items():
        try:
            stranger = key not in known and not any(patterns.search(name, key) for name in names)
        except OutOfTime:
            continue  # which `patternProperties` tells
        if stranger and subschema is False:
            yield ValidationError(key)
        elif stranger:
            yield from validator.descend(value, subschema, path=key)


def _unique_items(_validator: Any, wanted: bool, instance: Any, _schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if wanted and isinstance(instance, list) and repeated(instance):
        yield ValidationError("not unique")


def _multiple_of(_validator: Any, factor: Any, instance: Any, _schema: Any) -> Iterator[Any]:
    from fractions import Fraction

    from jsonschema import ValidationError

    if isinstance(instance, bool) or not isinstance(instance, (int, float)):
        return
    if not math.isfinite(instance) or Fraction(str(instance)) % Fraction(str(factor)) != 0:
        yield ValidationError("not a multiple")
