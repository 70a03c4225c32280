"""Posts that come from standard input, as editors send them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from blogs import write_blog

TYPED = "---\ntitle: A\ntags: [rust]\n---\nTo [b](b.md) and [c](C.md).\n"


def blint(
    root: Path, *arguments: str, typed: str | bytes = TYPED
) -> subprocess.CompletedProcess[bytes]:
    """Run `blint check` in a folder with something on standard input."""
    return subprocess.run(
        [sys.executable, "-m", "blint", "check", *arguments],
        cwd=root,
        input=typed if isinstance(typed, bytes) else typed.encode(),
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["content/a.md", "content/new.md", "./content/../content/a.md"])
@pytest.mark.parametrize("dash", [["-"], []])
def test_what_is_typed_is_reported_under_the_name_given(
    tmp_path: Path, name: str, dash: list[str]
) -> None:
    blog = write_blog(tmp_path)
    before = {file: file.read_bytes() for file in blog.rglob("*.md")}
    select = ["--select", "wrong-case-link,inconsistent-tag"]
    run = blint(blog, "--stdin-filename", name, *dash, *select, "--output-format", "json")
    found = [(d["path"], d["rule"], d["line"]) for d in json.loads(run.stdout)["diagnostics"]]
    path = "content/new.md" if "new" in name else "content/a.md"
    assert (path, "wrong-case-link", 5) in found
    assert {one for one, _, _ in found} == {path}
    assert run.returncode == 1
    assert {file: file.read_bytes() for file in blog.rglob("*.md")} == before


def test_excerpts_are_of_what_is_typed(tmp_path: Path) -> None:
    options = ("--stdin-filename", "content/a.md", "-", "--output-format", "full")
    run = blint(write_blog(tmp_path), *options)
    assert b"To [b](b.md) and [c](C.md)." in run.stdout


def test_a_fixed_text_comes_back_and_nothing_is_written(tmp_path: Path) -> None:
    blog = write_blog(tmp_path)
    before = (blog / "content/a.md").read_bytes()
    typed = b"\xef\xbb\xbf" + TYPED.replace("\n", "\r\n").encode()
    run = blint(blog, "--stdin-filename", "content/a.md", "-", "--fix-only", typed=typed)
    assert run.stdout == typed.replace(b"C.md", b"c.md").replace(b"[rust]", b"[Rust]")
    assert run.returncode == 0
    assert (blog / "content/a.md").read_bytes() == before


def test_a_text_without_faults_comes_back_as_it_was(tmp_path: Path) -> None:
    clean = b"---\ntitle: A\n---\nText \xc3\xa9"
    run = blint(write_blog(tmp_path), "--stdin-filename", "x.md", "-", "--fix", typed=clean)
    assert run.stdout == clean


def test_a_difference_is_that_to_what_is_typed(tmp_path: Path) -> None:
    run = blint(write_blog(tmp_path), "--stdin-filename", "content/a.md", "-", "--diff")
    assert b"-To [b](b.md) and [c](C.md).\n+To [b](b.md) and [c](c.md).\n" in run.stdout
    assert run.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-"], b"--stdin-filename"),
        (["--stdin-filename", "content/a.md", "-", "content/b.md"], b"other paths"),
        (["--stdin-filename", "content/a.md", "content/b.md"], b"other paths"),
        (["--stdin-filename", "content/a.md", "-", "--watch"], b"only looks"),
    ],
)
def test_what_makes_no_sense_is_refused(tmp_path: Path, arguments: list[str], said: bytes) -> None:
    run = blint(write_blog(tmp_path / "blog"), *arguments)
    assert run.returncode == 2
    assert said in run.stderr
    assert run.stdout == b""
