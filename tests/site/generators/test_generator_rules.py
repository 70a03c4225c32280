"""What differs by generator is in the folder of the generator, and found there by its name."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import blint
from blint.site.headings.model import IdRules
from blint.site.headings.rules import ids_of
from blint.site.links.reading import Reading, reading_of
from blint.site.presets import PRESETS
from blint.site.settings import Settings

ROOT = Path(blint.__file__).parent
SHARED = [
    *(ROOT / "site" / "headings").glob("*.py"),
    *(ROOT / "site" / "links" / f"{name}.py" for name in ("link_facts", "loose", "reading")),
    ROOT / "running" / "gather.py",
]


@pytest.mark.parametrize("name", PRESETS)
def test_every_generator_has_rules_for_ids(name: str) -> None:
    assert isinstance(ids_of(PRESETS[name]), IdRules)


@pytest.mark.parametrize(
    ("name", "is_plain"), [("jekyll", False), ("mkdocs", False), ("zola", True)]
)
def test_some_read_posts_in_their_own_way(name: str, is_plain: bool) -> None:
    reading = reading_of(Settings(preset=PRESETS[name]))
    assert (reading == Reading()) is is_plain


@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.stem)
def test_shared_modules_name_no_generator(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert not texts & PRESETS.keys()
