"""MkDocs: the files of its collection, their addresses, and what links to them mean."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.model import Site
from blint.site.routing.layouts import Rules
from blint.site.routing.model import Routes, Written
from blint.site.routing.reading import routes_of
from routes import facts, rules

FILES = (
    "docs/.well-known/a.md",
    "docs/README.md",
    "docs/about.md",
    "docs/guide/README.md",
    "docs/guide/index.md",
    "docs/guide/setup.md",
    "docs/guide/setup/index.md",
    "docs/img/cat.png",
    "docs/notes.MD",
    "docs/private/plan.md",
    "docs/private/plan.pdf",
    "docs/soon.md",
    "docs/templates/a.md",
    "docs/v1.2 über.markdown",
)
FLAT = {"use_directory_urls": False}
LEFT_OUT = {"exclude_docs": "/private/\n", "draft_docs": "soon*\n"}


def site(config: dict[str, Any] | None = None, files: tuple[str, ...] = FILES) -> Rules:
    return rules("mkdocs", {"site_name": "X", "site_url": "/", **(config or {})}, telling=files)


def routes(path: str, config: dict[str, Any] | None = None, **words: Any) -> Routes:
    return routes_of(facts(path, **words), site(config))


def targets(
    path: str, destination: str, config: dict[str, Any] | None = None, *, markdown: bool = True
) -> tuple[str, ...]:
    known = site(config)
    own = routes_of(facts(path), known)
    link = Written(destination, "", False, markdown, path, own, destination)
    return tuple(known.router.read(link, known.layout))


@pytest.mark.parametrize(
    ("path", "config", "own"),
    [
        ("docs/about.md", {}, "/about/index.html"),
        ("docs/about.md", FLAT, "/about.html"),
        ("docs/about.md", {"site_url": "https://x.y/b/"}, "/b/about/index.html"),
        ("docs/about.md", {"plugins": ["offline"]}, "/about.html"),
        ("docs/about.md", {"plugins": [{"offline": {"enabled": False}}]}, "/about/index.html"),
        ("docs/README.md", {}, "/index.html"),
        ("docs/guide/index.md", FLAT, "/guide/index.html"),
        ("docs/v1.2 über.markdown", {}, "/v1.2 über/index.html"),
        ("docs/notes.MD", {}, "/notes.MD"),
        ("docs/guide/setup/index.md", {}, "/guide/setup/index.html"),
    ],
)
def test_addresses(path: str, config: dict[str, Any], own: str) -> None:
    assert routes(path, config).own == (own,)


@pytest.mark.parametrize(
    "path",
    [
        "docs/guide/README.md",
        "docs/guide/setup.md",
        "docs/templates/a.md",
        "docs/private/plan.md",
        "elsewhere/a.md",
    ],
)
def test_what_is_not_published(path: str) -> None:
    assert routes(path, LEFT_OUT) == Routes(linked=False)


def test_drafts_are_told_by_the_configuration() -> None:
    assert routes("docs/soon.md", LEFT_OUT).draft is True
    assert routes("docs/about.md", draft=True).draft is False


@pytest.mark.parametrize(
    ("destination", "found"),
    [
        ("guide/index.md", ("docs/guide/index.md",)),
        ("./guide//index.md/", ("docs/guide/index.md",)),
        ("guide/setup.md", ("docs/guide/setup/index.md",)),
        ("guide/README.md", ("/about/guide/README.md",)),
        ("guide/", ("/about/guide/",)),
        ("../guide/", ("/guide/",)),
        ("img/cat.png", ("docs/img/cat.png",)),
        ("../img/cat.png", ("/img/cat.png",)),
        ("IMG/cat.png", ("/about/IMG/cat.png",)),
        ("private/plan.md", ("/private/plan/",)),
        ("private/plan.pdf", ("/private/plan.pdf",)),
        ("soon.md", ("docs/soon.md",)),
        ("/guide/index.md", ("/guide/index.md",)),
        (r"guide\index.md", (r"/about/guide\index.md",)),
    ],
)
def test_reading(destination: str, found: tuple[str, ...]) -> None:
    assert targets("docs/about.md", destination, LEFT_OUT) == found


def test_raw_html_is_left_to_browsers() -> None:
    assert targets("docs/about.md", "guide/index.md", markdown=False) == ("/about/guide/index.md",)


def test_absolute_links_from_the_docs_folder() -> None:
    for config in ({"links": {"absolute_links": "relative_to_docs"}},):
        known = {"validation": config, "site_url": "https://x.y/b/"}
        assert targets("docs/about.md", "/guide/index.md", known) == ("docs/guide/index.md",)
        assert targets("docs/about.md", "/nope.md", known) == ("docs/nope.md", "/nope.md")
        assert targets("docs/about.md", "/b/nope/", known) == ("/b/nope/",)


def test_a_page_is_meant_by_its_file_where_its_url_leaves_the_site() -> None:
    config = {"site_url": "https://x.y/b/"}
    found = targets("docs/guide/index.md", "../../README.md", config)
    assert found == ("README.md", "/README.md")
    assert targets("docs/guide/index.md", "../../x/", config) == ("/x/",)


def test_the_base_of_a_site_without_address_is_not_known() -> None:
    found = targets("docs/about.md", "/en/latest/about/", {"site_url": None})
    assert found == ("/en/latest/about/", "/latest/about/", "/about/")
    assert targets("docs/about.md", "/docs/about/", {"site_url": None}) == ("/docs/about/",)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("/img/cat.png", "docs/img/cat.png"),
        ("/img/dog.png", "docs/img/dog.png"),
        ("/.well-known/a/", "docs/.well-known/a.md"),
        ("/guide/setup", "docs/guide/setup/index.md"),
        ("/private/plan.pdf", None),
        ("/about.md", None),
    ],
)
def test_files(url: str, found: str | None) -> None:
    known = site({"exclude_docs": "/private/\n!/.well-known/\n"})
    assert next(iter(known.router.sources(url, known.layout)), None) == found


def test_the_themes_own_folder() -> None:
    known = site({"theme": {"name": "mkdocs", "custom_dir": "theme"}})
    sources, publishes = known.router.sources, known.router.publishes
    assert "theme/x/a.css" in sources("/x/a.css", known.layout)
    assert "theme/main.html" not in sources("/main.html", known.layout)
    assert publishes("theme/x/a.css", known.layout)
    assert not publishes("docs/img", known.layout)


@pytest.mark.parametrize(
    ("url", "config", "expected"),
    [
        ("/sitemap.xml", {}, True),
        ("/404.html", {}, True),
        ("/search/search_index.json", {}, True),
        ("/search/search_index.json", {"plugins": []}, False),
        ("/search.html", {"theme": "readthedocs"}, True),
        ("/css/base.css", {}, True),
        ("/css/mine.css", {}, False),
        ("/css/mine.css", {"theme": "windmill"}, True),
        ("/nope/", {"theme": "windmill"}, False),
        ("/nope/", {"plugins": ["awesome-pages"]}, False),
        ("/nope/", {"plugins": ["gen-files"]}, True),
        ("/nope/", {"plugins": {"group": {"plugins": ["gen-files"]}}}, True),
        ("/nope/", {"hooks": ["hooks.py"]}, True),
        ("/away/", {"plugins": {"redirects": {"redirect_maps": {"away.md": "https://x.y"}}}}, True),
        ("/gone/", {"plugins": {"redirects": {"redirect_maps": {"gone.md": "nope.md"}}}}, False),
    ],
)
def test_what_the_site_makes(url: str, config: dict[str, Any], expected: bool) -> None:
    known = site(config)
    assert known.router.generated(url, known.layout, Site(frozenset())) is expected


def test_redirects_lead_to_their_page() -> None:
    plugins = {"redirects": {"redirect_maps": {"old/index.md": "about.md#x"}}}
    assert routes("docs/about.md", {"plugins": plugins}).aliases == ("/old/index.html",)


def test_languages_move_pages() -> None:
    config = {"plugins": ["i18n"]}
    assert not routes("docs/about.md", config).certain
    assert targets("docs/about.md", "guide/index.md", config) == ()


def test_what_is_known() -> None:
    assert site().router.knows(site().layout)
    for config, files in (({}, ()), ({"docs_dir": "../docs"}, FILES)):
        assert not site(config).router.knows(site(config, files).layout)


@pytest.mark.parametrize("value", [None, 3, "{", [], [[1]], {"a": {"b": None}}, {"!": "x"}])
def test_no_configuration_is_too_odd(value: object) -> None:
    keys = ("plugins", "theme", "validation", "exclude_docs", "draft_docs", "hooks", "site_url")
    config: dict[str, Any] = dict.fromkeys(keys, value)
    assert routes("docs/about.md", config).own
    assert targets("docs/about.md", "/nope/", config)
