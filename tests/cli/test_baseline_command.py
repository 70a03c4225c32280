"""`blint baseline`: what it writes and says, and what `blint check` then reports."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from command_line import blint

POST = "---\ntitle: {0}\ndescription: On {0}.\n---\n[gone]({1}.md)\n"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """Two posts with a broken link each."""
    (tmp_path / "blint.toml").touch()
    (tmp_path / "content").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"content/{name}.md").write_text(POST.format(name.upper(), "gone"))
    return tmp_path


def checked(blog: Path, *arguments: str) -> tuple[list[str], int, int]:
    """The paths of what is reported, how much is known, and the exit code."""
    done = blint("check", "--output-format", "json", *arguments, cwd=blog)
    report = json.loads(done.stdout)
    paths = [one["path"] for one in report["diagnostics"]]
    return paths, report["summary"]["baselined"], done.returncode


def told(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return done.stderr


def test_only_what_is_new_is_reported(blog: Path) -> None:
    assert checked(blog) == (["content/a.md", "content/b.md"], 0, 1)
    assert told(blint("baseline", cwd=blog)) == "2 findings recorded in `.blint-baseline`.\n"
    assert checked(blog) == ([], 2, 0)
    assert checked(blog, "--no-baseline") == (["content/a.md", "content/b.md"], 0, 1)
    full = blint("check", "--output-format", "full", cwd=blog).stdout
    assert full == "2 posts checked, nothing to report. 2 findings are in the baseline.\n"
    (blog / "content/c.md").write_text(POST.format("C", "gone"))
    assert checked(blog) == (["content/c.md"], 2, 1)


def test_what_is_mended_is_told_and_taken_out(blog: Path) -> None:
    blint("baseline", cwd=blog)
    (blog / "content/a.md").write_text(POST.format("A", "b"))
    done = blint("check", cwd=blog)
    assert (done.stdout, done.returncode) == ("", 0)
    assert done.stderr == (
        "1 entry of `.blint-baseline` is stale: `blint baseline --prune` removes it.\n"
    )
    # Nothing is stale of what was not looked at.
    assert blint("check", "content/b.md", cwd=blog).stderr == ""
    assert blint("check", "--select", "tags", cwd=blog).stderr == ""
    (blog / "content/c.md").write_text(POST.format("C", "gone"))
    assert "1 finding taken out of `.blint-baseline`, 1 left." in told(
        blint("baseline", "--prune", cwd=blog)
    )
    assert checked(blog) == (["content/c.md"], 1, 1)


def test_paths_are_recorded_anew_and_the_rest_stays(blog: Path) -> None:
    blint("baseline", cwd=blog)
    (blog / "content/a.md").write_text(POST.format("A", "lost"))
    (blog / "content/b.md").write_text(POST.format("B", "lost"))
    told(blint("baseline", "content/a.md", cwd=blog))
    assert checked(blog) == (["content/b.md"], 1, 1)


def test_another_file_is_named_in_the_configuration(blog: Path) -> None:
    (blog / "blint.toml").write_text('baseline = "known.txt"\n')
    done = blint("check", cwd=blog)
    assert done.returncode == 2
    assert "blint.toml:1:12: There is no baseline `known.txt`" in done.stderr
    told(blint("baseline", cwd=blog))
    assert (blog / "known.txt").exists()
    assert checked(blog) == ([], 2, 0)
    assert "`blint check` reads another file" in told(blint("baseline", "--file", "x", cwd=blog))


def test_a_place_outside_the_project_is_refused(blog: Path) -> None:
    (blog / "blint.toml").write_text('baseline = "../known.txt"\n')
    for command in ("check", "baseline"):
        done = blint(command, cwd=blog)
        assert done.returncode == 2
        assert "is outside the project" in done.stderr


def test_a_line_that_is_no_entry_stops_the_run(blog: Path) -> None:
    (blog / ".blint-baseline").write_text("# Known.\nx\n")
    for command in (["check"], ["baseline"], ["baseline", "--prune"]):
        done = blint(*command, cwd=blog)
        assert done.returncode == 2
        assert done.stderr.startswith("Error: .blint-baseline:2:1: ")
    assert blint("check", "--no-baseline", cwd=blog).returncode == 1


def test_what_was_not_checked_is_not_recorded(blog: Path) -> None:
    blint("baseline", cwd=blog)
    (blog / "content/a.md").write_bytes(b"\xff")
    assert "1 finding not recorded" in told(blint("baseline", cwd=blog))
    paths, known, code = checked(blog)
    assert (paths, known, code) == (["content/a.md"], 1, 1)
    # Nobody knows what is in it, so what was known of it stays known.
    assert len((blog / ".blint-baseline").read_text().split("\n")) == 4


def test_a_recalled_answer_knows_the_baseline(blog: Path) -> None:
    blint("baseline", cwd=blog)
    quiet = [checked(blog) for _ in range(3)]
    assert quiet == [([], 2, 0)] * 3
    (blog / ".blint-baseline").unlink()
    assert checked(blog) == (["content/a.md", "content/b.md"], 0, 1)
    blint("baseline", cwd=blog)
    assert checked(blog) == ([], 2, 0)
