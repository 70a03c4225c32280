"""Answers that are said again: the same bytes, and only where nothing at all has changed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import blint
from blint.__main__ import main
from blint.cli.recall import recalled
from blint.running.cache import fingerprint
from blint.running.cache.store import Store
from blogs import CHANGES, write_blog


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A blog, the current folder, where every stamp is old enough to be relied on."""
    monkeypatch.setattr("blint.running.cache.stamps._SETTLED_AFTER", 0)
    monkeypatch.chdir(write_blog(tmp_path))
    Store(tmp_path).close()  # to make the folder of the cache is a change of the project
    return tmp_path


def checked(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], *arguments: str
) -> tuple[int, bytes]:
    """The exit code and the output of a run of the command line."""
    monkeypatch.setattr(sys, "argv", ["blint", "check", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert isinstance(ended.value.code, int)
    return ended.value.code, capfdbinary.readouterr().out


ARGUMENTS = [
    [],
    ["."],
    ["content/c.md"],
    ["content", "--output-format", "json"],
    ["--output-format", "full", "--color", "always"],
    ["--select", "links", "--fail-on", "never"],
    ["--select", "orphan-post"],
]


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_the_same_is_said_again(
    arguments: list[str],
    blog: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    first = checked(monkeypatch, capfdbinary, *arguments)
    assert recalled(arguments) == first[0]
    assert capfdbinary.readouterr().out == first[1]
    assert recalled([*arguments, "--ignore", "tags"]) is None
    assert recalled([*arguments, "--no-cache"]) is None
    assert checked(monkeypatch, capfdbinary, *arguments, "--no-cache") == first


@pytest.mark.parametrize("change", [name for name in CHANGES if name != "no cache"])
def test_a_change_is_seen(
    change: str,
    blog: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    checked(monkeypatch, capfdbinary)
    assert recalled([]) is not None
    CHANGES[change](blog)
    assert recalled([]) is None


def test_another_place_day_or_terminal_is_another_question(
    blog: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    checked(monkeypatch, capfdbinary)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "GITHUB_ACTIONS", "GITHUB_WORKSPACE"):
        with monkeypatch.context() as patch:
            patch.setenv(name, "1")
            assert recalled([]) is None, name
    with monkeypatch.context() as patch:
        patch.chdir(blog / "content")
        assert recalled([]) is None
    with monkeypatch.context() as patch:
        patch.setattr(time, "strftime", lambda _: "2031-01-01")
        assert recalled([]) is None
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "__version__", "0.0.0")
        assert recalled([]) is None
    assert recalled([]) is not None


def test_what_was_written_a_moment_ago_may_be_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(write_blog(tmp_path))
    checked(monkeypatch, capfdbinary)
    assert recalled([]) is None


@pytest.mark.parametrize("arguments", [["--output", "json:out.json"], ["missing.md"]])
def test_what_does_more_than_speak_is_not_kept(
    arguments: list[str],
    blog: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    checked(monkeypatch, capfdbinary, *arguments)
    assert recalled(arguments) is None


IMMEDIATELY = """
import sys
from blint.running.cache import stamps
stamps._SETTLED_AFTER = 0
from blint.cli.recall import recalled
"""


def test_a_reader_who_leaves_is_no_error(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["blint", "check"])
    with pytest.raises(SystemExit):
        main()
    script = f"{IMMEDIATELY}sys.exit(recalled([]))"
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run([sys.executable, "-c", script], stdout=write, check=False)
    os.close(write)
    assert ended.returncode == 0


def test_nothing_is_imported_that_only_a_check_needs(
    blog: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    checked(monkeypatch, capfdbinary)
    source = Path(blint.__file__).parent.parent
    # Without `site`, which imports what the environment has installed to be imported.
    script = f"{IMMEDIATELY}recalled([])\nprint(*sys.modules, file=sys.stderr)"
    ended = subprocess.run(
        [sys.executable, "-S", "-c", script],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        check=True,
    )
    modules = set(ended.stderr.decode().split())
    assert "blint.running.cache.witness" in modules
    assert not modules & {"click", "msgspec", "pathlib", "re", "typing", "dataclasses"}


@pytest.mark.parametrize("name", [".git", ".gitignore", "blint.toml"])
def test_what_appears_above_is_seen(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setattr("blint.running.cache.stamps._SETTLED_AFTER", 0)
    root = write_blog(tmp_path / "blog")
    Store(root).close()
    monkeypatch.chdir(root)
    checked(monkeypatch, capfdbinary)
    assert recalled([]) is not None
    (tmp_path / name).mkdir()
    assert recalled([]) is None


def test_a_day_that_ends_during_a_run(
    blog: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    days = iter(["2031-01-01", "2031-01-01"])
    monkeypatch.setattr(time, "strftime", lambda _: next(days, "2031-01-02"))
    checked(monkeypatch, capfdbinary)
    assert recalled([]) is None
