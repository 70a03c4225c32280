"""The wheel: built from the checkout, installed elsewhere, whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as the wheel brings it, its dependencies left out."""
    dist, place = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("place")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(dist)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (wheel,) = dist.glob("bloglint-*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(place)]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return place


def blint(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the installed package; its folder comes before the checkout's."""
    return subprocess.run(
        [sys.executable, "-m", "blint", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_explains_every_rule(installed: Path, tmp_path: Path) -> None:
    done = blint(installed, "rule", "--all", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    titles = [line for line in done.stdout.split("\n") if line.startswith("# ")]
    pages = {f"# {page.stem}" for page in ROOT.glob("rules/*/*.md")}
    assert pages <= set(titles)


def test_it_checks_a_post(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\ntitle: B\n---\n```nonesuch\n```\n")
    done = blint(installed, "check", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "a.md:3:1: error[duplicate-front-matter-key]" in done.stdout
    assert "a.md:5:4: warning[unknown-fence-language]" in done.stdout


@pytest.mark.parametrize("name", ["config", "post", "report", "rule", "vocabulary"])
def test_it_holds_the_schemas(installed: Path, tmp_path: Path, name: str) -> None:
    done = blint(installed, "schema", name, cwd=tmp_path)
    assert done.stdout == (ROOT / f"schemas/{name}.schema.json").read_text(encoding="utf-8")


def test_it_is_typed_and_has_both_commands(installed: Path) -> None:
    assert (installed / "blint/py.typed").is_file()
    assert {path.name for path in (installed / "bin").iterdir()} >= {"blint", "bloglint"}
