"""VitePress: what its configuration makes of pages and links."""

from __future__ import annotations

import pytest

from blint.site.generators.vitepress import config as vitepress_config
from blint.site.generators.vitepress.rewrites import rewritten
from blint.site.model import Site
from blint.site.presets import PRESETS
from blint.site.routing.layouts import Rules, layout_of, router_of
from blint.site.routing.model import Routes, Written
from blint.site.routing.reading import routes_of
from blint.site.settings import Settings
from routes import facts

CONFIG = ".vitepress/config.mts"


def site(config: str = "", files: dict[str, str] | None = None, name: str = CONFIG) -> Rules:
    texts = {name: f"export default {{ {config} }}" if config[:1] != "!" else config[1:]}
    texts |= files or {}
    data = vitepress_config.read(lambda name: texts.get(name, ""), name, texts)
    preset = vitepress_config.adapt(PRESETS["vitepress"], data)
    settings = Settings(preset=preset, generator=data, whole=True, found=True)
    return Rules(layout_of(settings), router_of(preset))


@pytest.mark.parametrize(
    ("config", "path", "own"),
    [
        ("", "index.md", "/index.html"),
        ("", "guide/README.md", "/guide/README.html"),
        ("", "guide/v1.2 Über.md", "/guide/v1.2 Über.html"),
        ("cleanUrls: true", "guide/a.md", "/guide/a.html"),
        ("base: '/x/'", "guide/a.md", "/x/guide/a.html"),
        ("srcDir: './docs'", "docs/a.md", "/a.html"),
        ("rewrites: { 'a.md': 'b/c.md' }", "a.md", "/b/c.html"),
        ("rewrites: { 'en/:rest*': ':rest*' }", "en/x/y.md", "/x/y.html"),
    ],
)
def test_own_address(config: str, path: str, own: str) -> None:
    assert routes_of(facts(path), site(config)).own == (own,)


@pytest.mark.parametrize(
    ("config", "path"),
    [
        ("", "a/[slug].md"),
        ("", "a.markdown"),
        ("srcDir: 'docs'", "a.md"),
        ("srcExclude: ['in/**', '**/TODO.md']", "in/a.md"),
        ("srcExclude: ['in/**', '**/TODO.md']", "x/TODO.md"),
    ],
)
def test_what_is_no_page(config: str, path: str) -> None:
    assert routes_of(facts(path), site(config)) == Routes(linked=False)


def test_drafts_are_pages() -> None:
    assert routes_of(facts("a.md", draft=True), site()).draft is False


@pytest.mark.parametrize(
    ("pairs", "path", "expected"),
    [
        ((("packages/:pkg/docs/:page", ":pkg/:page"),), "packages/a/docs/b.md", "a/b.md"),
        ((("packages/:pkg/docs/:page", ":pkg/:page"),), "packages/a/docs/b/c.md", None),
        ((("pkg/:name/src/(.*)", ":name/:0"),), "pkg/a/src/b/c.md", "a/b/c.md"),
        ((("a/:slug(old-.*)", "b/:slug"),), "a/old-x.md", "b/old-x.md"),
        ((("A.md", "b.md"),), "a.md", "b.md"),
        ((("a.md", "b.md"), ("a.md", "c.md")), "a.md", "b.md"),
        ((("a/:x?/b.md", "c/:x?/b.md"),), "a/b.md", "c/b.md"),
        ((("a/:x+", "b/:x+"),), "a/y/z.md", "b/y/z.md"),
    ],
)
def test_rewrites(pairs: tuple[tuple[str, str], ...], path: str, expected: str | None) -> None:
    assert rewritten(path, pairs) == (expected or path)


@pytest.mark.parametrize(
    ("config", "destination", "target"),
    [
        ("", "b", "/g/b.html"),
        ("", "./b.md", "/g/b.html"),
        ("", "b.html", "/g/b.html"),
        ("", "b/", "/g/b/"),
        ("", "index.md", "/g/"),
        ("", "/g/INDEX.md", "/g/"),
        ("", "../", "/"),
        ("", "..", "/g/...html"),
        ("", ".", "/g/..html"),
        ("", "v1.2", "/g/v1.2.html"),
        ("", "x.pdf", "/g/x.pdf"),
        ("", "node.js", "/g/node.js"),
        ("", "x.docx", "/g/x.docx.html"),
        ("", "b.mdx", "/g/b.mdx.html"),
        ("", "/h//b.md", "/h/b.html"),
        ("cleanUrls: true", "b.md", "/g/b"),
        ("cleanUrls: true", "b.html", "/g/b.html"),
        ("cleanUrls: true", "..", "/"),
        ("base: '/x/'", "/b.md", "/x/b.html"),
        ("base: '/x/'", "/x/b.md", "/x/x/b.html"),
        ("base: '/x/'", "/p.pdf", "/x/p.pdf"),
        ("base: '/x/'", "../../../b", "/x/../b.html"),
    ],
)
def test_links(config: str, destination: str, target: str) -> None:
    assert read(site(config), destination) == (target,)


