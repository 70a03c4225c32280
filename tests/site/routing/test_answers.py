"""What is said of links on a site that is known as a whole: found, missed, meant."""

from __future__ import annotations

import pytest

from blint.diagnostics import Diagnostic
from samples import check

SITE = {
    "config.toml": 'base_url = "https://example.org"\ntaxonomies = [{name = "tags"}]\n',
    "content/_index.md": "+++\n+++\n",
    "content/blog/_index.md": "+++\n+++\n",
    "content/blog/first-post.md": "+++\n[taxonomies]\ntags = ['Go']\n+++\n## Part one\n",
    "content/notes/second.md": "+++\n+++\n",
    "content/bundle/index.md": "+++\n+++\n![x](img/cat.png)\n",
    "content/bundle/img/cat.png": "",
    "static/logo.png": "",
    "static/_redirects": "/old/* /blog/\n",
}
BASE = SITE | {"config.toml": 'base_url = "https://example.org/site"\n'}


def said(destination: str, files: dict[str, str]) -> list[Diagnostic]:
    text = f"+++\n+++\n[x]({destination})\n"
    rows = check(files | {"content/blog/a.md": text}, select=("links",))
    return [found for found, _ in rows]


@pytest.mark.parametrize(
    "destination",
    [
        "/blog/first-post/",
        "/blog/first-post",
        "/blog/first-post/index.html",
        "../first-post/",
        "../../blog/first-post/#part-one",
        "@/blog/first-post.md#part-one",
        "https://example.org/blog/first-post/",
        "https://example.org/",
        "/bundle/img/cat.png",
        "/logo.png?v=2",
        "/tags/go/",
        "/tags/",
        "/old/page/",
        "/sitemap.xml",
        "https://example.org.evil.com/nope",
        "?page=2",
    ],
)
def test_there(destination: str) -> None:
    assert said(destination, SITE) == []


@pytest.mark.parametrize(
    ("destination", "rule", "looked_for", "fixed"),
    [
        ("/blog/first-post.html", "broken-link", "/blog/first-post.html", "/blog/first-post/"),
        ("first-post.md", "broken-link", "/blog/a/first-post.md", "/blog/first-post/"),
        ("/blog/second/?a#b", "broken-link", "/blog/second/", "/notes/second/?a#b"),
        ("@/blog/second.md", "broken-link", "content/blog/second.md", "@/notes/second.md"),
        ("/blog/nope/", "broken-link", "/blog/nope/", None),
        ("/nope", "broken-link", "/nope", None),
        ("/tags/rust/", "broken-link", "/tags/rust/", None),
        ("https://example.org/nope/", "broken-link", "/nope/", None),
        ("/bundle/img/dog.png", "broken-link", "/bundle/img/dog.png", None),
        ("/Blog/first-post/", "wrong-case-link", None, "/blog/first-post/"),
        ("/logo.PNG", "wrong-case-link", None, "/logo.png"),
    ],
)
def test_not_there(destination: str, rule: str, looked_for: str | None, fixed: str | None) -> None:
    (found,) = said(destination, SITE)
    assert found.rule == rule
    if looked_for is not None:
        assert f"Looked for `{looked_for}`" in (found.help or "")
    assert (found.fix.edits[0].text if found.fix else None) == fixed


def test_a_page_far_away_with_a_common_name_is_not_meant() -> None:
    files = {
        "config.toml": SITE["config.toml"],
        "content/docs/templates.md": "",
        "content/docs/sass.md": "",
        "content/docs/getting-started-soon.md": "",
        "content/themes/x/a.md": "[x](templates) [y](sass/_custom.scss) [z](getting-started-soon)",
    }
    rows = check(files, select=("broken-link",))
    assert [found.fix is not None for found, _ in rows] == [False, False, True]


def test_the_nearest_file_is_named() -> None:
    (found,) = said("/logos.png", SITE)
    assert found.help == "Looked for `/logos.png`. Did you mean `/logo.png`?"


