"""The rules about links to other sites, by what is remembered of addresses."""

from __future__ import annotations

import json
from typing import Any

import pytest

from samples import Row, check, findings

SITE = "https://site.blog/x"
DEAD: dict[str, Any] = {"verdict": "broken", "reason": "gone", "status": 404}
GONE = "is dead: the page is not there (status 404)."


def blog(
    body: str, verdict: dict[str, Any], url: str = SITE, **more: str
) -> dict[str, str | bytes]:
    memory = json.dumps({"url": url, "checked": "2026-05-30T08:00Z", **verdict})
    post = f"---\ntitle: A\ndate: 2024-03-01\n---\n{body}\n"
    return {"content/a.md": post, ".blint-links.jsonl": f"{memory}\n", **more}


def said(rule: str, body: str, verdict: dict[str, Any], **more: Any) -> list[Row]:
    return findings(rule, blog(body, verdict, **more))


@pytest.mark.parametrize(
    "body",
    [
        f"[a]({SITE})",
        f"[a](<{SITE}> 'title')",
        f"![a]({SITE})",
        f"<{SITE}>",
        f"See {SITE}.",
        f'<a href="{SITE}">a</a>',
        f'<img src="{SITE}">',
        f"[a]\n\n[a]: {SITE}",
        f"[a] [b][a] [c][a]\n\n[a]: {SITE}",
        f"# [a]({SITE})",
    ],
)
def test_all_kinds_of_links(body: str) -> None:
    assert said("dead-link", body, DEAD) == [("content/a.md", SITE, f"The link `{SITE}` {GONE}")]


@pytest.mark.parametrize(
    "body",
    [
        f"`{SITE}`",
        f"```text\n{SITE}\n```",
        f"<!-- {SITE} -->",
        f"[a]({SITE}/other)",
        "[a](https://site.blog/{{ page }})",
        "[a](mailto:me@site.blog) [b](ftp://site.blog/x) [c](/x)",
        f"[a]({SITE}) <!-- blint-ignore-file dead-link: gone for good -->",
    ],
)
def test_what_is_no_link_to_it(body: str) -> None:
    assert said("dead-link", body, DEAD) == []


@pytest.mark.parametrize(
    "written",
    [
        "HTTPS://Site.Blog/x",
        "https://site.blog:443/x#part",
        "//site.blog/x",
        "https://me:word@site.blog/y/../x",
    ],
)
def test_spellings_of_one_address(written: str) -> None:
    assert [text for _, text, _ in said("dead-link", f"[a]({written})", DEAD)] == [written]


@pytest.mark.parametrize(("preset", "count"), [("hugo", 1), ("jekyll", 0), ("mkdocs", 0)])
def test_bare_addresses_where_they_become_links(preset: str, count: int) -> None:
    files = blog(f"See {SITE}", DEAD)
    assert len(findings("dead-link", files, f'preset = "{preset}"\ncontent = ["content"]')) == count


def test_links_to_the_site_itself_are_not_asked_for() -> None:
    config = '[links]\nbase-url = "https://site.blog/"'
    assert findings("dead-link", blog(f"[a]({SITE})", DEAD), config) == []


def test_an_address_that_is_none_has_one_finding() -> None:
    files = blog("[a](https://site.blog:99999/)", DEAD)
    found = [d.rule for d, _ in check(files, select=("malformed-url", "dead-link"))]
    assert found == ["malformed-url"]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (DEAD, "https://web.archive.org/web/20240301/https://site.blog/x"),
        ({**DEAD, "since": "2026-05-01", "fails": 4}, "It has failed since 2026-05-01."),
        (
            {**DEAD, "hops": ["301 https://site.blog/x"], "final": "https://site.blog/y"},
            "It redirects to `https://site.blog/y`.",
        ),
    ],
)
def test_what_the_help_says(verdict: dict[str, Any], words: str) -> None:
    [(found, _)] = check(blog(f"[a]({SITE})", verdict), select=("dead-link",))
    assert words in (found.help or "")


MOVED = {"verdict": "moved", "status": 200, "final": "https://new.blog/y", "fixable": True}


@pytest.mark.parametrize(
    ("body", "final", "text"),
    [
        (f"[a]({SITE})", "https://new.blog/y", "https://new.blog/y"),
        (f"[a]({SITE}#part)", "https://new.blog/y", "https://new.blog/y#part"),
        (f"[a]({SITE}#part)", "https://new.blog/y#own", "https://new.blog/y#own"),
        (f"[a]({SITE})", "https://new.blog/(y)", "https://new.blog/%28y%29"),
        (f"[a]\n\n[a]: {SITE}", "https://new.blog/y", "https://new.blog/y"),
    ],
)
def test_the_fix_of_a_move(body: str, final: str, text: str) -> None:
    [(found, under)] = check(blog(body, {**MOVED, "final": final}), select=("moved-link",))
    assert found.fix is not None
    assert found.fix.edits[0].text == text
    assert found.fix.edits[0].span == found.span
    assert SITE in under


def test_a_move_without_a_sure_end_has_no_fix() -> None:
    [(found, _)] = check(blog(f"[a]({SITE})", {**MOVED, "fixable": False}), select=("moved-link",))
    assert found.fix is None


HTTP = "http://site.blog/x"
SECURE = {"verdict": "ok", "status": 200, "final": SITE, "fixable": True}


@pytest.mark.parametrize(
    ("verdict", "count"),
    [
        (SECURE, 1),
        ({**SECURE, "fixable": False}, 0),
        ({**SECURE, "final": "http://site.blog/x/"}, 0),
        ({"verdict": "ok", "status": 200}, 0),
        ({**SECURE, "verdict": "moved"}, 0),
    ],
)
def test_insecure_link(verdict: dict[str, Any], count: int) -> None:
    assert len(said("insecure-link", f"[a]({HTTP})", verdict, url=HTTP)) == count


@pytest.mark.parametrize(
    ("fragment", "missing", "count"),
    [
        ("#a", ["a"], 1),
        ("#b", ["a"], 0),
        ("", ["a"], 0),
        ("#a:~:text=word", ["a"], 1),
        ("#:~:text=word", ["a"], 0),
    ],
)
def test_dead_fragment(fragment: str, missing: list[str], count: int) -> None:
    verdict = {"verdict": "ok", "status": 200, "missing": missing}
    assert len(said("dead-fragment", f"[a]({SITE}{fragment})", verdict)) == count


@pytest.mark.parametrize("rule", ["dead-link", "moved-link", "unverified-link"])
@pytest.mark.parametrize("verdict", ["ok", "skipped"])
def test_what_is_fine_or_was_not_asked_for(rule: str, verdict: str) -> None:
    assert said(rule, f"[a]({SITE})", {"verdict": verdict}) == []
