"""Eleventy: what its configuration and data make of templates, files and links."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.configs.reading import telling_files
from blint.site.generators.eleventy import config as eleventy_config
from blint.site.model import Site
from blint.site.presets import PRESETS
from blint.site.routing.layouts import Rules, layout_of, router_of
from blint.site.routing.model import Routes, Written
from blint.site.routing.reading import routes_of
from blint.site.settings import Settings
from routes import facts

SRC = "export const config = { dir: { input: 'src' } };"
PREFIX = "export const config = { pathPrefix: '/blog/', dir: { input: 'src' } };"
PLUGINS = PREFIX + (
    "import { HtmlBasePlugin, InputPathToUrlTransformPlugin } from '@11ty/eleventy';"
    "export default function (c) { c.addPlugin(HtmlBasePlugin);"
    " c.addPlugin(InputPathToUrlTransformPlugin); }"
)
TAGS = "---\npagination:\n  data: collections\n  size: 1\n  alias: tag\n  filter: [all, posts]\n"
TAGS += "permalink: /tags/{{ tag | slugify }}/\n---\n"


def site(config: str, files: dict[str, str] | None = None, *posts: str) -> Rules:
    """The rules of a site: its configuration, other files that are read, and posts."""
    texts = {"eleventy.config.js": config, **dict.fromkeys(posts, ""), **(files or {})}
    data = eleventy_config.read(lambda name: texts.get(name, ""), "eleventy.config.js", texts)
    preset = eleventy_config.adapt(PRESETS["eleventy"], data)
    telling = telling_files(preset, "", texts)
    settings = Settings(preset=preset, generator=data, whole=True, found=True, telling=telling)
    return Rules(layout_of(settings), router_of(preset))


def place(config: str, path: str, files: dict[str, str] | None = None, **words: Any) -> Routes:
    return routes_of(facts(path, **words), site(config, files, path))


@pytest.mark.parametrize(
    ("path", "words", "own"),
    [
        ("src/index.md", {}, "/index.html"),
        ("src/a b/Über.md", {}, "/a b/Über/index.html"),
        ("src/guides/guides.md", {}, "/guides/index.html"),
        ("src/sub/Sub.md", {}, "/sub/Sub/index.html"),
        ("src/v1.2.md", {}, "/v1.2/index.html"),
        ("src/2023-04-01-x.md", {}, "/2023-04-01-x/index.html"),
        ("src/x.md", {"url": "now.html"}, "/now.html"),
        ("src/x.md", {"url": "/a//b/../c/"}, "/a/c/index.html"),
        ("src/x.md", {"url": ""}, "/x/index.html"),
        ("src/2023-04-01-x.md", {"url": "/b/{{ page.fileSlug }}/"}, "/b/x/index.html"),
        ("src/d/2023-04-01-x/index.md", {"url": "/{{ page.fileSlug }}/"}, "/x/index.html"),
        ("src/d-2023-04-01-x.md", {"url": "/{{ page.fileSlug }}/"}, "/x/index.html"),
        ("src/b/2023-04-01-x.md", {"url": "{{ page.filePathStem }}.html"}, "/b/x.html"),
        (
            "src/x.md",
            {"url": "/{{ title | slugify }}/", "title": "C++ & Ü"},
            "/c-and-ue/index.html",
        ),
        ("src/x.md", {"url": "/{{ title | slug }}/", "title": "It's + x"}, "/it's-+-x/index.html"),
        (
            "src/2023-04-01-x.md",
            {"url": "/{{ page.date | date: '%Y/%-m' }}/x/"},
            "/2023/4/x/index.html",
        ),
        (
            "src/x.md",
            {"url": "/{{ page.date | date: '%d' }}/", "date": "2023-07-04T23:30:00-05:00"},
            "/05/index.html",
        ),
        (
            "src/x.md",
            {"url": "/{{ page.date.getUTCFullYear() }}/", "date": "2023-07-04"},
            "/2023/index.html",
        ),
        (
            "src/x.md",
            {"url": "/{% if lang == 'de' %}de/{% else %}en/{% endif %}x/", "extra": {"lang": "de"}},
            "/de/x/index.html",
        ),
    ],
)
def test_own_address(path: str, words: dict[str, Any], own: str) -> None:
    assert place(SRC, path, **words).own == (own,)


def test_what_is_no_page() -> None:
    assert place(SRC, "src/a.md", url="false") == Routes(draft=False, linked=False)
    assert not place(SRC, "src/a.markdown").linked
    assert not place(SRC, "src/n/a.md", {".eleventyignore": "n/"}).linked
    assert not place(SRC + "\nc.ignores.add('src/n/*.md')", "src/n/a.md").linked
    assert not place(SRC, "src/_includes/a.md").linked


@pytest.mark.parametrize("url", ["/{{ unknown }}/", "/{{ title | mine }}/", "/{% for x in y %}/"])
def test_a_pattern_that_is_not_understood_is_not_certain(url: str) -> None:
    assert not place(SRC, "src/a.md", url=url, title="A").certain


@pytest.mark.parametrize(
    ("files", "own"),
    [
        ({"src/p/p.json": '{"permalink": "/x/{{ page.fileSlug }}/"}'}, "/x/a/"),
        ({"src/src.json": '{"permalink": "/y/"}', "src/p/p.json": "{}"}, "/y/"),
        ({"src/src.json": '{"permalink": "/y/"}', "src/p/p.json": '{"permalink": "/z/"}'}, "/z/"),
        ({"src/p/a.json": '{"permalink": "/f/"}', "src/p/p.json": '{"permalink": "/z/"}'}, "/f/"),
        ({"src/p/p.11tydata.js": "module.exports = { permalink: '/j/' };"}, "/j/"),
        (
            {"src/p/p.11tydata.js": "export default { permalink: (d) => `/f/${d.x}/` }"},
            None,
        ),
        (
            {"src/p/p.11tydata.js": "exports = { permalink: (d) => `/f/${d.page.fileSlug}/` };"},
            "/f/a/",
        ),
        ({"src/p/p.11tydata.json": '{"eleventyComputed": {"permalink": "/c/"}}'}, "/c/"),
        ({"src/_data/permalink.json": '"/g/{{ page.fileSlug }}.html"'}, "/g/a.html"),
        ({"src/p/other.json": '{"permalink": "/o/"}'}, "/p/a/"),
    ],
)
def test_data(files: dict[str, str], own: str | None) -> None:
    found = place(SRC, "src/p/a.md", files)
    assert found.certain is (own is not None)
    if own is not None:
        assert found.own == (own + "index.html" if own.endswith("/") else own,)


def test_computed_permalinks_come_first() -> None:
    files = {"src/p/p.json": '{"eleventyComputed": {"permalink": "/c/"}}'}
    assert place(SRC, "src/p/a.md", files, url="/own/").own == ("/c/index.html",)
    computed = {"eleventyComputed.permalink": "/d/"}
    assert place(SRC, "src/p/a.md", files, url="false", extra=computed).own == ("/d/index.html",)


def test_drafts() -> None:
    drop = "c.addPreprocessor('d', '*', (data) => { if (data.draft) return false; });"
    computed = (
        "export default { permalink: (d) => { if (d.draft) return false; return d.permalink } }"
    )
    assert place(SRC, "src/a.md", draft=True).draft is False
    assert place(SRC + drop, "src/a.md", draft=True).draft is True
    files = {"src/_data/eleventyComputed.js": computed}
    assert place(SRC, "src/a.md", files, draft=True).draft is True
    assert place(SRC, "src/a.md", files, draft=True).certain


def test_tags_and_lists() -> None:
    files = {
        "src/tags.njk": TAGS,
        "src/list.njk": "---\npagination:\n  data: collections.posts\n  size: 2\n"
        'permalink: "/l/{% if pagination.pageNumber > 0 %}{{ pagination.pageNumber + 1 }}/'
        '{% endif %}"\n---\n',
        "src/p/p.json": '{"tags": "posts"}',
    }
    found = place(SRC, "src/p/a.md", files, tags=["C#", "Web Dev"])
    assert found.lasting == ("/tags/c/index.html", "/tags/web-dev/index.html")
    assert found.also == ("/l/index.html#top",)
    known = site(SRC, files, "src/p/a.md")
    assert known.router.numbered is not None
    assert known.router.numbered("/l/2/", known.layout) == ("/l/index.html", 3)
    assert known.router.numbered("/l/1/", known.layout) is None


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("/old/", True),
        ("/older/", False),
        ("/n/b.html", True),
        ("/n/c.html", False),
        ("/tags/all/", False),
        ("/tags/mine/", True),
        ("/feed.xml", False),
    ],
)
def test_made_pages(url: str, made: bool) -> None:
    files = {
        "src/tags.njk": TAGS,
        "src/r.njk": "---\npagination: {data: redirects, size: 1, alias: r}\n"
        "permalink: '{{ r.from }}'\n---\n",
        "src/n.njk": "---\nns: [a, b]\npagination: {data: ns, size: 1, alias: n}\n"
        "permalink: n/{{ n }}.html\n---\n",
        "src/_data/redirects.json": '[{"from": "/old/"}]',
    }
    known = site(SRC + "c.addCollection('mine', (api) => []);", files)
    assert known.router.generated(url, known.layout, Site(frozenset())) is made


COPIES = """
c.addPassthroughCopy("src/img");
c.addPassthroughCopy({ "./public/": "/" });
c.addPassthroughCopy("src/**/*.pdf");
c.addPassthroughCopy({ "data/*.csv": "tables" });
c.addPassthroughCopy({ "cname": "CNAME" });
c.setTemplateFormats("md,jpg");
"""


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("/img/a.png", "src/img/a.png"),
        ("/favicon.ico", "public/favicon.ico"),
        ("/x/a.pdf", "src/x/a.pdf"),
        ("/tables/a.csv", "data/a.csv"),
        ("/CNAME", "cname"),
        ("/x/a.jpg", "src/x/a.jpg"),
    ],
)
def test_files(url: str, file: str) -> None:
    known = site(SRC + COPIES)
    assert file in list(known.router.sources(url, known.layout))


@pytest.mark.parametrize(
    "url", ["/src/img/a.png", "/public/favicon.ico", "/data/a.csv", "/x/a.png"]
)
def test_files_that_are_not_copied(url: str) -> None:
    known = site(SRC + COPIES)
    found = set(known.router.sources(url, known.layout))
    assert not found & {"src/img/a.png", "public/favicon.ico", "data/a.csv", "src/x/a.png"}


POSTS = ("src/index.md", "src/about.md", "src/p/a.md", "src/p/about.md")


@pytest.mark.parametrize(
    ("config", "destination", "how", "target"),
    [
        (SRC, "../b/", "", "/p/b/"),
        (SRC, "b.md", "", "/p/a/b.md"),
        (SRC, "/x/", "base", "/x/"),
        (PREFIX, "/x/", "", "/x/"),
        (PREFIX, "/x/", "base", "/blog/x/"),
        (PREFIX, "/blog/x/", "base", "/blog/blog/x/"),
        (PREFIX, "/blog/", "base", "/blog/"),
        (PREFIX, "../../../../x/", "", "/blog/../x/"),
        (PREFIX, "about.md", "input-base", "src/about.md"),
        (PLUGINS, "/x/", "", "/blog/x/"),
        (PLUGINS, "/x/", "base", "/blog/blog/x/"),
        (PLUGINS, "/blog", "", "/blog/blog"),
        (PLUGINS, "/blog/", "", "/blog/"),
        (PLUGINS, "about.md", "", "src/about.md"),
        (PLUGINS, "./about.md", "", "src/about.md"),
        (PLUGINS, "p/about.md", "", "src/p/about.md"),
        (PLUGINS, "a.md", "", "src/p/a.md"),
        (PLUGINS, "src/p/a.md", "", "src/p/a.md"),
        (PLUGINS, "/src/p/a.md", "", "/blog/src/p/a.md"),
        (PLUGINS, "nope.md", "", "/blog/p/a/nope.md"),
        (PLUGINS, "about.md", "input", "src/about.md"),
        (PLUGINS, "/x", "root", "/x"),
    ],
)
def test_links(config: str, destination: str, how: str, target: str) -> None:
    known = site(config, None, *POSTS)
    own = routes_of(facts("src/p/a.md"), known)
    link = Written(destination, how, False, True, "src/p/a.md", own)
    assert next(iter(known.router.read(link, known.layout))) == target


def test_files_copied_beside_a_page() -> None:
    known = site(SRC + "c.addPassthroughCopy('src/**/*.{jpg,png}', { mode: 'html-relative' });")
    own = Routes(("/x/index.html",))
    link = Written("a.jpg", "", True, True, "src/p/a.md", own)
    assert tuple(known.router.read(link, known.layout)) == ("src/p/a.jpg", "/x/a.jpg")


@pytest.mark.parametrize(
    "config",
    [
        "export const config = { pathPrefix: process.env.PREFIX };",
        "export const config = { dir: { input: folder() } };",
        "export const config = { markdownTemplateEngine: 'ejs' };",
        "export default (c) => { c.addPlugin(unheardOf); }",
        "import x from 'eleventy-plugin-strange'; export default (c) => { c.addPlugin(x); }",
        "export default (c) => { c.addTransform('links', (html) => html); }",
        "export default (c) => { c.addUrlTransform(() => '/'); }",
        "export default (c) => { c.amendLibrary('md', (md) => { md.rules.link_open = f }) }",
        "export default (c) => { c.addGlobalData('permalink', () => () => '/x/'); }",
    ],
)
def test_what_only_code_can_tell(config: str) -> None:
    known = site(config)
    assert not known.router.knows(known.layout)


@pytest.mark.parametrize(
    "config",
    [
        "",
        "module.exports = 1",
        "export const config = { dir: 1, templateFormats: 5, pathPrefix: [] };",
        "export default (c) => { c.addPassthroughCopy(); c.addPlugin(); c.addCollection(1); }",
        "export const config = { dir: { input: '../x', includes: 3, data: null } };",
    ],
)
def test_odd_configurations_do_no_harm(config: str) -> None:
    assert routes_of(facts("src/a.md", url="/{{"), site(config, None, "src/a.md")) is not None


@pytest.mark.parametrize(
    ("config", "prefix"),
    [
        ("module.exports = (c) => { return { dir: { input: 'src' }, pathPrefix: 'x' } }", "/x"),
        ("const C = { pathPrefix: '/x/', dir: { input: 'src' } };\nmodule.exports = () => C", "/x"),
        ("export default (c) => ({ pathPrefix: '/x/', dir: { input: 'src' } });", "/x"),
        ("const P = '/x';\nexport const config = { pathPrefix: P, dir: { input: 'src' } };", "/x"),
        ("export default (c) => { c.setInputDirectory('src'); /* pathPrefix: '/y' */ }", ""),
    ],
)
def test_where_settings_stand(config: str, prefix: str) -> None:
    known = site(config, None, "src/a.md")
    assert known.layout.base == prefix


def test_a_configuration_in_several_files() -> None:
    files = {"_config/copy.js": "export default (c) => { c.addPassthroughCopy('src/img'); }"}
    known = site(SRC + "import copy from './_config/copy.js';", files)
    assert list(known.router.sources("/img/a.png", known.layout)) == ["src/img/a.png"]


def test_the_command_line() -> None:
    files = {"package.json": '{"scripts": {"build": "eleventy --input=src --pathprefix=/x/"}}'}
    assert site("", files, "src/a.md").layout.base == "/x"
