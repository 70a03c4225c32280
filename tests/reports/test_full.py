"""The full format: golden outputs, readable at 60 columns, coloured only when asked."""

from __future__ import annotations

import re
from inspect import cleandoc

import pytest

from blint.diagnostics import Related, Severity
from blint.reports.model import Summary
from blint.reports.width import cells
from blint.source import Span
from report_samples import PATH, diagnostic, place, rendered

POST = "---\ntags: [«Postgress», python]\n---\n"


def golden(text: str) -> str:
    return cleandoc(text) + "\n"


def test_everything_a_diagnostic_can_say() -> None:
    found = diagnostic(
        POST,
        "The tag `Postgress` is not in the vocabulary, and no other post uses it.",
        advice="Did you mean `Postgres`? Otherwise add it to the vocabulary in `tags.toml`.",
        replacement="Postgres",
        related=[Related(Span(0, 1), "The tag `Postgres`.", "tags.toml", place("\n«x»"))],
    )
    assert rendered("full", [found], {PATH: POST}) == golden("""
        error[unknown-tag] The tag `Postgress` is not in the
          vocabulary, and no other post uses it.
         --> content/a.md:2:8
          |
        2 | tags: [Postgress, python]
          |        ^^^^^^^^^
          = help: Did you mean `Postgres`? Otherwise add it to the
            vocabulary in `tags.toml`.
          = fix: Write `Postgres`.
          = see: tags.toml:2:1: The tag `Postgres`.

        Found 1 error in 1 post.
        """)


def test_a_range_over_lines() -> None:
    post = "\n" * 8 + "«```py\nx = 1\n\n»"
    found = diagnostic(post, "A fence is left open.", severity=Severity.WARNING)
    assert rendered("full", [found], {PATH: post}) == golden("""
        warning[unknown-tag] A fence is left open.
          --> content/a.md:9:1
           |
         9 | ```py
           | ^^^^^
        .. |
        11 |
           | ^

        Found 1 warning in 1 post.
        """)


@pytest.mark.parametrize("files", [{}, {PATH: ""}, {PATH: "«»"}])
def test_a_file_with_nothing_to_show(files: dict[str, str]) -> None:
    assert rendered("full", [diagnostic("«»", "The file is empty.")], files) == golden("""
        error[unknown-tag] The file is empty.
         --> content/a.md:1:1

        Found 1 error in 1 post.
        """)


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(30), "30 posts checked, nothing to report."),
        (Summary(1), "1 post checked, nothing to report."),
        (Summary(30, suppressed=4), "30 posts checked, nothing to report (4 suppressed)."),
        (Summary(30, 3, 2), "Found 3 errors and 2 warnings in 30 posts."),
        (Summary(1, 1, 1, 1, 1), "Found 1 error, 1 warning and 1 info in 1 post (1 suppressed)."),
        (Summary(12_000, infos=2), "Found 2 infos in 12,000 posts."),
        (
            Summary(2, skipped=1),
            "2 posts checked, nothing to report. 1 link with template code was not checked.",
        ),
    ],
)
def test_the_summary(summary: Summary, line: str) -> None:
    assert rendered("full", [], summary=summary, width=100) == line + "\n"


def test_notes_stand_before_the_summary() -> None:
    output = rendered("full", [], summary=Summary(1), notes=["The cache was \x1b not used."])
    assert output.splitlines()[0] == "note: The cache was \\x1b not used."


def test_colour_adds_nothing_but_colour() -> None:
    found = [diagnostic(POST, severity=severity, advice="Do.") for severity in list(Severity)[1:]]
    plain = rendered("full", found, {PATH: POST})
    coloured = rendered("full", found, {PATH: POST}, color=True)
    assert "\x1b" not in plain
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]+m", "", coloured) == plain


@pytest.mark.parametrize("width", [60, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    post = "日本語 " * 40 + "«値» " + "🎉 " * 40
    found = diagnostic(post, "タグ `値` は 語彙 に " * 9, advice="語彙 に 加える " * 9)
    output = rendered("full", [found], {PATH: post}, width=width)
    assert max(map(cells, output.splitlines())) <= width
