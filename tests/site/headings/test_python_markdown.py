"""Python-Markdown's slugs and ids, as its extensions are configured."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.headings.python_markdown import brings_ids, extra_ids, toc_slugger

PYMDOWNX = "pymdownx.slugs.slugify"


def config(*extensions: Any) -> dict[str, Any]:
    return {"markdown_extensions": list(extensions)}


@pytest.mark.parametrize(
    ("toc", "expected"),
    [
        ({}, "uber-straes-x-y"),
        ({"separator": "_"}, "uber_straes_x_-_y"),
        ({"slugify": {"!": "markdown.extensions.toc.slugify_unicode"}}, "über-straßes-x-y"),
        ({"slugify": {"!": PYMDOWNX}}, "Über-Straßes-x---y"),
        ({"slugify": {"!": PYMDOWNX, "kwds": {"case": "fold"}}}, "über-strasses-x---y"),
        ({"slugify": {"!": PYMDOWNX, "kwds": {"case": "lower"}}}, "über-straßes-x---y"),
        ({"slugify": {"!": PYMDOWNX, "kwds": {"case": "odd"}}}, None),
        ({"slugify": {"!": "my.own"}}, None),
        ({"slugify": "text"}, None),
        ({"separator": 3}, None),
    ],
)
def test_slugs(toc: dict[str, Any], expected: str | None) -> None:
    slug = toc_slugger(config({"toc": toc}))
    assert (slug("Über Straße's: x - y") if slug else None) == expected


@pytest.mark.parametrize(
    ("text", "extensions", "expected"),
    [
        ("a[^x] b[^x]\n\n[^x]: y", ["footnotes"], {"fn:x", "fnref:x", "fnref2:x"}),
        ("[^a b]: y", ["extra"], {"fn:a b"}),
        ("a[^x]\n\n[^x]: y", [], set()),
        ("a[^x]\n\n[^x]: y", [{"footnotes": {"UNIQUE_IDS": True}}], {"x"}),
        ("##Tight one##\n\n## Loose", [], {"tight-one"}),
    ],
)
def test_ids_beside_those_of_headings(text: str, extensions: list[Any], expected: set[str]) -> None:
    assert set(extra_ids(text, config(*extensions))) == expected


def test_notes_keep_their_order() -> None:
    text = "[^b] [^a]\n\n[^b]: x\n[^a]: y\n[^c]: z"
    found = ["fn:b", "fnref:b", "fn:a", "fnref:a", "fn:c"]
    assert list(extra_ids(text, config("footnotes"))) == found


@pytest.mark.parametrize(
    ("text", "extensions", "expected"),
    [
        ("<h2>Raw</h2>", ["extra"], False),
        ("<h2 markdown>Raw</h2>", [], False),
        ("<h2 markdown>Raw</h2>", ["extra"], True),
        ("--8<-- 'a.md'", [], True),
        ("::: my.module", [], True),
        ('=== "Tab"', ["pymdownx.tabbed"], False),
        ('=== "Tab"', [{"pymdownx.tabbed": {"slugify": {"!": PYMDOWNX}}}], True),
        ("/// html | h2", ["pymdownx.blocks.html"], True),
    ],
)
def test_what_brings_ids(text: str, extensions: list[Any], expected: bool) -> None:
    assert (brings_ids(config(*extensions)).search(text) is not None) is expected
