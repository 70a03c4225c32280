"""What is inferred from front matter: what nearly all have is asked, what a few do is odd."""

from __future__ import annotations

import re
from typing import Any

import pytest

from blint.overview.inference.document import schema_of
from blint.overview.inference.kinds import Kind, Post
from blint.overview.inference.roles import Roles, roles_of
from blint.site.presets import PRESETS
from blint.site.schema.compiled import compile_schema

ROLES: Roles = roles_of(PRESETS["plain"].fields)


def inferred(*tables: dict[str, Any]) -> dict[str, Any]:
    """The schema of some front matters."""
    posts = tuple(Post(f"{number:03}.md", table) for number, table in enumerate(tables))
    return schema_of(Kind("", (), posts), ROLES)


def of_key(values: list[Any], key: str = "it") -> dict[str, Any]:
    """What is inferred of one key, without words."""
    found = inferred(*({key: value} for value in values))["properties"][key]
    return {name: value for name, value in found.items() if name not in {"description", "$comment"}}


def odd(tables: list[dict[str, Any]]) -> list[int]:
    """The numbers of the front matters that their own schema refuses."""
    compiled = compile_schema(inferred(*tables))
    return [number for number, table in enumerate(tables) if compiled.violations(table)]


DAYS = [f"2024-01-{day:02}" for day in range(1, 31)]
WORDS = [f"word number {number}" for number in range(30)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        # types
        ([True, False] * 8, {"type": "boolean"}),
        ([1, 2, 3] * 5, {"type": "integer", "minimum": 0}),
        ([-1, 2, 3] * 5, {"type": "integer"}),
        ([1, 2.5] * 8, {"type": "number", "minimum": 0}),
        ([1, "x"] * 8, {"type": ["integer", "string"], "minLength": 1}),
        ([None] * 3, {"type": "null"}),
        ([None, "a b", "c d"] * 5, {"type": ["string", "null"], "minLength": 1}),
        (["a b"] * 29 + [["a b", "c"]], {"type": ["string", "array"], "minLength": 1}),
        # forms
        (DAYS, {"type": "string", "format": "date"}),
        (DAYS[:4], {"type": "string", "minLength": 1}),
        ([f"{day}T10:00:00Z" for day in DAYS], {"type": "string", "format": "date-time"}),
        ([f"/a/{n}" for n in range(9)], {"type": "string", "pattern": "^/"}),
        ([f"a{n}@example.org" for n in range(9)], {"type": "string", "format": "email"}),
        (
            [f"https://example.org/{n}" for n in range(9)],
            {"type": "string", "pattern": "^https?://[^ ]+$"},
        ),
        (
            [f"{n}/1/2024" for n in range(1, 12)],
            {"type": "string", "pattern": "^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$"},
        ),
        # closed sets
        (["news", "release"] * 12, {"enum": ["news", "release"]}),
        (["news", None] * 12, {"type": ["string", "null"], "minLength": 1}),
        (["news", "news", None] * 12, {"enum": ["news", None]}),
        (["news", "release"] * 5, {"type": "string", "minLength": 1}),
        (["v1", "v2"] * 12, {"type": "string", "minLength": 1}),
        (WORDS, {"type": "string", "minLength": 1}),
        # what is empty in many posts may be empty
        (["", "x y"] * 10, {"type": "string"}),
        # lists
        ([["a b"], ["c d"]] * 8, {"type": "array", "items": {"type": "string", "minLength": 1}}),
        ([[]] * 8, {"type": "array"}),
    ],
)
def test_values(values: list[Any], expected: dict[str, Any]) -> None:
    found = of_key(values)
    if "items" not in expected:
        found.pop("items", None)
    assert found == expected


def test_dates_of_several_forms_share_the_day() -> None:
    """A time after the day is a choice, and another date is a slip."""
    mixed = [*DAYS, "2024-02-01T10:00:00Z", "2024-02-02 10:00"]
    assert of_key(mixed) == {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([^0-9]|$)",
    }
    assert odd([{"it": day} for day in [*mixed, "soon"]]) == [len(mixed)]


@pytest.mark.parametrize("key", ["title", "author", "slug", "tag", "coverImage", "release"])
def test_what_varies_by_design_is_no_closed_set(key: str) -> None:
    assert "enum" not in of_key(["same", "other"] * 15, key)


@pytest.mark.parametrize(
    ("usual", "strange"),
    [
        ({"a": "x", "b": 1}, {"a": "x"}),
        ({"a": "x", "b": 1}, {"a": "x", "b": "1"}),
        ({"kind": "news"}, {"kind": "News"}),
        ({"kind": "news"}, {"kind": "newss"}),
        ({"day": "2024-01-31"}, {"day": "31 January"}),
        ({"author": "Ada"}, {"auther": "Ada"}),
        ({"author": "Ada"}, {"author": ""}),
        ({"author": "Ada"}, {"author": None}),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1}}),
        ({"a": ["x", "y"]}, {"a": ["x", 5]}),
        ({"a": "x"}, {"a": "x", "a long line of prose that": "a colon has made a key"}),
        ({"a": "x"}, {}),
    ],
)
def test_one_of_many_is_odd(usual: dict[str, Any], strange: dict[str, Any]) -> None:
    assert odd([*[usual] * 40, strange]) == [40]
    assert re.search(r"Odd: (?:`[^`]*` in )?040\.md\.", str(inferred(*[usual] * 40, strange)))


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ({"a": "x", "b": 1}, {"a": "x"}),
        ({"author": "Ada"}, {"auther": "Ada"}),
        ({"a": "x"}, {"a": 1}),
    ],
)
def test_what_several_do_is_no_slip(usual: dict[str, Any], other: dict[str, Any]) -> None:
    assert odd([*[usual] * 30, *[other] * 5]) == []


