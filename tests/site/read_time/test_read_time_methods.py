"""Named methods give what the real packages give; `make oracles` asks those anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from blint.reading.post import read_post
from blint.running.config_model import Method
from blint.site.read_time.body import Body
from blint.site.read_time.methods import METHODS, image_seconds
from blint.source import decode

ROOT = Path(__file__).resolve().parents[3]
RECIPES = json.loads((ROOT / "tools/oracles/read_times.json").read_text("utf-8"))
TEXTS = {name: "".join(text * times for text, times in rows) for name, rows in RECIPES.items()}

# What was asked: the method, what Hugo's configuration says, and texts whose minutes are others.
# To readtime and to Material's Markdown a fence inside a list in a quote is none, and its language
# is a word.
ASKED: dict[str, tuple[str, dict[str, Any], set[str]]] = {
    "hugo": ("hugo", {"title": "T"}, set()),
    "hugo-cjk": ("hugo", {"hasCJKLanguage": True}, set()),
    "hugo-unsafe": ("hugo", {"markup": {"goldmark": {"renderer": {"unsafe": True}}}}, set()),
    "zola": ("zola", {}, set()),
    "reading-time": ("reading-time", {}, set()),
    "docusaurus": ("docusaurus", {}, set()),
    "readtime": ("medium", {}, {"nested quotes and code"}),
    "material": ("medium", {}, {"nested quotes and code"}),
    "velite": ("velite", {}, set()),
    "gatsby": ("gatsby", {}, set()),
    "textstat": ("textstat", {}, set()),
}

# Intl.Segmenter parts Chinese and Japanese by a dictionary; the words there are an average.
ROUGH_COUNTS = {"docusaurus": {"japanese", "chinese with english"}}


def answers(name: str) -> dict[str, dict[str, float]]:
    file = ROOT / "tests/fixtures/read-times" / f"{name}.json"
    rows: dict[str, dict[str, float]] = json.loads(file.read_text("utf-8"))["rows"]
    return rows


def body(text: str, config: Mapping[str, Any] | None = None) -> Body:
    source = decode(f"---\ntitle: T\n---\n{text}".encode())
    return Body(read_post("a.md", source, dialect="yaml-1.2"), config)


@pytest.mark.parametrize("name", ASKED)
def test_minutes_are_those_of_the_package(name: str) -> None:
    method, config, others = ASKED[name]
    rows = answers(name)
    ours = {text: METHODS[method](body(TEXTS[text], config)) for text in rows}
    assert {text for text in rows if ours[text].minutes != rows[text]["minutes"]} == others
    assert len(rows) >= 100
    counts = {
        text
        for text, row in rows.items()
        if "words" in row and abs(ours[text].counted - row["words"]) > 0.01
    }
    assert counts == ROUGH_COUNTS.get(name, set())


def test_every_method_was_asked() -> None:
    assert set(METHODS) == {method for method, _, _ in ASKED.values()}
    assert set(METHODS) == set(Method.__args__)  # type: ignore[attr-defined]
    assert {p.stem for p in (ROOT / "tests/fixtures/read-times").iterdir()} == set(ASKED)


@pytest.mark.parametrize(
    ("config", "text", "minutes"),
    [
        ({}, "字" * 1001, 3),
        ({}, "word " * 213 + "字", 2),
        ({"title": "T"}, "字" * 1001, 1),
        ({"HasCJKLanguage": True}, "word " * 499 + "字", 1),
    ],
)
def test_hugo_counts_characters_where_the_site_says_so(
    config: dict[str, Any], text: str, minutes: int
) -> None:
    assert METHODS["hugo"](body(text, config)).minutes == minutes


@pytest.mark.parametrize("text", ["{{< figure src=a.png >}}\n", "{% raw %}\n", "<!-- a b -->\n"])
def test_what_no_reader_sees_is_not_counted(text: str) -> None:
    assert METHODS["hugo"](body(f"One two.\n\n{text}")).counted == 2


@pytest.mark.parametrize(("images", "seconds"), [(0, 0), (1, 12), (2, 23), (10, 75), (12, 81)])
def test_each_image_takes_less_than_the_one_before(images: int, seconds: int) -> None:
    assert image_seconds(images) == seconds
