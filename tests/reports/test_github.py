"""The github format: annotations within GitHub's limits, and all findings as text."""

from __future__ import annotations

import pytest

from blint.diagnostics import Severity
from report_samples import diagnostic, rendered

TEXT = "content/a.md:1:8: error[unknown-tag] The tag `x` is unknown.\n"


def test_an_annotation_and_the_same_as_text() -> None:
    assert rendered("github", [diagnostic(advice="Write `y`.")]) == (
        "::error file=content/a.md,line=1,endLine=1,col=8,endColumn=9,title=unknown-tag"
        "::The tag `x` is unknown.%0AWrite `y`.\n" + TEXT
    )


def test_a_range_over_lines_has_no_columns() -> None:
    line = rendered("github", [diagnostic("«a\nb»")]).partition("\n")[0]
    assert line.startswith("::error file=content/a.md,line=1,endLine=2,title=unknown-tag::")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a,b:c%.md", "a%2Cb%3Ac%25.md"),
        ("a\nb.md", "a\\nb.md"),
        ("日本.md", "日本.md"),
    ],
)
def test_properties_are_escaped(path: str, shown: str) -> None:
    assert f"file={shown},line=" in rendered("github", [diagnostic(path=path)])


def test_a_percent_sign_in_a_message_stays_one() -> None:
    assert "::50%25 %250A\n" in rendered("github", [diagnostic(message="50% %0A")])


@pytest.mark.parametrize(
    ("root", "workspace", "shown"),
    [
        ("/w/repo", "/w/repo", "content/a.md"),
        ("/w/repo/site", "/w/repo", "site/content/a.md"),
        ("/w/repo/site", "/w/repo/", "site/content/a.md"),
        ("/w/repository", "/w/repo", "content/a.md"),
        ("/elsewhere", "/w/repo", "content/a.md"),
        ("/w/repo/site", "", "content/a.md"),
    ],
)
def test_paths_are_those_of_the_repository(root: str, workspace: str, shown: str) -> None:
    output = rendered("github", [diagnostic()], root=root, env={"GITHUB_WORKSPACE": workspace})
    assert f"file={shown},line=" in output


def test_annotations_hold_no_command_of_the_other_syntax() -> None:
    assert "::a #\\x23[add-mask]b\n" in rendered("github", [diagnostic(message="a ##[add-mask]b")])


def test_errors_come_first_ten_of_a_kind_and_a_notice_for_the_rest() -> None:
    severities = [Severity.INFO] * 12 + [Severity.WARNING] * 3 + [Severity.ERROR] * 11
    found = [diagnostic(severity=severity) for severity in severities]
    lines = rendered("github", found).splitlines()
    annotations = [line for line in lines if line.startswith("::")]
    kinds = [line.split()[0] for line in annotations]
    assert kinds == ["::error"] * 10 + ["::warning"] * 3 + ["::notice"] * 10
    assert annotations[-1] == (
        "::notice title=blint::4 more findings than annotations can show; the log lists them all."
    )
    assert len(lines) - len(annotations) == len(found)


def test_nothing_to_say_is_nothing() -> None:
    assert rendered("github", []) == ""
