"""Heading ids: every row that the real generators wrote, and what is left open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from blint.reading.markdown import read_markdown
from blint.site.headings.ids import VAGUE, heading_anchors
from blint.site.headings.model import Scheme
from blint.site.headings.rules import ids_of
from blint.site.headings.slugs import github_slug
from blint.site.headings.texts import plain_text
from blint.site.links.anchors import has_anchor
from blint.site.links.records import Page
from blint.site.presets import PRESETS

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "heading-ids"

# What built a fixture, with which configuration, and how many of its texts are left open.
BUILDS: dict[str, tuple[str, dict[str, Any], int]] = {
    "rehype": ("rehype", {}, 11),
    "astro": ("astro", {}, 11),
    "docusaurus": ("docusaurus", {}, 12),
    "hugo": ("hugo", {}, 26),
    "hugo-ascii": (
        "hugo",
        {"markup": {"goldmark": {"parser": {"autoIDType": "github-ascii"}}}},
        26,
    ),
    "hugo-blackfriday": (
        "hugo",
        {"markup": {"goldmark": {"parser": {"autoHeadingIDType": "blackfriday"}}}},
        26,
    ),
    "jekyll": ("jekyll", {}, 12),
    "mkdocs": ("mkdocs", {"site_name": "T"}, 13),
    "mkdocs-attr": ("mkdocs", {"markdown_extensions": ["attr_list"]}, 14),
    "vitepress": ("vitepress", {}, 21),
    "hexo": ("hexo", {}, 34),
    "eleventy": ("eleventy", {"ids": "plugin"}, 5),
}


def scheme_of(generator: str, config: dict[str, Any]) -> Scheme | None:
    """The scheme of a generator, or of the plugin that most sites choose who have a choice."""
    if generator == "rehype":
        return Scheme(plain_text, github_slug)
    return ids_of(PRESETS[generator]).scheme(config)


def ids(text: str, generator: str, config: dict[str, Any] | None = None) -> list[str | None]:
    scheme = scheme_of(generator, config or {})
    assert scheme is not None
    return list(heading_anchors(read_markdown(text, 0).headings, text, scheme))


def is_open(found: list[str | None]) -> bool:
    return any(one is not None and one.startswith(VAGUE) for one in found)


@pytest.mark.parametrize("name", BUILDS)
def test_as_built(name: str) -> None:
    generator, config, most_open = BUILDS[name]
    built = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))["ids"]
    found = {text: ids(text, generator, config) for text in built}
    wrong = {t: (row, built[t]) for t, row in found.items() if row != built[t] and not is_open(row)}
    assert wrong == {}
    assert sum(map(is_open, found.values())) <= most_open
    assert len(built) >= 150


@pytest.mark.parametrize("name", BUILDS)
def test_no_built_id_is_missed(name: str) -> None:
    generator, config, _ = BUILDS[name]
    built = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))["ids"]
    for text, row in built.items():
        anchors = tuple(one for one in ids(text, generator, config) if one is not None)
        page = Page("a.md", ("a.md",), ("a",), (), anchors, open_anchors=False, ids="exact")
        assert [one for one in row if one and not has_anchor(page, one)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## L'écologie et vous", ["l-ecologie-et-vous"]),
        ("## Hello\n\n## Hello\n\n## Hello {#hello}", ["hello-1", "hello-2", "hello"]),
        ("## What’s “new” – or not…", ["what-s-new-or-not"]),
        ("## C++ & C#", ["c-c"]),
        ("## `foo_bar()` in 1.2", ["foo-bar-in-1-2"]),
        ("## 日本 guide", [f"{VAGUE}日本-guide"]),
        ("## Ærø", [f"{VAGUE}ærø"]),
    ],
)
def test_zola(text: str, found: list[str | None]) -> None:
    assert ids(text, "zola") == found


@pytest.mark.parametrize(
    ("generator", "config"),
    [
        ("hugo", {"markup": {"goldmark": {"extensions": {"typographer": {"enDash": "x"}}}}}),
        ("hugo", {"markup": {"defaultMarkdownHandler": "asciidocExt"}}),
        ("jekyll", {"markdown": "CommonMarkGhPages"}),
        ("jekyll", {"kramdown": {"auto_id_stripping": True}}),
        ("jekyll", {"kramdown": {"transliterated_header_ids": True}}),
        ("mkdocs", {"markdown_extensions": [{"toc": {"slugify": "x"}}]}),
        ("hexo", {"marked": {"anchorAlias": True}}),
        ("hexo", {"marked": {"smartypants": "«»‘’"}}),
        ("zola", {"slugify": {"anchors": "safe"}}),
        ("eleventy", {}),
        ("pelican", {}),
        ("next", {}),
        ("plain", {}),
    ],
)
def test_configured_otherwise(generator: str, config: dict[str, Any]) -> None:
    assert scheme_of(generator, config) is None


def test_emoji_extension_of_mkdocs() -> None:
    config = {"markdown_extensions": ["pymdownx.emoji"]}
    assert ids("## :tada: party", "mkdocs", config) == [VAGUE]
