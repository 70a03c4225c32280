"""Zola: the cases of its own tests and documentation, and what follows from them."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.model import Site
from routes import routes, rules, targets

FRENCH: dict[str, Any] = {"languages": {"fr": {}}}
TAGS = {"taxonomies": [{"name": "tags"}]}


@pytest.mark.parametrize(
    ("path", "words", "config", "own"),
    [
        ("content/posts/intro/start.md", {"slug": "hello-world"}, {}, "/posts/intro/hello-world/"),
        ("content/start.md", {"slug": "hello-&-world"}, {}, "/hello-world/"),
        ("content/a/b.md", {"url": "hello-world"}, {}, "/hello-world/"),
        ("content/a/b.md", {"url": "/Hello World"}, {}, "/Hello World/"),
        ("content/ file with space.md", {}, {}, "/file-with-space/"),
        ("content/Some Dir/x.md", {}, {}, "/Some Dir/x/"),
        ("content/日本.md", {}, {"slugify": {"paths": "safe"}}, "/日本/"),
        ("content/a?b.md", {}, {"slugify": {"paths": "safe"}}, "/ab/"),
        ("content/A b.md", {}, {"slugify": {"paths": "off"}}, "/A b/"),
        ("content/2018-10-08_hello.md", {}, {}, "/hello/"),
        ("content/2018-10-08-hello.md", {}, {}, "/hello/"),
        ("content/2018-10-02T15:00:00Z-hello.md", {}, {}, "/hello/"),
        ("content/2018-10-08.md", {}, {}, "/2018-10-08/"),
        (
            "content/2018-10-08-hello.md",
            {},
            {"slugify": {"paths_keep_dates": True}},
            "/2018-10-08-hello/",
        ),
        ("content/posts/with-assets/index.md", {}, {}, "/posts/with-assets/"),
        ("content/posts/2013-06-02_with-assets/index.md", {}, {}, "/posts/with-assets/"),
        ("content/posts/with-assets/index.md", {"slug": "hey"}, {}, "/posts/hey/"),
        ("content/_index.md", {}, {}, "/"),
        ("content/posts/_index.md", {}, {}, "/posts/"),
        ("content/hello/nested/_index.fr.md", {}, FRENCH, "/fr/hello/nested/"),
        ("content/_index.fr.md", {}, FRENCH, "/fr/"),
        ("content/posts/a.fr.md", {}, FRENCH, "/fr/posts/a/"),
        ("content/posts/a/index.fr.md", {}, FRENCH, "/fr/posts/a/"),
        ("content/posts/a.fr.md", {}, {}, "/posts/a-fr/"),
        ("content/a.md", {}, {"base_url": "https://example.org/blog/"}, "/blog/a/"),
    ],
)
def test_own_address(path: str, words: dict[str, Any], config: dict[str, Any], own: str) -> None:
    assert routes("zola", path, config, **words).own == (f"{own}index.html",)


def test_what_is_no_page() -> None:
    assert routes("zola", "content/a.md", extra={"render": "false"}).own == ()
    assert routes("zola", "elsewhere/a.md").own == ()


def test_a_name_in_another_alphabet_is_not_certain() -> None:
    assert not routes("zola", "content/日本.md").certain


def test_aliases() -> None:
    found = routes("zola", "content/a.md", aliases=["old/path", "/b.html", ""])
    assert found.aliases == ("/old/path/index.html", "/b.html")


def test_pages_of_tags() -> None:
    assert routes("zola", "content/a.md", TAGS, tags=["Web Dev"]).also == (
        "/tags/web-dev/index.html",
    )
    assert routes("zola", "content/a.md", {}, tags=["Web Dev"]).also == ()


def test_assets_of_a_bundle() -> None:
    assert routes("zola", "content/p/a/index.md").folder == "content/p/a/"
    assert routes("zola", "content/p/a.md").folder == ""


@pytest.mark.parametrize(
    ("destination", "markdown", "found"),
    [
        ("@/blog/b.md", True, "content/blog/b.md"),
        ("@/blog/b.md", False, "/p/a/@/blog/b.md"),
        ("b.md", True, "/p/a/b.md"),
        ("../b/", True, "/p/b/"),
        ("/p/b", True, "/p/b"),
        ("../../../b", True, "/b"),
    ],
)
def test_reading(destination: str, markdown: bool, found: str) -> None:
    assert targets("zola", "content/p/a.md", destination, markdown=markdown) == (found,)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/", True),
        ("/atom.xml", True),
        ("/blog/page/2/", True),
        ("/tags/", True),
        ("/tags/nope/", False),
        ("/people/somebody/", True),
        ("/blog/nope/", False),
        ("/robots.txt", True),
    ],
)
def test_what_the_site_makes(url: str, expected: bool) -> None:
    known = rules("zola", {"taxonomies": [{"name": "tags"}, {"name": "people"}]})
    assert known.router.generated(url, known.layout, Site(frozenset())) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/fonts/a.woff2", True),
        ("/logo.png", True),
        ("/img/a.png", False),
        ("/posts/a/b.png", False),
        ("/posts/nope/", False),
        ("/posts/b.md", False),
    ],
)
def test_what_a_theme_that_is_not_there_may_bring(url: str, expected: bool) -> None:
    known = rules("zola", {"theme": "t"})
    files = Site(frozenset(("static/img/b.png", "content/posts/a.md")))
    assert known.router.generated(url, known.layout, files) is expected


def test_files() -> None:
    known = rules("zola", {"theme": "t"}, telling=("content/p/_index.md",))
    assert list(known.router.sources("/p/x.png", known.layout)) == [
        "static/p/x.png",
        "themes/t/static/p/x.png",
        "content/p/x.png",
    ]
    assert list(known.router.sources("/q/x.png", known.layout)) == [
        "static/q/x.png",
        "themes/t/static/q/x.png",
    ]


@pytest.mark.parametrize("value", [None, 3, "x", [], [1], {"a": 1}, {"tags": {}}])
def test_no_configuration_is_too_odd(value: object) -> None:
    config = dict.fromkeys(("languages", "taxonomies", "slugify", "theme", "base_url"), value)
    config |= {"feed_filenames": value, "default_language": value}
    known = rules("zola", config)
    assert routes("zola", "content/a.fr.md", config, tags=["x"]).own
    known.router.generated("/x/y/", known.layout, Site(frozenset()))
    list(known.router.sources("/x/y/", known.layout))
