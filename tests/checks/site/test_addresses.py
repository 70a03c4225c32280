"""duplicate-url and alias-conflict: claims that clash, and those that only look so."""

from __future__ import annotations

import pytest

from samples import findings

HUGO = 'preset = "hugo"\n'
ZOLA = 'preset = "zola"\n'
JEKYLL = 'preset = "jekyll"\n'
ASTRO = 'preset = "astro"\ncontent = ["content"]\n'
Files = dict[str, str]


def post(*lines: str) -> str:
    return "\n".join(("---", "title: T", *lines, "---", ""))


def paths(rule: str, files: Files, config: str) -> list[str]:
    return [path for path, _, _ in findings(rule, files, config)]


@pytest.mark.parametrize(
    ("config", "files"),
    [
        (HUGO, {"content/p/a.md": post(), "content/p/b.md": post("slug: a")}),
        (HUGO, {"content/p/a.md": post(), "content/p/a/index.md": post()}),
        (HUGO, {"content/p/a.md": post(), "content/q/b.md": post("url: /p/a/")}),
        (HUGO, {"content/p/A.md": post(), "content/p/b.md": post("url: p/a")}),
        (ZOLA, {"content/2020-01-02-a.md": post(), "content/a.md": post()}),
        (ZOLA, {"content/a.md": post(), "content/b.md": post("path: a")}),
        (
            JEKYLL,
            {
                "_posts/2020-01-02-a.md": post("permalink: /x/"),
                "_posts/2020-01-02-b.md": post("permalink: /x/"),
            },
        ),
    ],
)
def test_duplicate(config: str, files: Files) -> None:
    assert len(paths("duplicate-url", files, config)) == 1


@pytest.mark.parametrize(
    ("config", "files"),
    [
        (HUGO, {"content/p/a.md": post(), "content/q/a.md": post()}),
        (HUGO, {"content/p/a.md": post(), "content/p/a.fr.md": post()}),
        (HUGO, {"content/p/a.md": post(), "content/p/b.md": post("slug: a", "draft: true")}),
        (
            HUGO,
            {
                "content/p/a.md": post("url: /:filename/"),
                "content/p/b.md": post("url: /:filename/"),
            },
        ),
        (
            HUGO,
            {
                "hugo.toml": "[permalinks]\np = '/:year/:slug/'\n",
                "content/p/a.md": post(),
                "content/p/b.md": post("slug: a"),
            },
        ),
        (ASTRO, {"content/p/a.md": post("slug: x"), "content/q/b.md": post("slug: x")}),
        (
            JEKYLL,
            {
                "_config.yml": "permalink: pretty\n",
                "_posts/2020-01-02-a.md": post(),
                "_posts/2020-01-02-b.md": post(),
            },
        ),
    ],
)
def test_no_duplicate(config: str, files: Files) -> None:
    assert paths("duplicate-url", files, config) == []


@pytest.mark.parametrize(
    ("config", "files", "found"),
    [
        (
            HUGO,
            {"content/p/a.md": post("aliases: [/p/b]"), "content/p/b.md": post()},
            ["content/p/a.md"],
        ),
        (
            HUGO,
            {"content/p/a.md": post("aliases: [b]"), "content/p/b.md": post()},
            ["content/p/a.md"],
        ),
        (HUGO, {"content/p/a.md": post("aliases: [/p/a/]")}, ["content/p/a.md"]),
        (
            HUGO,
            {"content/p/a.md": post("aliases: [/x]"), "content/p/b.md": post("aliases: [/x/]")},
            ["content/p/b.md"],
        ),
        (HUGO, {"content/p/a.md": post("aliases: [/p/a.html]")}, []),
        (HUGO, {"content/p/a.md": post("aliases: [/p/A]")}, []),
        (HUGO, {"content/p/a.md": post("aliases: [/x]"), "content/p/b.md": post()}, []),
        (HUGO, {"content/p/a.md": post("aliases: [/x, /x/]")}, []),
        (
            JEKYLL,
            {
                "_posts/2020-01-02-a.md": post("redirect_from: /x"),
                "_posts/2020-01-02-b.md": post("permalink: /x/"),
            },
            [],
        ),
    ],
)
def test_alias(config: str, files: Files, found: list[str]) -> None:
    assert paths("alias-conflict", files, config) == found
