"""Patterns as in a `.gitignore`, compared with Python's `pathspec` when they were written."""

from __future__ import annotations

import pytest

from blint.site.configs.gitignore import ignores


@pytest.mark.parametrize(
    ("lines", "path", "expected"),
    [
        ("*.md", "a/b.md", True),
        ("/*.md", "a/b.md", False),
        ("a/*.md", "x/a/b.md", False),
        ("a", "x/a/b.md", True),
        ("b.md/", "b.md", False),
        ("x/", "a/x/b.md", True),
        ("**/x/*.md", "x/b.md", True),
        (".*", "a/.b/c.md", True),
        ("# a", "# a", False),
        ("\\#a", "#a", True),
        ("a.md  ", "a.md", True),
        ("", "a.md", False),
        ("/", "a.md", False),
        ("[", "[", False),
        ("*.md\n!b.md", "b.md", False),
        ("!b.md\n*.md", "b.md", True),
        ("!x/b.md\nx/", "x/b.md", False),
        ("x/\n!x/", "x/b.md", False),
    ],
)
def test_patterns(lines: str, path: str, expected: bool) -> None:
    assert ignores(lines.splitlines())(path) is expected
