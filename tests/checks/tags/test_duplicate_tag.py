"""duplicate-tag: what repeats, and that the fix leaves a clean list."""

from __future__ import annotations

import unicodedata

import pytest

from fixing import fixed
from samples import findings

RULE = "duplicate-tag"


@pytest.mark.parametrize(
    ("head", "repeated"),
    [
        ("tags: [a, b, a]", ["a"]),
        ("tags: [a, a, a]", ["a", "a"]),
        ("tags: [Docker, docker]", ["docker"]),
        ("tags: [web dev, web-dev]", ["web-dev"]),
        (
            f"tags: [café, {unicodedata.normalize('NFD', 'café')}]",
            [unicodedata.normalize("NFD", "café")],
        ),
        ("tags: 'a, b, A'", ["A"]),
        ('tags: [2024, "2024"]', ["2024"]),
        ("tags: [container, containers]", []),
        ("tags: [C, C++, C#, Java, JavaScript]", []),
        ("tags: ['', '']", []),
        ("tags:", []),
    ],
)
def test_what_repeats_a_tag(head: str, repeated: list[str]) -> None:
    assert [text for _, text, _ in findings(RULE, f"---\n{head}\n---\n")] == repeated


def test_the_message_names_the_other_spelling() -> None:
    rows = findings(RULE, "---\ntags: [Docker, docker]\n---\n")
    assert rows == [
        ("content/a.md", "docker", "The tag `docker` repeats `Docker` in another spelling.")
    ]


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ("café", "cafe\u0301", "U+0065 U+0301 here, U+00E9 before"),
        ("re\u0301sume\u0301", "résumé", "U+00E9 here, U+0065 U+0301 before"),
        ("\u212b", "Å", "U+00C5 here, U+212B before"),
        ("\u1112\u1161", "하", "U+D558 here, U+1112 before"),
    ],
)
def test_the_message_names_what_looks_the_same(first: str, second: str, difference: str) -> None:
    ((_, _, message),) = findings(RULE, f"---\ntags: [{first}, {second}]\n---\n")
    assert message == f"The tag `{second}` is listed twice, in other code points: {difference}."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags: [a, b, a]", "tags: [a, b]"),
        ("tags: [a, a, a]", "tags: [a]"),
        ("tags: ['a', \"a\", b]", "tags: ['a', b]"),
        ("tags: [\n  a,\n  a,\n]", "tags: [\n  a,\n]"),
        ("tags:\n  - a\n  - b\n  - a\nx: 1", "tags:\n  - a\n  - b\nx: 1"),
        ("tags:\n  - a\n  # two\n  - a\nx: 1", "tags:\n  - a\n  # two\nx: 1"),
        ("tags:\r\n- a\r\n- a\r\nx: 1", "tags:\r\n- a\r\nx: 1"),
        ("tags: 'a, b, a'", "tags: 'a, b'"),
        ("tags: a, a, b", "tags: a, b"),
    ],
)
def test_the_fix_removes_the_second_one(before: str, after: str) -> None:
    assert fixed(RULE, f"---\n{before}\n---\n") == f"---\n{after}\n---\n"


@pytest.mark.parametrize("head", ["tags:\n- a\n- a # why", "tags: [a, # why\n  a]"])
def test_a_comment_is_left_to_people(head: str) -> None:
    text = f"---\n{head}\n---\n"
    assert len(findings(RULE, text)) == 1
    assert fixed(RULE, text) == text


def test_a_fix_over_more_than_letters_is_not_safe() -> None:
    text = "---\ntags: [web dev, web-dev]\n---\n"
    assert fixed(RULE, text) == text
    assert fixed(RULE, text, unsafe=True) == "---\ntags: [web dev]\n---\n"


def test_toml_and_json() -> None:
    assert fixed(RULE, '+++\ntags = ["a", "a"]\n+++\n') == '+++\ntags = ["a"]\n+++\n'
    assert len(findings(RULE, '{"tags": ["a", "a"]}\n\nText.\n')) == 1
