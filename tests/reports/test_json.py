"""The json format: the promised layout, valid for every input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from blint.diagnostics import Related, Severity
from blint.reports.model import Summary
from blint.source import Span
from report_samples import diagnostic, place, rendered

SCHEMA = Path(__file__).parents[2] / "schemas" / "report.schema.json"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def parsed(output: str, validator: jsonschema.Draft202012Validator) -> Any:
    document = json.loads(output.encode("ascii").decode())
    validator.validate(document)
    return document


def test_the_contract(validator: jsonschema.Draft202012Validator) -> None:
    related = Related(Span(5, 6), "It is first used here.", "content/b.md", place("\n\ntags:«x»"))
    found = diagnostic(
        "\n\n\ntags: [ «Postgres» ]",
        severity=Severity.WARNING,
        advice="Write `PostgreSQL`.",
        replacement="PostgreSQL",
        related=[related],
    )
    output = rendered("json", [found], summary=Summary(30, 0, 1, 0, 2, skipped=9))
    assert parsed(output, validator) == {
        "version": 1,
        "diagnostics": [
            {
                "rule": "unknown-tag",
                "severity": "warning",
                "path": "content/a.md",
                "line": 4,
                "column": 9,
                "end_line": 4,
                "end_column": 17,
                "message": "The tag `x` is unknown.",
                "help": "Write `PostgreSQL`.",
                "fix": {
                    "title": "Write `PostgreSQL`.",
                    "safe": True,
                    "edits": [
                        {
                            "line": 4,
                            "column": 9,
                            "end_line": 4,
                            "end_column": 17,
                            "text": "PostgreSQL",
                        }
                    ],
                },
                "related": [
                    {
                        "path": "content/b.md",
                        "line": 3,
                        "column": 6,
                        "message": "It is first used here.",
                    }
                ],
            }
        ],
        "summary": {
            "posts": 30,
            "errors": 0,
            "warnings": 1,
            "infos": 0,
            "suppressed": 2,
            "baselined": 0,
        },
    }


def test_what_is_absent_is_left_out(validator: jsonschema.Draft202012Validator) -> None:
    entry = parsed(rendered("json", [diagnostic()]), validator)["diagnostics"][0]
    assert entry["help"] is None
    assert not entry.keys() & {"fix", "related"}


def test_a_clean_run(validator: jsonschema.Draft202012Validator) -> None:
    assert parsed(rendered("json", []), validator)["diagnostics"] == []


def test_a_related_place_without_a_path_is_in_the_same_file(
    validator: jsonschema.Draft202012Validator,
) -> None:
    found = diagnostic(related=[Related(Span(0, 1), "Here.", None, place("«x»"))])
    entry = parsed(rendered("json", [found]), validator)["diagnostics"][0]
    assert entry["related"][0]["path"] == "content/a.md"


@pytest.mark.parametrize(
    "text",
    ['"\\', "\x00\x1b\x7f\x9b", "\u202e\u2028", "日本 🎉", "##[add-mask]a", "###[x]", "::error::x"],
)
def test_values_are_exact_and_the_bytes_harmless(
    text: str, validator: jsonschema.Draft202012Validator
) -> None:
    output = rendered("json", [diagnostic(message=text, replacement=text)])
    entry = parsed(output, validator)["diagnostics"][0]
    assert entry["message"] == text
    assert entry["fix"]["edits"][0]["text"] == text
    assert all(character.isprintable() or character == "\n" for character in output)
    assert "##" not in output


def test_a_lone_surrogate_is_spelt_out(validator: jsonschema.Draft202012Validator) -> None:
    output = rendered("json", [diagnostic(path="a\udcff.md", message="\ud800")])
    entry = parsed(output, validator)["diagnostics"][0]
    assert (entry["path"], entry["message"]) == ("a\\udcff.md", "\\ud800")


def test_a_message_has_an_end(validator: jsonschema.Draft202012Validator) -> None:
    entry = parsed(rendered("json", [diagnostic(message="日" * 9_999)]), validator)
    assert entry["diagnostics"][0]["message"] == "日" * 499 + "…"


def test_an_edit_is_whole(validator: jsonschema.Draft202012Validator) -> None:
    entry = parsed(rendered("json", [diagnostic(replacement="日" * 9_999)]), validator)
    assert entry["diagnostics"][0]["fix"]["edits"][0]["text"] == "日" * 9_999