def test_among_few_posts_nothing_is_odd() -> None:
    assert odd([*[{"a": "x", "b": 1}] * 10, {"a": 5}]) == []


def test_one_post_asks_for_no_more_than_its_title() -> None:
    schema = inferred({"title": "A", "mood": "fine", "tags": ["x"]})
    assert schema["required"] == ["title"]
    assert "additionalProperties" not in schema


def test_a_key_of_one_post_is_allowed_and_counted() -> None:
    schema = inferred(*[{"a": 1, "b": 2}] * 40, {"a": 1, "b": 2, "toc": True})
    assert schema["properties"]["toc"]["description"] == "In 1 of 41 posts."
    assert schema["additionalProperties"] is False


def test_a_closed_set_has_room_for_what_generators_read() -> None:
    schema = inferred(*[{"title": "A", "mood": "x"}] * 40)
    assert compile_schema(schema).violations({"title": "A", "mood": "x", "draft": True}) == []
    assert compile_schema(schema).violations({"title": "A", "mood": "x", "drift": True})


def test_a_slip_is_refused_where_other_keys_are_welcome() -> None:
    open_set = [{"title": "A", "author": "B", f"key{n}{n}": 1} for n in range(40)]
    schema = inferred(*open_set, {"title": "A", "auther": "B"})
    assert "additionalProperties" not in schema
    assert schema["properties"]["auther"]["description"] == "Did you mean `author`?"
    assert schema["properties"]["auther"]["not"] == {}


def test_lengths_are_generous_and_an_outlier_does_not_count() -> None:
    texts = ["x" * length for length in range(100, 140)]
    schema = inferred(*({"description": text} for text in [*texts, "x" * 900]))
    assert schema["properties"]["description"]["minLength"] == 50
    assert schema["properties"]["description"]["maxLength"] == 180
    assert odd([{"description": text} for text in [*texts, "x" * 900]]) == [40]
    assert odd([{"description": text} for text in [*texts, "x" * 200]]) == []


def test_a_short_title_does_not_forbid_longer_ones() -> None:
    schema = inferred(*[{"title": f"T{n}"} for n in range(40)])
    assert schema["properties"]["title"]["maxLength"] == 120


def test_authors_and_tags_are_asked_for_where_no_list_is_empty() -> None:
    assert of_key([["a b"]] * 20, "authors")["minItems"] == 1
    assert "minItems" not in of_key([["a b"]] * 20, "aliases")


def test_counts_are_told() -> None:
    schema = inferred(*[{"a": 1}] * 1200, *[{}] * 300)
    assert schema["properties"]["a"]["description"] == "In 1,200 of 1,500 posts."


def test_a_form_is_counted_as_well() -> None:
    found = inferred(*({"day": day} for day in DAYS))["properties"]["day"]
    assert found == {"description": "In 30 of 30 posts.", "type": "string", "format": "date"}


def test_words_of_a_pattern_are_what_a_finding_tells() -> None:
    schema = inferred(*({"image": f"/a/{n}.png"} for n in range(40)), {"image": "b.png"})
    violations = compile_schema(schema).violations({"image": "c.png"})
    expected = "The text `c.png` is not what `image` asks for: a path that begins with `/`."
    assert [violation.message for violation in violations] == [expected]


def test_many_slips_under_one_key_are_no_slips() -> None:
    usual: dict[str, Any] = {"a": {"b": "/x", "c": "y"}}
    slips: list[dict[str, Any]] = [
        {"a": {"b": 1, "c": "y"}},
        {"a": {"b": None, "c": "y"}},
        {"a": {"b": "x", "c": "y"}},
    ]
    schema = inferred(*[usual] * 40, *slips)
    assert odd([*[usual] * 40, *slips]) == []
    inside = schema["properties"]["a"]["properties"]
    assert inside["b"] == {
        "description": "Posts differ here.",
        "type": ["integer", "null", "string"],
    }
    assert inside["c"]["enum"] == ["y"]


def test_what_is_odd_inside_a_table_is_named_there() -> None:
    usual = {"a": {"b": "/x", "c": "y"}}
    schema = inferred(*[usual] * 40, {"a": {"b": 1, "c": "y"}})
    inside = schema["properties"]["a"]["properties"]
    assert inside["b"]["$comment"] == "In 41 of 41 `a`. Odd: 040.md."


ALL = [{"title": f"T {day}", "date": day, "mood": "x"} for day in DAYS]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # a title and a date are what every post needs
        ([{"title": None}, {"title": ...}], [0, 1]),
        ([{"title": ""}, {"title": ""}, {"title": None}], [0, 1, 2]),
        ([{"title": ...}] * 3, [0, 1, 2]),
        ([{"date": ...}, {"date": None}], [0, 1]),
        # more than one in ten is what the blog does
        ([{"title": ...}] * 4, []),
        ([{"title": None}] * 4, []),
        ([{"date": ...}, {"date": None}] * 2, []),
        # and other keys may lack in two
        ([{"mood": ...}] * 2, []),
        ([{"mood": None}] * 2, []),
    ],
)
def test_what_every_post_needs(changes: list[dict[str, Any]], expected: list[int]) -> None:
    changed = [{**table, **change} for table, change in zip(ALL, changes, strict=False)]
    tables = [*changed, *ALL[len(changes) :]]
    assert odd([{k: v for k, v in table.items() if v is not ...} for table in tables]) == expected
