"""Material for MkDocs: where the posts of its blog are published, and the lists they are on."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.model import Site
from blint.site.routing.layouts import Rules
from blint.site.routing.model import Routes, Written
from blint.site.routing.reading import routes_of
from routes import facts, rules

POST = "docs/blog/posts/a/b_c.md"
FILES = (POST, "docs/blog/index.md", "docs/blog/posts/cat.png", "docs/blog/x.md", "docs/tags.md")
SLUGIFY = {"!": "pymdownx.slugs.slugify", "kwds": {"case": "none"}}


def site(
    blog: dict[str, Any] | None = None,
    plugins: dict[str, Any] | None = None,
    data: dict[str, Any] | None = None,
    **config: Any,
) -> Rules:
    rest = {"theme": "material", "site_url": "/", **config}
    found = {"plugins": {"blog": blog or {}, **(plugins or {})}, **rest}
    return rules("mkdocs-material", found, telling=FILES, data=data or {})


def post(known: Rules, path: str = POST, **words: Any) -> Routes:
    return routes_of(facts(path, **{"date": "2024-03-05", "title": "Foo & Bar", **words}), known)


@pytest.mark.parametrize(
    ("blog", "words", "own"),
    [
        ({}, {}, "/blog/2024/03/05/foo--bar/"),
        ({}, {"date": "2024-06-30T23:30:00-05:00"}, "/blog/2024/06/30/foo--bar/"),
        ({}, {"slug": "My_Slug"}, "/blog/2024/03/05/My_Slug/"),
        ({}, {"title": "Über <b>x</b> 1.2"}, "/blog/2024/03/05/über-x-12/"),
        ({}, {"title": "!!!"}, "/blog/2024/03/05/"),
        ({}, {"title": "README", "slug": "README"}, "/blog/2024/03/05/"),
        ({"blog_dir": "."}, {}, None),
        ({"post_url_format": "{file}"}, {}, "/blog/b_c/"),
        ({"post_url_format": "{categories}/{slug}"}, {}, "/blog/foo--bar/"),
        (
            {"post_url_format": "{categories}/{slug}", "post_url_max_categories": 2},
            {"categories": ("Web Dev", "C++", "X")},
            "/blog/web-dev/c/foo--bar/",
        ),
        ({"post_url_date_format": "MMM-yy"}, {}, "/blog/Mar-24/foo--bar/"),
        (
            {"post_slugify": SLUGIFY, "post_slugify_separator": "_"},
            {},
            "/blog/2024/03/05/Foo__Bar/",
        ),
    ],
)
def test_addresses(blog: dict[str, Any], words: dict[str, Any], own: str | None) -> None:
    found = post(site(blog), **words)
    # A post outside the folder of posts is an ordinary page.
    assert found.own == ((f"{own}index.html",) if own else ("/blog/posts/a/b_c/index.html",))


@pytest.mark.parametrize(
    ("extra", "slug"),
    [({}, "b-c"), ({"heading": "# The `code` & [link](x.md)"}, "the-code--linkxmd")],
)
def test_titles(extra: dict[str, str], slug: str) -> None:
    found = routes_of(facts(POST, date="2024-03-05", extra=extra), site())
    assert found.own == (f"/blog/2024/03/05/{slug}/index.html",)


@pytest.mark.parametrize(
    ("blog", "words"),
    [
        ({}, {"date": "2024-3-5"}),
        ({"post_url_date_format": "w"}, {}),
        ({"post_url_format": "{weather}"}, {}),
        ({"post_slugify": {"!": "my.own"}}, {}),
    ],
)
def test_addresses_that_are_not_certain(blog: dict[str, Any], words: dict[str, Any]) -> None:
    assert not post(site(blog), **words).certain


def test_names_of_months_in_another_language_are_not_certain() -> None:
    theme = {"name": "material", "language": "de"}
    assert not post(site({"post_url_date_format": "MMMM"}, theme=theme)).certain
    assert post(site(theme=theme)).certain


@pytest.mark.parametrize(
    ("blog", "extra", "draft", "since"),
    [
        ({}, {}, False, ""),
        ({}, {"draft": "true"}, True, ""),
        ({"draft": True}, {"draft": "true"}, False, ""),
        ({"draft_if_future_date": True}, {}, False, "2024-03-05"),
        ({"draft_if_future_date": True}, {"draft": "false"}, False, ""),
    ],
)
def test_drafts(blog: dict[str, Any], extra: dict[str, str], draft: bool, since: str) -> None:
    found = post(site(blog), extra=extra)
    assert (found.draft, found.since) == (draft, since)


def test_lists() -> None:
    authors = {"docs/blog/.authors.yml": {"authors": {"ann": {"name": "A"}, "B": {"slug": "bob"}}}}
    known = site({"authors_profiles": True}, data=authors)
    found = post(known, categories=("C++ & X", "a/b"), extra={"authors": "ann\nB"})
    assert found.also == (
        "/blog/index.html",
        "/blog/archive/2024/index.html",
        "/blog/category/c--x/index.html",
        "/blog/category/ab/index.html",
        "/blog/author/ann/index.html",
        "/blog/author/bob/index.html",
    )
    none = site({"archive": False, "categories": False})
    assert post(none, categories=("x",)).also == ("/blog/index.html",)


def test_ids_of_tags() -> None:
    known = site({"enabled": False}, {"tags": {}})
    found = post(known, tags=["C#", "Two Words"])
    assert found.also == ("/tags/index.html#tag:c", "/tags/index.html#tag:two-words")


def test_folders_speak_for_their_posts() -> None:
    data = {"docs/blog/posts/.meta.yml": {"draft": True, "categories": ["M"], "slug": "s"}}
    found = post(site(plugins={"meta": {}}, data=data), categories=("X",))
    assert found.draft
    assert found.own == ("/blog/2024/03/05/s/index.html",)
    assert "/blog/category/m/index.html" in found.also


@pytest.mark.parametrize(
    ("url", "blog", "expected"),
    [
        ("/blog/page/2/", {}, ("/blog/index.html", 11)),
        ("/blog/page/1/", {}, None),
        ("/blog/archive/2024/page/3/", {}, ("/blog/archive/2024/index.html", 21)),
        ("/blog/category/x/page/2/", {"categories_pagination": False}, None),
        (
            "/blog/category/x/page/2/",
            {"pagination_per_page": 5},
            ("/blog/category/x/index.html", 6),
        ),
        ("/blog/x/page/2/", {}, None),
        ("/blog/p-2/", {"pagination_url_format": "p-{page}"}, ("/blog/index.html", 11)),
    ],
)
def test_further_pages(url: str, blog: dict[str, Any], expected: tuple[str, int] | None) -> None:
    known = site(blog)
    assert known.router.numbered is not None
    assert known.router.numbered(url, known.layout) == expected


def test_further_pages_of_a_flat_site() -> None:
    known = site(use_directory_urls=False)
    numbered = known.router.numbered
    assert numbered is not None
    assert numbered("/blog/page/2/", known.layout) == ("/blog/index.html", 11)
    found = numbered("/blog/archive/2024/page/2.html", known.layout)
    assert found == ("/blog/archive/2024.html", 11)


@pytest.mark.parametrize(
    ("destination", "found"),
    [
        ("posts/a/b_c.md", ("docs/blog/posts/a/b_c.md",)),
        ("posts/cat.png", ("docs/blog/posts/cat.png",)),
        ("archive/2024.md", ("/blog/archive/2024/index.html", "/blog/archive/2024.md")),
        ("page/2/index.md", ("/blog/page/2/index.html", "/blog/page/2/index.md")),
        ("2024/03/05/foo.md", ("/blog/2024/03/05/foo.md",)),
    ],
)
def test_reading(destination: str, found: tuple[str, ...]) -> None:
    known = site()
    own = routes_of(facts("docs/blog/index.md"), known)
    link = Written(destination, "", False, True, "docs/blog/index.md", own, destination)
    assert tuple(known.router.read(link, known.layout)) == found


def test_files_beside_posts_are_moved() -> None:
    known = site()
    sources = known.router.sources
    assert "docs/blog/posts/cat.png" in sources("/blog/cat.png", known.layout)
    assert list(sources("/blog/posts/cat.png", known.layout)) == []
    assert POST not in sources("/blog/posts/a/b_c/", known.layout)


def test_what_the_blog_makes() -> None:
    known = site({"blog_dir": "news"})
    generated, none = known.router.generated, Site(frozenset())
    assert generated("/news/", known.layout, none)
    assert not generated("/news/2024/", known.layout, none)
    unclear = site({"post_slugify": {"!": "my.own"}})
    assert generated("/blog/x/", unclear.layout, none)
    assert not generated("/x/", unclear.layout, none)


def test_the_blog_is_materials_own() -> None:
    for theme, name, is_blog in (
        ("material", "blog", True),
        ("mkdocs", "blog", False),
        ("mkdocs", "material/blog", True),
    ):
        config = {"theme": theme, "plugins": [{name: {}}]}
        found = routes_of(facts(POST, date="2024-03-05"), rules("mkdocs", config, telling=FILES))
        assert (found.own == ("/blog/2024/03/05/b-c/index.html",)) is is_blog
