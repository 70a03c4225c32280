"""What a post shows: the same without a comment, or not."""

from __future__ import annotations

import pytest

from blint.reading.post import read_post
from blint.running.suppressing.proof import rendered
from blint.source import Source

SAME = [
    ("a\n\nb\n", "a\n\n<!-- c -->\nb\n"),
    ("- a\n- b\n", "- a <!-- c -->\n- b\n"),
    ("a\n\n```\nx\n```\n", "a\n\n<!-- c -->\n```\nx\n```\n"),
    ("---\nx: 1\n---\na\n", "---\n# c\nx: 1\n---\na\n"),
]
OTHER = [
    ("a\nb\n", "a\n<!-- c -->\nb\n"),
    ("- a\n- b\n", "- a\n\n<!-- c -->\n\n- b\n"),
    ("`a\nb`\n", "`a <!-- c -->\nb`\n"),
    ("```\nx\n```\n", "```\n<!-- c -->\nx\n```\n"),
    ("a  \nb\n", "a <!-- c -->\nb\n"),
]


def shown(text: str, name: str = "a.md") -> str:
    """A post as HTML without comments."""
    return rendered(read_post(name, Source(text), dialect="yaml-1.2"))


@pytest.mark.parametrize(("before", "after"), SAME)
def test_the_same(before: str, after: str) -> None:
    assert shown(before) == shown(after)


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_not_the_same(before: str, after: str) -> None:
    assert shown(before) != shown(after)


def test_comments_of_mdx() -> None:
    assert shown("a\n\nb\n", "a.mdx") == shown("a\n\n{/* c */}\n\nb\n", "a.mdx")
