"""TOML that is written is read back as it was, and comments stay on one line."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blint.overview.plain_text import Literal, one_line, toml_document, toml_key, toml_value

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
leaves = st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | text
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.dictionaries(text, values, max_size=4))
def test_a_document_is_read_back_as_it_was(data: dict[str, Any]) -> None:
    assert tomllib.loads(toml_document(data)) == data


@pytest.mark.parametrize(
    "key", ["a", "a.b", 'a"b', "a b", "", "é", "a\nb", "\x00", "\x7f", "\u2028", "\\", "'"]
)
def test_keys_of_all_kinds(key: str) -> None:
    assert tomllib.loads(f"{toml_key(key)} = {toml_value(key)}") == {key: key}


def test_dates_stand_as_they_are_and_nothing_is_written_for_none() -> None:
    data = {"date": Literal("2024-01-31"), "gone": None, "list": [None, Literal("2024-02-01")]}
    assert toml_document(data) == "date = 2024-01-31\nlist = [2024-02-01]\n"


def test_numbers_that_toml_lacks_become_text() -> None:
    assert tomllib.loads(f"a = {toml_value(2**64)}") == {"a": str(2**64)}
    assert tomllib.loads(f"a = {toml_value([float('inf'), float('-inf')])}")


def test_half_a_character_is_replaced() -> None:
    assert toml_value("a\ud800") == '"a\ufffd"'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain é", "plain é"),
        ("a\nb\r\x1b[0m", "a\\nb\\r\\x1b[0m"),
        ("\u202e\ud800", "\\u202e\\ud800"),
        ("x" * 400, "x" * 299 + "…"),
    ],
)
def test_a_comment_is_one_visible_line(text: str, line: str) -> None:
    assert one_line(text) == line
