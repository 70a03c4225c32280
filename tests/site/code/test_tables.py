"""The tables of highlighters: as they were asked, and as the packages here answer."""

from __future__ import annotations

import json
import os

import pytest
from highlighters.places import from_environment
from highlighters.registry import HIGHLIGHTERS
from highlighters.tables import FOLDER, Missing, as_data

from blint.site.code.languages import language_named
from blint.site.code.tables import NAMES, all_names, any_knows, are_apart, knowers, table


@pytest.mark.parametrize("name", HIGHLIGHTERS)
def test_a_table_is_what_the_package_answers(name: str) -> None:
    kept = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    if name == "chroma" and "ORACLES_PYTHON" not in os.environ:
        pytest.skip("ORACLES_PYTHON names no Python with hugo beside it; asking takes a minute")
    try:
        asked = HIGHLIGHTERS[name](from_environment())
    except Missing as fault:
        pytest.skip(str(fault))
    if asked.version != kept["version"]:
        pytest.skip(f"{asked.title} here is {asked.version}; the table is of {kept['version']}")
    assert as_data(name, asked) == kept


def test_every_highlighter_has_a_table() -> None:
    assert sorted(NAMES) == sorted(HIGHLIGHTERS)
    assert sorted(file.stem for file in FOLDER.glob("*.json")) == sorted(NAMES)


@pytest.mark.parametrize(
    ("name", "version", "case", "unknown", "languages", "names"),
    [
        ("chroma", "2.27.0", "ignored", "plain", 296, "go golang kt bash caddyfile text"),
        ("docusaurus", "2.4.1", "exact", "plain", 29, "js tsx json yaml markup html text"),
        ("giallo", "0.2.0", "ignored", "fails", 232, "bash jinja toml mbti text txt"),
        ("highlightjs", "11.12.0", "ignored", "fails", 192, "c++ h js plaintext text"),
        ("linguist", "9.5.0", "ignored", "plain", 833, "c++ common-lisp jsonc"),
        ("prism", "1.30.0", "exact", "plain", 297, "sh shell markup jsonp text"),
        ("pygments", "2.21.0", "ignored", "fails", 598, "pycon docker output text"),
        ("rouge", "3.30.0", "exact", "plain", 216, "rb console svelte guess text"),
        ("shiki", "4.6.0", "exact", "fails", 242, "ts 文言 cs ansi txt"),
    ],
)
def test_tables_as_they_were_asked(
    name: str, version: str, case: str, unknown: str, languages: int, names: str
) -> None:
    found = table(name)
    assert found is not None
    kept = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert (kept["version"], found.case, found.unknown) == (version, case, unknown)
    assert len(found.groups) == languages
    assert set(names.split()) <= found.names


@pytest.mark.parametrize("name", NAMES)
def test_names_are_words_of_a_fence(name: str) -> None:
    found = table(name)
    assert found is not None
    assert not [word for word in found.names if not word or word.split() != [word]]
    if found.case == "ignored":
        assert all(word == word.lower() for word in found.names)


def test_a_name_that_is_no_highlighter_has_no_table() -> None:
    assert table("syntect") is None
    assert table("../language_names") is None


def test_who_else_knows_a_name() -> None:
    assert knowers("JSONC", "prism") == ["Chroma", "GitHub", "highlight.js", "Rouge", "Shiki"]
    assert knowers("xyzzy", None) == []


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [("docker", "dockerfile", False), ("jsonl", "json", True), ("golang", "go", False)],
)
def test_names_of_one_language_are_in_one_group_everywhere(
    one: str, other: str, answer: bool
) -> None:
    assert are_apart(one, other) is answer


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("js", "JavaScript"),
        ("node", "JavaScript"),
        ("jsx", "JavaScript"),
        ("tsx", "TSX"),
        ("ts", "TypeScript"),
        ("golang", "Go"),
        ("docker", "Dockerfile"),
        ("Dockerfile", "Dockerfile"),
        ("h", "C"),
        ("console", "ShellSession"),
        ("shell-session", "ShellSession"),
        ("cfg", "INI"),
        ("ex", "Elixir"),
        ("common lisp", "Common Lisp"),
        ("xyzzy", None),
    ],
)
def test_a_language_has_many_names(word: str, title: str | None) -> None:
    language = language_named(word)
    assert (language.title if language else None) == title


def test_any_knows_what_all_know_together() -> None:
    assert all(any_knows(name) for name in all_names())
    assert not any_knows("xyzzy")
    assert not any_knows("JavaScript"), "names are asked for in small letters"
