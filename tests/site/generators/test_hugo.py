"""Hugo: each rule for addresses and links by the smallest sample that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from blint.facts import PostFacts
from blint.site.configs.reading import adapt
from blint.site.generators.hugo.paths import read_date, sanitised
from blint.site.generators.hugo.shortcodes import hugo_meaning
from blint.site.model import Site
from blint.site.presets import PRESETS
from blint.site.routing.layouts import Rules, layout_of, router_of
from blint.site.routing.model import Written
from blint.site.routing.reading import routes_of
from blint.site.settings import Settings
from routes import facts

Config = Mapping[str, Any]

GERMAN: Config = {"languages": {"en": {}, "de": {}}}
FALLBACK = {
    "markup": {
        "goldmark": {
            "renderHooks": {
                "link": {"useEmbedded": "fallback"},
                "image": {"useEmbedded": "fallback"},
            }
        }
    }
}
FILES = (
    "content/about.md",
    "content/docs/a.md",
    "content/docs/guide/_index.md",
    "content/docs/guide/start.md",
    "content/docs/deep/page.md",
    "content/posts/hello.md",
    "content/posts/same.md",
    "content/notes/same.md",
    "content/posts/bundle/index.md",
    "content/posts/bundle/cat.png",
    "content/posts/bundle/part.md",
    "content/posts/bundle/Sub/dog.svg",
    "content/posts/nested/plot.png",
    "content/posts/hello/own.png",
    "content/hero.png",
    "assets/pics/chart.png",
    "layouts/_shortcodes/button.html",
)


def known(
    config: Config | None = None, files: tuple[str, ...] = FILES, data: Config | None = None
) -> Rules:
    preset = adapt(PRESETS["hugo"], config or {})
    settings = Settings(
        preset=preset,
        generator=config or {},
        whole=True,
        found=True,
        telling=files,
        data=data or {},
    )
    return Rules(layout_of(settings), router_of(preset))


def own(path: str, config: Config | None = None, data: Config | None = None, **words: Any) -> str:
    """The output of a post; the date may be told as `date`."""
    found = routes_of(post(path, **words), known(config, (*FILES, path, *(data or {})), data))
    return found.own[0] if found.own else ""


def post(path: str, **words: Any) -> PostFacts:
    extra = {**words.pop("extra", {}), **({"date": words["date"]} if "date" in words else {})}
    return facts(path, extra=extra, **words)


def targets(
    path: str, destination: str, config: Config | None = None, *, how: str = "", image: bool = False
) -> tuple[str, ...]:
    rules = known(config, tuple(dict.fromkeys((*FILES, path))))
    routes = routes_of(post(path), rules)
    link = Written(destination, how, image, True, path, routes)
    return tuple(rules.router.read(link, rules.layout))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A  b", "a-b"),
        ("x & y", "x-y"),
        ("a - b", "a-b"),
        ("C#", "c#"),
        ("it's 50%", "its-50"),
        ("%41", "%41"),
        ("İ ẞ", "i-ß"),
        (" lead", "lead"),
        ("日本 🚀", "日本"),
    ],
)
def test_sanitised(text: str, expected: str) -> None:
    assert sanitised(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-01-31T23:30:00-05:00", "2024-01-31"),
        ("2024-01-02 10:00:00", "2024-01-02"),
        ("86400", "1970-01-02"),
        ("02 Jan 2024", "2024-01-02"),
        ("2024/01/02", None),
        ("2024-1-2", None),
        ("false", None),
    ],
)
def test_dates(text: str, day: str | None) -> None:
    found = read_date(text)
    assert (found.date().isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("path", "words", "expected"),
    [
        ("content/Contact Us.md", {}, "/contact-us/index.html"),
        ("content/docs/a - b.md", {}, "/docs/a---b/index.html"),
        ("content/docs/v1.2.md", {}, "/docs/v1.2/index.html"),
        ("content/docs/a.md", {"slug": "My Slug"}, "/docs/my-slug/index.html"),
        ("content/docs/a.md", {"slug": "/x/y-"}, "/docs/x/y/index.html"),
        ("content/posts/bundle/index.md", {}, "/posts/bundle/index.html"),
        ("content/posts/bundle/index.md", {"slug": "b"}, "/posts/b/index.html"),
        ("content/_index.md", {"slug": "x"}, "/index.html"),
        ("content/docs/guide/_index.md", {"slug": "g"}, "/docs/g/index.html"),
        ("content/docs/a.md", {"url": "/X/Y.html"}, "/X/Y.html"),
        ("content/docs/a.md", {"url": "X Y/z"}, "/X Y/z/index.html"),
        ("content/docs/a.md", {"url": "/v1.2"}, "/v1.2"),
        ("content/docs/a.md", {"url": "/:section/:day/:slug/", "slug": "s", "date": "2024-05-04"},
         "/docs/04/s/index.html"),
        ("content/docs/a.txt", {}, ""),
        ("content/posts/bundle/part.md", {}, ""),
        ("content/docs/.hidden.md", {}, ""),
        ("content/docs/a.en.md", {}, "/docs/a/index.html"),
        ("content/docs/a.de.md", {}, "/docs/a.de/index.html"),
        ("content/tags/x/_index.md", {"slug": "y"}, "/tags/y/index.html"),
        ("content/docs/a.md", {"extra": {"headless": "true"}}, ""),
        ("content/docs/a.md", {"extra": {"build.render": "never"}}, ""),
    ],
)  # fmt: skip
def test_output(path: str, words: dict[str, Any], expected: str) -> None:
    assert own(path, **words) == expected


@pytest.mark.parametrize(
    ("pattern", "words", "expected"),
    [
        ("/:year/:month/:slug/", {"date": "2024-03-05"}, "/2024/03/a-title/index.html"),
        ("/:year/:slug/", {}, "/1/a-title/index.html"),
        ("/:filename.html", {}, "/hello.html/index.html"),
        ("/:section/:monthname/:title", {"date": "2024-05-06"}, "/posts/may/a-title/index.html"),
        ("/:2006-:Jan/:contentbasename", {"date": "2024-05-06"}, "/2024-may/hello/index.html"),
        ("/x/:slug/", {"slug": "C++ A+B"}, "/x/c-a-b/index.html"),
        ("/x/:slug/", {"slug": "C#"}, "/x/c/index.html"),
        ("/x/:title/", {"title": "Either/or"}, "/x/either-or/index.html"),
        ("/:sections[1:]/:slugorfilename/", {}, "/hello/index.html"),
    ],
)
def test_permalinks(pattern: str, words: dict[str, Any], expected: str) -> None:
    words = {"title": "A title", **words}
    assert own("content/posts/hello.md", {"permalinks": {"posts": pattern}}, **words) == expected


@pytest.mark.parametrize(
    ("path", "config", "expected"),
    [
        ("content/posts/hello.md", {"permalinks": {"page": {"posts": "/p/:filename"}}}, "/p/hello"),
        ("content/notes/same.md", {"permalinks": {"posts": "/p/:filename"}}, "/notes/same"),
        ("content/about.md", {"permalinks": {"/": "/top/:filename"}}, "/top/about"),
        ("content/docs/guide/start.md", {"Permalinks": {"Docs": "/:sections/x"}}, "/docs/guide/x"),
        (
            "content/posts/hello.md",
            {"permalinks": [{"pattern": "/z/:filename", "target": {"path": "/posts/**"}}]},
            "/z/hello",
        ),
        ("content/A B.md", {"disablePathToLower": True}, "/A-B"),
        ("content/é.md", {"removePathAccents": True}, "/e"),
        ("content/a.de.md", GERMAN, "/de/a"),
        ("content/a.md", {**GERMAN, "defaultContentLanguageInSubdir": True}, "/en/a"),
        ("content/a.md", {"baseURL": "https://example.org/blog/"}, "/blog/a"),
        ("inner/a.md", {"contentDir": "inner"}, "/a"),
        ("book/a.md", {"module": {"mounts": [{"source": "book", "target": "content/b"}]}}, "/b/a"),
        ("fr/a.md", {"languages": {"en": {}, "fr": {"contentDir": "fr"}}}, "/fr/a"),
    ],
)
def test_configured(path: str, config: Config, expected: str) -> None:
    assert own(path, config) == f"{expected}/index.html"


@pytest.mark.parametrize(
    ("path", "ugly", "expected"),
    [
        ("content/posts/hello.md", True, "/posts/hello.html"),
        ("content/docs/guide/_index.md", True, "/docs/guide/index.html"),
        ("content/posts/hello.md", {"posts": True}, "/posts/hello.html"),
        ("content/notes/same.md", {"posts": True}, "/notes/same/index.html"),
    ],
)
def test_ugly_urls(path: str, ugly: object, expected: str) -> None:
    assert own(path, {"uglyURLs": ugly}) == expected


def test_name_gives_date_and_slug() -> None:
    config = {"frontmatter": {"date": [":filename"]}, "permalinks": {"posts": "/:year/:slug"}}
    assert own("content/posts/2024-03-09-dated.md", config, title="T") == "/2024/dated/index.html"


def test_sections_pass_slug_and_cascade_down() -> None:
    data: dict[str, Any] = {"content/docs/guide/_index.md": {"slug": "book"}}
    assert own("content/docs/guide/start.md", data=data) == "/docs/book/start/index.html"
    data = {"content/docs/guide/_index.md": {"cascade": {"build": {"render": "never"}}}}
    assert own("content/docs/guide/start.md", data=data) == ""
    assert own("content/docs/a.md", data=data) == "/docs/a/index.html"


@pytest.mark.parametrize(
    ("alias", "config", "expected"),
    [
        ("/Old Stuff/x", {}, "/Old Stuff/x/index.html"),
        ("near", {}, "/2024/near/index.html"),
        ("../up/", {}, "/up/index.html"),
        ("/a.html", {}, "/a.html"),
        ("/a", {"uglyURLs": True}, "/a.html"),
        ("/a", {"baseURL": "https://example.org/blog/"}, "/blog/a/index.html"),
        ("/a", {"disableAliases": True}, ""),
        ("/", {}, ""),
    ],
)
def test_aliases(alias: str, config: Config, expected: str) -> None:
    config = {**config, "permalinks": {"posts": "/:year/:slug/"}}
    found = routes_of(
        post("content/posts/hello.md", date="2024-01-01", title="T", aliases=[alias]), known(config)
    )
    assert found.aliases == ((expected,) if expected else ())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/posts/bundle/index.md", {"/p/t/cat.png", "/p/t/Sub/dog.svg"}),
        ("content/posts/hello.md", {"/p/t/own.png"}),
        ("content/about.md", set()),
    ],
)
def test_files_beside_pages(path: str, expected: set[str]) -> None:
    config = {"permalinks": {"posts": "/p/:slug/"}}
    assert set(routes_of(post(path, title="T"), known(config)).also) == expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Two Words", "/tags/two-words/index.html"),
        ("C#", "/tags/c#/index.html"),
        ("x & y", "/tags/x--y/index.html"),
        ("a/b", "/tags/a/b/index.html"),
        (".NET", "/tags/.net/index.html"),
    ],
)
def test_terms(term: str, expected: str) -> None:
    found = routes_of(post("content/about.md", extra={"tags": term, "series": "s"}), known())
    files = {name for name in found.also if name.startswith("/")}
    assert files == {expected, expected.replace("index.html", "index.xml")}


@pytest.mark.parametrize(
    ("path", "destination", "expected"),
    [
        ("content/docs/a.md", "../b/", "/docs/b/"),
        ("content/docs/a.md", "b.md", "/docs/a/b.md"),
        ("content/docs/a.md", "/x/", "/x/"),
        ("content/_index.md", "about.md", "/about.md"),
    ],
)
def test_plain_links(path: str, destination: str, expected: str) -> None:
    assert targets(path, destination) == (expected,)


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"canonifyURLs": True}, ("/blog/x/", "/blog/x/")),
        ({"relativeURLs": True}, ("/blog/x/", "/blog/blog/x/")),
        ({}, ("/x/", "/blog/x/")),
    ],
)
def test_base_path(config: Config, expected: tuple[str, str]) -> None:
    config = {**config, "baseURL": "https://example.org/blog/"}
    found = (targets("content/about.md", one, config)[0] for one in ("/x/", "/blog/x/"))
    assert tuple(found) == expected


@pytest.mark.parametrize(
    ("path", "destination", "expected"),
    [
        ("content/docs/a.md", "guide/start.md", "content/docs/guide/start.md"),
        ("content/docs/a.md", "GUIDE/Start", "content/docs/guide/start.md"),
        ("content/docs/a.md", "/posts/hello.md", "content/posts/hello.md"),
        ("content/docs/a.md", "posts/hello.html", "content/posts/hello.md"),
        ("content/docs/a.md", "../posts/hello.md", "content/posts/hello.md"),
        ("content/docs/a.md", "../../content/posts/hello.md", "content/posts/hello.md"),
        ("content/docs/a.md", "..", "/"),
        ("content/docs/a.md", ".", "/docs/"),
        ("content/docs/guide/_index.md", "start.md", "content/docs/guide/start.md"),
        ("content/docs/guide/start.md", ".", "content/docs/guide/_index.md"),
        ("content/posts/bundle/index.md", "hello.md", "content/posts/hello.md"),
        ("content/posts/bundle/index.md", "../hello.md", "content/posts/hello.md"),
        ("content/posts/bundle/index.md", "index.md", "/posts/"),
        ("content/posts/bundle/index.md", "part.md", "content/posts/bundle/index.md"),
        ("content/posts/bundle/index.md", "Cat.png", "content/posts/bundle/cat.png"),
        ("content/about.md", "pics/chart.png", "assets/pics/chart.png"),
        ("content/docs/a.md", "/tags", "/tags/"),
        ("content/docs/a.md", "nope.md", "/docs/a/nope.md"),
        ("content/docs/a.md", "/content/about.md", "/content/about.md"),
        ("content/docs/a.md", "./hello.md", "/docs/a/hello.md"),
    ],
)
def test_link_hook(path: str, destination: str, expected: str) -> None:
    assert targets(path, destination, FALLBACK)[0] == expected


@pytest.mark.parametrize(
    ("destination", "expected"),
    [
        ("cat.png", "content/posts/bundle/cat.png"),
        ("./CAT.png", "content/posts/bundle/cat.png"),
        ("sub/dog.svg", "content/posts/bundle/Sub/dog.svg"),
        ("/pics/chart.png", "assets/pics/chart.png"),
        ("dog.svg", "/posts/bundle/dog.svg"),
    ],
)
def test_image_hook(destination: str, expected: str) -> None:
    found = targets("content/posts/bundle/index.md", destination, FALLBACK, image=True)
    assert found[0] == expected


@pytest.mark.parametrize(
    ("config", "files", "expected"),
    [
        ({}, (), "raw"),
        (GERMAN, (), "embedded"),
        (GERMAN, ("layouts/_default/_markup/render-link.html",), "custom"),
        ({**GERMAN, "theme": "unseen"}, (), "custom"),
        ({**GERMAN, "theme": "x"}, ("themes/x/theme.toml",), "embedded"),
        (FALLBACK, (), "embedded"),
    ],
)
def test_which_hook(config: Config, files: tuple[str, ...], expected: str) -> None:
    assert known(config, files).layout.made.links == expected


@pytest.mark.parametrize(
    ("destination", "how", "expected"),
    [
        ("hello.md", "ref", "content/posts/hello.md"),
        ("docs/guide", "ref", "content/docs/guide/_index.md"),
        ("/docs", "ref", "/docs/"),
        ("start", "ref", "content/docs/guide/start.md"),
        ("/start", "ref", "content/start (en)"),
        ("docs/nope.md", "ref", "content/docs/nope.md (en)"),
        ("/tags/go", "ref", "en:/tags/go/"),
        ("hello.md", "ref lang=fr", "content/hello.md (fr)"),
        ("hello.md", "ref outputformat=amp", "content/posts/hello.md (amp)"),
        ("/", "ref outputformat=rss", "/"),
    ],
)
def test_references(destination: str, how: str, expected: str) -> None:
    assert targets("content/about.md", destination, how=how)[0] == expected


def test_a_name_that_two_pages_have() -> None:
    assert targets("content/about.md", "same", how="ref") == ("en:**/same.md",)
    found = routes_of(post("content/posts/same.md"), known())
    assert found.nicknames == ("en:**/same.md",)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("button", ()), ("linkto", ("layouts/_shortcodes/linkto.html",))],
)
def test_shortcodes(name: str, expected: tuple[str, ...]) -> None:
    assert targets("content/about.md", name, how="shortcode") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{{< ref "a.md" >}}', ("ref", "a.md")),
        ('{{% relref "a b.md" %}}#x', ("ref", "a b.md#x")),
        ('{{< ref path="a.md" lang="de" >}}', ("ref lang=de", "a.md")),
        ("{{< ref >}}", ("shortcode", "ref to nothing")),
        ('{{< linkto "a" >}}', ("shortcode", "linkto")),
        ('{{< param "a" >}}', None),
        ('{{< ref "a.md" "rss" >}}', None),
    ],
)
def test_meanings(text: str, expected: tuple[str, str] | None) -> None:
    assert hugo_meaning(text) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/posts/nested/plot.png", "content/posts/nested/plot.png"),
        ("/hero.png", "content/hero.png"),
        ("/x.txt", "static/x.txt"),
        ("/pics/chart.png", "assets/pics/chart.png"),
    ],
)
def test_sources(url: str, expected: str) -> None:
    rules = known()
    assert expected in set(rules.router.sources(url, rules.layout))


@pytest.mark.parametrize(
    ("url", "config", "expected"),
    [
        ("/posts/", {}, True),
        ("/posts/index.xml", {}, True),
        ("/docs/deep/", {}, False),
        ("/tags/", {}, True),
        ("/tags/", {"taxonomies": {}}, False),
        ("/tags/", {"disableKinds": ["taxonomy"]}, False),
        ("/index.xml", {"outputs": {"home": ["html"]}}, False),
        ("/feed.xml", {"outputFormats": {"rss": {"baseName": "feed"}}}, True),
        ("/sitemap.xml", {}, True),
        ("/de/sitemap.xml", GERMAN, True),
        ("/en/", GERMAN, True),
        ("/404.html", {}, False),
        ("/404.html", {"theme": "unseen"}, True),
        ("/robots.txt", {}, False),
        ("/robots.txt", {"enableRobotsTXT": True}, True),
        ("/posts/page/1/", {}, True),
        ("/posts/page/2/", {}, False),
        ("/posts/page/2/", {"pagination": {"pagerSize": 1}}, True),
        ("/posts/p/2/", {"pagination": {"pagerSize": 1, "path": "p"}}, True),
        ("/2024/", {}, False),
    ],
)
def test_generated(url: str, config: Config, expected: bool) -> None:
    rules = known(config)
    assert rules.router.generated(url, rules.layout, Site(frozenset(FILES))) is expected


def test_pages_of_a_term_are_counted() -> None:
    rules = known()
    assert rules.router.numbered is not None
    found = rules.router.numbered("/tags/x/page/2/", rules.layout)
    assert found == ("/tags/x/index.html", 11)


@pytest.mark.parametrize(
    ("config", "files"),
    [
        ({"languages": {"de": {"baseURL": "https://example.de/"}}}, FILES),
        ({}, ("content/_content.gotmpl",)),
    ],
)
def test_not_known(config: Config, files: tuple[str, ...]) -> None:
    rules = known(config, files)
    assert not rules.router.knows(rules.layout)


@pytest.mark.parametrize("value", [None, 1, -2.5, True, "x", "(", [], [1], [{}], {}, {"a": {}}])
@pytest.mark.parametrize(
    "key",
    [
        *("contentDir", "staticDir", "theme", "module", "languages", "permalinks", "uglyURLs"),
        *("taxonomies", "pagination", "disableKinds", "outputs", "outputFormats", "mediaTypes"),
        *("frontmatter", "markup", "ignoreFiles", "sitemap", "cascade", "disableLanguages"),
        "defaultContentLanguage",
    ],
)
def test_odd_values(key: str, value: object) -> None:
    assert own("content/posts/hello.md", {key: value}, {"content/docs/guide/_index.md": {}}) != "/"
