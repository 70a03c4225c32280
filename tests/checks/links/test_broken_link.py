"""broken-link: what is found, and what only the site can know."""

from __future__ import annotations

import pytest

from samples import check, findings

HUGO = 'preset = "hugo"\n'
ZOLA = 'preset = "zola"\n'
JEKYLL = 'preset = "jekyll"\n'
Files = dict[str, str]


def broken(files: Files, config: str = "") -> list[str]:
    return [covered for _, covered, _ in findings("broken-link", files, config)]


@pytest.mark.parametrize(
    ("config", "files"),
    [
        ("", {"content/a.md": "[x](b.md)"}),
        ("", {"content/a.md": "![x](img/b.png)"}),
        ("", {"content/a.md": "[x](/content/b.md)"}),
        ("", {"content/a.md": "[x](github.com/a/b)"}),
        ("", {"content/a.md": "[x](someone@example.com)"}),
        (HUGO, {"content/p/a.md": "[x](/p/b/)"}),
        (HUGO, {"content/p/a.md": "[x](../b/)"}),
        (HUGO, {"content/p/a/index.md": "[x](/p/b/)"}),
        (HUGO, {"content/p/a.md": "![x](/img/b.png)", "static/img/c.png": ""}),
        (
            HUGO + '[links]\nbase-url = "https://e.org/"',
            {"content/p/a.md": "[x](https://e.org/p/b)"},
        ),
        (ZOLA, {"content/a.md": "[x](@/b.md)"}),
        (ZOLA, {"content/a.md": "[x](/2020/01/02/b/)"}),
        (JEKYLL, {"_posts/2020-01-02-a.md": "[x](/2020/01/02/b.html)"}),
        (JEKYLL, {"_posts/2020-01-02-a.md": "[x](/2021/01/02/a.html)"}),
        (JEKYLL, {"_posts/2020-01-02-a.md": "![x](/assets/b.png)", "assets/c.png": ""}),
    ],
)
def test_broken(config: str, files: Files) -> None:
    assert len(broken(files, config)) == 1


@pytest.mark.parametrize(
    ("config", "files"),
    [
        ("", {"content/a.md": "[x](b.md)", "content/b.md": ""}),
        ("", {"content/a.md": "[x](b%20c.md)", "content/b c.md": ""}),
        ("", {"content/a.md": "[x](<b c.md>)", "content/b c.md": ""}),
        ("", {"content/a.md": "![x](e\u0301.png)", "content/é.png": ""}),
        ("", {"content/a.md": "![x](é.png)", "content/e\u0301.png": ""}),
        ("", {"content/a.md": "[x](sub\\b.md)", "content/sub/b.md": ""}),
        ("", {"content/a.md": "[x](../)", "content/sub/b.md": ""}),
        ("", {"content/a.md": "[x](../../../secret.md)"}),
        ("", {"content/a.md": "[x](some-page) [y](other.html) [z](/anything/)"}),
        ("", {"content/a.md": "[x](/elsewhere/b.md) ![y](/elsewhere/c.png)"}),
        (HUGO, {"content/p/a.md": "[x](/p/b/) [y](../b)", "content/p/b.md": ""}),
        (HUGO, {"content/p/a.md": "[x](/q/)", "content/p/b.md": "+++\naliases = ['/q']\n+++\n"}),
        (HUGO, {"content/p/a.md": "[x](/p/c/)", "content/p/b.md": "+++\nslug = 'c'\n+++\n"}),
        (HUGO, {"content/p/a/index.md": "![x](b.png)", "content/p/a/b.png": ""}),
        (HUGO, {"content/p/a.md": "![x](/b.png)", "static/b.png": ""}),
        (
            HUGO,
            {"content/p/a.md": "![x](/img/b.png)", "assets/img/b.png": "", "static/img/c.png": ""},
        ),
        (
            HUGO,
            {
                "content/p/a/index.md": "![x](/img/b.png)",
                "content/p/a/img/b.png": "",
                "static/img/c.png": "",
            },
        ),
        (HUGO, {"content/p/a.md": "[x](/p/archive/)"}),
        (HUGO, {"content/p/a.md": "[x](/about/) [y](/tags/z/) [v](/p/page/2/) [w](/p/index.xml)"}),
        (HUGO, {"content/p/a.md": "[x](/p/old/)", "static/_redirects": ""}),
        (
            ZOLA,
            {
                "content/a.md": "[x](/2020/01/02/b/)",
                "content/b.md": "+++\npath='2020/01/02/b'\n+++",
            },
        ),
        (
            ZOLA,
            {
                "content/a.md": "+++\npath='x/y/a'\n+++\n![x](../../z/b/c.png)",
                "content/b/index.md": "+++\npath='x/z/b'\n+++\n",
                "content/b/c.png": "",
            },
        ),
        (JEKYLL, {"_posts/2020-01-02-a.md": "[x](/2020/01/01/a.html) [y](/news/2020/01/02/a/)"}),
        (JEKYLL, {"_posts/2020-01-02-a.md": "[x](/2020/a.html) [y](/2020/01/) [z](/about/)"}),
        ('preset = "next"', {"content/a.md": "[x](/blog/b) [y](../pricing)"}),
        ('preset = "starlight"', {"src/content/docs/a.mdx": "[x](@components/b) [y](~/c)"}),
        ('[links]\nignore = ["b/**"]', {"content/a.md": "[x](b/c.md)"}),
        ("", {"content/a.md": "```\n[x](b.md)\n```\n`[x](b.md)` <!-- [x](b.md) -->"}),
    ],
)
def test_unbroken(config: str, files: Files) -> None:
    assert broken(files, config) == []


