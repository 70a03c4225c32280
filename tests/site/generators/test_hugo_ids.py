"""The ids that Hugo gives to footnotes, terms and blocks: as Hugo 0.168 made them."""

from __future__ import annotations

from typing import Any

import pytest

from blint.reading.post import read_post
from blint.site.headings.anchors import anchor_ids
from blint.site.presets import PRESETS
from blint.site.settings import Settings
from blint.source import Source

NOTES = "a[^b] b[^a] c[^b] d[^no]\n\n[^a]: A.\n[^b]: B.\n[^c]: Unused.\n"


def parser(**options: Any) -> dict[str, Any]:
    return {"markup": {"goldmark": {"parser": options}}}


@pytest.mark.parametrize(
    ("text", "config", "expected"),
    [
        (NOTES, {"a": 1}, {"fn:1", "fnref:1", "fnref1:1", "fn:2", "fnref:2"}),
        ("# A {#x}\n", {"a": 1}, {"x"}),
        ("# A {#x}\n\n# B\n", parser(autoHeadingID=False), {"x"}),
        ("# A {#x}\n", parser(attribute={"title": False}), {"a-x"}),
        ("Text\n{#x}\n", {"a": 1}, set()),
        ("Text\n{#x .y}\n", parser(attribute={"block": True}), {"x"}),
        ("Two *words* [x](y)\n: Meaning\n", {"a": 1}, set()),
        (
            "Two *words* [x](y)\n: Meaning\n",
            parser(autoDefinitionTermID=True),
            {"two-words-x", "two-words-x-1"},
        ),
    ],
)
def test_ids(text: str, config: dict[str, Any], expected: set[str]) -> None:
    post = read_post("content/a.md", Source(text), dialect="yaml-go")
    settings = Settings(preset=PRESETS["hugo"], generator=config, whole=True)
    assert set(anchor_ids(post, settings)) == expected
