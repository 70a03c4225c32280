"""Starlight: where documents are published, in which languages, and what else is there."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.configs.js_literals import Computed
from blint.site.model import Site
from routes import routes, rules

FRENCH = {"locales": {"root": {"lang": "en"}, "fr": {}}}
BOTH = {"locales": {"en": {}, "zh-cn": {}}, "defaultLocale": "en"}
HOME = "src/content/docs"


def config(options: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"integrations": [Computed("starlight", (options or {},))], **more}


@pytest.mark.parametrize(
    ("name", "words", "own"),
    [
        ("index.mdx", {}, ("/index.html",)),
        ("guides/Advanced Usage.md", {}, ("/guides/advanced-usage/index.html",)),
        ("guides/index.md", {}, ("/guides/index.html",)),
        ("v2.0.md", {}, ("/v20/index.html",)),
        ("_private/page.md", {}, ("/_private/page/index.html",)),
        ("404.md", {}, ("/404.html",)),
        ("a/b.md", {"slug": "Old/manual/index"}, ("/Old/manual/index.html",)),
        ("a/b.md", {"slug": "/leading"}, ()),
        ("_a.md", {}, ()),
        ("a.markdown", {}, ()),
    ],
)
def test_own_address(name: str, words: dict[str, str], own: tuple[str, ...]) -> None:
    assert routes("starlight", f"{HOME}/{name}", config(), **words).own == own


def test_formats_and_base() -> None:
    other = config(base="/m/", build={"format": "file"})
    assert routes("starlight", f"{HOME}/en/index.md", other).own == ("/m/en.html",)


@pytest.mark.parametrize(
    ("options", "name", "words", "expected"),
    [
        (FRENCH, "a.md", {}, ("/fr/a/index.html",)),
        (FRENCH, "index.md", {}, ("/fr/index.html",)),
        (FRENCH, "404.md", {}, ("/fr/404/index.html",)),
        (FRENCH, "fr/a.md", {}, ()),
        (FRENCH, "fr/a.md", {"slug": "b"}, ("/fr/b/index.html",)),
        (BOTH, "en/a.md", {}, ("/zh-cn/a/index.html",)),
        (BOTH, "en/index.md", {}, ("/zh-cn/index.html",)),
        (BOTH, "zh-CN/a.md", {}, ()),
        ({"locales": {"en": {}}, "defaultLocale": "en"}, "en/a.md", {}, ()),
        ({}, "a.md", {}, ()),
    ],
)
def test_a_missing_translation(
    options: dict[str, Any], name: str, words: dict[str, str], expected: tuple[str, ...]
) -> None:
    assert routes("starlight", f"{HOME}/{name}", config(options), **words).stands_in == expected


def test_languages_of_astro() -> None:
    rows = ["en", {"path": "deutsch", "codes": ["de"]}]
    other = config(i18n={"locales": rows, "defaultLocale": "en"})
    found = routes("starlight", f"{HOME}/a.md", other)
    assert found.stands_in == ("/deutsch/a/index.html",)


def test_other_pages() -> None:
    assert routes("starlight", "src/pages/a.md", config()).own == ("/a/index.html",)
    assert "_top" not in routes("starlight", "src/pages/a.md", config()).ids
    assert "_top" in routes("starlight", f"{HOME}/a.md", config()).ids


@pytest.mark.parametrize(
    ("options", "url", "expected"),
    [
        ({}, "/404", True),
        ({"disable404Route": True}, "/404", False),
        ({}, "/pagefind/pagefind.js", True),
        ({"pagefind": False}, "/pagefind/pagefind.js", False),
        ({}, "/guides/", False),
        ({"plugins": [Computed("starlightLinksValidator", ())]}, "/api/a/", False),
        ({"plugins": [Computed("starlightOpenAPI", ([{"base": "api"}],))]}, "/api/a/", True),
        ({"plugins": [Computed("starlightBlog", ())]}, "/blog/tags/a/", True),
    ],
)
def test_what_is_made(options: dict[str, Any], url: str, expected: bool) -> None:
    known = rules("starlight", config(options))
    site = Site(frozenset((f"{HOME}/blog/a.md", f"{HOME}/guides/a.md")))
    assert known.router.generated(url, known.layout, site) is expected


@pytest.mark.parametrize("value", [None, 3, "x", [1], {"root": None, "a": 3}, {"...": Computed()}])
def test_no_options_are_too_odd(value: Any) -> None:
    options = dict.fromkeys(("locales", "defaultLocale", "plugins", "pagefind"), value)
    odd = config(options, i18n=value)
    assert routes("starlight", f"{HOME}/a.md", odd).own
    known = rules("starlight", odd)
    known.router.knows(known.layout)
    known.router.generated("/x/", known.layout, Site(frozenset()))


def test_what_is_known() -> None:
    for call, expected in ((({},), True), ((Computed("options"),), False), (None, True)):
        known = rules("starlight", {"integrations": [Computed("starlight", call)]})
        assert known.router.knows(known.layout) is expected
