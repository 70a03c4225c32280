"""JSON Schema keywords judged in bounded time, in place of the validator's own."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

LONGEST_MATCHED: Final = 4096
"""Longer text is not matched against a pattern: a poor pattern could take minutes over it."""


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


def bounded_keywords() -> dict[str, Callable[..., Iterator[Any]]]:
    """Keyword functions in the shape that `jsonschema.validators.extend` takes.

    The validator's own compare items in quadratic time, match text of any length and divide what
    is not finite.
    """
    return {
        "pattern": _pattern,
        "uniqueItems": _unique_items,
        "multipleOf": _multiple_of,
    }


def _identity(item: Any) -> Any:
    if isinstance(item, bool):
        return ("boolean", item)
    if isinstance(item, (list, dict)):
        return ("json", json.dumps(item, sort_keys=True))
    return item


def _pattern(_validator: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if isinstance(instance, str) and (
        len(instance) > LONGEST_MATCHED or re.search(pattern, instance) is None
    ):
        yield ValidationError("no match")


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
