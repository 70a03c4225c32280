"""The page about the benchmarks tells of every scene, and of nothing else."""

from __future__ import annotations

import re
import sys
from pathlib import Path

# The benchmarks are no part of blint: they are found from the root of the project.
sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.scenes import SCENES

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"


def test_the_page_tells_of_every_scene_in_order() -> None:
    rows = re.findall(r"^\| `([a-z]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == list(SCENES)
