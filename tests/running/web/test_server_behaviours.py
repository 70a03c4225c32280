"""What servers do, each with the verdict it must have and what the server may see of us.

The numbers are those of the list of behaviours that this module was written from; what needs posts,
a history or the command line is in `test_web_runs.py`.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from web_world import (
    Exchange,
    Script,
    Visit,
    answers,
    by_method,
    by_url,
    hang,
    reply,
    reset,
    visit,
)

URL = "http://site.blog/a"
OK = answers(reply(200))
CHALLENGE = b"<html><title>Just a moment...</title><script>_cf_chl_opt={}</script>"
PAGE = (
    b"<title>A page</title><h2 id='id'>x</h2><a name=old></a><i ID=\"\xc3\xbc\">y</i>"
    + b"word " * 99
)
GZIP = "Content-Encoding: gzip"
HTML = "Content-Type: text/html"
GONE = answers(reply(404))
SOON, LONG_AGO = "Mon, 01 Jun 2026 12:00:01 GMT", "Mon, 01 Jun 2020 12:00:00 GMT"
BOMB = gzip.compress(bytes(300 * 1024 * 1024), 1)[:200_000]


class Case(NamedTuple):
    number: int
    what: str
    script: Script
    verdict: str
    reason: str
    methods: str
    """What the server sees, as methods in order."""
    options: Mapping[str, Any] = MappingProxyType({})
    url: str = URL


def raw(data: bytes) -> Script:
    """Bytes that may be no answer at all, and the end of the connection."""

    async def script(exchange: Exchange) -> None:
        exchange.send(data)
        await exchange.drain()
        exchange.close()

    return script


async def drip(exchange: Exchange) -> None:
    """One byte a second of a header that never ends."""
    exchange.send(b"HTTP/1.1 200 OK\r\nX: ")
    while exchange.is_open:
        exchange.send(b"x")
        await asyncio.sleep(1)


async def drip_informational(exchange: Exchange) -> None:
    """One answer to go on after the other."""
    while exchange.is_open:
        exchange.send(b"HTTP/1.1 102 Processing\r\n\r\n")
        await asyncio.sleep(1)


async def endless(exchange: Exchange) -> None:
    """A body without an end."""
    exchange.send(reply(200, HTML, length=False))
    for _ in range(1000):
        if exchange.method == "HEAD" or not exchange.is_open:
            return
        exchange.send(b"x" * 65536)
        await asyncio.sleep(0.01)


async def informed(exchange: Exchange) -> None:
    exchange.send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
    exchange.send(reply(200))


async def with_token(exchange: Exchange) -> None:
    known = exchange.headers.get("authorization") == "Bearer secret"
    exchange.send(reply(200 if known else 401))


async def with_cookie(exchange: Exchange) -> None:
    if "seen=1" in exchange.headers.get("cookie", ""):
        exchange.send(reply(200))
    else:
        exchange.send(reply(302, "Location: /a", "Set-Cookie: seen=1; Path=/; Secure"))


async def picky(exchange: Exchange) -> None:
    fine = exchange.headers.get("user-agent") == "Mozilla/5.0"
    exchange.send(reply(200 if fine else 403))


async def eleven(exchange: Exchange) -> None:
    number = int(exchange.url.rpartition("/")[2].replace("a", "0"))
    exchange.send(reply(302, f"Location: /{number + 1}"))


def redirects(**to: tuple[int, str]) -> Script:
    """Redirects by the last part of the path; all else is there."""

    async def script(exchange: Exchange) -> None:
        status, target = to.get(exchange.url.rpartition("/")[2] or "root", (200, ""))
        exchange.send(reply(status, f"Location: {target}") if target else reply(status))

    return script


def page(*headers: str, body: bytes = PAGE) -> Script:
    return answers(reply(200, *(headers or (HTML,)), body=body))


def statuses(*numbers: int) -> Script:
    return answers(*map(reply, numbers))


def head_then(head: int) -> Script:
    return by_method(statuses(head), OK)


def dns(number: int) -> dict[str, Any]:
    return {"names": {"site.blog": [socket.gaierror(number, "no")]}}


def tls(certificate: str) -> dict[str, Any]:
    return {"certificate": certificate}


FOUND = {"fragments": ["id"]}
TWICE = "HEAD GET GET GET"
SECURE = "https://site.blog/a"

CASES = [
    Case(1, "200", OK, "ok", "", "HEAD"),
    Case(2, "204", statuses(204), "ok", "", "HEAD"),
    Case(3, "206", statuses(206), "ok", "", "HEAD"),
    Case(4, "HEAD 405", head_then(405), "ok", "", "HEAD GET"),
    Case(5, "HEAD 404", head_then(404), "ok", "", "HEAD GET"),
    Case(5, "HEAD 403", head_then(403), "ok", "", "HEAD GET"),
    Case(5, "HEAD 500", head_then(500), "ok", "", "HEAD GET"),
    Case(5, "HEAD 501", head_then(501), "ok", "", "HEAD GET"),
    Case(6, "HEAD hangs", by_method(hang, OK), "ok", "", "HEAD GET"),
    Case(7, "HEAD resets", by_method(reset, OK), "ok", "", "HEAD GET"),
    Case(8, "404", GONE, "broken", "gone", "HEAD GET"),
    Case(8, "404 to GET alone", GONE, "broken", "gone", "GET GET", FOUND),
    Case(9, "410", statuses(410), "broken", "gone", "HEAD GET"),
    Case(10, "404 then 200", statuses(404, 200), "ok", "", "HEAD GET"),
    Case(10, "404 to GET, then 200", statuses(404, 200), "ok", "", "GET GET", FOUND),
    Case(11, "400", statuses(400), "unverified", "client", "HEAD GET"),
    Case(12, "401", statuses(401), "unverified", "auth", "HEAD GET"),
    Case(13, "401 without token", with_token, "ok", "", "HEAD", {
        "headers": {"http://site.blog": {"Authorization": "Bearer secret"}}
    }),
    Case(14, "403", statuses(403), "unverified", "refuses", "HEAD GET"),
    Case(15, "403 and a challenge", answers(reply(403, "cf-mitigated: challenge")),
         "unverified", "bot", "HEAD GET"),
    Case(15, "200 and a challenge", answers(reply(200, "cf-mitigated: challenge")),
         "unverified", "bot", "HEAD"),
    Case(16, "challenge page", page(body=CHALLENGE), "unverified", "bot", "GET", FOUND),
    Case(17, "429 for a second", answers(reply(429, "Retry-After: 1"), reply(200)),
         "ok", "", "HEAD GET"),
    Case(18, "429 until a date", answers(
        reply(429, f"Retry-After: {SOON}"), reply(200)), "ok", "", "HEAD GET"),
    Case(19, "429 until a past date", answers(
        reply(429, f"Retry-After: {LONG_AGO}"), reply(200)), "ok", "", "HEAD GET"),
    Case(19, "429 for less than nothing", answers(reply(429, "Retry-After: -5"), reply(200)),
         "ok", "", "HEAD GET"),
    Case(19, "429 for abc", answers(reply(429, "Retry-After: abc"), reply(200)),
         "ok", "", "HEAD GET"),
    Case(20, "429 for a day", answers(reply(429, "Retry-After: 86400"), reply(200)),
         "unverified", "rate", "HEAD"),
    Case(21, "429 always", statuses(429), "unverified", "rate", TWICE),
    Case(22, "503 twice", statuses(503, 503, 200), "ok", "", "HEAD GET GET"),
    Case(23, "500 always", statuses(500), "unverified", "server", TWICE),
    Case(24, "999", statuses(999), "unverified", "odd", "HEAD GET"),
    Case(25, "600", statuses(600), "unverified", "odd", "HEAD GET"),
    Case(26, "099", raw(b"HTTP/1.1 099 What\r\n\r\n"), "unverified", "protocol", "HEAD GET"),
    Case(26, "no status line", raw(b"ICY 200 OK\r\n\r\n"), "unverified", "protocol", "HEAD GET"),
    Case(34, "redirects to itself", redirects(a=(301, "/a")), "broken", "loop", "HEAD GET"),
    Case(34, "two in a circle", redirects(a=(302, "/b"), b=(302, "/a")),
         "broken", "loop", "HEAD HEAD GET GET"),
    Case(35, "circle without a cookie", with_cookie, "ok", "", "HEAD HEAD"),
    Case(36, "eleven redirects", eleven, "broken", "hops", " ".join(["HEAD"] * 11 + ["GET"] * 11)),
    Case(37, "redirect without target", answers(reply(301)), "broken", "redirect", "HEAD GET"),
    Case(37, "redirect with an empty target", answers(reply(301, "Location: ")),
         "broken", "redirect", "HEAD GET"),
    Case(39, "redirect to mail", redirects(a=(302, "mailto:me@site.blog")),
         "broken", "redirect", "HEAD GET"),
    Case(39, "redirect to a file", redirects(a=(302, "file:///etc/passwd")),
         "broken", "redirect", "HEAD GET"),
    Case(39, "redirect to data", redirects(a=(302, "data:text/html,hello")),
         "broken", "redirect", "HEAD GET"),
    Case(44, "no answer in time", hang, "unverified", "timeout", TWICE),
    Case(45, "a byte a second", drip, "unverified", "timeout", TWICE),
    Case(45, "informational for ever", drip_informational, "unverified", "timeout", TWICE),
    Case(46, "closed before an answer", raw(b""), "unverified", "closed", TWICE),
    Case(47, "truncated body", answers(reply(200, "Content-Length: 9999", length=False)),
         "ok", "", "HEAD"),
    Case(48, "refused", OK, "unverified", "refused", "", {"refuse": ["93.184.216.34"]}),
    Case(49, "no such host", OK, "broken", "dns", "", dns(socket.EAI_NONAME)),
    Case(50, "look-up fails for now", OK, "unverified", "lookup", "", dns(socket.EAI_AGAIN)),
    Case(51, "expired certificate", OK, "broken", "tls", "", tls("expired"), SECURE),
    Case(51, "another host's certificate", OK, "broken", "tls", "", tls("other"), SECURE),
    Case(52, "missing intermediate", OK, "unverified", "chain", "", tls("orphan"), SECURE),
    Case(52, "signed by itself", OK, "unverified", "chain", "", tls("self"), SECURE),
    Case(53, "plain HTTP on the port of https", OK, "unverified", "protocol", "", {},
         "https://site.blog:81/a"),
    Case(54, "a header of 200 kB", answers(reply(200, "X: " + "x" * 200_000)),
         "unverified", "protocol", "HEAD GET"),
    Case(54, "an illegal name of a header", answers(reply(200, "Bad Name: x")),
         "unverified", "protocol", "HEAD GET"),
    Case(55, "two lengths", answers(reply(200, "Content-Length: 5", body=b"123")),
         "unverified", "protocol", "HEAD GET"),
    Case(56, "bad gzip, no fragment", page(GZIP, body=b"no gzip"), "ok", "", "HEAD"),
    Case(56, "bad gzip and a fragment", page(GZIP, HTML, body=b"no gzip"),
         "unverified", "body", "GET", FOUND),
    Case(57, "gzip bomb", page(GZIP, HTML, body=BOMB),
         "unverified", "body", "GET", FOUND),
    Case(58, "body without an end", by_method(statuses(405), endless), "ok", "", "HEAD GET"),
    Case(58, "body without an end, and a fragment", endless, "unverified", "body", "GET", FOUND),
    Case(59, "100 and 103, then 200", informed, "ok", "", "HEAD"),
    Case(60, "an id", page(), "ok", "", "GET", FOUND),
    Case(60, "an id, escaped", page(), "ok", "", "GET", {"fragments": ["%C3%BC"]}),
    Case(60, "the name of an anchor", page(), "ok", "", "GET", {"fragments": ["old"]}),
    Case(61, "no such id", page(), "ok", "", "GET", {"fragments": ["missing"]}),
    Case(62, "a fragment of a PDF", page("Content-Type: application/pdf"), "ok", "", "GET", FOUND),
    Case(69, "403 but for a browser", picky, "unverified", "refuses", "HEAD GET"),
    Case(69, "403 but for the header that is set", picky, "ok", "", "HEAD", {
        "headers": {"http://site.blog": {"User-Agent": "Mozilla/5.0"}}
    }),
    Case(70, "200 and not found", page(body=b"<title>Page not found | A blog</title>"),
         "unverified", "soft-404", "GET", FOUND),
    Case(70, "a page redirects to the front", redirects(page=(301, "/")),
         "unverified", "soft-404", "HEAD HEAD", {}, "http://site.blog/old/page"),
    Case(71, "a label of punycode that is none", OK, "ok", "", "HEAD", {}, "http://xn--a.com/"),
    Case(71, "an emoji", OK, "ok", "", "HEAD", {}, "http://xn--n3h.net/"),
]  # fmt: skip


def by_name(case: Case) -> str:
    return f"{case.number}-{case.what}"


def the_visit(case: Case) -> Visit:
    return visit(case.url, case.script, **case.options)


@pytest.mark.parametrize("case", CASES, ids=by_name)
def test_behaviour(case: Case) -> None:
    found = the_visit(case)
    verdict = found.verdicts[case.url]
    assert (verdict.verdict, verdict.reason) == (case.verdict, case.reason)
    assert found.methods() == case.methods
    assert found.took < 120


class Moved(NamedTuple):
    number: int
    what: str
    script: Script
    verdict: str
    final: str
    fixable: bool
    seen: list[str]
    url: str = URL


SITE = "http://site.blog"
MOVED = [
    Moved(27, "301", redirects(a=(301, "/b")), "moved", "/b", True, ["/a", "/b"]),
    Moved(28, "308, 301", redirects(a=(308, "/b"), b=(301, "/c")), "moved", "/c", True,
          ["/a", "/b", "/c"]),
    Moved(29, "302", redirects(a=(302, "/b")), "ok", "/b", False, ["/a", "/b"]),
    Moved(30, "301, 302", redirects(a=(301, "/b"), b=(302, "/c")), "ok", "/c", False,
          ["/a", "/b", "/c"]),
    Moved(32, "a slash more", by_url(a=answers(reply(301, "Location: /a/")), root=OK), "ok", "/a/",
          True, ["/a", "/a/"]),
    Moved(38, "relative", redirects(a=(301, "b")), "moved", "/b", True, ["/a", "/b"]),
    Moved(38, "another host", redirects(a=(301, "//pub.dev/b")), "moved", "http://pub.dev/b", True,
          ["/a", "http://pub.dev/b"]),
    Moved(38, "not ASCII", redirects(a=(301, "/ü")), "moved", "/%C3%BC", True, ["/a", "/%C3%BC"]),
    Moved(64, "own fragment", redirects(a=(301, "/b#there")), "moved", "/b#there", True,
          ["/a", "/b"]),
    Moved(0, "to a login", redirects(a=(301, "/login?next=a")), "unverified", "/login?next=a",
          False, ["/a", "/login?next=a"]),
    Moved(0, "elsewhere, and into a language",
          by_url(a=answers(reply(301, "Location: /en/b")), b=OK), "moved", "/en/b", True,
          ["/a", "/en/b"]),
    Moved(0, "the same in the reader's language", redirects(docs=(301, "/en/docs/")), "ok",
          "/en/docs/", False, ["/docs", "/en/docs/"], "http://site.blog/docs"),
]  # fmt: skip


def absolute(url: str) -> str:
    return SITE + url if url.startswith("/") else url


@pytest.mark.parametrize("case", MOVED, ids=lambda case: f"{case.number}-{case.what}")
def test_redirect(case: Moved) -> None:
    found = visit(case.url, case.script)
    verdict = found.verdicts[case.url]
    assert (verdict.verdict, verdict.fixable) == (case.verdict, case.fixable)
    assert verdict.final == absolute(case.final)
    # A move is believed only where GET is sent the same way.
    again = case.seen[:-1] if case.verdict == "moved" else []
    assert [one.url for one in found.seen] == list(map(absolute, [*case.seen, *again]))
    methods = ["HEAD"] * len(case.seen) + ["GET"] * len(again)
    assert found.methods().split() == methods


@pytest.mark.parametrize(
    ("get", "verdict", "final"),
    [
        (OK, "ok", ""),
        (GONE, "broken", ""),
        (answers(reply(302, "Location: /b")), "ok", "/b"),
        (answers(reply(301, "Location: /c")), "moved", "/c"),
        (answers(reply(308, "Location: /b")), "moved", "/b"),
        (answers(reply(301, "Location: /b#part")), "moved", "/b#part"),
    ],
)
def test_a_move_that_head_alone_shows_is_none(get: Script, verdict: str, final: str) -> None:
    head = answers(reply(301, "Location: /b"))
    found = visit(URL, by_url(a=by_method(head, get), b=OK, c=OK)).verdicts[URL]
    assert (found.verdict, found.final) == (verdict, absolute(final))
    assert found.fixable is (verdict == "moved")


def test_a_move_that_get_has_shown_is_not_asked_for_again() -> None:
    to = by_method(statuses(405), answers(reply(301, "Location: /b")))
    found = visit(URL, by_url(a=to, b=OK))
    assert (found.words(), found.methods()) == (["moved"], "HEAD GET HEAD")


def test_a_dead_end_shows_the_way_there() -> None:
    found = visit(URL, by_url(a=answers(reply(301, "Location: /b")), b=GONE))
    verdict = found.verdicts[URL]
    assert (verdict.verdict, verdict.final) == ("broken", "http://site.blog/b")
    assert verdict.hops == ("301 http://site.blog/a",)
    assert found.methods() == "HEAD HEAD GET"


def test_https_in_place_of_http_is_not_a_move() -> None:
    async def script(exchange: Exchange) -> None:
        secure = exchange.url.startswith("https")
        exchange.send(reply(200) if secure else reply(301, f"Location: {SECURE}"))

    found = visit(URL, script)
    verdict = found.verdicts[URL]
    assert (verdict.verdict, verdict.final, verdict.fixable) == ("ok", SECURE, True)
    assert [one.url for one in found.seen] == [URL, SECURE]


def test_a_fragment_that_is_missing_is_named() -> None:
    found = visit(URL, page(), fragments=["id", "missing"]).verdicts[URL]
    assert (found.verdict, found.missing, found.found) == ("ok", ("missing",), ("id",))


def test_a_token_goes_to_its_own_origin_alone() -> None:
    headers = {"http://site.blog": {"Authorization": "Bearer secret"}}
    script = by_url(a=answers(reply(302, "Location: http://pub.dev/b")), b=OK)
    found = visit(URL, script, headers=headers)
    assert [one.headers.get("authorization") for one in found.seen] == ["Bearer secret", None]


def test_no_site_can_lead_a_token_where_it_likes() -> None:
    headers = {"http://pub.dev": {"Authorization": "Bearer secret"}}
    script = by_url(a=answers(reply(302, "Location: http://pub.dev/logout")), logout=OK)
    found = visit(URL, script, headers=headers)
    assert [one.headers.get("authorization") for one in found.seen] == [None, None]


def test_a_cookie_goes_to_no_other_host() -> None:
    leaving = answers(reply(302, "Location: http://pub.dev/b", "Set-Cookie: a=1"))
    found = visit(URL, by_url(a=leaving, b=OK))
    assert [one.headers.get("cookie") for one in found.seen] == [None, None]


def test_we_say_who_we_are() -> None:
    sent = visit(URL, OK).seen[0].headers
    assert sent["user-agent"].startswith("blint/")
    assert "links" in sent["user-agent"]
    assert sent["accept-encoding"] == "identity"
    assert "authorization" not in sent


def test_queries_are_told_apart() -> None:
    async def script(exchange: Exchange) -> None:
        exchange.send(reply(200 if exchange.url.endswith("v=1") else 404))

    found = visit([f"{URL}?v=1", f"{URL}?v=2"], script)
    assert found.words() == ["ok", "broken"]


@pytest.mark.parametrize(
    ("addresses", "dialled"),
    [
        (["1.1.1.1", "1.0.0.1"], ["1.1.1.1", "1.0.0.1"]),
        (["2606:4700::1", "2606:4700::2", "1.1.1.1"], ["2606:4700::1", "1.1.1.1"]),
        ([f"2606:4700::{n}" for n in range(1, 9)], [f"2606:4700::{n}" for n in (1, 2, 3)]),
    ],
)
def test_other_addresses_of_a_host_are_tried(addresses: list[str], dialled: list[str]) -> None:
    names = {"site.blog": [addresses]}
    found = visit(URL, OK, names=names, refuse=dialled[:-1])
    assert ([address for address, _ in found.dialled], found.words()) == (dialled, ["ok"])


def test_a_page_is_not_read_further_than_needed() -> None:
    sent = 0

    async def script(exchange: Exchange) -> None:
        nonlocal sent
        if exchange.method == "HEAD":
            exchange.send(reply(405))
            return
        exchange.send(reply(200, length=False))
        while exchange.is_open and sent < 1 << 26:
            exchange.send(b"x" * 65536)
            sent += 65536
            await asyncio.wait_for(exchange.drain(), 5)

    assert visit(URL, script).words() == ["ok"]
    assert sent < 1 << 24
