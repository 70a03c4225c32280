"""Pelican: the smallest samples of what its builds have shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from blint.facts import LinkFact
from blint.site.model import Site
from blint.site.routing.model import Written
from blint.site.routing.reading import routes_of
from routes import HERE, facts, routes, rules

DATED = {"title": "A title", "date": "2024-01-05"}
YEARS = {"ARTICLE_URL": "{date:%Y}/{date:%b}/{slug}/"}
YEARS |= {"ARTICLE_SAVE_AS": "{date:%Y}/{date:%b}/{slug}/index.html"}
BY_NAME = {"SLUGIFY_SOURCE": "basename", "FILENAME_METADATA": r"(?P<date>\d{4}-\d\d-\d\d)-.*"}


def own(path: str, extra: Mapping[str, str], config: Mapping[str, Any] | None = None) -> str:
    """The first output file of a source file; empty: it has none."""
    return next(iter(routes("pelican", path, config, extra=dict(extra)).own), "")


def read(
    how: str, path: str, config: Mapping[str, Any] | None = None, *, origin: str = "content/p/a.md"
) -> str:
    """What a link in a post means."""
    known = rules("pelican", config)
    post = routes_of(facts(origin, extra=DATED), known)
    link = Written(path, how, image=False, markdown=True, origin=origin, routes=post, raw=path)
    (found,) = known.router.read(link, known.layout)
    return found


@pytest.mark.parametrize(
    ("path", "extra", "config", "output"),
    [
        ("content/a.md", DATED, {}, "/a-title.html"),
        ("content/a.md", DATED | {"slug": "Own_Slug"}, {}, "/Own_Slug.html"),
        (
            "content/a.md",
            DATED | {"title": "C++: <b>what's</b> &amp; _x_"},
            {},
            "/c-whats-_x_.html",
        ),
        ("content/a.md", DATED | {"title": "Über – Straße ½"}, {}, "/uber-strasse-12.html"),
        ("content/a.md", DATED | {"title": "Привет мир"}, {}, "/privet-mir.html"),
        ("content/a.md", DATED | {"title": "Größe"}, {"SLUGIFY_USE_UNICODE": True}, "/größe.html"),
        ("content/a.md", DATED, {"SLUGIFY_PRESERVE_CASE": True}, "/A-title.html"),
        ("content/2024-01-05-b.md", {"title": "x"}, BY_NAME, "/2024-01-05-b.html"),
        ("content/a.md", DATED, YEARS, "/2024/Jan/a-title/index.html"),
        ("content/a.md", DATED | {"date": "Feb 5, 2024"}, YEARS, "/2024/Feb/a-title/index.html"),
        ("content/a.md", DATED | {"lang": "fr"}, {}, "/a-title-fr.html"),
        ("content/a.md", DATED | {"lang": "EN"}, {}, "/a-title-EN.html"),
        ("content/a.md", DATED | {"status": "draft"}, {}, "/drafts/a-title.html"),
        ("content/a.md", DATED | {"status": "Hidden"}, {}, "/a-title.html"),
        ("content/a.md", DATED | {"save_as": "x/y.html"}, {}, "/x/y.html"),
        ("content/a.md", DATED, {"SITEURL": "https://a.org/blog"}, "/blog/a-title.html"),
        ("content/pages/a.md", {"title": "Us"}, {}, "/pages/us.html"),
        ("content/pages/a.md", {"title": "Us", "status": "draft"}, {}, "/drafts/pages/us.html"),
        ("content/tech/a.md", DATED, {"ARTICLE_SAVE_AS": "{category}/{slug}"}, "/tech/a-title"),
        ("content/a.md", {"title": "x"}, {"DEFAULT_DATE": "fs"}, "/x.html"),
        ("content/a.md", {"title": "x"}, {"DEFAULT_DATE": (2024, 1, 1)}, "/x.html"),
    ],
)
def test_output(path: str, extra: dict[str, str], config: dict[str, Any], output: str) -> None:
    assert own(path, extra, config) == output


@pytest.mark.parametrize(
    ("path", "extra", "config"),
    [
        ("content/a.md", {"title": "x"}, {}),
        ("content/a.md", {"date": "2024-01-05"}, {}),
        ("content/a.md", {"title": "x", "date": "2024-02-30"}, {}),
        ("content/a.md", DATED | {"status": "skip"}, {}),
        ("content/a.md", DATED | {"status": "secret"}, {}),
        ("content/a.md", DATED | {"save_as": "/tmp/a.html"}, {}),
    ],
)
def test_left_out(path: str, extra: dict[str, str], config: dict[str, Any]) -> None:
    found = routes("pelican", path, config, extra=extra)
    assert not found.own
    assert not found.linked


@pytest.mark.parametrize(
    ("path", "config", "output"),
    [
        ("content/a.MD", {}, ""),
        ("content/.b/a.md", {}, ""),
        ("content/x/a.md", {"ARTICLE_PATHS": ["posts"]}, ""),
        ("content/x/a.md", {"ARTICLE_EXCLUDES": ["x"]}, ""),
        ("content/x/a.md", {"ARTICLE_EXCLUDES": ["x"], "STATIC_PATHS": ["x"]}, "/x/a.md"),
    ],
)
def test_no_source(path: str, config: dict[str, Any], output: str) -> None:
    assert own(path, DATED, config) == output


def test_drafts_are_public_at_another_place() -> None:
    found = routes("pelican", "content/a.md", extra=DATED | {"status": "draft"})
    assert (found.own, found.later) == (("/drafts/a-title.html",), ("/a-title.html",))
    found = routes("pelican", "content/a.md", {"WITH_FUTURE_DATES": False}, extra=DATED)
    assert (found.own, found.before) == (("/a-title.html",), ("/drafts/a-title.html",))
    assert found.since == "2024-01-05"


@pytest.mark.parametrize(
    ("extra", "linked"),
    [({}, True), ({"url": "elsewhere/"}, False), ({"url": "x/", "save_as": "x/index.html"}, True)],
)
def test_url_and_file_are_two_things(extra: dict[str, str], linked: bool) -> None:
    assert routes("pelican", "content/a.md", extra=DATED | extra).linked is linked


def test_pages_made_of_a_post() -> None:
    config = {"YEAR_ARCHIVE_SAVE_AS": "{date:%Y}/index.html", "CATEGORY_FEED_ATOM": None}
    extra = DATED | {"tags": "C++, Web Dev", "authors": "Doe, J.; Roe"}
    assert set(routes("pelican", "content/tech/a.md", config, extra=extra).also) == {
        *("/index.html", "/category/tech.html", "/tag/c.html", "/tag/web-dev.html"),
        *("/author/doe-j.html", "/author/roe.html", "/2024/index.html"),
        *("/feeds/doe-j.atom.xml", "/feeds/doe-j.rss.xml"),
        *("/feeds/roe.atom.xml", "/feeds/roe.rss.xml"),
    }
    for hidden in ({"status": "hidden"}, {"lang": "fr"}):
        assert not routes("pelican", "content/a.md", extra=extra | hidden).also


def test_attached_files_move() -> None:
    meanings = ("attach:x/a.png", "static:/b.png")
    links = tuple(LinkFact("", HERE, "inline", meaning=one) for one in meanings)
    found = routes("pelican", "content/p/a.md", extra=DATED | {"save_as": "q/a.html"}, links=links)
    assert {"/q/x/a.png", "/b.png"} <= set(found.also)
    assert found.absent == ("/p/x/a.png",)


@pytest.mark.parametrize(
    ("how", "path", "config", "found"),
    [
        ("filename", "b.md", {}, "content/p/b.md"),
        ("filename", "/b.md", {}, "content/b.md"),
        ("filename", "../../b.md", {}, "content/../b.md"),
        ("filename", "b.png", {}, "/p/b.png"),
        ("static", "/images/b.png", {}, "content/images/b.png"),
        ("static", "b.md", {}, "/{static}b.md"),
        ("tag", "Web Dev", {}, "/tag/web-dev.html"),
        ("tag", "R&D", {}, "/tag/r.html;D"),
        ("category", "Über", {"CATEGORY_URL": "c/{slug}/"}, "/c/uber/"),
        ("author", "A", {"SITEURL": "https://a.org/x"}, "/x/author/a.html"),
        ("index", "/", {}, "/index.html"),
        ("", "b.html", {}, "/b.html"),
        ("", "/content/b.md", {}, "/content/b.md"),
    ],
)
def test_reading(how: str, path: str, config: dict[str, Any], found: str) -> None:
    assert read(how, path, config) == found


STATIC = {
    "STATIC_PATHS": ["images", "extra/CNAME"],
    "EXTRA_PATH_METADATA": {"extra/CNAME": {"path": "CNAME"}},
}


@pytest.mark.parametrize(
    ("url", "files"),
    [
        ("/images/a.png", ["content/images/a.png"]),
        ("/images/.a.png", []),
        ("/images/a.md", []),
        ("/p/a.png", []),
        ("/CNAME", ["content/extra/CNAME"]),
        ("/extra/CNAME", []),
        ("/theme/a.css", ["own/static/a.css"]),
    ],
)
def test_files(url: str, files: list[str]) -> None:
    known = rules("pelican", STATIC | {"THEME": "own"})
    assert list(known.router.sources(url, known.layout)) == files


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("/index3.html", ("/index.html", 12)),
        ("/tag/python2.html", ("/tag/python.html", 7)),
        ("/category/a2.html", None),
        ("/index1.html", None),
        ("/post-2.html", None),
    ],
)
def test_pages_of_lists(url: str, found: tuple[str, int] | None) -> None:
    config: dict[str, Any] = {"DEFAULT_PAGINATION": 5, "DEFAULT_ORPHANS": 1}
    config["PAGINATED_TEMPLATES"] = {"index": None, "tag": None}
    known = rules("pelican", config)
    assert known.router.numbered is not None
    assert known.router.numbered(url, known.layout) == found


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/", True),
        ("/archives.html", True),
        ("/tags.html", False),
        ("/feeds/all.atom.xml", True),
        ("/feeds/all-de.atom.xml", True),
        ("/feeds/x.atom.xml", False),
        ("/theme/x.css", True),
        ("/sitemap.xml", False),
    ],
)
def test_what_the_site_makes(url: str, expected: bool) -> None:
    known = rules("pelican", {"TAGS_SAVE_AS": ""})
    assert known.router.generated(url, known.layout, Site(frozenset())) is expected


def test_what_only_all_posts_tell() -> None:
    known = rules("pelican", {})
    posts = [
        facts("content/a.md", extra=DATED | {"title": "日本の山"}),
        facts("content/b.md", extra=DATED | {"lang": "fr", "slug": "b", "tags": "seul"}),
    ]
    assert known.router.survey is not None
    site = Site(frozenset(), vague=tuple(known.router.survey(posts, known.layout)))
    assert site.may_hold("/ri-ben-noshan.html")
    assert site.may_hold("/tag/seul.html")
    assert not site.may_hold("/nope.html")


@pytest.mark.parametrize(
    "config",
    [
        {"...": ["ARTICLE_URL"]},
        {"...": ["*"]},
        {"...": ["SITEURL"]},
        {"PLUGINS": ["i18n_subsites"]},
        {"FILENAME_METADATA": "("},
        {"ARTICLE_URL": 3},
        {"INTRASITE_LINK_REGEX": "x"},
        {"PATH": "../elsewhere"},
    ],
)
def test_not_known(config: dict[str, Any]) -> None:
    known = rules("pelican", config)
    assert not known.router.knows(known.layout)


ODD = (
    *("STATIC_PATHS", "EXTRA_PATH_METADATA", "PAGINATED_TEMPLATES", "READERS", "PLUGINS"),
    *("DEFAULT_DATE", "DEFAULT_PAGINATION", "DIRECT_TEMPLATES", "LOCALE", "THEME"),
    *("PAGINATION_PATTERNS", "IGNORE_FILES", "SLUG_REGEX_SUBSTITUTIONS", "ARTICLE_URL"),
)


@pytest.mark.parametrize("value", [None, 3, "x", [], [1], {"a": 1}, ((1, 2),), b"x", {1: None}])
def test_no_setting_is_too_odd(value: object) -> None:
    for name in ODD:
        known = rules("pelican", {name: value})
        if known.router.knows(known.layout):
            assert routes("pelican", "content/a.md", {name: value}, extra=DATED).also
            known.router.generated("/x/2/", known.layout, Site(frozenset()))
            list(known.router.sources("/x/y/", known.layout))
