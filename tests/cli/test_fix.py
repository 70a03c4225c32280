"""`blint check --fix` and its kin as processes: what they write, say and exit with."""

from __future__ import annotations

import gc
import json
import os
import stat
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

import click
import jsonschema
import pytest
from click.testing import CliRunner

from blint.cli.check import command

ROOT = Path(__file__).resolve().parent.parent.parent
DOUBLE = "---\r\ntitle: A\r\ntags: [rust, go, rust] # both\r\n---\r\nText"
SINGLE = "---\r\ntitle: A\r\ntags: [rust, go] # both\r\n---\r\nText"
UNSAFE = "---\ntitle: A\n---\n```pyhton\nx\n```\n"
BROKEN = "---\ntitle: A\ntags: [rust, rust]\n---\n[a](gone.md)\n"
MENDED = BROKEN.replace("rust, rust", "rust")
SELECT = "duplicate-tag,unknown-fence-language,broken-link"


class Done(NamedTuple):
    """What a command said, line ends as they were, and its exit code."""

    stdout: str
    stderr: str
    returncode: int


def blint(*arguments: str, cwd: Path) -> Done:
    """Run blint in a folder, in this process."""
    with chdir(cwd):
        found = CliRunner().invoke(
            command, arguments[1:], catch_exceptions=False, standalone_mode=False
        )
    gc.enable()
    return Done(found.stdout_bytes.decode(), found.stderr_bytes.decode(), found.return_value)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A project whose posts are known to no other rule."""
    (tmp_path / "blint.toml").touch()
    (tmp_path / "content").mkdir()
    return tmp_path


def put(site: Path, text: str, name: str = "a") -> Path:
    """Write a post; returns its file."""
    file = site / f"content/{name}.md"
    file.write_bytes(text.encode())
    return file


@pytest.mark.parametrize("more", [(), ("--no-cache", "--jobs", "2", "content/a.md")])
@pytest.mark.parametrize(
    ("before", "arguments", "after", "code", "stdout", "stderr"),
    [
        (DOUBLE, ["--fix"], SINGLE, 0, False, "Fixed 1 finding in 1 file.\n"),
        (DOUBLE, ["--fix-only"], SINGLE, 0, False, "Fixed 1 finding in 1 file.\n"),
        (DOUBLE, ["--diff"], DOUBLE, 1, True, ""),
        (DOUBLE, ["--diff", "--fix"], DOUBLE, 1, True, ""),
        (DOUBLE, [], DOUBLE, 0, True, ""),
        (DOUBLE, ["--fix", "--ignore", "duplicate-tag"], DOUBLE, 0, False, ""),
        (SINGLE, ["--fix"], SINGLE, 0, False, ""),
        (SINGLE, ["--diff"], SINGLE, 0, False, ""),
        (BROKEN, ["--fix"], MENDED, 1, True, "Fixed 1 finding in 1 file.\n"),
        (BROKEN, ["--fix-only"], MENDED, 0, False, "Fixed 1 finding in 1 file.\n"),
        (BROKEN, ["--fix", "--fail-on", "never"], MENDED, 0, True, "Fixed 1 finding in 1 file.\n"),
        (UNSAFE, ["--fix"], UNSAFE, 0, True, ""),
        (UNSAFE, ["--diff"], UNSAFE, 0, False, ""),
        (
            UNSAFE,
            ["--fix", "--unsafe-fixes"],
            UNSAFE.replace("pyhton", "python"),
            0,
            False,
            "Fixed 1 finding in 1 file.\n",
        ),
        (UNSAFE, ["--diff", "--unsafe-fixes"], UNSAFE, 1, True, ""),
    ],
)
def test_what_is_written_and_said(
    site: Path,
    before: str,
    arguments: list[str],
    after: str,
    code: int,
    stdout: bool,
    stderr: str,
    more: tuple[str, ...],
) -> None:
    file = put(site, before)
    ignored = "--ignore" in arguments
    select = [] if ignored else ["--select", SELECT]
    done = blint("check", *arguments, *select, *more, cwd=site)
    assert (file.read_bytes().decode(), done.returncode) == (after, code), done.stderr
    assert done.stderr == stderr
    assert bool(done.stdout) == stdout or ignored


def test_unsafe_fixes_alone_are_no_wish(site: Path) -> None:
    put(site, UNSAFE)
    with pytest.raises(click.UsageError, match="goes with `--fix`, `--fix-only` or `--diff`"):
        blint("check", "--unsafe-fixes", cwd=site)


def test_a_second_run_has_nothing_to_fix(site: Path) -> None:
    file = put(site, DOUBLE)
    blint("check", "--fix", cwd=site)
    before = file.stat()
    done = blint("check", "--fix", cwd=site)
    assert done.stderr == ""
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert "rust, go]" in file.read_text()


def test_the_cache_knows_what_was_written(site: Path) -> None:
    put(site, DOUBLE)
    assert "duplicate-tag" in blint("check", cwd=site).stdout
    blint("check", "--fix", cwd=site)
    assert "duplicate-tag" not in blint("check", cwd=site).stdout


def test_the_report_is_of_what_is_left(site: Path) -> None:
    put(site, BROKEN)
    done = blint("check", "--fix", "--output-format", "json", "--select", SELECT, cwd=site)
    report = json.loads(done.stdout)
    assert [found["rule"] for found in report["diagnostics"]] == ["broken-link"]
    assert report["summary"]["errors"] == 1
    assert report["summary"]["fixed"] == 1
    jsonschema.validate(report, json.loads((ROOT / "schemas/report.schema.json").read_text()))
    done = blint("check", "--output-format", "json", "--select", SELECT, cwd=site)
    assert "fixed" not in json.loads(done.stdout)["summary"]


def test_a_difference_is_one_that_git_applies(site: Path) -> None:
    put(site, DOUBLE)
    put(site, BROKEN, "b c")
    shown = blint("check", "--diff", "--select", SELECT, cwd=site)
    for step in (["init", "-q"], ["apply", "-p1", "-"]):
        subprocess.run(["git", *step], cwd=site, input=shown.stdout.encode(), check=True)
    assert (site / "content/a.md").read_bytes().decode() == SINGLE
    assert (site / "content/b c.md").read_text() == MENDED


def test_what_cannot_be_written_is_named_and_exit_code_2(site: Path) -> None:
    put(site, DOUBLE)
    os.link(put(site, DOUBLE, "b"), site / "other")
    done = blint("check", "--fix", cwd=site)
    assert done.returncode == 2
    assert done.stderr == (
        "`content/b.md` was not fixed: it has several names (hard links), and only one of them "
        "would change.\nFixed 1 finding in 1 file.\n"
    )
    assert (site / "content/a.md").read_bytes().decode() == SINGLE
    assert (site / "content/b.md").read_bytes().decode() == DOUBLE
    assert "content/b.md" in done.stdout


def test_the_mode_of_a_file_stays(site: Path) -> None:
    file = put(site, DOUBLE)
    file.chmod(0o640)
    blint("check", "--fix", cwd=site)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_fix_that_lies_is_an_internal_error(site: Path) -> None:
    file = put(site, "---\ntitle: A\ntags: [rust, rust]\n---\nliar\n")
    code = (
        "import sys\n"
        "from blint.checks.files import control_character as check\n"
        "from fake_checks import swaps\n"
        "check.check = lambda post, settings: swaps(post, ('liar', '# x\\ny'))\n"
        "sys.argv = ['blint', 'check', '--fix', '--jobs', '1', '--no-cache']\n"
        "from blint.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "internal-error" in done.stdout
    assert "A fix of `control-character` (Write `# x" in done.stdout
    assert file.read_text() == "---\ntitle: A\ntags: [rust]\n---\nliar\n"


def test_two_runs_at_once_lose_nothing(site: Path) -> None:
    files = [put(site, DOUBLE, f"p{n:02}") for n in range(30)]
    fixing = [sys.executable, "-m", "blint", "check", "--fix-only"]
    runs = [
        subprocess.Popen(fixing, cwd=site, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert {run.wait() for run in runs} <= {0, 2}
    assert {file.read_bytes().decode() for file in files} == {SINGLE}
    assert len(list((site / "content").iterdir())) == 30
