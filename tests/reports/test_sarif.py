"""The sarif format: valid by the standard's schema, and what code scanning asks for."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from blint.diagnostics import Diagnostic, Related, Severity
from blint.reports import sarif
from blint.reports.fingerprint import line_hashes
from blint.source import Span
from report_samples import PATH, diagnostic, place, rendered, unmarked

SCHEMA = Path(__file__).parents[1] / "fixtures" / "sarif-2.1.0.schema.json"
POST = "---\ntags: [«Postgress», 日本]\n---\n"
EVERYTHING = diagnostic(
    POST,
    advice="Write `Postgres`.",
    replacement="Postgres",
    related=[Related(Span(0, 1), "The first use.", "content/b.md", place("\n«x»"))],
)


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run(diagnostics: list[Diagnostic], post: str | None = None, **options: Any) -> Any:
    """The one run of a log that the schema finds valid."""
    files = {} if post is None else {PATH: post}
    document = json.loads(rendered("sarif", diagnostics, files, **options))
    validator().validate(document)
    assert len(document["runs"]) == 1
    return document["runs"][0]


def region(marked: str) -> list[int]:
    """The region of a diagnostic about a marked text."""
    [result] = run([diagnostic(marked)], marked)["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    return [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")]


def uri(path: str, **options: Any) -> str:
    [result] = run([diagnostic(path=path)], **options)["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uriBaseId"] == "%SRCROOT%"
    return str(location["uri"])


def test_a_result_with_everything() -> None:
    place = {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 17}
    here = {"uri": "content/a.md", "uriBaseId": "%SRCROOT%"}
    there = {"uri": "content/b.md", "uriBaseId": "%SRCROOT%"}
    assert run([EVERYTHING], POST)["results"] == [
        {
            "ruleId": "unknown-tag",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "The tag `x` is unknown. Write `Postgres`."},
            "locations": [{"physicalLocation": {"artifactLocation": here, "region": place}}],
            "partialFingerprints": {
                "primaryLocationLineHash": line_hashes(unmarked(POST)[0], {2})[2]
            },
            "relatedLocations": [
                {
                    "id": 1,
                    "physicalLocation": {
                        "artifactLocation": there,
                        "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 2},
                    },
                    "message": {"text": "The first use."},
                }
            ],
            "fixes": [
                {
                    "description": {"text": "Write `Postgres`."},
                    "artifactChanges": [
                        {
                            "artifactLocation": here,
                            "replacements": [
                                {"deletedRegion": place, "insertedContent": {"text": "Postgres"}}
                            ],
                        }
                    ],
                }
            ],
        }
    ]


def test_a_rule_with_its_page() -> None:
    driver = run([EVERYTHING])["tool"]["driver"]
    assert driver["rules"] == [
        {
            "id": "unknown-tag",
            "name": "UnknownTag",
            "shortDescription": {"text": "A tag is unknown."},
            "fullDescription": {"text": "A tag is unknown."},
            "help": {
                "text": "A tag is unknown. Run `blint rule unknown-tag` for the whole page.",
                "markdown": "# Why\n\nBecause.\n",
            },
            "defaultConfiguration": {"level": "error", "enabled": True},
            "properties": {"tags": ["tags"], "precision": "high", "problem.severity": "error"},
        }
    ]


def test_rules_stand_by_name_once_and_results_point_at_them() -> None:
    found = [diagnostic(rule=rule) for rule in ("b", "a", "c", "a")]
    outcome = run(found)
    assert [rule["id"] for rule in outcome["tool"]["driver"]["rules"]] == ["a", "b", "c"]
    assert [result["ruleIndex"] for result in outcome["results"]] == [1, 0, 2, 0]


def test_a_clean_run_closes_old_alerts() -> None:
    outcome = run([])
    assert outcome["results"] == outcome["tool"]["driver"]["rules"] == []
    assert outcome["invocations"] == [{"executionSuccessful": True}]
    assert outcome["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("version", "semantic"),
    [("1.2.3", "1.2.3"), ("1.2.3-rc.1", "1.2.3-rc.1"), ("1.2.3.dev4", None), ("0+unknown", None)],
)
def test_only_a_semantic_version_is_called_one(version: str, semantic: str | None) -> None:
    driver = run([], version=version)["tool"]["driver"]
    assert (driver["version"], driver.get("semanticVersion")) == (version, semantic)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/my post#1.md", "content/my%20post%231.md"),
        ("content/é日.md", "content/%C3%A9%E6%97%A5.md"),
        ("c:/a?b%20.md", "c%3A/a%3Fb%2520.md"),
        ("a\udcff\n.md", "a%FF%0A.md"),
        ("a\ud800.md", "a%3F.md"),
    ],
)
def test_paths_are_relative_uris(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_paths_are_those_of_the_repository() -> None:
    assert uri("a.md", root="/w/site", env={"GITHUB_WORKSPACE": "/w"}) == "site/a.md"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("日🎉«x»", [1, 3, 1, 4]),
        ("a\r\n«b\r\nc»", [2, 1, 3, 2]),
        ("a«»b", [1, 2, 1, 3]),
        ("ab«»\n", [1, 3, 1, 3]),
        ("ab«»\r\n", [1, 3, 1, 3]),
        ("«»", [1, 1, 1, 1]),
    ],
)
def test_regions(marked: str, expected: list[int]) -> None:
    assert region(marked) == expected


def test_an_unreadable_file_has_no_fingerprint() -> None:
    assert "partialFingerprints" not in run([diagnostic()])["results"][0]


def test_a_message_makes_no_link() -> None:
    [result] = run([diagnostic(message="See [here](https://example.org).")])["results"]
    assert result["message"]["text"] == "See [here] (https://example.org)."


def test_a_deletion_inserts_nothing() -> None:
    [result] = run([diagnostic(replacement="")])["results"]
    [replacement] = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement.keys() == {"deletedRegion"}


def test_errors_come_first_and_what_is_left_out_is_said() -> None:
    some = [Severity.INFO, Severity.ERROR, Severity.WARNING]
    found = [diagnostic(severity=severity) for severity in some * 2_000]
    outcome = run(found)
    levels = [result["level"] for result in outcome["results"]]
    assert len(levels) == sarif.LIMIT
    assert levels == ["error"] * 2_000 + ["warning"] * 2_000 + ["note"] * 1_000
    assert outcome["invocations"][0]["toolExecutionNotifications"] == [
        {
            "level": "note",
            "message": {
                "text": "Only the first 5,000 findings by severity are given; "
                "1,000 findings left out."
            },
        }
    ]


def test_an_internal_error_is_no_success() -> None:
    assert run([diagnostic(rule="internal-error")])["invocations"] == [
        {"executionSuccessful": False}
    ]


@pytest.mark.skipif(
    "BLINT_SARIF_MULTITOOL" not in os.environ,
    reason="BLINT_SARIF_MULTITOOL does not name the program Sarif.Multitool",
)
def test_the_multitool_finds_no_fault(tmp_path: Path) -> None:
    log, verdict = tmp_path / "a.sarif", tmp_path / "verdict.sarif"
    log.write_text(rendered("sarif", [EVERYTHING], {PATH: POST}), encoding="ascii")
    options = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "-o", str(verdict)]
    program = os.environ["BLINT_SARIF_MULTITOOL"]
    subprocess.run([program, "validate", str(log), *options], check=True, capture_output=True)
    results = json.loads(verdict.read_text(encoding="utf-8-sig"))["runs"][0].get("results", [])
    assert not [result["ruleId"] for result in results]
