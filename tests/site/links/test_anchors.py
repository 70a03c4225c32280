"""Whether a page has, or may have, the place that a fragment names."""

from __future__ import annotations

import pytest

from blint.site.headings.ids import VAGUE
from blint.site.links.anchors import fold, has_anchor, nearest_anchor
from blint.site.links.records import IdRule, Page


def page(*anchors: str, ids: IdRule = "exact", is_open: bool = False) -> Page:
    return Page("a.md", ("a.md",), ("a",), (), anchors, is_open, ids)


@pytest.mark.parametrize(
    ("found", "fragment", "has"),
    [
        (page("foo--bar"), "foo--bar", True),
        (page("foo--bar"), "foo-bar", False),
        (page("foo--bar"), "Foo--bar", False),
        (page("foo--bar", is_open=True), "anything", True),
        (page("e\u0301"), "é", True),
        (page("one", f"{VAGUE}日本-guide"), "ri-ben-guide", True),
        (page("one", f"{VAGUE}日本-guide"), "ri-ben", False),
        (page("one", f"{VAGUE}"), "anything", True),
        (page("one", f"{VAGUE}guide"), "one-1", True),
        (page("one", f"{VAGUE}guide"), "two", False),
        (page(f"{VAGUE}guide-", ids="words"), "guide-crab", True),
        (page(f"{VAGUE}guide-", ids="words"), "guide-", False),
        (page(f"{VAGUE}guide-", ids="words"), "guide--🦀", False),
        (page("foo--bar", ids="unknown"), "Foo-Bar", True),
        (page("foo--bar", ids="lower"), "foo-and-bar", True),
        (page("foo--bar", ids="lower"), "Foo--Bar", False),
        (page("foo--bar", ids="lower"), "baz", False),
        (page("foo", "foo-1", ids="lower"), "foo_2", True),
        (page("foo", ids="lower"), "foo_2", False),
        (page("über", ids="lower"), "ueber", True),
        (page("", ids="lower"), "section", True),
    ],
)
def test_has_anchor(found: Page, fragment: str, has: bool) -> None:
    assert has_anchor(found, fragment) is has


@pytest.mark.parametrize(
    ("fragment", "nearest"),
    [("Foo-Bar", "foo--bar"), ("disabel", "disable"), ("elsewhere", None)],
)
def test_nearest(fragment: str, nearest: str | None) -> None:
    assert nearest_anchor(page("foo--bar", "disable"), fragment) == nearest


@pytest.mark.parametrize(
    ("anchor", "folded"), [("Foo--bar_1", "foobar1"), ("é", "e"), ("\ufb01n", "fin"), ("--", "")]
)
def test_fold(anchor: str, folded: str) -> None:
    assert fold(anchor) == folded
