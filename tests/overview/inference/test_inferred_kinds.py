"""Folders whose front matter differs clearly are kinds of their own; most blogs have one kind."""

from __future__ import annotations

from typing import Any

import pytest

from blint.overview.inference.kinds import Post, kinds_of

BLOG: dict[str, Any] = {"title": "A", "date": "2024-01-31", "author": "B"}
DOCS: dict[str, Any] = {"title": "A", "weight": 1}


def posts(pattern: str, count: int, data: dict[str, Any]) -> list[Post]:
    """So many posts with the same front matter, `{}` in the pattern being their number."""
    return [Post(pattern.replace("{}", f"{number:02}"), data) for number in range(count)]


def kinds(*groups: list[Post]) -> list[tuple[str, tuple[str, ...], int]]:
    """Name, globs and size of each kind."""
    found = kinds_of(sorted(post for group in groups for post in group))
    return [(kind.name, kind.files, len(kind.posts)) for kind in found]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([posts("content/{}.md", 30, BLOG)], [("", (), 30)]),
        ([posts("a/{}.md", 30, BLOG), posts("b/{}.md", 30, BLOG)], [("", (), 60)]),
        # the smaller kind is the one that is named
        (
            [posts("content/blog/{}.md", 30, BLOG), posts("content/docs/{}.md", 20, DOCS)],
            [("docs", ("content/docs/**",), 20), ("", (), 30)],
        ),
        # two folders of the same kind
        (
            [
                posts("c/blog/{}.md", 30, BLOG),
                posts("c/docs/{}.md", 15, DOCS),
                posts("c/help/{}.md", 12, DOCS),
            ],
            [("docs", ("c/docs/**", "c/help/**"), 27), ("", (), 30)],
        ),
        # one key makes no kind
        (
            [posts("c/a/{}.md", 30, BLOG), posts("c/b/{}.md", 20, {**BLOG, "toc": True})],
            [("", (), 50)],
        ),
        # posts that are folders lie in the folder around them
        (
            [
                posts("c/blog/{}/index.md", 30, BLOG),
                posts("c/docs/{}/index.md", 20, DOCS),
            ],
            [("docs", ("c/docs/**",), 20), ("", (), 30)],
        ),
        # lists of folders are no posts
        (
            [posts("content/{}/_index.md", 4, {"title": "A"}), posts("content/{}.md", 30, BLOG)],
            [("sections", ("**/_index.*",), 4), ("", (), 30)],
        ),
        # two side by side that lack the same
        (
            [posts("c/{}.md", 80, BLOG), posts("c/pages/{}.md", 2, {"title": "A"})],
            [("pages", ("c/pages/*", "c/pages/*/index.*"), 2), ("", (), 80)],
        ),
        # one alone is odd
        (
            [posts("c/{}.md", 80, BLOG), posts("c/pages/{}.md", 1, {"title": "A"})],
            [("", (), 81)],
        ),
        # an index that stands for the posts around it
        (
            [posts("c/{}.md", 80, BLOG), [Post("c/index.md", {"title": "A"})]],
            [("index", ("c/index.md",), 1), ("", (), 80)],
        ),
        ([posts("{}/_index.md", 2, BLOG)], [("", (), 2)]),
    ],
)
def test_kinds(groups: list[list[Post]], expected: list[tuple[str, tuple[str, ...], int]]) -> None:
    assert kinds(*groups) == expected


def test_names_of_folders_become_names_and_globs() -> None:
    found = kinds(posts("c/[My] Docs/{}.md", 20, DOCS), posts("c/blog/{}.md", 30, BLOG))
    assert found[0][:2] == ("my-docs", ("c/\\[My\\] Docs/**",))
