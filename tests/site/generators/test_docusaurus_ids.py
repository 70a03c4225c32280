"""Docusaurus: the ids of headings and footnotes, by the kind of page."""

from __future__ import annotations

import pytest

from blint.reading.post import read_post
from blint.site.generators.docusaurus.config import default_plan
from blint.site.headings.anchors import anchor_ids, has_open_anchors
from blint.site.presets import PRESETS
from blint.site.settings import Settings
from blint.source import Source

PLANNED = Settings(preset=PRESETS["docusaurus"], generator={"plan": default_plan("")})
KEEPS_CASE = Settings(preset=PRESETS["docusaurus"], generator={"maintainCase": True})
NOTE = "A.[^N] B.[^N]\n\n[^N]: note\n\n[^unused]: note\n"


def ids(path: str, text: str, settings: Settings = PLANNED) -> tuple[str, ...]:
    return anchor_ids(read_post(path, Source(text), dialect="yaml-1.2"), settings)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("docs/a.md", "# Intro\n\n## Intro\n", ("intro-1",)),
        ("blog/a.md", "# Intro\n\n## Intro\n", ("intro",)),
        ("blog/a.md", "***\n\n# Intro\n\n## Intro\n", ("intro-1",)),
        ("blog/a.md", "## Intro\n\n# Intro\n", ("intro",)),
        ("docs/a.md", "## Dup {#dup}\n\n## Dup\n", ("dup",)),
        ("docs/a.mdx", "## Of comments {/* #own */}\n", ("own",)),
        ("docs/a.md", "## Of comments <!-- #own x -->\n", ("own",)),
        ("docs/a.md", "## Über &amp; *uns*\n", ("über--uns",)),
        (
            "docs/a.md",
            NOTE,
            (
                *("footnote-label", "user-content-fn-n", "user-content-fnref-n"),
                "user-content-fnref-n-2",
            ),
        ),
        ("blog/a.md", NOTE, ("footnote-label",)),
        ("static/a.html", '<p id="a"></p>\n\n    <p id="b"></p>\n', ("a", "b")),
    ],
)
def test_ids(path: str, text: str, expected: tuple[str, ...]) -> None:
    assert ids(path, text) == expected


def test_case_may_be_kept() -> None:
    assert ids("docs/a.md", "## Own Words\n", KEEPS_CASE) == ("Own-Words",)


def test_a_page_of_no_known_kind_may_be_a_post() -> None:
    bare = Settings(preset=PRESETS["docusaurus"])
    assert ids("blog/a.md", "# Intro\n\n## Intro\n", bare) == ("intro", "intro-1")


@pytest.mark.parametrize(
    ("path", "text", "is_open"),
    [
        ("docs/a.md", "Words.\n", False),
        ("docs/a.md", "<Part />\n", True),
        ("docs/a.md", "`<Part />` and\n\n```jsx\n<Part />\n```\n", False),
        ("docs/a.mdx", 'import Link from "x";\n\n<Link to="/b">b</Link>\n', False),
        ("docs/a.mdx", "{/* truncate */}\n\n## {1 + 1} sum\n", False),
        ("docs/a.mdx", "{items.map(show)}\n", True),
        ("docs/_part.md", "Words.\n", True),
        ("static/a.html", "<script></script>\n", True),
    ],
)
def test_open_ids(path: str, text: str, is_open: bool) -> None:
    post = read_post(path, Source(text), dialect="yaml-1.2")
    assert has_open_anchors(post, PLANNED) is is_open
