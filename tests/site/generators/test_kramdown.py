"""kramdown: links and ids as Jekyll's sites have them."""

from __future__ import annotations

from typing import Any

import pytest

from blint.checks.links.undefined_reference import check
from blint.reading.post import read_post
from blint.site.generators.jekyll import kramdown
from blint.site.headings.anchors import anchor_ids
from blint.site.headings.ids import VAGUE
from blint.site.presets import PRESETS
from blint.site.settings import Settings
from blint.source import Source


def settings(**options: Any) -> Settings:
    return Settings(preset=PRESETS["jekyll"], generator={"kramdown": options} if options else {})


def anchors(text: str, **options: Any) -> list[str]:
    post = read_post("a.md", Source(text), dialect="yaml-1.1")
    return list(anchor_ids(post, settings(**options)))


def destinations(text: str) -> list[str]:
    post = read_post("a.md", Source(text), dialect="yaml-1.1")
    return [link.destination for link in kramdown.links(post, post.document.links)]


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        ("## 2024 in review", {}, ["2024-in-review"]),
        ("## 2024 in review", {"input": "kramdown"}, ["in-review"]),
        ("## Über uns\n\n## 12", {"input": "kramdown"}, ["ber-uns", "section"]),
        ("## 1\n\n## 2", {"input": "kramdown"}, ["section", "section-1"]),
        ("## A\n\n## A", {"auto_id_prefix": "x-"}, ["x-a", "x-a-1"]),
        ("## A {#b}", {"auto_id_prefix": "x-"}, ["b"]),
        ("## A", {"auto_ids": False}, []),
        ("## a -- b", {}, ["a--b"]),
        ("## a -- b", {"gfm_quirks": ["no_auto_typographic"]}, ["a----b"]),
        ("##A b", {"input": "kramdown"}, [f"{VAGUE}a-b"]),
        ("##A b", {}, []),
        ("## A {#1st}", {}, ["a-1st"]),
        ("## A {: #b}", {}, ["a--b"]),
        ("## A\n{: #b}", {}, ["b"]),
        ("Text.\n{: #b .c}", {}, ["b"]),
        ("* toc\n{:toc}\n\n## A", {}, ["a", "markdown-toc", "markdown-toc-a"]),
        ("x[^n] y[^n]\n\n[^n]: T.", {}, ["fn:n", "fnref:n", "fnref:n:1"]),
        ("x[^n]\n\n[^n]: T.\n\n[^m]: U.", {"footnote_prefix": "p"}, ["fn:pn", "fnref:pn"]),
        ('<div markdown="1">\n\n## 2 b & c\n\n</div>', {}, ["b--c"]),
        ("<div>\n\n## 2 b\n\n</div>", {"parse_block_html": True}, ["b"]),
        ("<div>\n\n## 2 b\n\n</div>", {}, [f"{VAGUE}2-b"]),
        ("<br>\n\n## 2 b", {}, ["2-b"]),
    ],
)
def test_ids(text: str, options: dict[str, Any], found: list[str]) -> None:
    assert anchors(text, **options) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[a](/x){: href="/y"}', ["/y"]),
        ("[a](/x){:.b}", ["/x"]),
        ("[a](/x\\_y)", ["/x\\_y"]),
        ("[a]( </x> )", ["</x>"]),
        ("[a](</x>)", ["/x"]),
        ("[a][b]\n\n[b]: /x\n[b]: /y", ["/y"]),
        ('[a][b]\n\n[b]: /x y.html "T"', ["/x y.html"]),
        ("{% raw %}\n[a]({{ x }}/y)\n{% endraw %}", ["{{ x }}/y"]),
    ],
)
def test_links(text: str, found: list[str]) -> None:
    assert destinations(text) == found


def test_a_definition_may_hold_spaces() -> None:
    post = read_post("a.md", Source("[a][b] [a][c]\n\n[b]: /x y\n"), dialect="yaml-1.1")
    assert len(list(check(post, settings()))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](<b.md>)", True),
        ("[a](b.md 'T')", True),
        ('[a](b.md "T")', False),
        ("[a](b.md)", False),
    ],
)
def test_what_the_plugin_for_relative_links_does_not_see(text: str, expected: bool) -> None:
    post = read_post("a.md", Source(text), dialect="yaml-1.1")
    assert kramdown.as_it_stands(post.document.links[0], text) is expected
