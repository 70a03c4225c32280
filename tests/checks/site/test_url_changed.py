"""Addresses that are gone, those that are not, and how old ones are kept alive."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from blint.diagnostics import Diagnostic
from blint.running.changes.between import change_between
from blint.running.fixing.edits import edited
from blint.running.opening import Request
from blint.running.run import run
from samples import TODAY

HUGO = {"hugo.toml": 'baseURL = "https://example.org/"\n'}
JEKYLL = {"_config.yml": "url: https://example.org\npermalink: /:title/\n"}
REDIRECTING = {"_config.yml": f"{JEKYLL['_config.yml']}plugins: [jekyll-redirect-from]\n"}
ZOLA = {"zola.toml": 'base_url = "https://example.org"\n'}

A = "---\ntitle: A\n---\nText.\n"
SLUG = "---\ntitle: A\nslug: b\n---\nText.\n"
GONE = [("content/p/a.md", "/p/a/")]


def found(
    both: Mapping[str, str], then: Mapping[str, str], now: Mapping[str, str]
) -> list[tuple[Diagnostic, bytes]]:
    """What `url-changed` finds between two states of a site, each with what the file holds."""
    before, after = (
        {name: text.encode() for name, text in {**both, **state}.items()} for state in (then, now)
    )
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, data in {"blint.toml": b"", **after}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        change = change_between(before, after)
        request = Request(
            paths=(root,), select=("url-changed",), today=TODAY, changed=lambda _root: change
        )
        outcome = run(request)
    return [(one, after.get(one.path, b"")) for one in outcome.diagnostics]


def rows(both: Mapping[str, str], then: Mapping[str, str], now: Mapping[str, str]) -> object:
    """Path and old address of each finding."""
    return [(one.path, one.message.split("`")[1]) for one, _ in found(both, then, now)]


OTHER = {"content/p/o.md": "---\ntitle: O\n---\n"}
CASES: dict[str, tuple[dict[str, str], dict[str, str], dict[str, str], list[tuple[str, str]]]] = {
    "a slug": (HUGO, {"content/p/a.md": A}, {"content/p/a.md": SLUG}, GONE),
    "a text": (HUGO, {"content/p/a.md": A}, {"content/p/a.md": f"{A}More.\n"}, []),
    "a file": (HUGO, {"content/p/a.md": A}, {"content/q/a.md": A}, [("content/q/a.md", "/p/a/")]),
    "a bundle": (HUGO, {"content/p/a.md": A}, {"content/p/a/index.md": A}, []),
    "gone": ({**HUGO, **OTHER}, {"content/p/a.md": A}, {}, GONE),
    "all posts gone but one": (
        {**HUGO, **OTHER},
        {"content/p/a.md": A, "content/p/_index.md": "---\ntitle: P\n---\n"},
        {},
        GONE,
    ),
    "a new post": (HUGO, {}, {"content/p/a.md": A}, []),
    "a draft then": (
        {**HUGO, **OTHER},
        {"content/p/a.md": "---\ntitle: A\ndraft: true\n---\n"},
        {},
        [],
    ),
    "a draft now": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": A.replace("title: A", "title: A\ndraft: true")},
        GONE,
    ),
    "a date to come": (
        {**HUGO, **OTHER},
        {"content/p/a.md": "---\ntitle: A\ndate: 2030-01-01\n---\n"},
        {},
        [],
    ),
    "put off": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": A.replace("title: A", "title: A\ndate: 2030-01-01")},
        GONE,
    ),
    "front matter that cannot be read": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": "---\ntitle: [A\n---\n"},
        [],
    ),
    "another post takes it": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": SLUG, "content/p/c.md": "---\ntitle: C\nslug: a\n---\n"},
        [],
    ),
    "a draft takes it": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": SLUG, "content/p/c.md": "---\ntitle: C\nslug: a\ndraft: true\n---\n"},
        GONE,
    ),
    "an alias of another": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": SLUG, "content/p/c.md": "---\ntitle: C\naliases: [/p/a/]\n---\n"},
        [],
    ),
    "a static page": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": SLUG, "static/p/a/index.html": "<p>"},
        [],
    ),
    "a redirect": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": SLUG, "static/_redirects": "/p/* /x/:splat 301\n"},
        [],
    ),
    "a redirect of something else": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": SLUG, "static/_redirects": "/q/* /x/:splat 301\n"},
        GONE,
    ),
    "rules that nobody reads": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": SLUG, "static/.htaccess": "Redirect /p/a/ /p/b/\n"},
        [],
    ),
    "a site that is not known": (
        {"README.md": ""},
        {"content/p/a.md": A},
        {"content/p/b.md": A},
        [],
    ),
    "posts beside a new page bundle": (
        HUGO,
        {"content/p/a.md": A},
        {"content/p/a.md": A, "content/p/index.md": "---\ntitle: P\n---\n"},
        GONE,
    ),
    "the base path": (
        OTHER,
        {"hugo.toml": 'baseURL = "https://example.org/"\n'},
        {"hugo.toml": 'baseURL = "https://example.org/blog/"\n'},
        [("content/p/o.md", "/p/o/")],
    ),
    "another case": (
        JEKYLL,
        {"_posts/2024-01-01-a.md": A},
        {"_posts/2024-01-01-A.md": A},
        [("_posts/2024-01-01-A.md", "/a/")],
    ),
    "the date of a file that is not in the address": (
        JEKYLL,
        {"_posts/2024-01-01-a.md": A},
        {"_posts/2024-01-02-a.md": A},
        [],
    ),
    "in jekyll": (
        JEKYLL,
        {"_posts/2024-01-01-a.md": A},
        {"_posts/2024-01-01-b.md": A},
        [("_posts/2024-01-01-b.md", "/a/")],
    ),
    "in zola": (
        ZOLA,
        {"content/p/a.md": "+++\ntitle = 'A'\n+++\n"},
        {"content/p/b.md": "+++\ntitle = 'A'\n+++\n"},
        [("content/p/b.md", "/p/a/")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_has_lost_its_address(name: str) -> None:
    both, then, now, expected = CASES[name]
    assert rows(both, then, now) == expected


def moved(site: Mapping[str, str], post: str, path: str = "content/p/{}.md") -> str | None:
    """What the fix makes of a post that was renamed from `a` to `b`; None where there is none."""
    ((one, data),) = found(site, {path.format("a"): post}, {path.format("b"): post})
    if one.fix is None:
        return None
    assert one.fix.safe
    after = edited(data, one.fix.edits).decode()
    # The cure cures.
    assert rows(site, {path.format("a"): post}, {path.format("b"): after}) == []
    return after


FIXES: dict[str, tuple[str, str]] = {
    "no key": (A, '---\ntitle: A\naliases: ["/p/a/"]\n---\nText.\n'),
    "no text": ("---\ntitle: A\n---", '---\ntitle: A\naliases: ["/p/a/"]\n---'),
    "CRLF": (
        "---\r\ntitle: A\r\n---\r\nText.\r\n",
        '---\r\ntitle: A\r\naliases: ["/p/a/"]\r\n---\r\nText.\r\n',
    ),
    "an empty list": ("---\naliases: []\n---\n", "---\naliases: [/p/a/]\n---\n"),
    "a list": ("---\naliases: [/x/] # old\n---\n", "---\naliases: [/x/, /p/a/] # old\n---\n"),
    "a list with blanks": (
        "---\naliases: [ '/x/','/y/' ]\n---\n",
        "---\naliases: [ '/x/','/y/',/p/a/ ]\n---\n",
    ),
    "dashes": (
        "---\naliases:\n  - /x/ # first\n  - '/y/'  # second\ntitle: A\n---\n",
        "---\naliases:\n  - /x/ # first\n  - '/y/'  # second\n  - /p/a/\ntitle: A\n---\n",
    ),
    "dashes at the end": ("---\naliases:\n- /x/\n---\n", "---\naliases:\n- /x/\n- /p/a/\n---\n"),
    "a key above a comment": (
        "---\ntitle: A\n# the end\n---\n",
        '---\ntitle: A\n# the end\naliases: ["/p/a/"]\n---\n',
    ),
    "TOML": ("+++\ntitle = 'A'\n+++\n", "+++\ntitle = 'A'\naliases = [\"/p/a/\"]\n+++\n"),
    "TOML with a table": (
        "+++\ntitle = 'A'\n[extra]\nx = 1\n+++\n",
        "+++\ntitle = 'A'\naliases = [\"/p/a/\"]\n[extra]\nx = 1\n+++\n",
    ),
    "a list in TOML": (
        "+++\naliases = [\n  '/x/',\n]\ntitle = 'A'\n+++\n",
        "+++\naliases = [\n  '/x/',\n  \"/p/a/\",\n]\ntitle = 'A'\n+++\n",
    ),
    "JSON": (
        '{\n  "title": "A"\n}\nText.\n',
        '{\n  "title": "A",\n  "aliases": ["/p/a/"]\n}\nText.\n',
    ),
    "a list in JSON": (
        '{"title": "A", "aliases": ["/x/"]}\n',
        '{"title": "A", "aliases": ["/x/", "/p/a/"]}\n',
    ),
}


@pytest.mark.parametrize("name", FIXES)
def test_the_fix_adds_an_alias_and_keeps_the_rest(name: str) -> None:
    before, after = FIXES[name]
    assert moved(HUGO, before) == after


def test_the_fix_goes_by_the_generator() -> None:
    path = "_posts/2024-01-01-{}.md"
    assert moved(JEKYLL, A, path) is None
    text = '---\ntitle: A\nredirect_from: ["/a/"]\n---\nText.\n'
    assert moved(REDIRECTING, A, path) == text
    one = A.replace("title: A", "redirect_from: /x/")
    assert moved(REDIRECTING, one, path) == "---\nredirect_from: [/x/, /a/]\n---\nText.\n"
    zola = moved(ZOLA, "+++\ntitle = 'A'\n+++\n")
    assert zola == "+++\ntitle = 'A'\naliases = [\"/p/a/\"]\n+++\n"


def test_no_front_matter_and_no_place_for_an_alias() -> None:
    assert moved({"hugo.toml": f"{HUGO['hugo.toml']}disableAliases = true\n"}, A) is None


def test_a_rewritten_post_may_be_another() -> None:
    text = "A line that both have.\n" * 3
    then = {"content/p/a.md": A + text}
    ((one, _),) = found(HUGO, then, {"content/p/b.md": A.replace("A\n", "B\n") + text})
    assert one.fix is not None
    assert not one.fix.safe
    assert one.path == "content/p/b.md"


def test_a_file_of_redirects_is_named_where_there_is_one() -> None:
    both = {**HUGO, **OTHER, "netlify.toml": ""}
    ((one, _),) = found(both, {"content/p/a.md": A}, {})
    assert one.help is not None
    assert "in `netlify.toml`" in one.help
