"""Where a JSON Schema points: every reference must stay inside it, and none may go in circles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

Steps = tuple[str | int, ...]

_ONE: Final = (
    "additionalItems",
    "additionalProperties",
    "contains",
    "contentSchema",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
)
_LIST: Final = ("allOf", "anyOf", "items", "oneOf", "prefixItems")
_MAP: Final = (
    "$defs",
    "definitions",
    "dependencies",
    "dependentSchemas",
    "patternProperties",
    "properties",
)
# Keywords whose subschemas judge the very value that their parent judges.
_IN_PLACE: Final = frozenset(
    ("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "dependencies")
)
_REFERENCES: Final = ("$ref", "$dynamicRef", "$recursiveRef")
_MOST_IN_PLACE: Final = 10_000


class SchemaFault(Exception):
    """Why a schema cannot be used, and where in it: the steps there from the root."""

    def __init__(self, message: str, steps: Steps = ()) -> None:
        super().__init__(message)
        self.message = message
        self.steps = steps

    @property
    def json_path(self) -> str:
        """The place as a JSON path such as `$.properties.tags`."""
        parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)
        return "$" + "".join(parts)


class Subschema(NamedTuple):
    """A schema inside another: by which keyword, at which steps from there."""

    keyword: str
    steps: Steps
    schema: Any


def subschemas(schema: Any) -> Iterator[Subschema]:
    """The schemas directly inside a schema, annotations and examples left alone."""
    if not isinstance(schema, dict):
        return
    for keyword, value in schema.items():
        if keyword in _ONE and isinstance(value, (dict, bool)):
            yield Subschema(keyword, (keyword,), value)
        elif keyword in _LIST and isinstance(value, list):
            for index, item in enumerate(value):
                yield Subschema(keyword, (keyword, index), item)
        elif keyword in _MAP and isinstance(value, dict):
            for name, item in value.items():
                if isinstance(item, (dict, bool)):
                    yield Subschema(keyword, (keyword, name), item)


def check_references(schema: Any, specification: Any) -> None:
    """Raise SchemaFault where a reference leaves the schema, or refers to itself without end.

    `specification` is the `referencing` specification of the schema's draft. Nothing is fetched.
    """
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

    resolver = REGISTRY.resolver_with_root(specification.create_resource(schema))
    targets: dict[int, list[Any]] = {}
    _resolve(schema, (), resolver, specification, targets)
    _Expansion(targets).weigh_all(schema)


def _resolve(
    schema: Any,
    steps: Steps,
    resolver: Any,
    specification: Any,
    targets: dict[int, list[Any]],
) -> None:
    from referencing.exceptions import Unresolvable

    if not isinstance(schema, dict):
        return
    resolver = resolver.in_subresource(specification.create_resource(schema))
    for keyword in _REFERENCES:
        reference = schema.get(keyword)
        if not isinstance(reference, str):
            continue
        try:
            target = resolver.lookup(reference).contents
        except (Unresolvable, ValueError) as error:
            raise SchemaFault(_unresolved(reference), (*steps, keyword)) from error
        targets.setdefault(id(schema), []).append(target)
    for sub in subschemas(schema):
        _resolve(sub.schema, (*steps, *sub.steps), resolver, specification, targets)


def _unresolved(reference: str) -> str:
    if reference.startswith("#"):
        return f"`{reference}` points to nothing in this schema."
    return (
        f"`{reference}` points outside this schema, and blint fetches nothing; "
        "copy what it names into `$defs`."
    )


class _Expansion:
    """How many schemas one value meets in place, references followed.

    A schema that meets itself would never end; doubling references would end too late.
    """

    def __init__(self, targets: dict[int, list[Any]]) -> None:
        self.targets = targets
        self.open: set[int] = set()
        self.weights: dict[int, int] = {}
        self.pending: list[tuple[Any, Steps]] = []

    def weigh_all(self, root: Any) -> None:
        self.pending.append((root, ()))
        while self.pending:
            self.weigh(*self.pending.pop())

    def weigh(self, schema: Any, steps: Steps) -> int:
        if not isinstance(schema, dict):
            return 1
        key = id(schema)
        if key in self.weights:
            return self.weights[key]
        if key in self.open:
            raise SchemaFault("This schema refers to itself without end.", steps)
        self.open.add(key)
        weight = 1 + sum(self.weigh(target, steps) for target in self.targets.get(key, ()))
        for sub in subschemas(schema):
            if sub.keyword in _IN_PLACE:
                weight += self.weigh(sub.schema, (*steps, *sub.steps))
            else:
                # Judges a part of the value, so that coming back here from there is no circle.
                self.pending.append((sub.schema, (*steps, *sub.steps)))
        if weight > _MOST_IN_PLACE:
            raise SchemaFault(
                f"One value would be judged by more than {_MOST_IN_PLACE:,} schemas here.",
                steps,
            )
        self.weights[key] = weight
        return weight
