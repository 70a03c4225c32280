"""`blint calibrate`: what it prints, and how it ends."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from blint.cli.calibrate import command
from read_time_blogs import made, write_posts


def said(*arguments: str | Path) -> str:
    result = CliRunner().invoke(command, [*map(str, arguments), "--no-cache"])
    assert result.exit_code == 0, result.output
    return result.output


def test_it_names_the_method_and_prints_the_configuration(tmp_path: Path) -> None:
    write_posts(tmp_path, made(30, lambda n: f"'{math.ceil(n / 212)} min read'"))
    text = said(tmp_path)
    assert "The method `hugo` explains 30 of 30 posts (100 %).\n" in text
    assert text.endswith('[read-time]\nmethod = "hugo"\n')
    assert json.loads(said(tmp_path, "--output-format", "json"))["method"] == "hugo"
    assert said(tmp_path, "--output-format", "markdown").startswith("# Read times\n")
    assert said(tmp_path) == text


def test_nothing_to_calibrate_is_an_error_in_one_sentence(tmp_path: Path) -> None:
    write_posts(tmp_path, [(None, "Text.")])
    done = subprocess.run(
        [sys.executable, "-m", "blint", "calibrate", str(tmp_path), "--no-cache"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Error: No post stores a read time, under `readTime` or another usual key, so there is"
        " nothing to calibrate.\n"
    )


def test_control_characters_of_a_post_do_not_reach_the_terminal(tmp_path: Path) -> None:
    posts = made(30, lambda n: math.ceil(n / 212))
    posts[4] = ('"99 min \\e[m"', posts[4][1])
    text = said(write_posts(tmp_path, posts))
    assert "99 min" in text
    assert "\x1b" not in text