@pytest.mark.parametrize(
    ("config", "files", "advice"),
    [
        ("", {"content/a.md": "[x](bb-c.md)", "content/bb_c.md": ""}, "Did you mean `bb_c.md`?"),
        ("", {"content/a.md": "[x](b.md)", "content/s/b.md": ""}, "Did you mean `s/b.md`?"),
        ("", {"content/a.md": "[x](github.com/a)"}, "Begin it with `https://`"),
        ("", {"content/a.md": "[x](me@example.com)"}, "Begin it with `mailto:`"),
        (
            HUGO,
            {"content/p/a.md": "[x](/p/b/)", "content/q/b.md": "", "content/p/c.md": ""},
            "Did you mean `/q/b`?",
        ),
        (
            JEKYLL,
            {"_posts/2020-01-02-a.md": "[x](/2021/01/02/a.html)", "_posts/2020-01-03-b.md": ""},
            "Looked for `/2021/01/02/a`.",
        ),
    ],
)
def test_advice(config: str, files: Files, advice: str) -> None:
    ((found, _),) = check(files, config=config, select=("broken-link",))
    assert found.help is not None
    assert advice in found.help


def test_another_case_is_told_by_another_rule() -> None:
    assert broken({"content/a.md": "[x](B.md)", "content/b.md": ""}) == []


def test_other_links_to_the_same_nothing() -> None:
    files = {f"content/{name}.md": "[x](z.md)" for name in "abc"}
    files["content/d.md"] = "[x](y.md) [x](y.md)"
    rows = check(files, select=("broken-link",))
    also = [[(r.path, r.message) for r in found.related] for found, _ in rows]
    assert also == [
        [("content/b.md", "also linked here"), ("content/c.md", "also linked here")],
        [],
        [],
        [("content/d.md", "also linked here")],
        [],
    ]


def test_many_links_to_the_same_nothing() -> None:
    files = {f"content/{n:02}.md": "[x](z.md)" for n in range(20)}
    first, *others = (found for found, _ in check(files, select=("broken-link",)))
    assert [r.message for r in first.related][-1] == "also linked here, and 14 more times"
    assert len(first.related) == 5
    assert not any(found.related for found in others)


def test_the_advice_for_a_zola_link_is_not_about_mail() -> None:
    files = {
        "config.toml": 'base_url = "https://example.org"\n',
        "content/a.md": "+++\n+++\n[x](@/blog/nope.md)\n",
    }
    ((found, _),) = check(files, select=("broken-link",))
    assert found.help == "Looked for `content/blog/nope.md`."
