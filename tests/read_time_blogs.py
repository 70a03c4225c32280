"""Blogs whose read times were made by the real packages, by a formula, or by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from blint.overview.read_times.calibration import Calibration, calibrate
from blint.running.load import load
from blint.running.opening import Request

ROOT = Path(__file__).resolve().parent.parent
RECIPES = json.loads((ROOT / "tools/oracles/read_times.json").read_text("utf-8"))
TEXTS: dict[str, str] = {
    name: "".join(text * times for text, times in rows) for name, rows in RECIPES.items()
}


def answers(name: str) -> dict[str, dict[str, float]]:
    """What a package said of each text; see `tools/oracles/read_times.py`."""
    file = ROOT / "tests/fixtures/read-times" / f"{name}.json"
    rows: dict[str, dict[str, float]] = json.loads(file.read_text("utf-8"))["rows"]
    return rows


def write_posts(root: Path, posts: Iterable[tuple[object, str]], *, key: str = "readTime") -> Path:
    """Write a blog below a folder, a post for each read time and body, and return the folder."""
    (root / "content").mkdir(parents=True, exist_ok=True)
    (root / "blint.toml").write_text("", encoding="utf-8")
    for i, (value, text) in enumerate(posts):
        head = "" if value is None else f"{key}: {value}\n"
        file = root / f"content/p{i:03}.md"
        file.write_bytes(f"---\ntitle: T{i}\n{head}---\n{text}\n".encode())
    return root


def words(count: int, *, code: int = 0, images: int = 0) -> str:
    """A body of so many words of prose and code, and images."""
    fence = f"\n\n```text\n{'code ' * code}\n```" if code else ""
    return "word " * count + fence + "\n\n![](a.png)" * images


def lengths(posts: int) -> list[int]:
    """Numbers of words, different and spread from 60 to 3,000."""
    return [60 + (i * 977) % 2940 for i in range(posts)]


def made(posts: int, minutes: Callable[[int], object]) -> list[tuple[object, str]]:
    """Posts of different lengths whose read times follow from them."""
    return [(minutes(count), words(count)) for count in lengths(posts)]


def calibrated(root: Path, *paths: Path) -> Calibration:
    """The calibration of a blog in a folder."""
    return calibrate(load(Request(paths=paths or (root,), cache=False)))
