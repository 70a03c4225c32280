"""Globs: what they match, and that none takes long."""

from __future__ import annotations

import time

import pytest

from blint.site.globs import folder_matcher, literal, matcher

MATCHES = [
    ("a.md", "a.md", True),
    ("a.md", "b/a.md", False),
    ("*.md", "a.md", True),
    ("*.md", "b/a.md", False),
    ("**/*.md", "a.md", True),
    ("**/*.md", "b/c/a.md", True),
    ("b/**", "b/c/a.md", True),
    ("b/**", "b", False),
    ("b/**/a.md", "b/a.md", True),
    ("b/**/a.md", "b/c/d/a.md", True),
    ("b/**/a.md", "bb/a.md", False),
    ("./b/*", "b/a.md", True),
    ("b/", "b", True),
    ("?.md", "ä.md", True),
    ("?.md", "/.md", False),
    ("[a-c].md", "b.md", True),
    ("[!a-c].md", "b.md", False),
    ("[^a-c].md", "d.md", True),
    ("[]-].md", "-.md", True),
    ("[[:digit:]]", "7", True),
    ("[[:nothing:]]", "n", False),
    ("[a", "[a", False),
    ("[z-a]", "m", False),
    ("\\*", "*", True),
    ("\\*", "a", False),
    ("a*b*c", "aXbbYc", True),
    ("a*b*c", "aXbbYcd", False),
    ("*a*", "bab", True),
    ("(a|b).+", "a", False),
    ("a\nb*", "a\nbc", True),
    ("a/**/b/**/c/**/d/**/e/**/f", "a/b/c/d/e/f", False),
]


@pytest.mark.parametrize(("glob", "path", "expected"), MATCHES)
def test_matcher(glob: str, path: str, expected: bool) -> None:
    assert matcher([glob])(path) is expected


@pytest.mark.parametrize(
    ("globs", "path", "expected"),
    [
        (["content"], "content/a.md", True),
        (["content"], "content", True),
        (["content"], "contents/a.md", False),
        (["content/"], "content/b/a.md", True),
        ([""], "a.md", True),
        (["."], "b/a.md", True),
        (["**/_posts"], "_posts/a.md", True),
        (["**/_posts"], "b/_posts/c/a.md", True),
        (["**/_posts"], "b/posts/a.md", False),
        (["a", "b*"], "bc/d", True),
        ([], "a", False),
    ],
)
def test_folder_matcher(globs: list[str], path: str, expected: bool) -> None:
    assert folder_matcher(globs)(path) is expected


@pytest.mark.parametrize("path", ["a*b", "[x].md", "a?\\b", "plain/é.md"])
def test_a_literal_matches_itself_alone(path: str) -> None:
    assert matcher([literal(path)])(path)
    assert not matcher([literal(path)])(path.replace("*", "z").replace("?", "z") + "z")


@pytest.mark.parametrize(
    ("glob", "path"),
    [("*a" * 60 + "b", "a" * 4000), ("**/a/**/a/**/b", "a/" * 200 + "c"), ("?*" * 60, "/")],
)
def test_no_glob_takes_long(glob: str, path: str) -> None:
    start = time.process_time()
    matcher([glob])(path)
    assert time.process_time() - start < 1
