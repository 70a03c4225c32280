"""Files as a code host shows them, where the site is said to have no generator."""

from __future__ import annotations

import pytest

from samples import check

FILES = {
    "README.md": "# Top\n",
    "docs/b.md": "## Setting up\n",
    "docs/img/x.png": "",
    "src/main.py": "",
    "LICENSE": "",
}


def broken(destination: str) -> list[str]:
    files = FILES | {"docs/a.md": f"[x]({destination})"}
    rows = check(files, config='preset = "plain"\ncontent = ["."]\n', select=("links",))
    return [found.rule for found, _ in rows]


@pytest.mark.parametrize(
    "destination",
    [
        "b.md",
        "./b.md#setting-up",
        "../README.md#top",
        "/README.md",
        "/docs/b.md",
        "img/x.png",
        "../src/main.py#L10-L20",
        "../src",
        "../src/",
        "..",
        "../LICENSE",
        "#",
        "https://example.org/b.md",
    ],
)
def test_there(destination: str) -> None:
    assert broken(destination) == []


@pytest.mark.parametrize(
    ("destination", "rule"),
    [
        ("b", "broken-link"),
        ("b.html", "broken-link"),
        ("c.md", "broken-link"),
        ("/b.md", "broken-link"),
        ("../docs/img/y.png", "broken-link"),
        ("B.md", "wrong-case-link"),
        ("b.md#set-up", "broken-anchor"),
        ("../../secret.md", "escaping-link"),
    ],
)
def test_not_there(destination: str, rule: str) -> None:
    assert broken(destination) == [rule]
