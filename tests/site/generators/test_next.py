"""Next.js: what its route files and its configuration tell of addresses."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.generators.next.config import read
from blint.site.generators.next.files import route_of
from blint.site.model import Site
from routes import routes, rules, targets

NAMES = ("app/about/page.tsx", "app/blog/[slug]/page.tsx", "app/feed.xml/route.ts")


@pytest.mark.parametrize(
    ("name", "route"),
    [
        ("pages/index.tsx", "/"),
        ("pages/about.mdx", "/about"),
        ("src/pages/docs/index.js", "/docs"),
        ("pages/blog/[slug].tsx", "/blog/[slug]"),
        ("pages/_app.tsx", None),
        ("pages/style.css", None),
        ("app/page.tsx", "/"),
        ("app/(shop)/cart/page.jsx", "/cart"),
        ("app/@side/cart/page.jsx", "/cart"),
        ("app/docs/[[...slug]]/page.tsx", "/docs/[[...slug]]"),
        ("app/feed.xml/route.ts", "/feed.xml"),
        ("app/sitemap.ts", "/sitemap.xml"),
        ("app/favicon.ico", "/favicon.ico"),
        ("app/_lib/page.tsx", None),
        ("app/feed/(..)photo/page.tsx", None),
        ("app/about/layout.tsx", None),
        ("lib/page.tsx", None),
    ],
)
def test_route_files(name: str, route: str | None) -> None:
    assert route_of(name, "") == route
    assert route_of(f"web/{name}", "web/") == route


@pytest.mark.parametrize(
    ("text", "patterns", "unread"),
    [
        ("export default {}", [], False),
        (
            "x = { redirects() { return [{ source: '/a', destination: b }] }",
            ["/a"],
            False,
        ),
        ("x = { redirects: async () => [{ source: '/a/:b*' }] }", ["/a/:b*"], False),
        ("x = { headers() { return [{ source: '/a' }] } }", [], False),
        ("x = { redirects: async () => [...old, { source: '/a' }] }", ["/a"], True),
        ("x = { redirects: async () => old }", [], True),
        ("x = { rewrites() { return old.map((source) => ({ source })) } }", [], True),
        ("x = { redirects: [", [], True),
    ],
)
def test_redirects(text: str, patterns: list[str], unread: bool) -> None:
    found = read(lambda _: text, "next.config.js", ())
    assert (found["sources"], found["unread"]) == (patterns, unread)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/blog/x", True),
        ("/blog/x/y", False),
        ("/abuot", False),
        ("/old/x", True),
        ("/rss.xml", True),
        ("/x.png", False),
        ("/blog/x.png", False),
    ],
)
def test_what_may_be_there(url: str, expected: bool) -> None:
    known = rules("next", {"sources": ["/old/:x*"], "unread": False}, telling=NAMES)
    assert known.router.generated(url, known.layout, Site(frozenset())) is expected


def test_a_pattern_tells_of_posts() -> None:
    known = rules("next", {}, telling=NAMES, url="/blog/{slug}")
    assert not known.router.generated("/blog/x", known.layout, Site(frozenset()))


@pytest.mark.parametrize(
    ("config", "url", "file"),
    [
        ({}, "/about", "app/about/page.tsx"),
        ({}, "/feed.xml", "app/feed.xml/route.ts"),
        ({"basePath": "/x"}, "/x/about/", "app/about/page.tsx"),
        ({"basePath": "/x"}, "/about", None),
        ({"i18n": {"locales": ["en", "fr"]}}, "/fr/about", "app/about/page.tsx"),
    ],
)
def test_files(config: dict[str, Any], url: str, file: str | None) -> None:
    known = rules("next", config, telling=NAMES)
    found = [one for one in known.router.sources(url, known.layout) if one[:6] != "public"]
    assert found == ([file] if file else [])


def test_where_posts_are() -> None:
    assert routes("next", "pages/a.mdx").own == ("/a.html",)
    assert routes("next", "app/a/page.mdx", {"trailingSlash": True}).own == ("/a/index.html",)
    assert not routes("next", "content/a.md").certain


@pytest.mark.parametrize(
    ("path", "destination", "found"),
    [
        ("content/a.md", "/b", ("/b",)),
        ("content/a.md", "b", ()),
        ("content/a.md", "./b.md", ("content/b.md",)),
        ("pages/p/a.mdx", "b", ("/p/b", "pages/p/b")),
    ],
)
def test_links(path: str, destination: str, found: tuple[str, ...]) -> None:
    assert targets("next", path, destination) == found


@pytest.mark.parametrize(
    ("config", "settings", "expected"),
    [
        ({}, {"telling": NAMES}, True),
        ({}, {"url": "/{slug}"}, True),
        ({}, {}, False),
        ({"...": 1}, {"telling": NAMES}, False),
        ({"basePath": 3}, {"telling": NAMES}, False),
    ],
)
def test_what_is_known(config: dict[str, Any], settings: dict[str, Any], expected: bool) -> None:
    known = rules("next", config, **settings)
    assert known.router.knows(known.layout) is expected
