"""The pure parts: addresses, patterns, pauses, pages and what is left out."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest

from blint.running.web.fetch import decoder
from blint.running.web.history import History
from blint.running.web.page import (
    fragments_of,
    is_challenge,
    looked_up,
    looks_not_found,
    shows_nothing,
)
from blint.running.web.patterns import Patterns
from blint.running.web.plan import Wish, gather, make_plan
from blint.running.web.retry_after import retry_after
from blint.site.links.verdicts import WebLink, archived, rewritten
from blint.site.links.web_urls import followed, parts_of, web_url
from blint.source import Span

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "url", "fragment"),
    [
        ("https://a.blog/x?y=z#w", "https://a.blog/x?y=z", "w"),
        ("HTTPS://A.Blog:443", "https://a.blog/", ""),
        ("http://a.blog:80/x", "http://a.blog/x", ""),
        ("http://a.blog:8080/x", "http://a.blog:8080/x", ""),
        ("//a.blog/x", "https://a.blog/x", ""),
        (r"https:\\a.blog\x", "https://a.blog/x", ""),
        (" https://a.blog/x\n", "https://a.blog/x", ""),
        ("https://a.blog/b/../c/./d/", "https://a.blog/c/d/", ""),
        ("https://a.blog/b/%2e%2E/c", "https://a.blog/c", ""),
        ("https://a.blog/ü b?ü=%20#ü", "https://a.blog/%C3%BC%20b?%C3%BC=%20", "ü"),
        ("https://me:word@a.blog/", "https://a.blog/", ""),
        ("https://bücher.blog/", "https://xn--bcher-kva.blog/", ""),
        ("https://☃.blog", "https://xn--n3h.blog/", ""),
        ("https://a.blog./", "https://a.blog/", ""),
        ("https://[2606:4700::0:1111]/", "https://[2606:4700::1111]/", ""),
        ("http://0x08080808/", "http://8.8.8.8/", ""),
        ("https://a.blog?q", "https://a.blog/?q", ""),
    ],
)
def test_one_spelling(written: str, url: str, fragment: str) -> None:
    found = web_url(written)
    assert (found.url, found.fragment, found.fault) == (url, fragment, "")
    assert web_url(url).url == url
    assert parts_of(url).origin + parts_of(url).target == url


@pytest.mark.parametrize(
    "written",
    [
        "http://..",
        "http://",
        "http://a..b/",
        "http://a.blog:0/",
        "http://a.blog:65536/",
        "http://a.blog:107437/",
        "http://a.blog:x/",
        "http://a b/",
        "http://a%00b/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        f"http://{'a' * 64}.blog/",
        f"http://{'a.' * 130}blog/",
        "http://a℀b/",
    ],
)
def test_no_address(written: str) -> None:
    assert web_url(written).fault


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("b", "http://a.blog/x/b"),
        ("/b?c#d", "http://a.blog/b?c"),
        ("?b", "http://a.blog/x/y?b"),
        ("//c.blog", "https://c.blog/"),
        ("https://c.blog/\u00e9", "https://c.blog/%C3%A9"),
        ("", None),
        ("mailto:a@b.blog", None),
        ("javascript:alert(1)", None),
        ("https://..", None),
    ],
)
def test_redirects(location: str, target: str | None) -> None:
    found = followed(
        "https://a.blog/x/y" if location == "//c.blog" else "http://a.blog/x/y", location
    )
    assert (found.url if found else None) == target


@pytest.mark.parametrize(
    ("pattern", "url", "fits"),
    [
        ("https://a.blog/x", "https://a.blog/x", True),
        ("HTTPS://a.blog:443/x", "https://a.blog/x", True),
        ("https://a.blog/x", "https://a.blog/xy", False),
        ("https://a.blog/*", "https://a.blog/x/y?z", True),
        ("https://a.blog/**", "https://a.blog/x/y", True),
        ("https://a.blog/*/z", "https://a.blog/x/y/z", True),
        ("https://a.blog/*/z", "https://a.blog/x/y", False),
        ("a.blog/docs/*", "http://a.blog/docs/x", True),
        ("a.blog/docs/*", "https://b.blog/docs/x", False),
        ("a.blog", "https://a.blog/x", True),
        ("a.blog", "https://www.a.blog/x", True),
        ("a.blog", "https://aa.blog/x", False),
        ("a.blog:81", "https://a.blog:81/x", True),
        ("a.blog", "https://a.blog:81/x", True),
        ("ab*ba", "aba", False),
        ("*.pdf", "https://a.blog/x.pdf", True),
    ],
)
def test_patterns(pattern: str, url: str, fits: bool) -> None:
    assert Patterns([pattern]).match(url) is fits


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("5", 5),
        ("1.5", 1.5),
        ("30s", 30),
        ("1m0s", 60),
        ("1h", 3600),
        ("Mon, 01 Jun 2026 12:00:30 GMT", 30),
        ("Mon, 01 Jun 2026 11:00:00 GMT", None),
        ("-5", None),
        ("0", None),
        ("", None),
        ("abc", None),
        ("²", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize(
    ("fragment", "wanted"),
    [
        ("a", "a"),
        ("a:~:text=x", "a"),
        (":~:text=x", ""),
        ("top", ""),
        ("TOP", ""),
        ("/route", ""),
        ("!route", ""),
        ("L10", ""),
        ("L10-L20", ""),
        ("L19C5-L21C11", ""),
        ("Lists", "Lists"),
    ],
)
def test_what_a_fragment_asks_for(fragment: str, wanted: str) -> None:
    assert looked_up(fragment) == wanted


def test_ids_of_a_page() -> None:
    page = b"""<h1 id="a&amp;b">x</h1><p class=c id=d><a name='e'><!-- <i id="f"> --><br id="g"/>"""
    assert fragments_of(page) == {"a&b", "d", "e", "g"}


@pytest.mark.parametrize("page", [b"<!--" * 300_000, b"<script" * 150_000, b'id="' * 250_000])
def test_a_page_of_openings_takes_no_time(page: bytes) -> None:
    fragments_of(page)
    shows_nothing(page)
    looks_not_found(page)
    is_challenge(page)


def test_a_bomb_unpacks_no_further_than_wanted() -> None:
    unpack = decoder("gzip")
    assert unpack is not None
    bomb = gzip.compress(bytes(10_000_000))
    assert len(unpack(bomb, 1000)) == 1000
    assert unpack(b"", 0) == b""
    assert decoder("br") is None


@pytest.mark.parametrize(
    ("title", "says_so"),
    [
        ("Page not found", True),
        ("404", True),
        ("404 Not Found", True),
        ("Not Found", True),
        ("Error 404", True),
        ("How to make a good 404 page", False),
        ("Files that were not kept", False),
        ("Room 404", False),
    ],
)
def test_titles(title: str, says_so: bool) -> None:
    assert looks_not_found(f"<html><title>{title}</title>".encode()) is says_so


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://example.com/x", "example"),
        ("https://www.example.org/", "example"),
        ("https://blog.example/", "example"),
        ("https://nothing.invalid/", "dns"),
        ("http://intranet/", "private"),
        ("http://localhost:3000/", "private"),
        ("http://printer.local/", "private"),
        ("https://host/%7Buser%7D", "placeholder"),
        ("https://a.blog/<user>/x", "placeholder"),
        ("https://{host}.blog/x", "placeholder"),
        ("https://$HOST/x", "placeholder"),
        ("https://...", "placeholder"),
        ("https://a.blog/...", "placeholder"),
        ("https://a.blog/compare/v1...v2", ""),
        ("https://a.blog/?q=created%3A%3C2020", ""),
        ("https://a.blog/x%3E", ""),
        ("https://examples.com/", ""),
        ("https://a.blog:0/", "invalid"),
    ],
)
def test_what_is_settled_without_asking(url: str, reason: str) -> None:
    written = web_url(url)
    link = WebLink("a.md", Span(0, 1), url, written.fragment)
    plan = make_plan(gather([(written.url, link)]), Wish(), History({}), NOW)
    assert [one.reason for one in plan.known.values()] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("day", "address"),
    [
        ("2024-03-01", "https://web.archive.org/web/20240301/https://a.blog/x?y"),
        ("", "https://web.archive.org/web/2/https://a.blog/x?y"),
    ],
)
def test_archive(day: str, address: str) -> None:
    assert archived("https://a.blog/x?y", day) == address


@pytest.mark.parametrize(
    ("final", "fragment", "text"),
    [
        ("https://a.blog/y", "", "https://a.blog/y"),
        ("https://a.blog/y", "part", "https://a.blog/y#part"),
        ("https://a.blog/y#own", "part", "https://a.blog/y#own"),
        ("https://a.blog/y_(z)", "", "https://a.blog/y_%28z%29"),
        ("https://a.blog/?a=1&b=2", "", "https://a.blog/?a=1&b=2"),
        ("https://a.blog/?a=1&copy;=2", "", "https://a.blog/?a=1&amp;copy;=2"),
    ],
)
def test_what_a_fix_writes(final: str, fragment: str, text: str) -> None:
    assert rewritten(final, WebLink("a.md", Span(0, 1), "x", fragment)) == text
