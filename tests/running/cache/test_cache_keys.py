"""Keys: equal where all that decides is equal, in any process; different where anything differs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from blint.rulebook import load_rulebook
from blint.running.cache.keys import Keys
from blint.running.config import load_config
from blint.running.discover import Discovery, PostFile, discover
from blint.running.settings import bind

SITES = Path(__file__).resolve().parents[2] / "fixtures" / "sites"
POST = PostFile("content/a.md", "")

SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from test_cache_keys import SITES, POST, keys
for name in sys.argv[2:]:
    made, found = keys(SITES / name)
    print(name, made.post(POST, b"x").hex(), made.site(found, None).hex())
"""


def keys(root: Path, *, program: bytes = b"", **options: Any) -> tuple[Keys, Discovery]:
    """The keys of a project, and what it holds."""
    rulebook = load_rulebook()
    config = load_config(root, None, rulebook)
    found = discover(config)
    return Keys(program, bind(config, rulebook, found, **options)), found


def test_keys_are_the_same_in_every_process() -> None:
    """Sets and addresses in memory have another order, or another value, in each."""
    names = sorted(path.stem for path in SITES.glob("*.json"))
    command = [sys.executable, "-c", SCRIPT, str(Path(__file__).parent), *names]
    seeds = ("0", "1")
    said = [
        subprocess.run(
            command, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True, text=True
        ).stdout
        for seed in seeds
    ]
    assert said[0] == said[1]
    assert len(said[0].splitlines()) == len(names)


def project(root: Path, config: str = "", schema: str = "{}") -> Path:
    (root / "content").mkdir(exist_ok=True)
    (root / "content/a.md").write_text("A\n")
    (root / "blint.toml").write_text(f'[front-matter]\nschema = "s.json"\n{config}')
    (root / "s.json").write_text(schema)
    return root


@pytest.mark.parametrize(
    ("config", "examined"),
    [
        ('[links]\nignore = ["x"]', True),
        ('[tags]\nfield = "topics"', True),
        ('[code]\nlanguages = ["x"]', True),
        ("[rules]\nstale-read-time = { tolerance = 7 }", True),
        ('[rules]\nmissing-fence-language = "off"', True),
        # A severity changes what is said of a finding, and not what is found.
        ('[rules]\nmissing-fence-language = "error"', False),
        ('[rules]\nbroken-link = "off"', False),
    ],
)
def test_settings_and_rules_are_part_of_a_key(tmp_path: Path, config: str, examined: bool) -> None:
    before, found = keys(project(tmp_path))
    after, _ = keys(project(tmp_path, config))
    assert (before.post(POST, b"x") != after.post(POST, b"x")) == examined
    assert before.site(found, None) != after.site(found, None)


def test_everything_else_is_part_of_a_key(tmp_path: Path) -> None:
    before, found = keys(project(tmp_path))
    posts = {
        before.post(POST, b"x"),
        before.post(POST, b"y"),
        before.post(POST._replace(path="content/b.md"), b"x"),
        before.post(POST._replace(page=True), b"x"),
        before.post(POST._replace(page=True, linking=True), b"x"),
        keys(tmp_path, program=b"other")[0].post(POST, b"x"),
        keys(tmp_path, select=("links",))[0].post(POST, b"x"),
        keys(tmp_path, ignore=("links",))[0].post(POST, b"x"),
        keys(project(tmp_path, schema='{"required": ["a"]}'))[0].post(POST, b"x"),
    }
    assert len(posts) == 9
    assert before.post(POST._replace(reported=False), b"x") in posts, "who is asked does not matter"
    site = before.site(found, None)
    assert before.site(found, "another day") != site
    (tmp_path / "content/b.png").touch()
    assert before.site(keys(tmp_path)[1], None) != site


def test_half_a_character_in_a_schema_is_part_of_the_key(tmp_path: Path) -> None:
    """JSON can hold one, and no encoder takes it."""
    made = []
    for name in ("a\\ud800", "b\\ud800", "b\\ud800"):
        (tmp_path / "blint.toml").write_text('[front-matter]\nschema = "s.json"\n')
        (tmp_path / "s.json").write_text(f'{{"required": ["{name}"]}}')
        (tmp_path / "a.md").write_text("Text.\n")
        made.append(keys(tmp_path)[0].post(POST, b"x"))
    assert made[0] != made[1] == made[2]
