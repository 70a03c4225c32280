"""Options of `blint check` that go together, and those that do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import blint

POST = "---\ntitle: A\ntags: [Go, Go]\n---\nTo [b](B.md).\n"
OTHER = "---\ntitle: B\ntags: [Rust, Rust]\n---\n"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """Two posts, each with something that can be fixed."""
    (tmp_path / "blint.toml").touch()
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text(POST)
    (tmp_path / "content/b.md").write_text(OTHER)
    return tmp_path


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--unsafe-fixes"], "goes with `--fix`"),
        (["--reason", "x"], "goes with `--add-suppressions`"),
        (["--watch", "--fix"], "only looks"),
        (["--watch", "--diff"], "only looks"),
        (["--watch", "--external"], "only looks"),
        (["--watch", "--add-suppressions"], "only looks"),
        (["--add-suppressions", "--fix"], "goes with no fixes"),
        (["--add-suppressions", "--diff"], "goes with no fixes"),
        (["--add-suppressions", "--changed"], "goes with no standard input"),
        (["--stdin-filename", "content/a.md", "--changed"], "goes with no standard input"),
        (["--stdin-filename", "content/a.md", "--changed-lines"], "goes with no standard input"),
        (["--add-suppressions", "--no-inline-suppressions"], "no comment silences"),
    ],
)
def test_what_does_not_go_together_changes_nothing(
    blog: Path, options: list[str], said: str
) -> None:
    run = blint("check", *options, cwd=blog)
    assert (run.returncode, run.stdout) == (2, "")
    assert said in run.stderr
    assert (blog / "content/a.md").read_text() == POST


def test_what_the_baseline_knows_is_not_fixed(blog: Path) -> None:
    blint("baseline", cwd=blog)
    assert blint("check", "--fix", cwd=blog).stderr == ""
    assert (blog / "content/b.md").read_text() == OTHER
    assert blint("check", "--fix-only", "--no-baseline", cwd=blog).returncode == 0
    assert (blog / "content/b.md").read_text() == OTHER.replace("Rust, Rust", "Rust")


def test_a_fix_keeps_to_the_rules_and_posts_that_are_asked_for(blog: Path) -> None:
    run = blint("check", "content/a.md", "--select", "links", "--fix-only", cwd=blog)
    assert "Fixed 1 finding in 1 file." in run.stderr
    assert (blog / "content/a.md").read_text() == POST.replace("B.md", "b.md")
    assert (blog / "content/b.md").read_text() == OTHER


def test_a_fixed_blog_is_said_to_be_clean_by_the_next_run(blog: Path) -> None:
    before = blint("check", "--output-format", "json", cwd=blog)
    fixed = blint("check", "--fix", "--output-format", "json", cwd=blog)
    after = blint("check", "--output-format", "json", cwd=blog)
    anew = blint("check", "--no-cache", "--output-format", "json", cwd=blog)
    assert json.loads(before.stdout)["diagnostics"]
    assert json.loads(fixed.stdout)["summary"]["fixed"] == 3
    assert json.loads(fixed.stdout)["diagnostics"] == json.loads(after.stdout)["diagnostics"] == []
    assert after.stdout == anew.stdout
