"""Files to URL paths, by each preset's plain rule."""

from __future__ import annotations

import pytest

from blint.facts import PostFacts, Word
from blint.site.links.urls import address, layout, normal_url, path_name, post_names
from blint.site.presets import PRESETS
from blint.site.settings import Settings
from blint.source import Span


def facts(path: str, **words: str) -> PostFacts:
    named = {key: Word(text, Span(0, 0)) for key, text in words.items() if key != "alias"}
    aliases = (Word(words["alias"], Span(0, 0)),) if "alias" in words else ()
    return PostFacts(path, "", "", b"", 0, Span(0, 0), aliases=aliases, **named)  # type: ignore[arg-type]


def urls(preset: str, post: PostFacts, site: str = "") -> tuple[str, ...]:
    return address(post, layout(Settings(preset=PRESETS[preset], site=site))).urls


@pytest.mark.parametrize(
    ("preset", "post", "expected"),
    [
        ("hugo", facts("content/blog/A Post.md"), ("/blog/a-post",)),
        ("hugo", facts("content/blog/a/index.md"), ("/blog/a",)),
        ("hugo", facts("content/_index.md"), ("",)),
        ("hugo", facts("content/blog/a.fr.md"), ("/blog/a", "/fr/blog/a")),
        ("hugo", facts("content/blog/a.md", slug="b"), ("/blog/b",)),
        ("hugo", facts("content/blog/a.md", url="/x/y.html"), ("/x/y",)),
        ("hugo", facts("content/blog/a.md", alias="/old/"), ("/blog/a", "/old")),
        ("hugo", facts("content/blog/a.md", alias="old"), ("/blog/a", "/old", "/blog/old")),
        ("zola", facts("content/2020-01-02-A_b.md"), ("/a_b",)),
        ("zola", facts("content/a.md", url="2022/10/28/gats"), ("/2022/10/28/gats",)),
        ("starlight", facts("src/content/docs/start/Index Page.mdx"), ("/start/index-page",)),
        ("starlight", facts("src/content/docs/start/index.mdx"), ("/start",)),
        ("docusaurus", facts("blog/2020-01-02-a.md"), ("/blog/2020/01/02/a",)),
        ("docusaurus", facts("blog/2020-01-02-a.md", slug="b"), ("/blog/2020/01/02/b",)),
        ("docusaurus", facts("blog/2020-01-02-a.md", slug="/b"), ("/blog/b",)),
        ("docusaurus", facts("docs/01-start/02-run.md"), ("/docs/start/run",)),
        ("mkdocs", facts("docs/a/index.md"), ("/a",)),
        ("jekyll", facts("_posts/2020-01-02-A-b.md"), ("/2020/01/02/A-b",)),
        ("jekyll", facts("about.md"), ("/about",)),
        ("plain", facts("docs/a.md"), ()),
        ("plain", facts("docs/a.md", url="/a/"), ("/a",)),
        ("hugo", facts("elsewhere/a.md"), ()),
    ],
)
def test_urls(preset: str, post: PostFacts, expected: tuple[str, ...]) -> None:
    assert urls(preset, post) == expected


def test_site_in_a_folder() -> None:
    assert urls("docusaurus", facts("website/blog/a.md"), "website") == ("/blog/a",)


@pytest.mark.parametrize(
    ("post", "days"),
    [
        (facts("_posts/2020-01-02-a.md"), ("2020-01-02",)),
        (facts("blog/2020-01-02-a/index.md"), ("2020-01-02",)),
        (facts("a.md", date="2020-1-2 10:00"), ("2020-01-02",)),
        (facts("a.md"), ()),
    ],
)
def test_days(post: PostFacts, days: tuple[str, ...]) -> None:
    assert address(post, layout(Settings())).days == days


def test_names_of_a_dated_post() -> None:
    post = facts("_posts/2020-01-02-a.md", slug="b", title="C d")
    assert list(post_names(post)) == ["a", "b", "c-d"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [("/a/", "/a"), ("/a.html", "/a"), ("/a/index.html", "/a"), ("/", ""), ("/a.b", "/a.b")],
)
def test_normal_url(url: str, expected: str) -> None:
    assert normal_url(url) == expected


@pytest.mark.parametrize(
    ("path", "expected"), [("a/b.md", "b"), ("a/b/index.md", "b"), ("README.md", "")]
)
def test_path_name(path: str, expected: str) -> None:
    assert path_name(path) == expected