def read(
    known: Rules, destination: str, *, how: str = "", markdown: bool = True
) -> tuple[str, ...]:
    own = routes_of(facts("g/a.md"), known)
    link = Written(destination, how, False, markdown, "g/a.md", own)
    return tuple(known.router.read(link, known.layout))


def test_the_name_of_an_index_page() -> None:
    assert read(site("cleanUrls: true"), "/b/index") == ("/b/index", "/b/index.html")


def test_links_that_are_left_alone() -> None:
    assert read(site("base: '/x/'"), "/b", markdown=False) == ("/b",)
    assert read(site("base: '/x/'"), "/b.md", how="kept") == ("/b.md",)
    assert read(site("base: '/x/'"), "/b", how="root") == ("/b",)


@pytest.mark.parametrize(
    ("destination", "markdown", "targets"),
    [
        ("/a.png", True, ("public/a.png", "a.png")),
        ("a.png", True, ("g/a.png",)),
        ("./a.png", False, ("g/a.png",)),
        ("a.png", False, ("node_modules/a.png",)),
    ],
)
def test_images(destination: str, markdown: bool, targets: tuple[str, ...]) -> None:
    known = site()
    link = Written(destination, "", True, markdown, "g/a.md", Routes(("/g/a.html",)))
    assert tuple(known.router.read(link, known.layout)) == targets


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("/404.html", True),
        ("/hashmap.json", True),
        ("/assets/x.js", True),
        ("/sitemap.xml", True),
        ("/b/one.html", True),
        ("/b/one", True),
        ("/b/two.html", False),
        ("/c/any.html", True),
        ("/feed.xml", False),
    ],
)
def test_made_pages(url: str, made: bool) -> None:
    files = {
        **dict.fromkeys(("b/[s].md", "c/[s].md", "d/[s].md"), ""),
        "b/[s].paths.js": "export default { paths() { return [{ params: { s: 'one' } }] } }",
        "c/[s].paths.ts": "export default { paths: () => all() }",
    }
    known = site("sitemap: { hostname: 'https://example.org' }", files)
    assert known.router.generated(url, known.layout, Site(frozenset())) is made


def test_files() -> None:
    known = site("srcDir: 'docs', base: '/x/'")
    assert list(known.router.sources("/x/a.pdf", known.layout)) == [
        "docs/public/a.pdf",
        "docs/a.pdf.md",
    ]


@pytest.mark.parametrize(
    ("config", "base"),
    [
        (
            "!import { a } from 'vitepress'\nexport default defineConfig({ base: '/x/' })",
            "/x",
        ),
        ("!export default withMermaid(defineConfig({ base: '/x/' }))", "/x"),
        ("!export default defineConfigWithTheme<Theme>({ base: '/x/' })", "/x"),
        ("!export default defineConfig(async () => ({ base: '/x/' }))", "/x"),
        ("!const config: UserConfig = { base: '/x/' }\nexport default config", "/x"),
        ("themeConfig: { sidebar: { '/g/': { base: '/g/' } } }", ""),
        ("base: '/x/', // base: '/y/'", "/x"),
    ],
)
def test_where_settings_stand(config: str, base: str) -> None:
    known = site(config)
    assert known.layout.base == base
    assert known.router.knows(known.layout)


def test_a_configuration_in_several_files() -> None:
    files = {
        ".vitepress/config/de.ts": "export const de = defineConfig({ lang: 'de' })",
        ".vitepress/config/shared.ts": "export const shared = defineConfig({ base: '/x/' })",
        ".vitepress/config/index.ts": "import { shared } from './shared'\n"
        "export default defineConfig({ ...shared, cleanUrls: true })",
    }
    known = site("lang: 'de'", files, ".vitepress/config/de.ts")
    assert (known.layout.base, known.layout.config["cleanUrls"]) == ("/x", True)


def test_what_only_code_can_tell() -> None:
    assert not knows("srcDir: folder()")
    assert not knows("...unseen")
    assert not knows("markdown: { config(md) { md.renderer.rules.link_open = f } }")
    moved = site("rewrites: (id) => id")
    assert not routes_of(facts("a.md"), moved).certain
    assert moved.router.generated("/x", moved.layout, Site(frozenset()))
    based = site("base: process.env.BASE")
    assert read(based, "b") == ("/g/b.html",)
    assert read(based, "/b", markdown=False) == ()


def knows(config: str) -> bool:
    known = site(config)
    return known.router.knows(known.layout)


@pytest.mark.parametrize(
    "config",
    ["base: 1", "rewrites: 5", "rewrites: { 'a': 1 }", "srcExclude: 'x'", "markdown: []", "{{{"],
)
def test_odd_configurations_do_no_harm(config: str) -> None:
    assert routes_of(facts("a.md"), site(config)) is not None
