"""Patterns of a schema: read as `re` reads them, whatever matches them, and never for long."""

from __future__ import annotations

import re
import subprocess
import sys
import warnings
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from blint.site.schema import patterns as pattern_module
from blint.site.schema.compiled import compile_schema
from blint.site.schema.patterns import LONGEST_MATCHED, OutOfTime, Patterns, is_plain

HOSTILE = "^(a|a)*$"
VICTIM = "a" * 40 + "!"


@pytest.mark.parametrize(
    "pattern",
    [
        r"^\d{4}$",
        r"\S",
        r"^.{1,160}$",
        r"^https?://.+\..+$",
        r"^\d+-\d+$",
        "a+b",
        "^(?:foo|bar)$",
        "^(?P<n>a+)?b$",
        r"^(?=.*\d)[^)(+*]{8,}$",
        r"^[])+]*\(+$",
        "a{}b",
    ],
)
def test_plain(pattern: str) -> None:
    assert is_plain(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "^[a-z]+(-[a-z]+)*$",
        "^(a+)+$",
        "(?:a|a){30}",
        "^a*a*a*b",
        "a*a*b",
        "^(a?b?){2,}",
        "(?i)a",
        r"(a)\1",
        "^a*|a*b*c",
        "(?>a+)b",
    ],
)
def test_not_plain(pattern: str) -> None:
    assert not is_plain(pattern)


PIECES = st.sampled_from(
    [
        *(
            "a",
            "b",
            r"\d",
            r"\w",
            r"\s",
            r"\.",
            r"\b",
            r"\]",
            r"\1",
            r"\Z",
            "[",
            "]",
            "[^",
            "-",
            "&&",
        ),
        *("(", "(?:", "(?=", "(?!", "(?<=", "(?P<n>", "(?i)", ")", "|", "^", "$", ".", ":", "#"),
        *("*", "+", "?", "{", "}", "{2}", "{1,2}", "{,2}", "{,}", "{e<=1}", "[[:alpha:]]"),
    ]
)
TEXTS = st.sampled_from(
    [
        *(
            "",
            "a",
            "b",
            "ab",
            "a1b",
            "aab",
            "a\n",
            "a\n\n",
            "b\r",
            "{e}",
            "a{",
            "[a]",
            "a:",
            "&",
            "~",
        ),
        *(
            "alpha:]",
            "e<=1}",
            "{1,2}",
            "a b",
            "\\",
            "é",
            "ß",
            "中",
            "٣",
            "A",
            "\u212a",
            "_",
            "\u2028",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(pattern=st.lists(PIECES, min_size=1, max_size=9).map("".join), text=TEXTS)
def test_both_libraries_read_a_pattern_alike(pattern: str, text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            expected = re.search(pattern, text) is not None
        except re.error:
            assume(False)
    # The group makes a pattern one that `re` is not trusted with, and changes nothing else.
    timed = pattern if pattern.startswith("(?i)") else f"(?:(?:)*){pattern}"
    assert not is_plain(timed)
    assert Patterns().search(timed, text) is expected


@pytest.mark.parametrize("pattern", ["a", "(a|a)*"])
def test_long_text_does_not_match(pattern: str) -> None:
    patterns = Patterns()
    assert patterns.search(pattern, "a" * LONGEST_MATCHED)
    assert not patterns.search(pattern, "a" * (LONGEST_MATCHED + 1))


def test_a_hostile_pattern_is_given_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_module, "SECONDS", 0.05)
    compiled, tried = pattern_module._timed, []

    def counted(pattern: str) -> Any:
        tried.append(pattern)
        return compiled(pattern)

    monkeypatch.setattr(pattern_module, "_timed", counted)
    patterns = Patterns()
    for _ in range(2):
        with pytest.raises(OutOfTime):
            patterns.search(HOSTILE, VICTIM)
    assert tried == [HOSTILE]
    assert patterns.late == {VICTIM: HOSTILE}
    assert patterns.search(HOSTILE, "aaa")
    patterns.begin()
    assert not patterns.late


VALUE = f"`k` could not be checked against the pattern `{HOSTILE}` in time."
KEY = f"The key `{VICTIM}` could not be checked against the pattern `{HOSTILE}` in time."
TEXT = f"The text `{VICTIM}` could not be checked against the pattern `{HOSTILE}` in time."
OTHER = "`n` must be text, not the number `1`."
LATE: list[tuple[Any, Any, list[str]]] = [
    ({"properties": {"k": {"pattern": HOSTILE}}}, {"k": VICTIM}, [VALUE]),
    (
        {"properties": {"k": {"pattern": HOSTILE}, "n": {"type": "string"}}},
        {"k": VICTIM, "n": 1},
        [VALUE, OTHER],
    ),
    ({"properties": {"k": {"anyOf": [{"pattern": HOSTILE}, False]}}}, {"k": VICTIM}, [VALUE]),
    ({"properties": {"k": {"not": {"pattern": HOSTILE}}}}, {"k": VICTIM}, [TEXT]),
    ({"if": {"propertyNames": {"pattern": HOSTILE}}, "then": True}, {VICTIM: 1}, [TEXT]),
    ({"propertyNames": {"pattern": HOSTILE}}, {VICTIM: 1}, [KEY]),
    ({"patternProperties": {HOSTILE: {}}, "additionalProperties": False}, {VICTIM: 1}, [KEY]),
]


@pytest.mark.parametrize(("schema", "data", "messages"), LATE)
def test_a_post_is_told_what_could_not_be_checked(
    schema: Any, data: Any, messages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pattern_module, "SECONDS", 0.05)
    compiled = compile_schema(schema)
    for _ in range(2):  # every post has the same time
        assert [each.message for each in compiled.violations(data)] == messages
    assert compiled.violations({}) == []


def test_plain_patterns_do_not_import_the_library() -> None:
    program = (
        "import sys; from blint.site.schema.compiled import compile_schema; "
        "schema = compile_schema({'properties': {'k': {'pattern': '^[0-9]{4}$'}}}); "
        "found = schema.violations({'k': '2024'}); sys.exit(bool(found) or 'regex' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