@pytest.mark.parametrize(
    ("destination", "fixed"),
    [
        ("/site/blog/first-post/", None),
        ("/blog/first-post/", "/site/blog/first-post/"),
        ("/logo.png", "/site/logo.png"),
        ("/site/LOGO.png", "/site/logo.png"),
    ],
)
def test_base_path(destination: str, fixed: str | None) -> None:
    found = said(destination, BASE)
    assert [one.fix.edits[0].text if one.fix else None for one in found] == (
        [fixed] if fixed else []
    )


def test_what_else_the_host_serves_is_not_blints_to_say() -> None:
    assert said("/shop/", BASE) == []
    (found,) = said("/site/shop/", BASE)
    assert found.rule == "broken-link"


PATTERN = 'url = "/{path}/"\n'
CODE = {"hugo.toml": 'baseURL = "https://example.org/"\n'}


@pytest.mark.parametrize(
    ("config", "files", "broken"),
    [
        # What the generator makes because of a post stays.
        (
            'url = "/{year}/{name}/"',
            CODE
            | {
                "content/2020-01-02-a.md": "---\ndate: 2020-01-02\ntags: [Go]\n---\n"
                "[x](/tags/go/) [y](/tags/no/) [z](/2020/2020-01-02-a/)"
            },
            ["/tags/no/", "/2020/2020-01-02-a/"],
        ),
        # Without a generator, browsers and code hosts are right, both.
        (
            'url = "/{name}/"',
            {"a.md": "[x](/a/) [y](/b/) [z](/a/b/) [v](a.md) [w](c.md)"},
            ["/b/", "c.md"],
        ),
        # The content folder is no part of a path.
        (
            'preset = "next"\n' + PATTERN,
            {"next.config.js": "", "content/blog/a.md": "[x](/blog/a/) [y](/content/blog/a/)"},
            ["/content/blog/a/"],
        ),
        (
            'content = ["words"]\n' + PATTERN,
            {"next.config.js": "", "words/blog/a.md": "[x](/blog/a/) [y](/words/blog/a/)"},
            ["/words/blog/a/"],
        ),
        # A computed setting leaves the pattern.
        (
            'preset = "eleventy"\nurl = "/posts/{slug}/"',
            {
                "eleventy.config.js": "export default (c) => { c.addPlugin(unknown) }",
                "posts/a.md": "[x](/posts/a/) [y](/posts/zz/) [z](/about/)",
            },
            ["/posts/zz/"],
        ),
        ('preset = "hugo"\nurl = "/{name}/"', {"content/a.md": "[x](./b.md)"}, ["./b.md"]),
    ],
)
def test_addresses_by_pattern(config: str, files: dict[str, str], broken: list[str]) -> None:
    rows = check(files, config=config, select=("broken-link",))
    assert [text for _, text in rows] == broken


def test_the_rules_of_one_site_do_not_hold_for_another_beside_it() -> None:
    files = {f"one/{name}": text for name, text in SITE.items()}
    files |= {"two/config.toml": SITE["config.toml"], "two/content/b.md": "[x](@/c.md) [y](/z/)"}
    files |= {"two/content/c.md": "", "one/content/a.md": "[x](@/blog/first-post.md) [y](/z/)"}
    found = check(files, select=("broken-link",))
    assert [(one.path, text) for one, text in found] == [("one/content/a.md", "/z/")]


def test_an_uncertain_address_may_be_meant() -> None:
    files = SITE | {"content/日本.md": "+++\n+++\n"}
    assert said("/日本/", files) == []
    assert said("/nihon/", files) != []


@pytest.mark.parametrize(
    ("destination", "broken"),
    [
        ("/blog/b/", False),
        ("/blog/c/", True),
        ("/about/", False),
        ("/blog/feed.xml", False),
        ("https://example.org/blog/c/", True),
    ],
)
def test_only_addresses_of_the_pattern_are_known(destination: str, broken: bool) -> None:
    config = 'preset = "next"\nurl = "/blog/{slug}/"\n[links]\nbase-url = "https://example.org"\n'
    files = {"content/a.md": f"[x]({destination})", "content/b.md": ""}
    assert bool(check(files, config=config, select=("broken-link",))) is broken
