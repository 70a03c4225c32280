"""Hexo: the smallest samples of what its builds have shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from blint.reading.post import read_post
from blint.site.generators.hexo.slugs import hexo_slug
from blint.site.generators.hexo.tags import links_of
from blint.site.model import Site
from blint.site.routing.model import Written
from blint.site.routing.reading import routes_of
from blint.source import Source
from routes import facts, routes, rules

DAY = {"date": "2024-03-05 10:00:00"}
NAMED = {"new_post_name": ":year-:month-:day-:title.md", "permalink": ":title/"}
ASSETS = {"post_asset_folder": True, "marked": {"postAsset": True}, "permalink": ":title/"}


def own(path: str, extra: Mapping[str, str], config: Mapping[str, Any] | None = None) -> str:
    """The output files of a source file, without `index.html`."""
    found = routes("hexo", f"source/{path}", config, extra=dict(extra)).own
    return " ".join(url.removesuffix("index.html") for url in found)


def read(
    path: str,
    config: Mapping[str, Any] | None = None,
    *,
    how: str = "",
    image: bool = False,
    markdown: bool = True,
    origin: str = "source/_posts/a.md",
) -> list[str]:
    """What a link in a post means."""
    known = rules("hexo", config)
    post = routes_of(facts(origin, extra=DAY), known)
    link = Written(path, how, image, markdown, origin, post, raw=path)
    return list(known.router.read(link, known.layout))


@pytest.mark.parametrize(
    ("path", "extra", "config", "output"),
    [
        ("_posts/My Post.md", DAY, {}, "/2024/03/05/My Post/"),
        ("_posts/sub/v1.2.md", DAY, {}, "/2024/03/05/sub/v1.2/"),
        ("_posts/a.md", DAY | {"title": "T", "slug": "s"}, {}, "/2024/03/05/a/"),
        ("_posts/a.md", DAY | {"permalink": "/x/y.html"}, {}, "/x/y.html"),
        ("_posts/a.md", DAY | {"permalink": "plain"}, {}, "/plain"),
        ("_posts/a.md", {"date": "2024-03-20T23:30:00-08:00"}, {}, "/2024/03/21/a/"),
        ("_posts/a.md", DAY, {"permalink": ":i_month/:i_day/:title.html"}, "/3/5/a.html"),
        ("_posts/x/a.md", DAY, {"permalink": ":name/:nope/"}, "/a/undefined/"),
        ("_posts/a.md", DAY, {"permalink": ":lang/", "permalink_defaults": {"lang": "en"}}, "/en/"),
        ("_posts/a.md", {}, {"permalink": ":category/:title/"}, "/uncategorized/a/"),
        ("_posts/a.md", {"categories": "Ä b\nC"}, {"permalink": ":category/:title/"}, "/A-b/C/a/"),
        ("_posts/a.md", {}, {"permalink": ":title/", "url": "https://a.org/b"}, "/b/a/"),
        ("_posts/2024-03-06-second.md", {}, NAMED, "/second/"),
        ("_posts/sub/deep.md", {}, NAMED, "/sub-deep/"),
        ("_drafts/a.md", DAY, {}, "/2024/03/05/a/"),
        ("about/index.md", {}, {}, "/about/"),
        ("My Page.md", {}, {}, "/My Page.html"),
        ("a.md", {"permalink": "guide"}, {}, "/guide.html"),
        ("a.md", {"permalink": "guide/"}, {}, "/guide/"),
        ("raw/a.md", {}, {"skip_render": "raw/**"}, "/raw/a.md"),
        ("_x/a.md", {}, {}, ""),
        ("_x/a.md", {}, {"include": ["_x/*"]}, "/_x/a.html"),
        ("x/a.md", {}, {"exclude": ["x/*"]}, ""),
        ("_posts/_a.md", DAY, {}, ""),
        ("_posts/a/b.html", DAY, ASSETS, ""),
    ],
)
def test_output(path: str, extra: dict[str, str], config: dict[str, Any], output: str) -> None:
    assert own(path, extra, config) == output


def test_a_time_zone_moves_the_day() -> None:
    config = {"timezone": "Asia/Tokyo"}
    extra = {"date": "2024-01-01 02:00:00"}
    assert own("_posts/a.md", extra, config) == "/2023/12/31/a/ /2024/01/01/a/"


def test_what_is_not_known() -> None:
    assert not routes("hexo", "source/_posts/a.md").certain
    assert not routes("hexo", "source/_posts/a.md", {"permalink": ":hash/"}, extra=DAY).certain
    assert routes("hexo", "source/_posts/a.md", {"permalink": ":title/"}).certain


def test_what_is_not_published() -> None:
    assert routes("hexo", "source/_drafts/a.md", extra=DAY).draft
    assert not routes("hexo", "source/_drafts/a.md", {"render_drafts": True}, extra=DAY).draft
    assert routes("hexo", "source/_posts/a.md", extra=DAY | {"published": "false"}).draft
    assert not routes("hexo", "source/a.md", extra={"published": "false"}).draft
    assert routes("hexo", "source/a.md", {"future": False}, extra=DAY).since == "2024-03-05"
    assert not routes("hexo", "source/a.md", extra=DAY).since


def test_pages_made_of_a_post() -> None:
    extra = DAY | {"tags": "C++\nA b", "categories": "\tTech\n\tLife\tFood & Drink"}
    config = {"tag_map": {"C++": "cpp"}, "filename_case": 1, "archive_generator": {"daily": True}}
    assert set(routes("hexo", "source/_posts/a.md", config, extra=extra).also) == {
        *("/index.html", "/archives/index.html", "/archives/2024/index.html"),
        *("/archives/2024/03/index.html", "/archives/2024/03/05/index.html"),
        *("/tags/cpp/index.html", "/tags/a-b/index.html", "/categories/tech/index.html"),
        *("/categories/life/index.html", "/categories/life/food-drink/index.html"),
    }


def test_generators_run_where_they_are_installed() -> None:
    config = {"(packages)": ["hexo", "hexo-generator-tag"]}
    extra = DAY | {"tags": "a"}
    found = routes("hexo", "source/_posts/a.md", config, extra=extra, aliases=["old/"])
    assert found.also == ("/tags/a/index.html",)
    assert found.aliases == ("post:a",)
    config["(packages)"] += ["hexo-generator-alias"]
    found = routes("hexo", "source/_posts/a.md", config, extra=extra, aliases=["/old/", "x"])
    assert found.aliases == ("/old/index.html", "/x", "post:a")


@pytest.mark.parametrize(
    ("path", "words", "config", "found"),
    [
        ("b/", {}, {}, ["/2024/03/05/a/b/"]),
        ("../b/", {}, {}, ["/2024/03/05/b/"]),
        ("/tags/c#/", {}, {}, ["/tags/c"]),
        ("/tags/c#/", {"markdown": False}, {}, ["/tags/c#/"]),
        ("x.png", {"image": True}, {}, ["/x.png"]),
        ("../x.png", {"image": True}, {"root": "/b/"}, ["/x.png"]),
        ("/b/x.png", {"image": True}, {"root": "/b/"}, ["/b/b/x.png"]),
        ("x.png", {"image": True, "markdown": False}, {}, ["/2024/03/05/a/x.png"]),
        ("x.png", {"image": True}, {"marked": {"prependRoot": False}}, ["/2024/03/05/a/x.png"]),
        ("x.png", {"image": True}, ASSETS, ["source/_posts/a/x.png", "/x.png"]),
        ("/x.png", {"image": True}, ASSETS, ["/x.png"]),
        ("sub/b", {"how": "post"}, {}, ["post:sub/b"]),
        ("about/", {"how": "rooted"}, {"root": "/b/"}, ["/b/about/"]),
        ("b", {"how": "slug", "markdown": False}, {}, ["post:b", "source/_posts/a.md"]),
        ("b", {"how": "slug"}, {}, ["/2024/03/05/a/!--swig--"]),
    ],
)
def test_reading(path: str, words: Any, config: dict[str, Any], found: list[str]) -> None:
    assert read(path, config, **words) == found


@pytest.mark.parametrize(
    ("url", "files"),
    [
        ("/a/x.png", ["themes/t/source/a/x.png", "source/a/x.png"]),
        ("/x.yml", []),
        ("/_x/a.png", []),
        ("/x.css", ["themes/t/source/x.css", "source/x.css"]),
    ],
)
def test_files(url: str, files: list[str]) -> None:
    known = rules("hexo", {"theme": "t", "skip_render": "raw/*", "(packages)": []})
    assert list(known.router.sources(url, known.layout)) == files


def test_rendered_files_have_other_names() -> None:
    known = rules("hexo", {})
    assert set(known.router.named("x.json", known.layout)) == {"x.json", "x.yml", "x.yaml"}
    assert not list(known.router.named(".x.json", known.layout))


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("/page/3/", ("/index.html", 5)),
        ("/page/2/index.html", ("/index.html", 3)),
        ("/tags/a/page/2/", ("/tags/a/index.html", 6)),
        ("/page/1/", None),
        ("/archives/page/2/", None),
        ("/about/page/2/", None),
    ],
)
def test_pages_of_lists(url: str, found: tuple[str, int] | None) -> None:
    config = {"per_page": 2, "tag_generator": {"per_page": 5}, "archive_generator": {"per_page": 0}}
    known = rules("hexo", config)
    assert known.router.numbered is not None
    assert known.router.numbered(url, known.layout) == found


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/atom.xml", True),
        ("/sitemap.xml", False),
        ("/tags/", True),
        ("/go/", True),
        ("/categories/", False),
        ("/js/main.js", True),
        ("/images/nope.png", False),
    ],
)
def test_what_the_site_makes(url: str, expected: bool) -> None:
    packages = ["hexo-generator-feed", "hexo-generator-tag", "hexo-generator-alias"]
    config = {"(packages)": packages, "alias": {"go/": "x/"}}
    known = rules("hexo", config | {"tag_generator": {"enable_index_page": True}})
    site = Site(frozenset(("source/images/a.png",)))
    assert known.router.generated(url, known.layout, site) is expected


def test_what_only_all_posts_tell() -> None:
    known = rules("hexo", ASSETS)
    posts = [facts("source/_posts/a.md"), facts("source/_posts/a/b.html", extra=DAY)]
    assert known.router.survey is not None
    site = Site(frozenset(), vague=tuple(known.router.survey(posts, known.layout)))
    assert site.may_hold("/archives/2031/05/")
    assert site.may_hold("/a/b.html")
    assert not site.may_hold("/a/c.html")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{% post_link "a b"#c text %}', ["post:a b"]),
        ("{% post_link sub/a#c text %}", ["post:sub/a#c"]),
        ("{% url_for text /a/ %}", ["rooted:/a/"]),
        ("{% img left /a.png 10 %}", ["rooted:/a.png"]),
        ("{% link text https://example.org/ %}", [":https://example.org/"]),
        ("{% link text /a/ %}", []),
        ("{% asset_img a.png %}", []),
        ("{% link_to /a/ text %}", ["nothing:/a/"]),
        ("{% raw %}[a](/b){% post_link c %}{% endraw %}", []),
        ("```\n{% post_link a %}\n```", []),
        ("## A {#a}\n\n{% post_link b %}", ["nothing:b"]),
        ("[a](/b) {% post_link c %}", [":/b", "post:c"]),
        (
            "{% code %}\n[a](/b)\n{% endcode %}\n\n{% raw %}\n[c](/d)\n{% endraw %}\n\n[e](/f)",
            [":/f"],
        ),
    ],
)
def test_links_of_tags(text: str, found: list[str]) -> None:
    post = read_post("a.md", Source(text), dialect="yaml-1.2")
    links = [
        f"{link.text if text.startswith('{%', link.span.start) else ''}:{link.destination}"
        for link in links_of(post)
    ]
    assert links == found


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Machine Learning", "Machine-Learning"),
        ("C++ & C#", "C-C"),
        ("Smørrebrød Æ ß", "Smorrebrod-AE-s"),
        ("日本語 – “x”", "日本語-–-“x”"),
        ("cafe\u0301", "cafe\u0301"),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert hexo_slug(text) == slug


ODD = (
    *("permalink", "new_post_name", "per_page", "tag_map", "skip_render", "marked", "theme"),
    *("archive_generator", "timezone", "filename_case", "alias", "permalink_defaults"),
)


@pytest.mark.parametrize("value", [None, 3, "x", [], [1], {"a": 1}, {"page": {}}, True])
def test_no_configuration_is_too_odd(value: object) -> None:
    config = dict.fromkeys(ODD, value)
    known = rules("hexo", config)
    if known.router.knows(known.layout):
        routes("hexo", "source/_posts/a.md", config, extra=DAY | {"tags": "a", "categories": "b"})
        known.router.generated("/x/page/2/", known.layout, Site(frozenset()))
        list(known.router.sources("/x/y/", known.layout))


def test_scripts_may_do_anything() -> None:
    known = rules("hexo", {}, telling=("scripts/x.js",))
    assert not known.router.knows(known.layout)
    known = rules("hexo", {"(packages)": ["hexo-abbrlink"]})
    assert not known.router.knows(known.layout)
