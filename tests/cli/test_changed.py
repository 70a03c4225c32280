"""`--changed` on the command line: what its word means, and how what is gone is reported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from repositories import Repository, post

BROKEN = post("New", "[gone](/nobody/)")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A blog with a post that is gone and one that is broken, both not committed."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_BASE_REF", "GIT_DIR", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    made = Repository(tmp_path)
    made.commit(
        {
            "hugo.toml": 'baseURL = "https://example.org/"\n',
            "content/a.md": post("A", "Text."),
            "content/old.md": post("Old", "[gone](/nothing/)"),
            ".gitignore": ".blint_cache/\n",
        }
    )
    made.write({"content/a.md": None, "content/new.md": BROKEN})
    return made


def blint(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of the program."""
    return subprocess.run(
        [sys.executable, "-m", "blint", "check", *arguments],
        check=False,
        capture_output=True,
        text=True,
    )


GONE = "content/a.md:1:1: error[url-changed]"
NEW = "content/new.md:6:8: error[broken-link]"

ASKED: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "alone": (("--changed",), [GONE, NEW]),
    "before an option": (("--changed", "--no-cache"), [GONE, NEW]),
    "before the end of options": (("--changed", "--"), [GONE, NEW]),
    "a commit": (("--changed", "HEAD"), [GONE, NEW]),
    "a path": (("--changed", "content/"), [GONE, NEW]),
    "a file": (("--changed", "content/new.md"), [NEW]),
    "a commit and a path": (("--changed=HEAD", "content/new.md"), [NEW]),
    "lines": (("--changed-lines",), [GONE, NEW]),
    "staged": (("--changed=staged",), []),
    "of one rule": (("--changed", "--select", "url-changed"), [GONE]),
    "without a rule": (("--changed", "--ignore", "url-changed"), [NEW]),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_for(name: str, repo: Repository) -> None:
    arguments, expected = ASKED[name]
    done = blint(*arguments)
    assert [line.partition("] ")[0] + "]" for line in done.stdout.splitlines()] == expected
    assert done.stderr == ""
    assert done.returncode == bool(expected)


def test_nothing_is_said_again_that_git_tells_otherwise(repo: Repository) -> None:
    assert NEW in blint("--changed").stdout
    repo.commit()
    # No file has changed since.
    assert blint("--changed").stdout == ""


def test_what_git_does_not_know(repo: Repository) -> None:
    done = blint("--changed", "nobody")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Error: There is no commit or branch `nobody`.\n"
    assert blint("--changed=--output=x").returncode == 2
    assert not (repo.root / "x").exists()


def test_a_post_that_is_gone_is_in_every_format(repo: Repository) -> None:
    report: Any = json.loads(blint("--changed", "--output-format", "json").stdout)
    gone = report["diagnostics"][0]
    assert (gone["path"], gone["line"], gone["column"]) == ("content/a.md", 1, 1)
    sarif: Any = json.loads(blint("--changed", "--output-format", "sarif").stdout)
    places = [r["locations"][0]["physicalLocation"] for r in sarif["runs"][0]["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {
        "content/a.md",
        "content/new.md",
    }
    annotations = blint("--changed", "--output-format", "github").stdout
    assert "::error file=content/a.md,line=1," in annotations
    full = blint("--changed", "--output-format", "full", "--color", "never").stdout
    assert "content/a.md:1:1" in full


def test_what_is_staged_is_what_is_shown(repo: Repository) -> None:
    repo.git("add", "-A")
    repo.write({"content/new.md": BROKEN.replace("[gone]", "Something else altogether [gone]")})
    shown = blint("--changed=staged", "--output-format", "full", "--color", "never").stdout
    assert "Something else" not in shown
    assert "[gone](/nobody/)" in shown


def test_a_run_without_it_is_as_it_was(repo: Repository) -> None:
    fresh = blint("--no-cache").stdout
    assert blint().stdout == fresh
    for arguments in (("--changed",), ("--changed=staged",), ("--changed-lines", "--changed=HEAD")):
        blint(*arguments)
        assert blint("--fail-on", "never").stdout == fresh
    repo.write({"content/a.md": post("A", "[x](/x/)")})
    assert blint("--changed").stdout == blint("--changed", "--no-cache").stdout
    assert blint().stdout == blint("--no-cache").stdout
