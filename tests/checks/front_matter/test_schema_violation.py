"""schema-violation: every finding stands where one would point, in YAML, TOML and JSON alike."""

from __future__ import annotations

import json
from typing import Any

import pytest

from samples import check, findings

CONFIG = '[front-matter]\nschema = "post.schema.json"\n'
SCHEMA: dict[str, Any] = {
    "required": ["title"],
    "properties": {
        "title": {"type": "string"},
        "author": {
            "type": "object",
            "required": ["name"],
            "properties": {"name": {"type": "string"}, "site": {"type": "string"}},
            "additionalProperties": False,
        },
        "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        "status": {"enum": ["draft", "published"]},
        "date": {"type": "string", "format": "date"},
        "parts": {"items": {"required": ["name"], "properties": {"no": {"type": "number"}}}},
    },
    "additionalProperties": False,
}


def places(text: str, schema: Any = SCHEMA) -> list[tuple[str, str]]:
    files = {"content/a.md": text, "post.schema.json": json.dumps(schema)}
    return [
        (covered, message) for _, covered, message in findings("schema-violation", files, CONFIG)
    ]


YAML: list[tuple[str, str, str]] = [
    ("titel: A", "titel", "The schema does not know the key `titel`."),
    ("title: 3", "3", "`title` must be text, not the number `3`."),
    ("title: A\nauthor: {nam: B}", "nam", "The schema does not know the key `nam` in `author`."),
    ("title: A\nauthor:\n  site: x", "author", "`author` lacks the key `name`."),
    ("title: A\ntags: [a, 2]", "2", "Item 2 of `tags` must be text, not the number `2`."),
    ("title: A\ntags:\n  - a\n  - a", "a", "`tags` lists `a` twice."),
    ("title: A\ntags: 'a, b'", "'a, b'", "`tags` must be a list, not the text `a, b`."),
    ("title: A\ntags:\n  a: 1\n  b: 2", "tags", "`tags` must be a list, not a mapping."),
    ("title:\ntags: []", "title", "`title` must be text, not empty."),
    ("title: A\nparts:\n  - no: 1\n", "no", "Item 1 of `parts` lacks the key `name`."),
    (
        "title: A\nparts:\n  - {name: x, no: y}\n",
        "y",
        "`no` in item 1 of `parts` must be a number, not the text `y`.",
    ),
    (
        "title: A\ndate: 2024-01-31 10:00:00",
        "2024-01-31 10:00:00",
        "`date` must be a date such as `2024-01-31`, not the text `2024-01-31 10:00:00`.",
    ),
    ("tags: []", "---", "The front matter lacks the key `title`."),
]


@pytest.mark.parametrize(("text", "covered", "message"), YAML)
def test_a_finding_stands_where_one_would_point(text: str, covered: str, message: str) -> None:
    assert places(f"---\n{text}\n---\n") == [(covered, message)]


FORMATS: list[tuple[str, str, list[str]]] = [
    ('title = "A"\nauther = 1\ntags = ["a", 2]', "+++", ["auther", "2"]),
    ('tags = "a"\n[author]\nnam = "B"\nname = 3', "+++", ["+++", '"a"', "nam", "3"]),
    ('"auther": 1,\n"tags": ["a", 2]', "{}", ["{", '"auther"', "2"]),
]


@pytest.mark.parametrize(("text", "marks", "covered"), FORMATS)
def test_toml_and_json_have_the_same_places(text: str, marks: str, covered: list[str]) -> None:
    opener, closer = (marks, marks) if marks == "+++" else ("{", "}")
    assert [place for place, _ in places(f"{opener}\n{text}\n{closer}\n")] == covered


def test_a_date_is_the_text_that_was_written() -> None:
    assert places("---\ntitle: A\ndate: 2024-01-31\n---\n") == []
    assert places('+++\ntitle = "A"\ndate = 2024-01-31\n+++\n') == []


def test_a_post_without_front_matter_lacks_what_the_schema_requires() -> None:
    assert places("Text.\n") == [("Text.", "The front matter lacks the key `title`.")]


def test_front_matter_that_cannot_be_read_is_left_to_other_rules() -> None:
    assert places("---\ntitle: 'A\n---\n") == []


def test_a_merged_value_is_shown_at_a_place_that_exists() -> None:
    text = "---\ntitle: &t 3\nauthor:\n  name: *t\n---\n"
    assert [covered for covered, _ in places(text)] == ["3", "*t"]


FIXES: list[tuple[str, str | None]] = [
    ("---\ntitle: A\nstatus: publishd\n---\n", "published"),
    ('---\ntitle: A\nstatus: "publishd"\n---\n', '"published"'),
    ("---\ntitle: A\nstatus: 'publishd'\n---\n", "'published'"),
    ('{\n"title": "A",\n"status": "publishd"\n}\n', '"published"'),
    ("---\ntitle: A\nauthors: {name: B}\n---\n", "author"),
    ('+++\ntitle = "A"\nauthors = 1\n+++\n', "author"),
    ('{\n"title": "A",\n"tag": []\n}\n', '"tags"'),
    ("---\ntitle: A\nmood: good\n---\n", None),
]


@pytest.mark.parametrize(("text", "replacement"), FIXES)
def test_a_sure_slip_has_a_fix_in_the_style_of_the_text(text: str, replacement: str | None) -> None:
    files = {"content/a.md": text, "post.schema.json": json.dumps(SCHEMA)}
    ((found, _),) = check(files, config=CONFIG, select=("schema-violation",))
    if replacement is None:
        assert found.fix is None
    else:
        assert found.fix is not None
        assert [edit.text for edit in found.fix.edits] == [replacement]
        assert not found.fix.safe


def test_a_repeated_item_names_the_first_one() -> None:
    files = {"content/a.md": "---\ntitle: A\ntags: [b, c, b]\n---\n"}
    files["post.schema.json"] = json.dumps(SCHEMA)
    ((found, _),) = check(files, config=CONFIG, select=("schema-violation",))
    assert [(place.place and place.place.column) for place in found.related] == [8]
