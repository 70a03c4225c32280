"""`blint check --add-suppressions`: what is said, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import blint

POST = "---\ntitle: A\ntitle: A\n---\nText.\n\n```\nx\n```\n"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A post with a warning in it, and an error."""
    (tmp_path / "blint.toml").touch()
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text(POST)
    return tmp_path


def test_what_is_selected_is_silenced_and_the_rest_stays(blog: Path) -> None:
    option = "--select=missing-fence-language"
    done = blint("check", option, "--add-suppressions", "--reason", "a test", cwd=blog)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "content/a.md: 1 finding silenced.\n1 finding silenced in 1 file.\n"
    comment = "<!-- blint-ignore missing-fence-language: a test -->\n"
    assert (blog / "content/a.md").read_text() == POST.replace("```\nx", f"{comment}```\nx")
    rest = blint("check", cwd=blog)
    assert rest.returncode == 1
    assert "duplicate-front-matter-key" in rest.stdout
    assert "missing-fence-language" not in rest.stdout
    everything = blint("check", "--no-inline-suppressions", cwd=blog).stdout
    assert "missing-fence-language" in everything


def test_what_the_baseline_knows_gets_no_comment(blog: Path) -> None:
    blint("baseline", cwd=blog)
    done = blint("check", "--add-suppressions", cwd=blog)
    assert done.stderr == "0 findings silenced in 0 files.\n"
    assert (blog / "content/a.md").read_text() == POST


def test_a_reason_alone_is_refused(blog: Path) -> None:
    assert blint("check", "--reason", "a", cwd=blog).returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("--reason", "a --> b"),
        ("--reason", "a\nb"),
        ("--reason", "until 2001-01-01"),
        ("--reason", "until 2099-13-01"),
        ("--no-inline-suppressions",),
    ],
)
def test_what_cannot_work_is_refused(blog: Path, arguments: tuple[str, ...]) -> None:
    done = blint("check", "--add-suppressions", *arguments, cwd=blog)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 2
    assert (blog / "content/a.md").read_text() == POST
