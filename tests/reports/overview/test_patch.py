"""Differences that `git apply` takes, and that no terminal obeys."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from blint.reports.overview.patch import patch

CASES: dict[str, tuple[str, str]] = {
    "a line": ("a\nb\nc\n", "a\nB\nc\n"),
    "many lines": ("".join(f"{n}\n" for n in range(40)), "".join(f"{n % 39}\n" for n in range(40))),
    "far apart": ("a\n" + "x\n" * 20 + "b\n", "A\n" + "x\n" * 20 + "B\n"),
    "CR LF": ("a\r\nb\r\nc\r\n", "a\r\nc\r\n"),
    "line ends of two kinds": ("a\r\nb\nc\r\n", "a\r\nB\nc\r\n"),
    "a CR in a line of LF": ("a\nb\n", "a\nb\nc\n"),
    "no line end at the end": ("a\nb", "a\nB"),
    "no line end in a line before": ("a\nb\nc\nd", "A\nb\nc\nd"),
    "a line end more": ("a\nb", "a\nb\n"),
    "a line end less": ("a\nb\n", "a\nb"),
    "CR at the end": ("a\r\nb\r", "A\r\nb\r"),
    "a byte order mark": ("\ufeffa\nb\n", "\ufeffA\nb\n"),
    "a byte order mark beside": ("\ufeffa\nb\n", "\ufeffa\nB\n"),
    "tabs": ("\ta\tb\n", "\ta\tB\n"),
    "an empty file": ("", "a\n"),
    "nothing left": ("a\n", ""),
    "signs of a patch": ("--- a\n+++ b\n@@ -1 +1 @@\n- x\n", "--- a\n+++ c\n@@ -1 +1 @@\n- x\n"),
    "a line that says there is none": ("\\ No newline at end of file\nb\n", "\\ No\nb\n"),
    "letters of all kinds": ("日本 😀 e\u0301\n", "日本 😀 é\n"),
}
HOSTILE = {"CR at the end"}
"""Where a line holds what a terminal would obey, and so is shown as an escape."""


@pytest.mark.parametrize("name", [name for name in CASES if name not in HOSTILE])
@pytest.mark.parametrize("file", ["a.md", "posts/b c.md", "é/日本.md"])
def test_git_applies_it(tmp_path: Path, name: str, file: str) -> None:
    before, after = CASES[name]
    target = tmp_path / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(before.encode())
    made = patch(file, before, after)
    assert made.exact
    for command in (["init", "-q"], ["apply", "--check", "-"], ["apply", "-"]):
        subprocess.run(["git", *command], cwd=tmp_path, input=made.text.encode(), check=True)
    assert target.read_bytes() == after.encode()


def test_nothing_changed_is_nothing_to_show() -> None:
    assert patch("a.md", "a\n", "a\n") == ("", True)


@pytest.mark.parametrize(
    "line", ["\x1b[2J", "\x07", "a\rb", "\u202ea", "##[add-mask]a", "\x9b2J", "\u2028a", "\x00"]
)
def test_what_a_terminal_would_obey_is_an_escape(line: str) -> None:
    made = patch("a.md", f"{line}\nb\n", f"{line}\nc\n")
    assert not made.exact
    assert line not in made.text


def test_a_command_of_a_build_log_never_begins_a_line() -> None:
    made = patch("a.md", "::error::a\nb\n", "::error::a\nc\n")
    assert not any(line.startswith("::") for line in made.text.split("\n"))


def test_a_name_that_ends_a_line_is_an_escape() -> None:
    made = patch("a\n+++ b.md", "a\n", "b\n")
    assert not made.exact
    assert made.text.count("\n") == 5
