"""The quick yes agrees with the full validator, whatever the schema and the value."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blint.site.schema.compiled import compile_schema
from blint.site.schema.patterns import Patterns
from blint.site.schema.prefilter import prefilter

TEXTS = st.sampled_from(["", "a", "ab", "b1", "2024-02-30", "2024-02-29", "x@y.z", "a" * 5000])
SCALARS = st.none() | st.booleans() | st.sampled_from([0, 1, 1.0, 2.5, float("nan")]) | TEXTS
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = st.sampled_from("abc")
TYPES = st.sampled_from(["string", "integer", "number", "boolean", "array", "object", "null"])
SIMPLE: dict[str, st.SearchStrategy[Any]] = {
    "type": TYPES | st.lists(TYPES, min_size=1, max_size=3, unique=True),
    "enum": st.lists(TEXTS, min_size=1, unique=True),
    "const": TEXTS,
    "required": st.lists(st.sampled_from("abc"), unique=True),
    "pattern": st.sampled_from(["a", "^b", "[0-9]$", "^(a|b)+$"]),
    "format": st.sampled_from(["date", "date-time", "email", "uri"]),
    "minLength": st.integers(0, 3),
    "maxLength": st.integers(0, 3),
    "minItems": st.integers(0, 3),
    "maxItems": st.integers(0, 3),
    "minimum": st.sampled_from([0, 1.5]),
    "maximum": st.sampled_from([0, 1.5]),
    "uniqueItems": st.booleans(),
    "minProperties": st.integers(0, 3),
    "maxProperties": st.integers(0, 3),
    "dependentRequired": st.dictionaries(NAMES, st.lists(NAMES, unique=True), max_size=2),
}
LEAVES = st.booleans() | st.fixed_dictionaries({}, optional=SIMPLE)


def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    some = st.lists(inner, min_size=1, max_size=3)
    return st.fixed_dictionaries(
        {},
        optional={
            "properties": st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
            "patternProperties": st.dictionaries(
                st.sampled_from(["a", "^[bc]", "^(a|b)+$"]), inner
            ),
            "propertyNames": inner,
            "additionalProperties": inner,
            "items": inner,
            "allOf": some,
            "anyOf": some,
            "not": inner,
            "if": inner,
            "then": inner,
            "else": inner,
            "type": TYPES,
        },
    )


SCHEMAS = st.recursive(LEAVES, nested, max_leaves=5)


@settings(max_examples=200, deadline=None)
@given(schema=SCHEMAS, value=VALUES)
def test_it_agrees_with_the_full_validator(schema: Any, value: Any) -> None:
    compiled = compile_schema(schema)
    quick = prefilter(schema, Patterns())
    assert quick is not None
    assert quick(value) == compiled.validator.is_valid(value)


EDGES: list[Any] = [
    *("", "a", "ab", "abc", "2024-02-29", "2024-02-30", "2024-02-29T10:00:00Z", "a@b", "a:b"),
    *(None, True, False, 0, 1, 1.0, 1.5, 2, -1, float("nan"), float("inf"), "x" * 4097),
    *([], [1], [1, 1.0], [1, True], [1, 2, 3], [[1], [1]], {}, {"a": 1}, {"b": ""}),
    *({"a": 1, "b": 2}, {"a": "x", "b": 2, "c": 3}, {"ab": 1}),
]
SMALL: list[Any] = [
    *({"type": name} for name in ("string", "integer", "number", "boolean", "array", "object")),
    *({"minLength": 2}, {"maxLength": 2}, {"minItems": 1}, {"maxItems": 1}, {"minimum": 1}),
    *({"maximum": 1}, {"minProperties": 1}, {"maxProperties": 1}, {"uniqueItems": True}),
    *({"pattern": "a|x"}, {"const": "a"}, {"enum": ["a", "ab"]}, {"required": ["a"]}),
    *({"format": name} for name in ("date", "date-time", "email", "uri")),
    *({"dependentRequired": {"a": ["b"]}}, {"propertyNames": {"maxLength": 1}}, {"items": False}),
    {"additionalProperties": False, "properties": {"a": {}}, "patternProperties": {"b$": {}}},
    {"additionalProperties": {"type": "string"}},
    {"patternProperties": {"^a": {"type": "string"}}},
    {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"type": "string"}},
    {"anyOf": [{"type": "string"}, {"minimum": 1}], "not": {"const": "a"}},
]


@pytest.mark.parametrize("schema", SMALL, ids=str)
def test_it_agrees_at_every_edge(schema: Any) -> None:
    quick = prefilter(schema, Patterns())
    valid = compile_schema(schema).validator.is_valid
    assert quick is not None
    assert [quick(value) for value in EDGES] == [valid(value) for value in EDGES]


@given(value=VALUES)
def test_references_are_followed(value: Any) -> None:
    schema = {"$defs": {"t": {"type": ["string", "array"]}}, "anyOf": [{"$ref": "#/$defs/t"}]}
    quick = prefilter(schema, Patterns())
    assert quick is not None
    assert quick(value) == isinstance(value, str | list)


def test_what_it_does_not_know_is_left_to_the_full_validator() -> None:
    assert prefilter({"unevaluatedProperties": False}, Patterns()) is None
    assert prefilter({"properties": {"a": {"$ref": "#"}}}, Patterns()) is None
    assert prefilter({"$schema": "http://json-schema.org/draft-04/schema#"}, Patterns()) is None


@pytest.mark.parametrize(
    "schema", [{"dependentRequired": {"a": ["b"]}}, {"$ref": "#/definitions/t", "minLength": 1}]
)
def test_what_draft_7_reads_otherwise_is_left_to_the_full_validator(schema: Any) -> None:
    draft_7 = "http://json-schema.org/draft-07/schema#"
    assert prefilter({"$schema": draft_7, **schema}, Patterns()) is None


def test_a_sound_post_does_not_pay_for_the_full_validator() -> None:
    program = (
        "import sys; from blint.site.schema.compiled import schema_for; "
        "found = schema_for(None).violations({'title': 'A', 'tags': ['a'], 'draft': False}); "
        "sys.exit(bool(found) or 'jsonschema' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
