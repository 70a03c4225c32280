"""Watching a blog: each change is answered with a report."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from blogs import write_blog


def save(file: Path, text: str) -> None:
    """Write a file in one step, so that nobody sees half of it."""
    new = file.with_suffix(".new")
    new.write_text(text)
    new.replace(file)


@contextmanager
def watching(root: Path, *arguments: str) -> Iterator[Callable[[], str]]:
    """Start to watch a blog; yields what waits for the next report and returns it."""
    command = [sys.executable, "-m", "blint", "check", "--watch", *arguments]
    process = subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    stream = process.stdout

    def report() -> str:
        lines: list[str] = []
        for line in stream:
            if "watching for changes" in line or line.startswith("Error: "):
                return "".join([*lines, line])
            lines.append(line)
        raise AssertionError(f"the process has ended: {lines}")

    try:
        yield report
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    finally:
        process.kill()
        process.wait()
        stream.close()


def test_each_change_is_reported(tmp_path: Path) -> None:
    blog = write_blog(tmp_path)
    with watching(blog, "--select", "broken-link") as report:
        assert report().count("broken-link") == 3
        save(blog / "content/gone.md", "---\ntitle: G\n---\n")
        assert "content/a.md" not in report()
        save(blog / "content/a.md", "---\ntitle: A\n---\n[nowhere](nowhere.md)\n")
        assert "`nowhere.md`" in report()
        (blog / "content/gone.md").unlink()
        assert report().count("`gone.md`") == 1


def test_a_configuration_that_is_being_written_is_waited_for(tmp_path: Path) -> None:
    blog = write_blog(tmp_path)
    config = blog / "blint.toml"
    with watching(blog, "--select", "broken-link", "--no-cache") as report:
        report()
        save(config, "[rules]\nbroken-")
        assert "blint.toml" in report()
        save(config, 'exclude = ["content/a.md"]\n')
        assert "content/a.md" not in report()


@pytest.mark.parametrize("option", ["--fix", "--diff", "--external"])
def test_watching_changes_nothing_and_asks_nobody(tmp_path: Path, option: str) -> None:
    command = [sys.executable, "-m", "blint", "check", "--watch", option]
    run = subprocess.run(
        command, cwd=write_blog(tmp_path), capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert "only looks" in run.stderr
