"""Jekyll: what its configuration and front matter make of addresses, and what links mean."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from blint.facts import Word
from blint.site.generators.jekyll.dates import moments, zone_named
from blint.site.generators.jekyll.urls import slug
from blint.site.model import Site
from blint.site.routing.templates import Meaning, meaning
from blint.source import Span
from routes import facts, routes, rules, targets

POST = "_posts/2024-02-03-A-b.md"
DOCS = {"collections": {"docs": {"output": True}}}
MOVED = {"collections_dir": "in", **DOCS}
RELATIVE = {"plugins": ["jekyll-relative-links"]}
EVERYWHERE = {**RELATIVE, "relative_links": {"collections": True}}


def defaults(path: str, kind: str | None = None, **values: Any) -> dict[str, Any]:
    scope = {"path": path, "type": kind} if kind else {"path": path}
    return {"defaults": [{"scope": scope, "values": values}]}


def own(path: str, config: dict[str, Any] | None = None, **words: Any) -> tuple[str, ...]:
    return routes("jekyll", path, config, **words).own


@pytest.mark.parametrize(
    ("path", "words", "config", "expected"),
    [
        (POST, {}, {}, "/2024/02/03/A-b.html"),
        (POST, {}, {"permalink": "pretty"}, "/2024/02/03/A-b/index.html"),
        (POST, {}, {"permalink": "none"}, "/A-b.html"),
        (POST, {}, {"permalink": "ordinal"}, "/2024/034/A-b.html"),
        (POST, {}, {"permalink": "weekdate"}, "/2024/W05/Sat/A-b.html"),
        (POST, {}, {"permalink": "/:year/:title"}, "/2024/A-b.html"),
        (POST, {}, {"permalink": "/:short_year-:i_month_:i_day/:slug/"}, "/24-2_3/a-b/index.html"),
        (POST, {}, {"permalink": "/:name"}, "/2024-02-03-a-b.html"),
        (POST, {}, {"permalink": 3}, "/2024/02/03/A-b.html"),
        (POST, {"slug": "X y"}, {}, "/2024/02/03/X-y.html"),
        (POST, {"url": "pretty"}, {}, "/pretty.html"),
        (POST, {"url": "/a/:title/"}, {}, "/a/A-b/index.html"),
        (POST, {"url": "/v1.2"}, {}, "/v1.2"),
        (POST, {"url": "/x.json"}, {}, "/x.json"),
        (POST, {"date": "2025-01-01"}, {}, "/2025/01/01/A-b.html"),
        (POST, {}, {"baseurl": "/blog"}, "/blog/2024/02/03/A-b.html"),
        (POST, {"categories": ("Web Dev", "c#")}, {}, "/web dev/c#/2024/02/03/A-b.html"),
        (POST, {}, defaults("", categories="x Y"), "/x/y/2024/02/03/A-b.html"),
        (POST, {}, defaults("_posts", "posts", permalink="/p/:title/"), "/p/A-b/index.html"),
        (POST, {}, defaults("_posts", "pages", permalink="/p/"), "/2024/02/03/A-b.html"),
        ("a/b/" + POST, {}, {}, "/a/b/2024/02/03/A-b.html"),
        ("_posts/x/2024-02-03-c.md", {}, defaults("_posts/*", permalink="/p/"), "/p/index.html"),
        ("_posts/x/24-2-3-c.markdown", {}, {}, "/2024/02/03/c.html"),
        ("_posts/2024-02-03-data.json", {}, {}, "/2024/02/03/data.json"),
        ("in/" + POST, {}, MOVED, "/2024/02/03/A-b.html"),
        ("src/" + POST, {}, {"source": "src"}, "/2024/02/03/A-b.html"),
        ("_docs/a/B c.md", {}, DOCS, "/docs/a/B c.html"),
        ("in/_docs/a.md", {}, MOVED, "/docs/a.html"),
        ("_docs/a.md", {}, {**DOCS, "permalink": "pretty"}, "/docs/a/index.html"),
        ("_docs/a.md", {}, {**DOCS, "permalink": "/:title"}, "/docs/a.html"),
        ("about.md", {}, {}, "/about.html"),
        ("about.md", {}, {"permalink": "pretty"}, "/about/index.html"),
        ("about.md", {"url": "/:basename-x/:title/"}, {}, "/about-x/:title/index.html"),
        ("docs/index.html", {}, {"permalink": "pretty"}, "/docs/index.html"),
        ("feed.xml", {"url": "atom.xml"}, {}, "/atom.xml"),
        ("css/a.scss", {}, {}, "/css/a.css"),
        ("x.md", {"url": "//odd..name/"}, {}, "/odd/name/index.html"),
        ("_more/a.md", {}, {"include": ["_more"]}, "/_more/a.html"),
        ("plain.md", {"front_matter": Span(0, 0)}, {}, "/plain.md"),
        (
            "plain.md",
            {"front_matter": Span(0, 0)},
            {"plugins": ["jekyll-optional-front-matter"]},
            "/plain.html",
        ),
        (
            "docs/README.md",
            {"front_matter": Span(0, 0)},
            {"plugins": ["jekyll-readme-index"]},
            "/docs/index.html",
        ),
    ],
)
def test_own_address(
    path: str, words: dict[str, Any], config: dict[str, Any], expected: str
) -> None:
    assert own(path, config, **words) == (expected,)


@pytest.mark.parametrize(
    ("path", "config"),
    [
        ("_posts/undated.md", {}),
        ("_posts/images/a.png", {}),
        ("_hidden/a.md", {}),
        ("_docs/a.md", {}),
        ("_docs/a.md", {"collections": ["docs"]}),
        ("private/a.md", {"exclude": ["private"]}),
        ("private-life.md", {"exclude": ["private"]}),
        ("docs/a.md", {"exclude": ["/docs/a.md"]}),
        ("docs/b/a.tmp", {"exclude": ["*.tmp"]}),
        ("out/a.md", {"destination": "./out"}),
        (POST, MOVED),
        ("elsewhere/a.md", {"source": "src"}),
        ("_docs/_old.md", DOCS),
        ("a.md~", {}),
    ],
)
def test_what_is_left_out(path: str, config: dict[str, Any]) -> None:
    found = routes("jekyll", path, config)
    assert found.own == ()
    assert not found.linked


def test_what_is_not_certain() -> None:
    assert not routes("jekyll", POST, {"permalink": "/:nonsense/"}).certain
    assert not routes("jekyll", POST, date="some day").certain
    dated = {"collections": {"docs": {"output": True, "permalink": "/:year/"}}}
    assert not routes("jekyll", "_docs/a.md", dated).certain


@pytest.mark.parametrize(
    ("path", "words", "config", "draft"),
    [
        (POST, {"draft": True}, {}, True),
        (POST, {"draft": True}, {"unpublished": True}, False),
        (POST, {}, defaults("_posts", published=False), True),
        (POST, {"extra": {"published": "true"}}, defaults("", published=False), False),
        ("a.md", {}, defaults("", published=False), False),
        ("_drafts/a.md", {"draft": True}, {}, True),
        ("_drafts/a.md", {"draft": True}, {"show_drafts": True}, False),
    ],
)
def test_what_is_kept_back(
    path: str, words: dict[str, Any], config: dict[str, Any], draft: bool
) -> None:
    assert routes("jekyll", path, config, **words).draft is draft


def test_the_future() -> None:
    assert routes("jekyll", POST).since == "2024-02-03"
    assert routes("jekyll", POST, {"future": True}).since == ""
    assert routes("jekyll", "a.md", date="2099-01-01").since == ""


@pytest.mark.parametrize(
    ("text", "quoted", "zone", "days"),
    [
        ("2024-03-05", False, None, ["05 00"]),
        ("2024-03-05 01:30:00", False, "America/New_York", ["04 20"]),
        ("2024-03-05 01:30:00", True, "America/New_York", ["05 01"]),
        ("2024-03-05 01:30", False, "America/New_York", ["05 01"]),
        ("2024-03-05T23:30:00Z", False, "Asia/Tokyo", ["06 08"]),
        ("2024-03-05 23:30:00 -0500", False, None, ["06 04", "05 23"]),
        ("2024-03-05 09:00:00", False, None, ["05 09", "04 21"]),
        ("2024-03-05 23:30 EST", False, "UTC", ["06 04"]),
        ("March 5, 2024 8:15 PM", False, "Asia/Tokyo", ["05 20"]),
        ("Tue, 5 Mar 2024", False, None, ["05 00"]),
        ("2024-13-05", False, None, []),
        ("yesterday", False, None, []),
    ],
)
def test_dates(text: str, quoted: bool, zone: str | None, days: list[str]) -> None:
    found = moments(text, quoted, zone_named(zone))
    assert [f"{moment.when:%d %H}" for moment in found] == days


def test_a_date_in_quotes_is_told_by_its_place() -> None:
    known = rules("jekyll", {"timezone": "America/New_York"})
    for end, day in ((19, "04"), (21, "05")):
        post = replace(facts(POST), date=Word("2024-03-05 01:30:00", Span(0, end)))
        found = known.router.routes(post, known.layout)
        assert found.own == (f"/2024/03/{day}/A-b.html",)


@pytest.mark.parametrize(
    ("text", "mode", "cased", "expected"),
    [
        ("A  b--c_d.e'f,g!", "pretty", True, "A-b-c_d.e'f,g!"),
        ("c++-and-c#", "pretty", True, "c++-and-c"),
        ("c++-and-c#", "default", False, "c-and-c"),
        ("v1.2.3-r", "default", False, "v1-2-3-r"),
        ("Über Straße", "default", False, "über-straße"),
        ("Über", "ascii", False, "ber"),
        ("A b", "raw", False, "a-b"),
    ],
)
def test_slugs(text: str, mode: str, cased: bool, expected: str) -> None:
    assert slug(text, mode, cased=cased) == expected


def test_old_addresses() -> None:
    config = {"plugins": ["jekyll-redirect-from"], "baseurl": "/blog"}
    words = {"aliases": ["/old/", "older", "/a.php", "/blog/x/"]}
    assert routes("jekyll", "a.md", config, **words).aliases == (
        *("/blog/old/index.html", "/blog/older.html", "/blog/a.php", "/blog/blog/x/index.html"),
    )
    assert routes("jekyll", "a.md", {}, **words).aliases == ()


def test_archives() -> None:
    options = {"enabled": ["tags", "month"], "permalinks": {"tag": "/t/:name/"}}
    config = {"plugins": ["jekyll-archives"], "jekyll-archives": options}
    found = routes("jekyll", POST, config, tags=["C++"], categories=("x",)).also
    assert found == ("/t/c/index.html", "/2024/02/index.html")
    config["jekyll-archives"] = {"enabled": "all"}
    assert len(routes("jekyll", POST, config, tags=["C++"], categories=("x",)).also) == 5


@pytest.mark.parametrize(
    ("destination", "found"),
    [
        ("b.html", ("/2024/02/03/b.html",)),
        ("../b/", ("/2024/02/b/",)),
        ("/b.html", ("/b.html",)),
        ("b.md", ("/2024/02/03/b.md",)),
        ("/../b", ("/b",)),
    ],
)
def test_links_of_posts_are_as_written(destination: str, found: tuple[str, ...]) -> None:
    assert targets("jekyll", POST, destination, RELATIVE) == found


@pytest.mark.parametrize(
    ("path", "destination", "config", "found"),
    [
        ("docs/a.md", "b.md", RELATIVE, ("docs/b.md", "/docs/b.md")),
        ("docs/a.md", "/b.md", RELATIVE, ("b.md", "/b.md")),
        ("docs/a.md", "../x.png", RELATIVE, ("/x.png", "x.png")),
        ("docs/a.md", "../../b.md", RELATIVE, ("/b.md",)),
        ("docs/a.md", "b", RELATIVE, ("/docs/b",)),
        ("docs/a.md", "b.md", {}, ("/docs/b.md",)),
        (
            "a.md",
            "_posts/2024-01-01-x.md",
            RELATIVE,
            ("_posts/2024-01-01-x.md", "/_posts/2024-01-01-x.md"),
        ),
        ("a.md", "_docs/b.md", {**RELATIVE, **MOVED}, ("in/_docs/b.md", "/_docs/b.md")),
        ("a.md", "in/_docs/b.md", {**RELATIVE, **MOVED}, ("/in/_docs/b.md",)),
        ("a.md", "b.md", {**RELATIVE, "relative_links": {"enabled": False}}, ("/b.md",)),
        ("a.md", "b.md", {**RELATIVE, "relative_links": {"exclude": ["a.md"]}}, ("/b.md",)),
        ("a.md", "b.md", {"remote_theme": "x/y"}, ("b.md", "/b.md")),
        (
            POST,
            "2024-01-01-x.md",
            EVERYWHERE,
            ("_posts/2024-01-01-x.md", "/2024/02/03/2024-01-01-x.md"),
        ),
        (POST, "undated.md", EVERYWHERE, ("/2024/02/03/undated.md",)),
    ],
)
def test_relative_links(
    path: str, destination: str, config: dict[str, Any], found: tuple[str, ...]
) -> None:
    assert targets("jekyll", path, destination, config) == found


@pytest.mark.parametrize(
    ("how", "path", "base", "found"),
    [
        ("file", "docs/a.md", "/blog", "docs/a.md"),
        ("file", "/docs/a.md", "/blog", "/blog/docs/a.md"),
        ("post", "x/2024-2-3-b", "", "2024-02-03-b"),
        ("post", "no-date", "", "no-date"),
        ("base", "/a", "/blog", "/blog/a"),
        ("base", "a", "/blog", "./bloga"),
        ("twice-file", "a.md", "", "a.md"),
        ("root", "/a", "/blog", "/a"),
        ("page", "./x", "/blog", "/2024/02/03/A-b.html/x"),
        ("based-page", ".", "/blog", POST),
    ],
)
def test_liquid(how: str, path: str, base: str, found: str) -> None:
    assert targets("jekyll", POST, path, {"baseurl": base}, how=how)[0] == found


@pytest.mark.parametrize(
    ("destination", "how", "what"),
    [
        ('{{ "b" | relative_url }}', "base", "/b"),
        ('{{ "/b" | prepend: site.baseurl }}', "base", "/b"),
        ('{{ "/b" | prepend: site.baseurl | prepend: site.url }}', "base", "/b"),
        ("{{ site.baseurl | append: '/b' }}#x", "base", "/b#x"),
        ("{{ site.baseurl }}{{ '/b' | relative_url }}", "twice-base", "/b"),
        ("{{ site.url }}{% post_url 2024-01-02-b %}#x", "post", "2024-01-02-b#x"),
        ("{% link a#b.md %}", "file", "a%23b.md"),
        ('{% link "b.md" %}', "file", '"b.md"'),
        ("{{ page.url }}#x", "page", ".#x"),
        ("{{ page.url | absolute_url }}", "based-page", "."),
        ("{{ '/b' }}", "", "/b"),
    ],
)
def test_template_links(destination: str, how: str, what: str) -> None:
    assert meaning(destination, "liquid") == Meaning(how, what)


@pytest.mark.parametrize(
    "destination",
    [
        "{{ site.url }}b",
        "{{ 'https://a.b/c' | relative_url }}",
        "{{ '/a' | relative_url | frobnicate }}",
        "{{ '/a' | append: page.title }}",
        "{% include a.html %}",
        "{{ '/a|b' }",
    ],
)
def test_template_links_that_nobody_knows(destination: str) -> None:
    assert meaning(destination, "liquid") is None


def test_names_for_post_url() -> None:
    words = {"date": "2024-03-01", "slug": "c"}
    assert routes("jekyll", POST, {}, **words).aliases == ("2024-02-03-A-b", "2024-03-01-c")


@pytest.mark.parametrize(
    ("url", "config", "files"),
    [
        ("/img/a.png", {}, ("img/a.png",)),
        ("/a.html", {}, ()),
        ("/_img/a.png", {}, ()),
        ("/_posts/a.png", {}, ()),
        ("/img/a.png", {"source": "src"}, ("src/img/a.png",)),
        ("/img/a.png", defaults("img", published=False), ()),
        ("/img/a.png", {"baseurl": "/blog"}, ()),
        ("/blog/img/a.png", {"baseurl": "/blog"}, ("img/a.png",)),
        ("/docs/x/a.png", MOVED, ("docs/x/a.png", "in/_docs/x/a.png")),
        ("/.well-known/a.html", {"include": [".well-known"]}, (".well-known/a.html",)),
    ],
)
def test_files_as_they_are(url: str, config: dict[str, Any], files: tuple[str, ...]) -> None:
    known = rules("jekyll", config)
    assert tuple(known.router.sources(url, known.layout)) == files


@pytest.mark.parametrize(
    ("url", "config", "expected"),
    [
        ("/feed.xml", {}, False),
        ("/feed.xml", {"plugins": ["jekyll-feed"]}, True),
        ("/feed/x.xml", {"plugins": ["jekyll-feed"], "feed": {"categories": ["x"]}}, True),
        ("/a.xml", {"plugins": ["jekyll-feed"], "feed": {"path": "a.xml"}}, True),
        ("/feed/docs.xml", {"gems": ["jekyll-feed"], "feed": {"collections": ["docs"]}}, True),
        ("/sitemap.xml", {"plugins": "jekyll-sitemap"}, True),
        ("/redirects.json", {"plugins": ["jekyll-redirect-from"]}, True),
        ("/old/a/", {"keep_files": ["old"]}, True),
        ("/assets/main.css", {"theme": "minima"}, True),
        ("/tag/x/", {}, False),
        ("/tag/x/", {"plugins": ["jekyll/tagging"]}, True),
        ("/docs/page2/", {"plugins": ["jekyll-paginate-v2"]}, True),
        ("/project/x/", {"url": "https://a.github.io"}, True),
        ("/project/x/", {"url": "https://a.github.io", "baseurl": "/b"}, False),
        ("/docs/x/", {"url": "https://a.github.io"}, False),
        ("/x.html", {"url": "https://a.github.io"}, False),
        ("/docs/x/", {"plugins": ["jekyll/tagging"]}, False),
        ("/2024/01/02/x.html", {"plugins": ["jekyll/tagging"]}, False),
        ("/2024/01/02/x.png", {"plugins": ["jekyll/tagging"]}, True),
        ("/notes/x/", {"plugins": ["my-own"], "collections": {"notes": {"output": True}}}, False),
    ],
)
def test_what_plugins_make(url: str, config: dict[str, Any], expected: bool) -> None:
    known = rules("jekyll", config)
    site = Site(frozenset({"docs/a.md"}))
    assert known.router.generated(url, known.layout, site) is expected


def test_later_pages_of_the_list() -> None:
    config = {"plugins": ["jekyll-paginate"], "paginate": 5, "paginate_path": "/blog/page:num/"}
    known = rules("jekyll", config, telling=("blog/index.html", "index.html"))
    numbered = known.router.numbered
    assert numbered is not None
    assert numbered("/blog/page3/", known.layout) == ("/blog/index.html", 11)
    assert numbered("/blog/page1/", known.layout) is None
    assert numbered("/page3/", known.layout) is None
    bare = rules("jekyll", config)
    assert bare.router.numbered is not None
    assert bare.router.numbered("/blog/page3/", bare.layout) is None


def test_plugins_of_a_gemfile() -> None:
    text = 'gem "jekyll"\ngroup :jekyll_plugins do\n  gem "jekyll-feed"\nend\ngem "rake"\n'
    known = rules("jekyll", data={"Gemfile": {"text": text}})
    assert known.router.generated("/feed.xml", known.layout, Site(frozenset()))
    assert not known.router.generated("/x/", known.layout, Site(frozenset()))


@pytest.mark.parametrize(
    "config",
    [
        {
            "collections": 3,
            "defaults": {"a": 1},
            "plugins": {"a": 1},
            "exclude": 7,
            "include": None,
        },
        {"collections": {"docs": 1, 4: {"output": "yes"}}, "defaults": [1, {"scope": 2}]},
        {"permalink": [], "paginate": "5", "paginate_path": 3, "collections_dir": 5, "source": 1},
        {"feed": 1, "jekyll-archives": "x", "relative_links": 1, "readme_index": [], "timezone": 9},
        {"timezone": "No/Where", "markdown_ext": 4, "keep_files": "x", "baseurl": 3, "theme": {}},
        {"defaults": [{"scope": {"path": 3, "type": None}, "values": {"permalink": 3}}]},
        {"exclude": ["[", "", "**", None], "include": ["["], "destination": ["x"]},
        {"plugins": ["jekyll-archives"], "jekyll-archives": {"enabled": [1], "permalinks": 3}},
        {
            "plugins": ["jekyll-feed"],
            "feed": {"collections": {"a": 1}, "categories": 2, "tags": {}},
        },
        {"limit_posts": "x", "future": "yes", "paginate": True, "plugins": ["jekyll-paginate"]},
    ],
)
def test_values_of_odd_kinds_count_for_nothing(config: dict[str, Any]) -> None:
    known = rules("jekyll", config)
    for path in (POST, "_docs/a.md", "a.md", "README.md", "x/_drafts/a.md"):
        assert routes("jekyll", path, config, tags=["a"], aliases=[""]) is not None
        list(targets("jekyll", path, "b.md", config))
    assert known.router.knows(known.layout)
    known.router.generated("/a/b/", known.layout, Site(frozenset()))
    list(known.router.sources("/a/b.png", known.layout))


@pytest.mark.parametrize("config", [{"limit_posts": 3}, {"plugins": ["jekyll-polyglot"]}])
def test_sites_that_are_not_known(config: dict[str, Any]) -> None:
    known = rules("jekyll", config)
    assert not known.router.knows(known.layout)


@pytest.mark.parametrize(
    ("config", "gems", "found"),
    [
        ({}, "", "a.md"),
        ({"plugins": ["jekyll-feed"]}, "gem 'jekyll', '~> 3.9'", "a.md"),
        ({"plugins": ["jekyll-feed"]}, 'gem "jekyll", "~> 4.2"', "/blog/blog/a.md"),
        ({"plugins": ["jekyll-archives"]}, "", "/blog/blog/a.md"),
    ],
)
def test_an_older_jekyll_leaves_the_base_path_to_the_author(
    config: dict[str, Any], gems: str, found: str
) -> None:
    data = {"data": {"Gemfile": {"text": gems}}}
    config = {"baseurl": "/blog", **config}
    assert targets("jekyll", POST, "a.md", config, how="twice-file", settings=data) == (found,)


def test_images_that_a_theme_moves() -> None:
    assert targets("jekyll", POST, "a.png", {"cdn": "https://a.b"}, image=True) == ()
    assert targets("jekyll", POST, "a.png", {"cdn": "https://a.b"}) == ("/2024/02/03/a.png",)
