"""What is said of front matter that a JSON Schema does not allow, and of bad schemas."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.schema.compiled import CompiledSchema, SchemaFault, compile_schema, schema_for


def prop(schema: Any) -> dict[str, Any]:
    return {"properties": {"k": schema}}


def messages(schema: Any, data: dict[str, Any]) -> list[str]:
    return [violation.message for violation in compile_schema(schema).violations(data)]


VALUES: list[tuple[Any, Any, str]] = [
    ({"type": "array"}, "a, b", "`k` must be a list, not the text `a, b`."),
    ({"type": "array"}, {"a": 1}, "`k` must be a list, not a mapping."),
    ({"type": "string"}, 2024, "`k` must be text, not the number `2024`."),
    ({"type": "string"}, True, "`k` must be text, not `true`."),
    ({"type": "boolean"}, "maybe", "`k` must be `true` or `false`, not the text `maybe`."),
    ({"type": ["null", "string"]}, [], "`k` must be text or empty, not a list."),
    ({"type": "integer"}, None, "`k` must be a whole number, not empty."),
    ({"type": "object"}, " ", "`k` must be a mapping, not blank."),
    ({"const": "post"}, "page", "`k` must be `post`, not the text `page`."),
    ({"enum": ["a", 1, None]}, "b", "`k` must be `a`, `1` or `null`, not the text `b`."),
    ({"minLength": 1}, "", "`k` must not be empty."),
    ({"minLength": 5}, "abc", "`k` must be at least 5 characters long, not 3."),
    ({"maxLength": 2}, "abc", "`k` must be at most 2 characters long, not 3."),
    ({"pattern": "^a"}, "b", "`k` must be text that matches `^a`, not the text `b`."),
    ({"minimum": 3}, 2, "`k` must be at least 3, not the number `2`."),
    ({"exclusiveMaximum": 3}, 3, "`k` must be less than 3, not the number `3`."),
    (
        {"pattern": "^a", "description": "A word\n with a."},
        "b",
        "The text `b` is not what `k` asks for: A word with a.",
    ),
    ({"pattern": "^a", "title": "An a"}, "", "Blank text is not what `k` asks for: An a."),
    ({"multipleOf": 2}, float("inf"), "`k` must be a multiple of 2, not infinity."),
    ({"minimum": 2}, float("-inf"), "`k` must be at least 2, not minus infinity."),
    (
        {"multipleOf": 2},
        float("nan"),
        "`k` must be a multiple of 2, not a value that is no number.",
    ),
    ({"multipleOf": 0.1}, 0.25, "`k` must be a multiple of 0.1, not the number `0.25`."),
    ({"minItems": 1}, [], "`k` must have at least 1 item, and has none."),
    ({"maxItems": 1}, [1, 2], "`k` must have at most 1 item, not 2."),
    ({"minProperties": 2}, {"a": 1}, "`k` must have at least 2 keys, not 1."),
    ({"uniqueItems": True}, ["a", "b", "a"], "`k` lists `a` twice."),
    ({"items": {"type": "string"}}, ["a", 1], "Item 2 of `k` must be text, not the number `1`."),
    (
        {"prefixItems": [True], "items": False},
        [1, 2],
        "`k` must have at most 1 item, not 2.",
    ),
    (
        {"contains": {"const": "news"}},
        ["x"],
        "`k` holds no item of the kind that the schema asks for: `news`.",
    ),
    ({"not": {"const": "x"}}, "x", "`k` must not be the text `x`."),
    ({"not": {"pattern": "!$"}}, "x!", "`k` must not be text that matches `!$`."),
    (False, 1, "The schema forbids the key `k`."),
    (
        {"format": "date"},
        "soon",
        "`k` must be a date such as `2024-01-31`, not the text `soon`.",
    ),
    (
        {"properties": {"n": {"type": "string"}}},
        {"n": 1},
        "`k.n` must be text, not the number `1`.",
    ),
    (
        {"items": {"properties": {"n": {"type": "string"}}}},
        [{"n": 1}],
        "`n` in item 1 of `k` must be text, not the number `1`.",
    ),
]


@pytest.mark.parametrize(("schema", "value", "message"), VALUES)
def test_a_wrong_value_is_named_in_words(schema: Any, value: Any, message: str) -> None:
    assert messages(prop(schema), {"k": value}) == [message]


KEYS: list[tuple[Any, Any, list[str]]] = [
    ({"required": ["title"]}, {}, ["The front matter lacks the key `title`."]),
    (prop({"required": ["name"]}), {"k": {}}, ["`k` lacks the key `name`."]),
    (
        {"properties": {"title": True}, "additionalProperties": False},
        {"mood": 1},
        ["The schema does not know the key `mood`."],
    ),
    (
        prop({"additionalProperties": False}),
        {"k": {"x": 1}},
        ["The schema does not know the key `x` in `k`."],
    ),
    ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, ["`a` needs the key `b` beside it."]),
    (
        {"propertyNames": {"pattern": "^[a-z]+$"}},
        {"Bad": "Bad"},
        ["The key `Bad` is not allowed: keys here must be text that matches `^[a-z]+$`."],
    ),
    (
        {"propertyNames": {"pattern": "^[a-z]+$", "description": "small letters only"}},
        {"Bad": 1},
        ["The key `Bad` is not allowed: keys here must be small letters only."],
    ),
    (
        {"patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": False},
        {"x-a": 1, "y": 1},
        ["`x-a` must be text, not the number `1`.", "The schema does not know the key `y`."],
    ),
    (
        {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}},
        {"a": 1},
        ["The front matter lacks the key `b`."],
    ),
    (
        {"not": {"required": ["a", "b"]}},
        {"a": 1, "b": 1},
        ["The key `b` is not allowed together with `a`."],
    ),
    (
        {"additionalProperties": {"type": "string"}},
        {"a": 1},
        ["`a` must be text, not the number `1`."],
    ),
]


@pytest.mark.parametrize(("schema", "data", "expected"), KEYS)
def test_a_key_too_many_or_too_few_is_named(schema: Any, data: Any, expected: list[str]) -> None:
    assert messages(schema, data) == expected


def named(kind: str, other: str) -> dict[str, Any]:
    return {"properties": {"type": {"const": kind}, other: {"type": "string"}}, "required": [other]}


BRANCHES: list[tuple[Any, Any, list[str]]] = [
    (prop({"anyOf": [{"const": "a"}, False]}), {"k": 3}, ["`k` must be `a`, not the number `3`."]),
    (
        prop({"anyOf": [False, False]}),
        {"k": 3},
        ["`k` fits none of the 2 forms that the schema allows."],
    ),
    (
        prop({"anyOf": [{"type": "string"}, {"type": "array"}]}),
        {"k": 3},
        ["`k` must be text or a list, not the number `3`."],
    ),
    (
        prop({"anyOf": [{"enum": ["a"]}, {"anyOf": [{"const": "b"}, {"type": "null"}]}]}),
        {"k": "c"},
        ["`k` must be `a`, `b` or empty, not the text `c`."],
    ),
    (
        prop({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
        {"k": ["a", 2]},
        ["Item 2 of `k` must be text, not the number `2`."],
    ),
    (
        prop({"anyOf": [{"type": "string"}, {"type": "object", "required": ["name"]}]}),
        {"k": {}},
        ["`k` lacks the key `name`."],
    ),
    (
        prop({"oneOf": [named("image", "src"), named("video", "url")]}),
        {"k": {"type": "video", "src": "a"}},
        ["`k` lacks the key `url`."],
    ),
    (
        prop({"oneOf": [named("image", "src"), named("video", "url")]}),
        {"k": {"type": "sound", "src": "a", "url": "b"}},
        ["`k.type` must be `image` or `video`, not the text `sound`."],
    ),
    (
        prop({"anyOf": [{"format": "date"}, {"format": "ipv4"}]}),
        {"k": "x"},
        ["`k` must be a date such as `2024-01-31` or an IPv4 address, not the text `x`."],
    ),
    (
        {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {},
        ["The front matter lacks a key: `a` or `b`."],
    ),
    (
        {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {"a": 1, "b": 2},
        ["The front matter has `a` and `b`, of which one is allowed."],
    ),
    (
        prop({"anyOf": [{"minProperties": 3}, {"properties": {"a": {"type": "string"}}}]}),
        {"k": {"a": 1}},
        ["`k` fits none of the 2 forms that the schema allows."],
    ),
    (
        prop({"oneOf": [{"minLength": 1}, {"type": "string"}]}),
        {"k": "a"},
        ["`k` fits more than one of the forms of which the schema allows one."],
    ),
]


@pytest.mark.parametrize(("schema", "data", "expected"), BRANCHES)
def test_alternatives_give_one_finding_for_one_cause(
    schema: Any, data: Any, expected: list[str]
) -> None:
    assert messages(schema, data) == expected


def test_unevaluated_keys_are_told_apart_from_those_of_a_failed_branch() -> None:
    schema = {
        "$defs": {"base": {"properties": {"title": {"type": "string"}, "tags": True}}},
        "allOf": [{"$ref": "#/$defs/base"}],
        "unevaluatedProperties": False,
    }
    assert messages(schema, {"title": 3, "tags": [], "tgas": []}) == [
        "The schema does not know the key `tgas`.",
        "`title` must be text, not the number `3`.",
    ]


def test_a_misspelt_key_is_not_also_missing() -> None:
    schema = {
        "properties": {"author": True},
        "required": ["author"],
        "additionalProperties": False,
    }
    (violation,) = compile_schema(schema).violations({"auther": "Ada"})
    assert (violation.path, violation.replacement) == (("auther",), "author")
    assert violation.help == "Did you mean `author`?"


def test_a_misspelt_key_that_is_allowed_explains_the_missing_one() -> None:
    schema = {"properties": {"author": True}, "required": ["author"]}
    (violation,) = compile_schema(schema).violations({"auther": "Ada"})
    assert violation.help == "Did you mean the key `auther` to be `author`?"


def test_two_near_names_are_no_sure_replacement() -> None:
    schema = {"properties": {"image1": True, "image2": True}, "additionalProperties": False}
    (violation,) = compile_schema(schema).violations({"image3": "x"})
    assert violation.replacement is None


def test_a_description_in_the_schema_becomes_the_help() -> None:
    (violation,) = compile_schema(
        prop({"type": "string", "description": "One\n sentence."})
    ).violations({"k": 1})
    assert violation.help == "One sentence."


@pytest.mark.parametrize("value", ["x" * 1_000_000, {"y" * 100_000: 1}, 10**400, [["z"] * 5000]])
def test_a_message_stays_short_whatever_the_value(value: Any) -> None:
    schema = prop({"enum": ["w" * 1000 + str(index) for index in range(200)]})
    (message,) = messages(schema, {"k": value})
    assert len(message) <= 500
    assert "\n" not in message


DRAFT_7 = "http://json-schema.org/draft-07/schema#"
DRAFT_7_CASES: list[tuple[Any, Any, list[str]]] = [
    (
        {"definitions": {"t": {"type": "string"}}, **prop({"$ref": "#/definitions/t"})},
        {"k": 1},
        ["`k` must be text, not the number `1`."],
    ),
    (
        prop({"items": [{"type": "string"}], "additionalItems": False}),
        {"k": ["a", "b"]},
        ["`k` must have at most 1 item, not 2."],
    ),
    ({"dependencies": {"a": ["b"]}}, {"a": 1}, ["`a` needs the key `b` beside it."]),
]


@pytest.mark.parametrize(("schema", "data", "expected"), DRAFT_7_CASES)
def test_draft_7_is_read_as_draft_7(schema: Any, data: Any, expected: list[str]) -> None:
    assert messages({"$schema": DRAFT_7, **schema}, data) == expected


def doubling(times: int) -> dict[str, Any]:
    links = {f"a{n}": {"allOf": [{"$ref": f"#/$defs/a{n + 1}"}] * 2} for n in range(times)}
    return {"$ref": "#/$defs/a0", "$defs": {**links, f"a{times}": {}}}


FAULTS: list[tuple[Any, str, str]] = [
    ({"type": "strin"}, "$.type", "`type` must be `array`, `boolean`"),
    (prop({"pattern": "("}), "$.properties.k.pattern", "`(` is not a regular expression"),
    (prop({"pattern": r"\p{L}"}), "$.properties.k.pattern", "is not a regular expression"),
    (
        {"$schema": "http://json-schema.org/draft-04/schema#", "patternProperties": {"(": {}}},
        "$.patternProperties",
        "`(` is not a regular expression",
    ),
    (
        {"unevaluatedProperties": False, "allOf": [{"patternProperties": {"^(a|a)*$": {}}}]},
        "$.allOf[0].patternProperties.^(a|a)*$",
        "`^(a|a)*$` could take for ever to match",
    ),
    ({"$ref": "https://example.org/s.json"}, "$.$ref", "points outside this schema"),
    ({"allOf": [{"$ref": "file:///etc/hosts"}]}, "$.allOf[0].$ref", "points outside this schema"),
    ({"$ref": "other.json"}, "$.$ref", "points outside this schema"),
    ({"$ref": "#/$defs/x"}, "$.$ref", "points to nothing"),
    ({"$ref": "#"}, "$", "refers to itself without end"),
    ({"anyOf": [{"not": {"$ref": "#"}}]}, "$.anyOf[0].not", "refers to itself without end"),
    (doubling(20), "", "more than 10,000 schemas"),
    ({"$schema": "https://example.org/draft"}, "$.$schema", "is no draft of JSON Schema"),
]


@pytest.mark.parametrize(("schema", "path", "message"), FAULTS)
def test_a_schema_that_cannot_be_used_is_refused(schema: Any, path: str, message: str) -> None:
    with pytest.raises(SchemaFault) as caught:
        compile_schema(schema)
    assert message in caught.value.message
    assert path in caught.value.json_path


def test_a_schema_may_refer_to_itself_for_what_is_inside() -> None:
    schema = {"properties": {"child": {"allOf": [{"$ref": "#"}]}, "n": {"type": "string"}}}
    assert messages(schema, {"child": {"child": {"n": 1}}}) == [
        "`child.child.n` must be text, not the number `1`."
    ]


def test_an_embedded_schema_may_be_referred_to_by_its_id() -> None:
    schema = {"$defs": {"t": {"$id": "https://example.org/t", "type": "string"}}}
    schema |= prop({"$ref": "https://example.org/t"})
    assert messages(schema, {"k": 1}) == ["`k` must be text, not the number `1`."]


HOSTILE: list[tuple[Any, Any]] = [
    ({"multipleOf": 0.5}, float("inf")),
    ({"multipleOf": 2}, float("nan")),
    ({"pattern": "[a-z]+@"}, "a" * 60_000),
    ({"pattern": "^(a|b|ab)*$"}, "ab" * 30_000 + "c"),
    ({"uniqueItems": True}, [{"n": n % 4999} for n in range(5000)]),
]


@pytest.mark.parametrize(("schema", "value"), HOSTILE)
def test_hostile_values_take_no_time_and_raise_nothing(schema: Any, value: Any) -> None:
    assert len(messages(prop(schema), {"k": value})) == 1


def test_a_value_deeper_than_python_recurses_is_reported_as_unchecked() -> None:
    schema: dict[str, Any] = {"properties": {"c": {"$ref": "#"}}, "required": ["c"]}
    data: dict[str, Any] = {}
    for _ in range(5000):
        data = {"c": data}
    (message,) = messages(schema, data)
    assert message.startswith("This front matter could not be checked against the schema")


def test_a_schema_is_compiled_once() -> None:
    schema = {"type": "object"}
    assert schema_for(schema) is schema_for(schema)


@pytest.mark.parametrize("schema", [True, {}])
def test_a_schema_that_allows_everything_does(schema: Any) -> None:
    assert messages(schema, {"a": 1}) == []


def test_a_schema_that_allows_nothing_says_so() -> None:
    assert messages(False, {}) == ["The front matter is of no kind that the schema allows."]


DEFAULT_ACCEPTS: list[dict[str, Any]] = [
    {},
    {"title": "A", "date": "2024-01-31", "tags": ["a", "b"], "draft": False},
    {"title": 2024, "date": None, "tags": "a, b", "draft": "true", "description": None},
    {"date": {"created": "2024-01-31"}, "tags": [{"label": "A", "permalink": "/a"}], "slug": 1},
    {"authors": ["a"], "author": {"name": "A"}, "aliases": ["/old/"], "redirect_from": "/x"},
    {"categories": [["a", "b"]], "keywords": None, "tags": [2024], "draft": "no", "weight": 3},
    {"anything": {"else": [1, 2, {"three": 4}]}, "url": "/x", "taxonomies": {"tags": ["a"]}},
]


@pytest.mark.parametrize("data", DEFAULT_ACCEPTS)
def test_the_built_in_schema_accepts_the_usual_shapes(data: dict[str, Any]) -> None:
    assert schema_for(None).violations(data) == []


DEFAULT_REFUSES: list[tuple[Any, str]] = [
    ({"title": ["Draft"]}, "`title` must not be a list."),
    ({"title": {"a": 1}}, "`title` must not be a mapping."),
    ({"tags": {"a": 1}}, "`tags` must not be a mapping."),
    ({"categories": {"a": 1}}, "`categories` must not be a mapping."),
    ({"draft": "maybe"}, "`draft` must be `true` or `false`, not the text `maybe`."),
    ({"draft": ["yes"]}, "`draft` must not be a list."),
    ({"date": ["2024-01-31"]}, "`date` must not be a list."),
    ({"date": True}, "`date` must not be `true`."),
    ({"description": ["a"]}, "`description` must not be a list."),
    ({"aliases": ["/a", {"b": 1}]}, "Item 2 of `aliases` must not be a mapping."),
]


@pytest.mark.parametrize(("data", "message"), DEFAULT_REFUSES)
def test_the_built_in_schema_refuses_what_is_wrong_everywhere(data: Any, message: str) -> None:
    (violation,) = schema_for(None).violations(data)
    assert violation.message == message


def test_the_built_in_schema_is_sound_and_needs_no_full_validator_for_sound_posts() -> None:
    schema = schema_for(None).schema
    assert isinstance(compile_schema(schema), CompiledSchema)
    assert schema_for(None)._accepts is not None
