"""The concise format: one line for each diagnostic."""

from __future__ import annotations

import pytest

from blint.diagnostics import Severity
from report_samples import diagnostic, rendered


def test_a_line_for_each_diagnostic_and_none_for_none() -> None:
    found = [diagnostic("«x»"), diagnostic("\n\n日本 «x»", severity=Severity.INFO)]
    assert rendered("concise", found) == (
        "content/a.md:1:1: error[unknown-tag] The tag `x` is unknown.\n"
        "content/a.md:3:4: info[unknown-tag] The tag `x` is unknown.\n"
    )
    assert rendered("concise", []) == ""


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a\nb.md", "a\\nb.md"),
        ("a\x1b[31m.md", "a\\x1b[31m.md"),
        ("a\udcff.md", "a\\udcff.md"),
        ("::error::.md", ":\\x3aerror::.md"),
        ("日本.md", "日本.md"),
    ],
)
def test_file_names_cannot_act(path: str, shown: str) -> None:
    line = rendered("concise", [diagnostic(path=path)])
    assert line.startswith(f"{shown}:1:8: error")
    assert line.count("\n") == 1


def test_a_message_has_an_end() -> None:
    line = rendered("concise", [diagnostic(message="x" * 1_000_000)])
    assert line.endswith("x" * 499 + "…\n")
    assert line.count("x") == 499
