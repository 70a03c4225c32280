"""Docusaurus: where documents, posts and pages are published, and what links mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from blint.site.generators.docusaurus.config import adapt, read
from blint.site.generators.docusaurus.slugs import kebab
from blint.site.model import Site
from blint.site.presets import PRESETS
from blint.site.routing.model import Written
from routes import facts, routes, rules

CLASSIC = "presets: ['classic']"
FRENCH = "i18n: {defaultLocale: 'en', locales: ['en', 'fr']}"
DOCS_FR = "i18n/fr/docusaurus-plugin-content-docs/current"


def config(*lines: str, base: str = "/", files: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What is read from a configuration of some lines, beside other files."""
    text = f"export default {{url: 'https://x.y', baseUrl: '{base}', {', '.join(lines)}}};"
    known = {**(files or {}), "docusaurus.config.js": text}
    return read(known.__getitem__, "docusaurus.config.js", known)


def preset(docs: str = "{}", blog: str = "{}", pages: str = "{}") -> str:
    return f"presets: [['classic', {{docs: {docs}, blog: {blog}, pages: {pages}}}]]"


def means(path: str, destination: str, found: Mapping[str, Any], **how: Any) -> tuple[str, ...]:
    known = rules("docusaurus", found)
    own = known.router.routes(facts(path), known.layout)
    given = {"how": "", "image": False, "markdown": True, **how}
    link = Written(path=destination, origin=path, routes=own, **given)
    return tuple(known.router.read(link, known.layout))


@pytest.mark.parametrize(
    ("path", "words", "url"),
    [
        ("docs/a.md", {}, "/docs/a"),
        ("docs/01-basics/02-Advanced Usage.md", {}, "/docs/basics/Advanced Usage"),
        ("docs/01-basics/2021-11-notes.md", {}, "/docs/basics/2021-11-notes"),
        ("docs/7.0-release.md", {}, "/docs/7.0-release"),
        ("docs/8 - X.mdx", {}, "/docs/X"),
        ("docs/a/README.md", {}, "/docs/a/"),
        ("docs/tools/Tools.md", {}, "/docs/tools/"),
        ("docs/02-guides/guides.md", {}, "/docs/guides/guides"),
        ("docs/02-guides/02-guides.md", {}, "/docs/guides/"),
        ("docs/index.md", {}, "/docs/"),
        ("docs/a/b.md", {"slug": "c"}, "/docs/a/c"),
        ("docs/a/b.md", {"slug": "../c"}, "/docs/c"),
        ("docs/a/b.md", {"slug": "/c/"}, "/docs/c/"),
        ("docs/a/b.md", {"slug": "/"}, "/docs/"),
        ("docs/a/1-b.md", {"extra": {"id": "c"}}, "/docs/a/c"),
        ("docs/1-a/1-b.md", {"extra": {"parse_number_prefixes": "false"}}, "/docs/1-a/1-b"),
        ("blog/2024-01-10-first.md", {}, "/blog/2024/01/10/first"),
        ("blog/2024-02-11-x/index.md", {}, "/blog/2024/02/11/x"),
        ("blog/2024/02/11/x.md", {}, "/blog/2024/02/11/x"),
        ("blog/nested/2024-5-4-f.mdx", {}, "/blog/2024/5/4/nested/f"),
        ("blog/2024-01-02.md", {}, "/blog/2024/01/02/"),
        ("blog/nodate/index.md", {"date": "2024-01-01"}, "/blog/nodate"),
        ("blog/2024-01-10-first.md", {"slug": "/abs/x"}, "/blog/abs/x"),
        ("src/pages/x.md", {}, "/x"),
        ("src/pages/team/index.mdx", {}, "/team/"),
        ("src/pages/index.md", {}, "/"),
        ("src/pages/x.md", {"slug": "/y/z"}, "/y/z"),
        ("docs/_part.md", {}, ""),
        ("docs/_parts/a.md", {}, ""),
        ("docs/a.markdown", {}, ""),
        ("elsewhere/a.md", {}, ""),
    ],
)
def test_addresses(path: str, words: dict[str, Any], url: str) -> None:
    assert routes("docusaurus", path, config(CLASSIC), **words).address == url


