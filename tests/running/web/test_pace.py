"""Politeness: how many requests at a time, how soon after one another, and who waits for whom."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import pytest

from blint.running.web.check import KNOWN_NAME
from blint.running.web.fetch import Fetcher
from blint.running.web.model import Answer
from blint.running.web.shared import Shared
from web_world import Exchange, Seen, answers, hang, reply, visit

OK = answers(reply(200))
RESOLUTION = 1e-6


def gaps(seen: Sequence[Seen], host: str) -> list[float]:
    times = sorted(one.at for one in seen if one.headers["host"] == host)
    return [after - before for before, after in pairwise(times)]


async def slowly(exchange: Exchange) -> None:
    await asyncio.sleep(0.5)
    exchange.send(reply(200))


def pages(host: str, count: int) -> list[str]:
    return [f"http://{host}/{number}" for number in range(count)]


def test_two_hundred_links_to_one_host() -> None:
    found = visit(pages("site.blog", 200), slowly)
    assert found.words() == ["ok"] * 200
    assert found.most_at_once == {"site.blog": 2}
    assert min(gaps(found.seen, "site.blog")) >= 0.1 - RESOLUTION


def test_hosts_do_not_wait_for_one_another() -> None:
    async def script(exchange: Exchange) -> None:
        if "slow" in exchange.url:
            await asyncio.sleep(9)
        exchange.send(reply(200))

    found = visit([*pages("slow.blog", 10), *pages("fast.blog", 10)], script)
    last = max(one.at for one in found.seen if "fast" in one.url)
    assert last < 1.1
    assert found.took > 44


def test_no_more_at_a_time_than_agreed() -> None:
    flying = most = 0

    async def script(exchange: Exchange) -> None:
        nonlocal flying, most
        flying += 1
        most = max(most, flying)
        await slowly(exchange)
        flying -= 1

    visit([f"http://host-{n}.blog/" for n in range(50)], script, concurrency=7)
    assert most == 7


def test_a_pause_is_for_its_host_alone() -> None:
    async def script(exchange: Exchange) -> None:
        first = "busy" in exchange.url and exchange.number == 0
        exchange.send(reply(429, "Retry-After: 30") if first else reply(200))

    found = visit([*pages("busy.blog", 4), *pages("calm.blog", 4)], script, retries=3)
    assert found.words() == ["ok"] * 8
    assert max(one.at for one in found.seen if "calm" in one.url) < 1
    busy = [one.at for one in found.seen if "busy" in one.url]
    assert not [at for at in busy if 1 < at < 30]
    assert min(gaps(found.seen, "busy.blog")) >= 0.1 - RESOLUTION


@pytest.mark.parametrize(
    ("asked", "least", "most"), [("10", 10, 13), ("1m0s", 60, 63), ("-5", 1, 5), ("soon", 1, 5)]
)
def test_the_length_of_a_pause(asked: str, least: float, most: float) -> None:
    script = answers(reply(429, f"Retry-After: {asked}"), reply(200))
    took = visit("http://site.blog/", script).took
    assert least <= took <= most


def test_who_wants_a_day_is_left_in_peace() -> None:
    found = visit(pages("site.blog", 50), answers(reply(429, "Retry-After: 86400")))
    assert found.words() == ["unverified"] * 50
    assert len(found.seen) <= 4


def test_a_host_that_takes_no_connection_is_given_up() -> None:
    found = visit(pages("site.blog", 50), OK, refuse=["93.184.216.34"])
    assert {one.verdict for one in found.verdicts.values()} == {"unverified"}
    assert len(found.dialled) < 12


def test_a_host_that_does_not_take_head_is_asked_by_get() -> None:
    async def script(exchange: Exchange) -> None:
        exchange.send(reply(405 if exchange.method == "HEAD" else 200))

    found = visit(pages("site.blog", 50), script)
    assert found.words() == ["ok"] * 50
    assert 3 <= found.methods().split().count("HEAD") < 12


def test_the_run_has_a_deadline() -> None:
    found = visit(pages("site.blog", 500), OK, deadline=10)
    assert found.took == pytest.approx(10, abs=0.2)
    assert 90 <= len(found.verdicts) <= 101


def test_a_host_that_hangs_does_not_hold_the_run_beyond_its_deadline() -> None:
    found = visit(pages("site.blog", 500), hang, deadline=50)
    assert found.took == pytest.approx(50, abs=0.2)


def test_a_host_that_hangs_is_given_up() -> None:
    found = visit(pages("site.blog", 40), hang)
    assert found.words() == ["unverified"] * 40
    assert len(found.seen) <= 16
    assert found.took < 150


def test_a_host_that_has_always_too_many_requests_is_given_up() -> None:
    found = visit(pages("site.blog", 40), answers(reply(429)))
    assert {(one.verdict, one.reason) for one in found.verdicts.values()} == {
        ("unverified", "rate")
    }
    assert len(found.seen) <= 8


def test_a_host_that_hangs_now_and_then_is_not_given_up() -> None:
    async def script(exchange: Exchange) -> None:
        if exchange.method == "HEAD" or int(exchange.url.rpartition("/")[2]) % 8 == 0:
            await hang(exchange)
        exchange.send(reply(200))

    found = visit(pages("site.blog", 40), script)
    assert found.words().count("ok") == 35


@pytest.mark.parametrize("fragments", [(), ("id",)])
def test_a_page_that_many_lead_to_is_asked_for_once(fragments: tuple[str, ...]) -> None:
    async def script(exchange: Exchange) -> None:
        away = "target" not in exchange.url
        exchange.send(reply(302, "Location: /target") if away else reply(200))

    urls = [*pages("site.blog", 30), "http://site.blog/target"]
    found = visit(urls, script, fragments=fragments)
    assert found.words() == ["ok"] * 31
    assert len(found.seen) == 31


@pytest.mark.parametrize("first", [True, False])
def test_who_is_first_to_ask_makes_no_difference(first: bool) -> None:
    """A page is read for the sake of one link, and another leads there as well."""

    async def asked(slow: str) -> dict[str, Answer | str]:
        shared = Shared()

        async def ask(name: str, answer: Answer) -> Answer:
            await asyncio.sleep(0.01 * (name == slow))
            return answer

        pages = shared.get("u", "page", partial(ask, "page", Answer(200, (), b"Not found")))
        heads = shared.get("u", "head", partial(ask, "head", Answer(200)))
        both = [pages, heads] if first else [heads, pages]
        found = dict(zip(("page", "head") if first else ("head", "page"), both, strict=True))
        return dict(zip(found, await asyncio.gather(*found.values()), strict=True))

    for slow in ("page", "head"):
        assert asyncio.run(asked(slow)) == {
            "page": Answer(200, (), b"Not found"),
            "head": Answer(200),
        }


def test_who_stops_waiting_does_not_stop_who_asks() -> None:
    async def asked() -> Answer | str:
        shared = Shared()

        async def ask() -> Answer:
            await asyncio.sleep(0.01)
            return Answer(200)

        one = asyncio.ensure_future(shared.get("u", "head", ask))
        other = asyncio.ensure_future(shared.get("u", "head", ask))
        await asyncio.sleep(0)
        other.cancel()
        return await one

    assert asyncio.run(asked()) == Answer(200)


def test_who_sets_a_cookie_is_asked_again() -> None:
    """What one visitor is shown is not what another would be."""

    async def script(exchange: Exchange) -> None:
        number = exchange.url.rpartition("/")[2]
        if number != "target":
            exchange.send(reply(302, "Location: /target", f"Set-Cookie: n={number}"))
        else:
            exchange.send(reply(200 if exchange.headers.get("cookie") else 403))

    found = visit([*pages("site.blog", 3), "http://site.blog/target"], script)
    assert found.words() == ["ok"] * 3 + ["unverified"]


def test_a_fault_of_ours_is_one_for_all_who_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    async def ask(_self: Fetcher, _method: str, url: str, **_more: object) -> Answer:
        await asyncio.sleep(1)
        if url.endswith("target"):
            raise AssertionError
        return Answer(302, (("location", "/target"),))

    monkeypatch.setattr(Fetcher, "ask", ask)
    found = visit([*pages("site.blog", 5), "http://site.blog/target"], OK)
    assert {one.reason for one in found.verdicts.values()} == {"fault"}
    assert len(found.verdicts) == 6


@pytest.mark.parametrize("number", [socket.EAI_NONAME, socket.EAI_AGAIN])
@pytest.mark.parametrize(
    "urls",
    [
        [f"http://host-{n}.blog/" for n in range(5)],
        ["http://host-0.blog/"],
        ["http://host-0.blog/", "http://host-0.blog/x", "http://host-1.blog/"],
        [*(f"http://host-{n}.blog/" for n in range(3)), "http://127.0.0.1/"],
        ["http://host-0.blog/", "http://127.0.0.1/"],
    ],
)
def test_where_no_name_is_found_it_is_the_network(urls: list[str], number: int) -> None:
    hosts = [KNOWN_NAME, *(f"host-{n}.blog" for n in range(5))]
    found = visit(urls, OK, names={host: [socket.gaierror(number, "no")] for host in hosts})
    assert {(one.verdict, one.reason) for url, one in found.verdicts.items() if "host" in url} == {
        ("unverified", "network")
    }
    assert {one.reason for url, one in found.verdicts.items() if "host" not in url} <= {"private"}
    assert found.seen == []


@pytest.mark.parametrize("count", [1, 2, 4])
def test_who_finds_other_names_knows_which_do_not_exist(count: int) -> None:
    """A run that asks for what is dead alone, all else being known."""
    names = {f"host-{n}.blog": [socket.gaierror(socket.EAI_NONAME, "no")] for n in range(count)}
    found = visit([f"http://{host}/" for host in names], OK, names=names)
    assert {(one.verdict, one.reason) for one in found.verdicts.values()} == {("broken", "dns")}
    assert found.seen == []


def test_where_several_take_no_connection_it_is_the_network() -> None:
    urls = [*(f"http://host-{n}.blog/" for n in range(3)), "http://127.0.0.1/"]
    found = visit(urls, OK, refuse=["93.184.216.34"])
    assert [one.reason for one in found.verdicts.values()].count("network") == 3


def test_without_a_network_a_run_is_soon_over() -> None:
    urls = [f"http://host-{n}.blog/{m}" for n in range(200) for m in range(3)]
    names = {f"host-{n}.blog": [socket.gaierror(socket.EAI_AGAIN, "no")] for n in range(200)}
    found = visit(urls, OK, names=names)
    assert {one.reason for one in found.verdicts.values()} == {"network"}
    assert found.took < 10


def test_names_that_are_looked_up_in_vain_hold_up_nobody() -> None:
    urls = [f"http://host-{n}.blog/" for n in range(200)]
    found = visit(urls, OK, names={f"host-{n}.blog": ["never"] for n in range(200)})
    assert {one.reason for one in found.verdicts.values()} == {"network"}
    assert found.took < 20


def test_some_hosts_that_are_gone_are_not_the_network() -> None:
    names = {f"host-{n}.blog": [socket.gaierror(socket.EAI_NONAME, "no")] for n in range(50)}
    urls = [*(f"http://{host}/" for host in names), *pages("alive.blog", 3)]
    found = visit(urls, OK, names=names)
    assert [one.reason for one in found.verdicts.values()].count("dns") == 50


def test_twenty_hosts_at_once_take_no_longer_than_one() -> None:
    async def script(exchange: Exchange) -> None:
        await asyncio.sleep(0.02)
        exchange.send(reply(200))

    urls = [url for host in range(20) for url in pages(f"host-{host}.blog", 100)]
    found = visit(urls, script)
    assert found.words() == ["ok"] * 2000
    assert found.took <= 1.3 * 100 * 0.1


def test_who_watches_hears_of_hosts_that_are_waited_for() -> None:
    async def script(exchange: Exchange) -> None:
        first = "busy" in exchange.url and exchange.number == 0
        exchange.send(reply(429, "Retry-After: 30") if first else reply(200))

    heard: list[tuple[int, int, tuple[str, ...]]] = []
    visit(
        ["http://busy.blog/", "http://calm.blog/"],
        script,
        watch=lambda done, total, hosts: heard.append((done, total, tuple(hosts))),
    )
    assert (1, 2, ("busy.blog",)) in heard
    assert heard[-1] == (2, 2, ())


def test_what_is_known_so_far_is_kept_now_and_then() -> None:
    kept: list[int] = []
    visit(pages("site.blog", 700), OK, keep=lambda verdicts: kept.append(len(verdicts)))
    assert len(kept) == 2
    assert 250 < kept[0] < 310 < kept[1] < 610


def test_nothing_is_kept_while_nobody_has_answered() -> None:
    kept: list[int] = []
    urls = [f"http://host-{n}.blog/" for n in range(2)]
    visit(urls, hang, keep=lambda verdicts: kept.append(len(verdicts)))
    assert kept == []
