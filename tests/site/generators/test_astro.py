"""Astro: where files are published, what its code is read to make, and what links mean."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.configs.js_literals import Computed
from blint.site.model import Site
from blint.site.routing.layouts import Rules
from blint.site.routing.model import Routes, Written
from blint.site.routing.reading import routes_of
from routes import facts, rules

ENTRIES = "export async function getStaticPaths() {{\n  {body}\n}}"
ID = "const all = await getCollection('blog'); return all.map((p) => ({ params: { x: p.id } }))"
TAGS = """const all = await getCollection('blog', ({ data }) => !data.draft);
  const tags = new Set(all.flatMap((post) => post.data.tags));
  return [...tags].map((tag) => ({ params: { tag } }));"""
SPLIT = """getCollection('b'); const [lang, ...rest] = e.id.split('/');
  return { params: { lang, id: rest.join('/') || undefined } };"""
LIST = "return paginate(await getCollection('blog'), { pageSize: 2 })"


def glob(base: str, pattern: Any = "**/*.{md,mdx}", **more: Any) -> Computed:
    loader = Computed("glob", ({"base": base, "pattern": pattern, **more},))
    return Computed("defineCollection", ({"loader": loader},))


BLOG = {"collections": {"blog": glob("./src/content/blog")}}


def code(body: str) -> str:
    return ENTRIES.format(body=body)


def site(files: dict[str, str], config: dict[str, Any] | None = None) -> Rules:
    """A site with code in `src/pages`, by path below it."""
    texts = {f"src/pages/{name}": {"text": text} for name, text in files.items()}
    return rules("astro", {**BLOG, **(config or {})}, telling=tuple(texts), data=texts)


SHOWN = {"blog/[...x].astro": code(ID)}


def routes(path: str, known: Rules | None = None, **words: Any) -> Routes:
    return routes_of(facts(path, **words), known or site(SHOWN))


@pytest.mark.parametrize(
    ("name", "words", "own"),
    [
        ("First Post.md", {}, "/blog/first-post/"),
        ("2023/deep/nested_post.md", {}, "/blog/2023/deep/nested_post/"),
        ("v1.2-release.md", {}, "/blog/v12-release/"),
        ("trip/index.md", {}, "/blog/trip/"),
        ("index.md", {}, "/blog/index/"),
        ("README.md", {}, "/blog/readme/"),
        ("Über Größen.md", {}, "/blog/über-größen/"),
        ("trip/a.md", {"slug": "Mixed Case/x"}, "/blog/Mixed Case/x/"),
        ("a.md", {"slug": "c#?"}, "/blog/c%23%3F/"),
        ("a.md", {"slug": ""}, "/blog/a/"),
        ("a.md", {"slug": "/b/"}, "/blog/b/"),
        ("a#b.md", {}, None),
        ("a.markdown", {}, None),
        ("a.mdx", {}, None),
    ],
)
def test_entries(name: str, words: dict[str, Any], own: str | None) -> None:
    expected = (f"{own}index.html",) if own else ()
    assert routes(f"src/content/blog/{name}", **words).own == expected


def test_mdx_needs_its_integration() -> None:
    known = site(SHOWN, {"integrations": [Computed("mdx", ())]})
    assert routes("src/content/blog/a.mdx", known).own == ("/blog/a/index.html",)


def test_a_collection_that_nothing_shows_has_no_pages() -> None:
    known = site(SHOWN, {"collections": {"blog": glob("x"), "people": glob("./y")}})
    found = routes("y/a.md", known)
    assert (found.own, found.certain) == ((), True)


@pytest.mark.parametrize(
    ("pattern", "path", "is_there"),
    [
        ("**/*.md", "a/b.md", True),
        ("*.md", "a/b.md", False),
        ("**/[^_]*.md", "_a.md", False),
        ("**/[^_]*.md", "_a/b.md", True),
        (["**/*.md", "!**/*.wip.md"], "a.wip.md", False),
        ("{a,b}/*.{md,mdx}", "b/c.md", True),
        ("@(a|b)/*.md", "c/c.md", False),
    ],
)
def test_patterns(pattern: Any, path: str, is_there: bool) -> None:
    known = site(SHOWN, {"collections": {"blog": glob("./posts", pattern)}})
    assert bool(routes(f"posts/{path}", known).own) is is_there


def test_before_astro_5_each_folder_is_a_collection() -> None:
    texts = {"src/pages/p/[slug].astro": {"text": code(ID.replace("x:", "slug:"))}}
    known = rules("astro", {}, telling=tuple(texts), data=texts)
    assert routes("src/content/blog/a.md", known).own == ("/p/a/index.html",)
    assert routes("src/content/blog/_a.md", known).own == ()
    assert routes("src/content/other/a.md", known).own == ()


@pytest.mark.parametrize(
    ("body", "hides"),
    [
        (ID, (False, False)),
        (ID.replace("'blog'", "'blog', ({ data }) => !data.draft"), (True, False)),
        (ID.replace("'blog'", "'blog', (p) => p.data.pubDate <= now"), (False, True)),
        (
            ID.replace("all.map", "all.sort((a, b) => a.data.date < b.data.date).map"),
            (False, False),
        ),
    ],
)
def test_what_is_kept_back(body: str, hides: tuple[bool, bool]) -> None:
    known = site({"blog/[...x].astro": code(body)})
    found = routes("src/content/blog/a.md", known, draft=True, date="2030-01-02")
    assert (found.draft, found.since) == (hides[0], "2030-01-02" if hides[1] else "")


def test_pages_of_tags() -> None:
    known = site({"tags/[tag].astro": code(TAGS)})
    found = routes("src/content/blog/a.md", known, tags=["Two Words", "C#"])
    assert found.also == ("/tags/Two Words/index.html", "/tags/C%23/index.html")


@pytest.mark.parametrize(
    ("name", "url", "found"),
    [
        ("all/[...page].astro", "/all/3/", ("/all/index.html", 5)),
        ("all/[page].astro", "/all/2", ("/all/1/index.html", 3)),
        ("all/[...page].astro", "/all/1/", None),
        ("all/[...page].astro", "/other/3/", None),
    ],
)
def test_pages_with_numbers(name: str, url: str, found: tuple[str, int] | None) -> None:
    known = site({name: code(LIST)})
    assert known.router.numbered is not None
    assert known.router.numbered(url, known.layout) == found


def test_redirects() -> None:
    config = {
        "redirects": {"/old": "/blog/a/#x", "/news/[...x]": "/blog/[...x]", "/y": {"status": 301}}
    }
    found = routes("src/content/blog/a.md", site(SHOWN, config))
    assert found.aliases == ("/news/a/index.html", "/old/index.html")


def test_fallbacks() -> None:
    i18n = {"locales": ["en", "fr"], "defaultLocale": "en", "fallback": {"fr": "en"}}
    names = {"about.md": "", "contact.md": "", "fr/contact.md": ""}
    known = site(names, {"i18n": i18n})
    assert routes("src/pages/about.md", known).stands_in == ("/fr/about/index.html",)
    assert routes("src/pages/contact.md", known).stands_in == ()


def read(
    destination: str, known: Rules | None = None, path: str = "src/content/blog/a.md", **how: Any
) -> tuple[str, ...]:
    known = known or site(SHOWN)
    how = {"how": "", "image": False, "markdown": True, **how}
    link = Written(destination, origin=path, routes=routes_of(facts(path), known), **how)
    return tuple(known.router.read(link, known.layout))


@pytest.mark.parametrize(
    ("destination", "found"),
    [
        ("../b/", ("/blog/b/",)),
        ("b.md", ("/blog/a/b.md",)),
        ("/b", ("/b",)),
        ("/b/index", ("/b/index", "/b/index.html")),
    ],
)
def test_links(destination: str, found: tuple[str, ...]) -> None:
    assert read(destination) == found


def test_links_that_plugins_may_rewrite() -> None:
    known = site(SHOWN, {"markdown": {"remarkPlugins": [Computed("mine")]}})
    assert read("b.md", known) == ("/blog/a/b.md", "src/content/blog/b.md")
    harmless = site(SHOWN, {"markdown": {"remarkPlugins": [[Computed("remarkToc"), {}]]}})
    assert read("b.md", harmless) == ("/blog/a/b.md",)


@pytest.mark.parametrize(
    ("destination", "how", "found"),
    [
        ("./x.PNG", {}, ("src/content/blog/x.PNG",)),
        ("../x.png", {}, ("src/content/x.png",)),
        ("@/x.png", {}, ("src/x.png", "src/content/blog/@/x.png")),
        ("~/x.png", {}, ("src/content/blog/~/x.png",)),
        ("@some/where/x.png", {}, ()),
        ("/x.png", {}, ("/x.png",)),
        ("x.mp4", {}, ()),
        ("x.png", {"query": "v=2"}, ()),
        ("x.png", {"query": "v=2", "path": "src/pages/a.md"}, ("src/pages/x.png?v=2",)),
        ("x.png", {"markdown": False}, ("/blog/a/x.png",)),
    ],
)
def test_images(destination: str, how: dict[str, Any], found: tuple[str, ...]) -> None:
    paths = {"text": "{ // comment\n compilerOptions: { paths: { '@/*': ['./src/*'] } } }"}
    texts = {"src/pages/blog/[...x].astro": {"text": code(ID)}, "tsconfig.json": paths}
    known = rules("astro", BLOG, telling=tuple(texts), data=texts)
    assert read(destination, known, image=True, **how) == found


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/blog/x/", True),
        ("/blog/x.md", False),
        ("/other/", False),
        ("/og/x.png", True),
        ("/_astro/x.css", True),
    ],
)
def test_what_code_may_make(url: str, expected: bool) -> None:
    known = site({"blog/[...x].astro": "", "og/[x].png.ts": ""})
    assert known.router.generated(url, known.layout, Site(frozenset())) is expected


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("/", "src/pages/index.astro"),
        ("/rss.xml", "src/pages/rss.xml.js"),
        ("/sitemap-index.xml", "astro.config.mjs"),
        ("/sitemap.xml", None),
        ("/old/", "astro.config.mjs"),
    ],
)
def test_files(url: str, file: str | None) -> None:
    names = ("src/pages/index.astro", "src/pages/rss.xml.js", "astro.config.mjs")
    config = {"site": "https://e.org", "integrations": [Computed("sitemap", ())]}
    known = rules("astro", config | {"redirects": {"/old": "/"}}, telling=names)
    found = [one for one in known.router.sources(url, known.layout) if not one.startswith("public")]
    assert found == ([file] if file else [])


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({}, True),
        ({"base": Computed()}, False),
        ({"build": {"format": Computed()}}, False),
        ({"...": Computed()}, False),
    ],
)
def test_what_is_known(config: dict[str, Any], expected: bool) -> None:
    known = rules("astro", config)
    assert known.router.knows(known.layout) is expected


KEYS = ("base", "build", "i18n", "integrations", "redirects", "collections", "markdown", "output")


@pytest.mark.parametrize("value", [None, 3, "x", [], [1], {"a": 1}, {"locales": {}}, Computed()])
def test_no_configuration_is_too_odd(value: object) -> None:
    known = site(SHOWN, dict.fromkeys((*KEYS, "srcDir", "vite", "trailingSlash"), value))
    known.router.knows(known.layout)
    routes("src/content/blog/a.md", known)
    read("b.png", known, image=True)
    known.router.generated("/x/y/", known.layout, Site(frozenset()))
    list(known.router.sources("/x/y/", known.layout))