@pytest.mark.parametrize(
    ("slash", "path", "output", "address"),
    [
        ("undefined", "docs/a.md", "/docs/a/index.html", "/docs/a"),
        ("undefined", "docs/a/index.md", "/docs/a/index.html", "/docs/a/"),
        ("true", "docs/a.md", "/docs/a/index.html", "/docs/a/"),
        ("false", "docs/a/index.md", "/docs/a.html", "/docs/a"),
        ("false", "src/pages/index.md", "/index.html", "/"),
    ],
)
def test_trailing_slash(slash: str, path: str, output: str, address: str) -> None:
    found = routes("docusaurus", path, config(CLASSIC, f"trailingSlash: {slash}"))
    assert (found.own, found.address) == ((output,), address)


@pytest.mark.parametrize(
    ("docs", "path", "url"),
    [
        ("{routeBasePath: '/'}", "docs/a.md", "/a"),
        ("{path: './manual/', routeBasePath: '/m'}", "manual/a.md", "/m/a"),
        ("{path: 'docs', numberPrefixParser: false}", "docs/1-a.md", "/docs/1-a"),
        ("{exclude: ['**/*.x.md', 'old/**']}", "docs/a.x.md", ""),
        ("{exclude: []}", "docs/_a.md", "/docs/_a"),
        ("{include: ['**/*.{mdx,md2}']}", "docs/a.md", ""),
        ("false", "docs/a.md", ""),
        ("undefined", "docs/a.md", "/docs/a"),
    ],
)
def test_options_of_documents(docs: str, path: str, url: str) -> None:
    assert routes("docusaurus", path, config(preset(docs))).address == url


@pytest.mark.parametrize(
    ("docs", "current", "two", "one"),
    [
        ("{}", "/docs/next/a", "/docs/a", "/docs/1.0/a"),
        ("{lastVersion: 'current'}", "/docs/a", "/docs/2.0/a", "/docs/1.0/a"),
        ("{includeCurrentVersion: false}", "", "/docs/a", "/docs/1.0/a"),
        ("{onlyIncludeVersions: ['1.0']}", "", "", "/docs/a"),
        ("{disableVersioning: true}", "/docs/a", "", ""),
        ("{versions: {'1.0': {path: 'old'}}}", "/docs/next/a", "/docs/a", "/docs/old/a"),
    ],
)
def test_versions(docs: str, current: str, two: str, one: str) -> None:
    found = config(preset(docs), files={"versions.json": '["2.0", "1.0"]'})
    places = ("docs/a.md", "versioned_docs/version-2.0/a.md", "versioned_docs/version-1.0/a.md")
    assert tuple(routes("docusaurus", place, found).address for place in places) == (
        current,
        two,
        one,
    )


def test_languages() -> None:
    found = config(CLASSIC, FRENCH, base="/b/", files={f"{DOCS_FR}/a.md": ""})
    assert routes("docusaurus", "docs/b.md", found).own == (
        "/b/docs/b/index.html",
        "/b/fr/docs/b/index.html",
    )
    assert routes("docusaurus", "docs/a.md", found).own == ("/b/docs/a/index.html",)
    assert routes("docusaurus", f"{DOCS_FR}/a.md", found).own == ("/b/fr/docs/a/index.html",)
    assert means(f"{DOCS_FR}/a.md", "./b.md", found)[-1] == "/b/fr/docs/b.md"
    assert means(f"{DOCS_FR}/a.md", "b.md", found)[0] == "docs/b.md"
    assert means(f"{DOCS_FR}/a.md", "/docs/b", found) == ("/b/fr/docs/b",)
    assert means("docs/b.md", "./a.md", found)[0] == "docs/a.md"


