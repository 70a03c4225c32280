"""What `blint links` finds out, and how it is shown."""

from __future__ import annotations

import csv
import io
import json

from blint.facts import PostFacts
from blint.overview.external_links import ExternalLinks, external_links
from blint.reports.overview.external_links import as_csv, as_json, as_markdown, as_text
from blint.running.web.blog import Links
from blint.site.links.verdicts import Verdict, WebLink
from blint.source import Source, Span

TEXT = Source("one\ntwo\nthree\n")


def post(path: str) -> PostFacts:
    return PostFacts(path, "", "plain", TEXT.lines.dump(), len(TEXT.text), Span(0, 0))


def link(path: str, at: int, url: str, day: str = "") -> WebLink:
    return WebLink(path, Span(at, at + 1), url, "", day)


DEAD, FINE, FAILS = "https://a.blog/dead", "https://b.blog/", "https://a.blog/fails"
LINKS = Links(
    {
        FINE: [link("b.md", 4, FINE), link("a.md", 8, FINE)],
        DEAD: [link("b.md", 0, DEAD, "2024-05-06"), link("a.md", 0, DEAD, "2023-01-02")],
        FAILS: [link("=a.md", 4, FAILS)],
    },
    {
        FINE: Verdict(verdict="ok", status=200),
        DEAD: Verdict(verdict="broken", reason="gone", status=404, since="2026-05-01", fails=2),
        FAILS: Verdict(verdict="unverified", reason="timeout", since="2026-05-30", fails=1),
    },
)
POSTS = [post("=a.md"), post("a.md"), post("b.md")]


def found(*wanted: str) -> ExternalLinks:
    return external_links(POSTS, LINKS, wanted)


def test_what_asks_for_most_comes_first() -> None:
    assert [one.url for one in found().addresses] == [DEAD, FAILS, FINE]
    assert found().counts == {"broken": 1, "unverified": 1, "ok": 1}


def test_only_some_verdicts() -> None:
    assert [one.url for one in found("ok", "broken").addresses] == [DEAD, FINE]
    assert found("ok").counts == found().counts


def test_places_are_in_order() -> None:
    fine = found("ok").addresses[0]
    assert [(one.path, one.line, one.column) for one in fine.posts] == [
        ("a.md", 3, 1),
        ("b.md", 2, 1),
    ]


def test_the_archive_is_asked_for_the_oldest_post() -> None:
    dead, fails, fine = found().addresses
    assert dead.archive == f"https://web.archive.org/web/20230102/{DEAD}"
    assert fails.archive == fine.archive == ""


def test_hosts() -> None:
    groups = {host: [one.url for one in them] for host, them in found().by_host().items()}
    assert groups == {"a.blog": [DEAD, FAILS], "b.blog": [FINE]}


def test_text() -> None:
    assert as_text(found("broken")) == (
        "broken      404  https://a.blog/dead\n"
        "                 the page is not there (status 404), since 2026-05-01\n"
        "                 perhaps  https://web.archive.org/web/20230102/https://a.blog/dead\n"
        "                 in a.md:1, b.md:1\n"
        "3 addresses: 1 broken, 1 unverified, 1 ok.\n"
    )
    lines = as_text(found(), by_host=True).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "a.blog: 1 broken, 1 unverified",
        "b.blog: 1 ok",
        "3 addresses: 1 broken, 1 unverified, 1 ok.",
    ]
    assert as_text(external_links([], Links({}, {}))) == "There are no links to other sites.\n"


def test_csv_holds_no_formula() -> None:
    head, *rows = csv.reader(io.StringIO(as_csv(found())))
    assert head[:4] == ["url", "host", "verdict", "status"]
    assert [row[-1] for row in rows] == ["a.md:1 b.md:1", "'=a.md:2", "a.md:3 b.md:2"]


def test_json() -> None:
    document = json.loads(as_json(found()))
    assert document["version"] == 1
    assert document["links"][0]["posts"][0] == {"path": "a.md", "line": 1, "column": 1}
    assert document["links"][1]["status"] is None
    hosts = json.loads(as_json(found(), by_host=True))["hosts"]
    assert [one["host"] for one in hosts] == ["a.blog", "b.blog"]


def test_markdown_is_a_table() -> None:
    rows = as_markdown(found()).splitlines()
    assert len(rows) == 5
    assert {row.count(" | ") for row in rows if not row.startswith("|-")} == {5}
    assert as_markdown(found(), by_host=True).count("## ") == 2
