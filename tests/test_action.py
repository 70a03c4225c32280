"""The GitHub action: its scripts are run as the runner runs them, with hostile inputs too."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FAULTY = "---\ntitle: A\ntitle: B\n---\nText.\n"
CLEAN = "---\ntitle: A\n---\nText.\n"


def action() -> dict[str, Any]:
    """The action as data."""
    loaded = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def step(name: str) -> dict[str, Any]:
    """The step with an id."""
    found: dict[str, Any] = next(s for s in action()["runs"]["steps"] if s["id"] == name)
    return found


class Done:
    """A step that has run: exit code, log, and the outputs it has set."""

    def __init__(self, process: subprocess.CompletedProcess[str], outputs: Path) -> None:
        self.code = process.returncode
        self.log = process.stdout + process.stderr
        lines = outputs.read_text(encoding="utf-8").splitlines()
        self.outputs = dict(line.split("=", 1) for line in lines)


def run(name: str, folder: Path, **variables: str) -> Done:
    """Run a step's script in a folder; variables not given are empty, as the runner has them."""
    outputs = folder.parent / "outputs"
    outputs.touch()
    script = folder.parent / "script.sh"
    script.write_text(step(name)["run"], encoding="utf-8")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "FORCE_"))}
    environment = {
        **inherited,
        **dict.fromkeys(step(name)["env"], ""),
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_WORKSPACE": str(folder),
        "RUNNER_TEMP": str(folder.parent),
        "BLINT_PYTHON": sys.executable,
        **variables,
    }
    process = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Done(process, outputs)


def check(folder: Path, **inputs: str) -> Done:
    """Run the step that checks, with the action's defaults for inputs that are not given."""
    named = {f"BLINT_{k.upper().replace('-', '_')}": v for k, v in defaults().items()}
    given = {f"BLINT_{k.upper()}": v for k, v in inputs.items()}
    known = step("check")["env"]
    assert given.keys() <= known.keys()
    return run("check", folder, **{k: v for k, v in (named | given).items() if k in known})


def defaults() -> dict[str, str]:
    """The inputs' defaults."""
    return {name: entry["default"] for name, entry in action()["inputs"].items()}


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A checked-out blog with one faulty post and one clean one."""
    root = tmp_path / "workspace"
    (root / "content").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "blint.toml").touch()
    (root / "content/faulty.md").write_text(FAULTY, encoding="utf-8")
    (root / "content/clean.md").write_text(CLEAN, encoding="utf-8")
    return root


def test_no_expression_is_pasted_into_a_script() -> None:
    for one in action()["runs"]["steps"]:
        assert "${{" not in one["run"]


def test_every_input_reaches_a_script() -> None:
    passed = [value for one in action()["runs"]["steps"] for value in one["env"].values()]
    for name in action()["inputs"]:
        assert f"${{{{ inputs.{name} }}}}" in passed


def test_every_input_and_output_is_described() -> None:
    for entry in [*action()["inputs"].values(), *action()["outputs"].values()]:
        assert entry["description"].endswith(".")


def test_findings_are_annotated_and_fail_the_step(blog: Path) -> None:
    done = check(blog)
    assert done.code == 1
    assert "::error file=content/faulty.md,line=3,endLine=3,col=1,endColumn=6," in done.log
    assert done.outputs == {"exit-code": "1", "sarif-file": ""}


def test_a_clean_blog_passes(blog: Path) -> None:
    (blog / "content/faulty.md").unlink()
    done = check(blog)
    assert (done.code, done.log, done.outputs["exit-code"]) == (0, "", "0")


def test_fail_on_never_reports_and_passes(blog: Path) -> None:
    done = check(blog, fail_on="never")
    assert done.code == 0
    assert "::error file=content/faulty.md" in done.log


def test_a_mistake_is_told_from_findings(blog: Path) -> None:
    done = check(blog, output_format="xml")
    assert done.code == 2
    assert done.outputs["exit-code"] == "2"


def test_paths_are_one_per_line_and_may_hold_blanks(blog: Path) -> None:
    (blog / "content/a b.md").write_text(FAULTY, encoding="utf-8")
    done = check(blog, paths="content/clean.md\r\n\ncontent/a b.md\n")
    assert "file=content/a b.md" in done.log
    assert "faulty.md" not in done.log


def test_arguments_are_words(blog: Path) -> None:
    done = check(blog, args="--ignore front-matter\n--jobs 1")
    assert (done.code, done.log) == (0, "")


def test_a_configuration_can_be_named(blog: Path) -> None:
    (blog / "my blint.toml").write_text('[rules]\nfront-matter = "off"\n', encoding="utf-8")
    assert check(blog, config="my blint.toml").code == 0


def test_sarif_is_written_beside_the_annotations(blog: Path) -> None:
    done = check(blog, sarif_file="out/blint.sarif")
    assert done.outputs["sarif-file"] == "out/blint.sarif"
    log = json.loads((blog / "out/blint.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "duplicate-front-matter-key"
    assert "::error" in done.log


HOSTILE = [
    "; touch hacked; 'touch hacked' $(touch hacked) && touch hacked",
    '`touch hacked` "; touch hacked; " | touch hacked',
    "'; touch hacked; '",
    "content\n; touch hacked\n$(touch hacked)",
    "*",
]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", ["paths", "config", "output_format", "fail_on", "args"])
def test_hostile_inputs_run_nothing(blog: Path, name: str, value: str) -> None:
    done = check(blog, **{name: value})
    assert done.code == 2
    assert done.outputs["exit-code"] == "2"
    assert not [*blog.parent.rglob("*hacked*")]


def test_a_path_is_never_an_option(blog: Path) -> None:
    assert check(blog, paths="--output=json:hacked").code == 2
    assert not (blog / "hacked").exists()


def test_a_file_name_sets_no_second_output(blog: Path) -> None:
    done = check(blog, sarif_file="a.sarif\nexit-code=0")
    assert done.code == 2
    assert done.outputs == {}


@pytest.mark.parametrize(
    "version", ["0.1 --index-url=x", "@ file:.", "; touch hacked", "-r a", "1\n2"]
)
def test_a_version_is_a_version(blog: Path, version: str) -> None:
    done = run("install", blog, BLINT_VERSION=version)
    assert done.code == 2
    assert "not a version number" in done.log
    assert not (blog.parent / "blint").exists()


def test_an_old_python_is_told_so(blog: Path) -> None:
    tools = blog.parent / "tools"
    tools.mkdir()
    for name in ("python", "python3"):
        (tools / name).write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    done = run("install", blog, PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")
    assert done.code == 2
    assert "Python 3.11" in done.log


def test_modules_of_the_checkout_are_not_imported(blog: Path) -> None:
    (blog / "blint").mkdir()
    (blog / "blint/__init__.py").write_text("raise SystemExit(99)", encoding="utf-8")
    (blog / "click.py").write_text("raise SystemExit(99)", encoding="utf-8")
    assert check(blog).code == 1
