"""`blint clean`: the cache goes, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from blint.cli.clean import command
from blint.running.cache.store import FOLDER
from blint.running.opening import Request
from blint.running.run import run
from blogs import write_blog


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A blog in a repository, with a cache."""
    write_blog(tmp_path)
    (tmp_path / ".git").mkdir()
    run(Request(paths=(tmp_path,), cache=True))
    return tmp_path


def clean(*arguments: str) -> str:
    result = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize("below", ["", "content", "content/private"])
def test_the_cache_goes(blog: Path, below: str) -> None:
    before = {path for path in blog.rglob("*") if FOLDER not in path.parts}
    said = clean(str(blog / below))
    assert said.startswith(f"Removed {blog / FOLDER} (")
    assert set(blog.rglob("*")) == before
    assert clean(str(blog / below)) == "There is no cache here.\n"


def test_a_broken_configuration_is_no_hindrance(blog: Path) -> None:
    (blog / "blint.toml").write_text("[")
    clean(str(blog))
    assert not (blog / FOLDER).exists()


def test_the_cache_of_another_repository_stays(blog: Path) -> None:
    (blog / "content/.git").mkdir()
    assert clean(str(blog / "content")) == "There is no cache here.\n"
    assert (blog / FOLDER).exists()