def test_further_instances() -> None:
    plugin = "['@docusaurus/plugin-content-docs', {id: 'c', path: 'c', routeBasePath: 'c'}]"
    found = config(CLASSIC, f"plugins: [{plugin}]")
    assert routes("docusaurus", "c/a.md", found).address == "/c/a"
    assert means("c/a.md", "../docs/b.md", found) == ("/docs/b.md",)
    assert adapt(PRESETS["docusaurus"], found).content == ("docs", "blog", "src/pages", "c")


def test_folders_beside_the_site() -> None:
    text = f"module.exports = {{baseUrl: '/', {preset('{path: `../docs`}')}}}"
    name = "website/docusaurus.config.js"
    found = read({name: text}.__getitem__, name, [name])
    assert routes("docusaurus", "docs/a.md", found).address == "/docs/a"
    assert routes("docusaurus", "website/blog/a.md", found).address == "/blog/a"
    assert adapt(PRESETS["docusaurus"], found).content == ("../docs", "blog", "src/pages")


@pytest.mark.parametrize(
    ("destination", "how", "expected"),
    [
        ("./b.md", {}, ("docs/x/b.md", "/docs/x/b.md")),
        ("b.mdx", {}, ("docs/x/b.mdx", "docs/b.mdx", "/docs/x/b.mdx")),
        ("/docs/b.md", {}, ("docs/docs/b.md", "docs/b.md", "/docs/b.md")),
        ("../../blog/b.md", {}, ("/blog/b.md",)),
        ("./_b.md", {}, ("/docs/x/_b.md",)),
        ("@site/docs/b.md", {}, ("docs/b.md",)),
        ("@site/blog/b.md", {}, ("blog/b.md",)),
        ("@site/blog/b.md", {"reference": True}, ()),
        ("b", {}, ("/docs/x/b",)),
        ("../../../../b", {}, ("/b",)),
        ("/b/", {}, ("/b/",)),
        ("/b/index", {}, ("/b/index", "/b/")),
        ("a.pdf", {}, ("docs/x/a.pdf", "/docs/x/a.pdf")),
        ("a.pdf", {"reference": True}, ("/docs/x/a.pdf",)),
        ("/a.pdf", {}, ("/a.pdf",)),
        ("/a.html", {"how": "pathname"}, ("/a.html",)),
        ("a.png", {"image": True}, ("docs/x/a.png",)),
        ("/a.png", {"image": True}, ("static/a.png",)),
        ("@site/a.png", {"image": True}, ("a.png",)),
        ("/a.png", {"image": True, "reference": True}, ("/a.png",)),
        ("b", {"markdown": False, "component": "Link"}, ("/docs/x/b",)),
        ("./b.md", {"markdown": False, "component": "Link"}, ("/docs/x/b.md",)),
        ("b", {"markdown": False}, ("/docs/x/b", "/docs/x/a/b")),
        ("..", {"markdown": False}, ()),
        ("a.png", {"markdown": False, "image": True}, ("/docs/x/a.png", "/docs/x/a/a.png")),
        ("b", {"markdown": False, "extra": {"mdx.format": "md"}}, ("/docs/x/b",)),
        ("b", {"markdown": False, "component": "Card"}, ()),
    ],
)
def test_links(destination: str, how: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert means("docs/x/a.md", destination, config(CLASSIC), **how) == expected


@pytest.mark.parametrize(
    ("destination", "how", "expected"),
    [
        ("/docs/b", {}, "/s/docs/b"),
        ("/s/docs/b", {}, "/s/docs/b"),
        ("/s", {}, "/s"),
        ("/site", {}, "/s/site"),
        ("/a.png", {"how": "pathname"}, "/s/a.png"),
        ("/a.png", {"how": "pathname", "image": True}, "/a.png"),
        ("/docs/b", {"markdown": False}, "/docs/b"),
        ("/docs/b", {"markdown": False, "component": "Link"}, "/s/docs/b"),
        ("../../b", {}, "/b"),
    ],
)
def test_base_path(destination: str, how: dict[str, Any], expected: str) -> None:
    assert means("docs/a.md", destination, config(CLASSIC, base="/s/"), **how) == (expected,)


def test_links_of_parts_are_read_from_the_pages_that_show_them() -> None:
    assert means("docs/_a.md", "./b.md", config(CLASSIC)) == ("docs/b.md",)
    assert means("docs/_a.md", "b", config(CLASSIC)) == ()


def test_pages_with_encoded_names_answer_nothing() -> None:
    known = rules("docusaurus", config(CLASSIC))
    path = "src/pages/My Page.md"
    found = known.router.routes(facts(path), known.layout)
    assert (found.own, found.linked) == (("/My%20Page/index.html",), False)
    assert not known.router.publishes(path, known.layout)


def test_lists_of_a_post() -> None:
    found = config(
        CLASSIC,
        files={
            "blog/authors.yml": "ann: {page: true}\nbobS: {page: {permalink: /b}}\ncy: {}",
            "blog/tags.yml": "new:\n  permalink: /news\nother thing:",
        },
    )
    extra = {"tags": "new\nother thing\nC#", "tags[permalink]": "x", "authors": "ann\nbobS\ncy"}
    made = routes("docusaurus", "blog/2024-01-02-a.md", found, extra=extra).also
    assert [url.removesuffix("/index.html") for url in made] == [
        *("/blog/tags", "/blog/tags/news", "/blog/tags/other-thing", "/blog/tags/c"),
        *("/blog/tags/x", "/blog", "/blog/authors/ann", "/blog/authors/b"),
    ]
    hidden = routes("docusaurus", "blog/a.md", found, extra={"unlisted": "true"})
    assert hidden.also == ()


@pytest.mark.parametrize(
    ("url", "is_there"),
    [
        *(("/blog", True), ("/blog/archive/", True), ("/blog/rss.xml", True), ("/404.html", True)),
        *(("/blog/feed.json", False), ("/sitemap.xml", True), ("/search", False), ("/docs", False)),
        *(("/blog/authors", True), ("/blog/authors/ann", True), ("/blog/authors/cy", False)),
        *(("/docs/category/one", True), ("/docs/category/own", False), ("/docs/own", True)),
        *(("/docs/category/by-hand", True), ("/docs/category/by-hand-1", True), ("/old", True)),
        *(("/old/x.html", True), ("/blog.htm", True), ("/fr/blog", False)),
    ],
)
def test_made_pages(url: str, is_there: bool) -> None:
    redirects = "{redirects: [{from: ['/old', '/old/x.html'], to: '/'}], fromExtensions: ['htm']}"
    by_hand = "{type: 'category', label: 'By hand', link: {type: 'generated-index'}, items: []}"
    found = config(
        preset("{sidebarPath: './sidebars.js'}"),
        f"plugins: [['@docusaurus/plugin-client-redirects', {redirects}]]",
        files={
            "blog/authors.yml": "ann: {page: true}\ncy: {}",
            "docs/1-one/_category_.json": '{"link": {"type": "generated-index"}}',
            "docs/own/_category_.yml": "link: {type: generated-index, slug: own}",
            "sidebars.js": f"module.exports = {{a: [{by_hand}, 'x', {by_hand}]}}",
        },
    )
    known = rules("docusaurus", found)
    assert known.router.generated(url, known.layout, Site(frozenset())) is is_there


@pytest.mark.parametrize(
    ("blog", "url", "expected"),
    [
        ("{}", "/blog/page/2", ("/blog/index.html", 11)),
        ("{}", "/blog/page/1", None),
        ("{}", "/blog/page/02", None),
        ("{}", "/blog/2024/10", None),
        ("{}", "/blog/tags/a/page/3/", ("/blog/tags/a/index.html", 21)),
        ("{postsPerPage: 'ALL'}", "/blog/page/2", None),
        ("{routeBasePath: '/', pageBasePath: 'p'}", "/p/2", ("/index.html", 11)),
    ],
)
def test_numbered_pages(blog: str, url: str, expected: tuple[str, int] | None) -> None:
    known = rules("docusaurus", config(preset(blog=blog)))
    assert known.router.numbered is not None
    assert known.router.numbered(url, known.layout) == expected


def test_old_addresses_lead_on() -> None:
    plugin = "[['client-redirects', {redirects: [{from: ['/b', '/c.html'], to: '/docs/a/?x#y'}]}]]"
    found = config(CLASSIC, f"plugins: {plugin}")
    old = ("/b/index.html", "/c.html/index.html", "/c.html/")
    assert routes("docusaurus", "docs/a.md", found).aliases == old


def test_pages_that_are_programs() -> None:
    known = rules("docusaurus", config(CLASSIC))
    sources = set(known.router.sources("/contact", known.layout))
    assert {"static/contact", "src/pages/contact.tsx", "src/pages/contact/index.js"} <= sources
    assert "src/pages/_x.js" not in set(known.router.sources("/_x", known.layout))


@pytest.mark.parametrize(
    "line",
    [
        "presets: [['classic', {docs: docsOptions}]]",
        "presets: [['classic', {docs: {...common}}]]",
        "presets: [['classic', {blog: {routeBasePath: process.env.BLOG}}]]",
        "presets: [['classic', {docs: {numberPrefixParser: (name) => name}}]]",
        "presets: [['classic', {docs: {exclude: ['!(a).md']}}]]",
        "presets: [['classic', {docs: {path: '../../docs'}}]]",
        "presets: ['other-preset']",
        "presets: presets",
        "presets: ['classic'], plugins: [...more]",
        "presets: ['classic'], plugins: ['docusaurus-plugin-typedoc']",
        "presets: ['classic'], markdown: {preprocessor: (file) => file}",
        "presets: ['classic'], trailingSlash: process.env.SLASH === '1'",
        "presets: ['classic'], i18n: {locales: languages}",
        "presets: ['classic'], future: {experimental_router: 'hash'}",
        "presets: [['classic', {docs: 3, blog: []}]]",
        "presets: {}, plugins: 'x'",
        "...base",
    ],
)
def test_code_that_decides_on_addresses(line: str) -> None:
    known = rules("docusaurus", config(line))
    assert not known.router.knows(known.layout)


def test_plugins_that_may_make_pages() -> None:
    known = rules("docusaurus", config(CLASSIC, "plugins: ['./plugins/own.js', tailwind]"))
    site = Site(frozenset())
    assert known.router.knows(known.layout)
    assert known.router.generated("/own/page", known.layout, site)
    assert not known.router.generated("/docs/page", known.layout, site)


def test_without_a_configuration_the_usual_one_holds() -> None:
    assert routes("docusaurus", "blog/2024-01-02-a.md").address == "/blog/2024/01/02/a"
    said = read(lambda _name: "", "docusaurus.config.js", [])
    assert {key: value for key, value in said.items() if value is not None} == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("Machine Learning", "machine-learning"), ("C#", "c"), ("GitHub", "git-hub")),
        *(("v1.2", "v-1-2"), ("web3", "web-3"), ("macOS", "mac-os"), ("ES2015", "es-2015")),
        *(("don't panic", "dont-panic"), ("Über uns", "uber-uns"), ("Straße", "strasse")),
        *(("AT&T", "at-t"), ("日本語", "日本語"), ("1st", "1st"), ("…", "")),
    ],
)
def test_kebab_case(text: str, expected: str) -> None:
    assert kebab(text) == expected
