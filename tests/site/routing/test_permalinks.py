"""Address patterns of `blint.toml`."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.presets import PRESETS
from blint.site.routing.model import Layout
from blint.site.routing.permalinks import by_pattern, day_of, may_be_post
from routes import facts

BLOG: Any = {"extra": {"lang": "en"}}


def own(pattern: str, path: str, **words: Any) -> str | None:
    layout = Layout(PRESETS["next"], content=(("content/", ""),), pattern=pattern)
    found = by_pattern(facts(path, **words), layout)
    return found.own[0] if found else None


@pytest.mark.parametrize(
    ("pattern", "path", "words", "output"),
    [
        ("/blog/{slug}/", "content/a.md", {}, "/blog/a/index.html"),
        ("/blog/{slug}", "content/a.md", {"slug": "b"}, "/blog/b/index.html"),
        ("blog/{name}.html", "content/a.md", {"slug": "b"}, "/blog/a.html"),
        (
            "/{year}/{month}/{day}/{slug}/",
            "content/2024-03-05-a.md",
            {},
            "/2024/03/05/a/index.html",
        ),
        ("/{year}/{slug}/", "content/a.md", {"date": "2024-3-5"}, "/2024/a/index.html"),
        ("/{title}/", "content/a.md", {"title": "It's on!"}, "/its-on/index.html"),
        ("/{section}/{name}/", "content/x/y/a.md", {}, "/x/a/index.html"),
        ("/{path}/", "content/x/y/index.md", {}, "/x/y/index.html"),
        ("/{lang}/{name}/", "content/a.md", BLOG, "/en/a/index.html"),
        ("/{lang}/{name}/", "content/a.md", {}, None),
        ("/{year}/{name}/", "content/a.md", {}, None),
        ("/{name}/", "content/a.md", {"page": True}, None),
        ("/{name}/", "index.md", {}, None),
    ],
)
def test_pattern(pattern: str, path: str, words: dict[str, Any], output: str | None) -> None:
    assert own(pattern, path, **words) == output


@pytest.mark.parametrize(
    ("path", "words", "day"),
    [
        ("a.md", {"date": "2024-03-05T10:00:00Z"}, ("2024", "03", "05")),
        ("2023-1-2-a.md", {}, ("2023", "01", "02")),
        ("2023-01-02-a/index.md", {}, ("2023", "01", "02")),
        ("blog/2023/01/02/a.md", {}, ("2023", "01", "02")),
        ("a.md", {"date": "yesterday"}, None),
    ],
)
def test_day(path: str, words: dict[str, Any], day: tuple[str, str, str] | None) -> None:
    assert day_of(facts(path, **words)) == day


@pytest.mark.parametrize(
    ("pattern", "url", "expected"),
    [
        ("/blog/{slug}/", "/blog/a", True),
        ("/blog/{slug}/", "/blog/a/", True),
        ("/blog/{slug}/", "/blog/a/b/", False),
        ("/blog/{slug}/", "/about/", False),
        ("/blog/{slug}/", "/blog/feed.xml", False),
        ("/{year}/{slug}/", "/2024/a/", True),
        ("/{year}/{slug}/", "/docs/a/", False),
        ("/{path}/", "/a/b/c/", True),
    ],
)
def test_form(pattern: str, url: str, expected: bool) -> None:
    assert may_be_post(url, Layout(PRESETS["next"], pattern=pattern)) is expected
