"""Nothing in a post makes blint connect to a private network, however it is spelt."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from blint.running.web.addresses import may_connect, may_use
from blint.site.links.web_urls import web_url
from web_world import PUBLIC, Exchange, answers, reply, visit

SPELLINGS = """
127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0x7f.0.0.1 0x7F.0x0.0x0.0x1
0177.0.0.1 0177.1 017700000001 127.255.255.254 127.0.0.1. 127。0。0。1 １２７．０．０．１
%31%32%37.0.0.1 ①②⑦.⓪.⓪.① 127%2e1 0 0.0.0.0 0x0 00 0.1 10.0.0.1 10.1 167772161
0x0a000001 012.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 192.168.257 3232235521
0xc0a80001 0300.0250.0.1 169.254.169.254 2852039166 0xa9fea9fe 0251.0376.0251.0376
169.254.43518 100.64.0.1 100.100.100.200 168.63.129.16 192.0.0.192 198.18.0.1 192.0.2.1
198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 4294967295
[::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1]
[0:0:0:0:0:ffff:7f00:0001] [::127.0.0.1] [::7f00:1] [64:ff9b::7f00:1]
[64:ff9b::127.0.0.1] [64:ff9b::a9fe:a9fe] [64:ff9b:1::7f00:1] [2002:7f00:1::]
[2002:a9fe:a9fe::1] [2001:0:7f00:1::] [fe80::1] [fec0::1] [fc00::1] [fd00::1]
[fd00:ec2::254] [ff02::1] [2001:db8::1] [3fff::1] [100::1] [5f00::1]
[2001:4860::5efe:127.0.0.1] [2001:4860::200:5efe:a00:1] [::ffff:a9fe:a9fe]
[::ffff:0:7f00:1]
""".split()  # noqa: SIM905 (a table)

OK = answers(reply(200))


def address_of(spelling: str) -> str:
    """The address that a spelling comes to."""
    host = web_url(f"http://{spelling}/").url.removeprefix("http://").rstrip("/")
    return host.strip("[]")


def test_there_are_enough_spellings() -> None:
    assert len(set(SPELLINGS)) >= 60


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_direct(spelling: str) -> None:
    url = web_url(f"http://user:word@{spelling}/secret").url
    found = visit(url, OK)
    assert found.dialled == []
    assert found.seen == []
    assert (found.verdicts[url].verdict, found.verdicts[url].reason) == ("skipped", "private")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_by_redirect(spelling: str) -> None:
    url = "http://site.blog/a"
    found = visit(url, answers(reply(302, f"Location: http://{spelling}/secret")))
    assert {address for address, _ in found.dialled} == {PUBLIC}
    assert {one.url for one in found.seen} == {url}
    assert found.words() == ["skipped"]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_by_a_name_whose_address_changes(spelling: str) -> None:
    """The first look-up is public; a second would not be, and there is none."""
    names = {"site.blog": [[PUBLIC], [address_of(spelling)]]}

    async def closing(exchange: Exchange) -> None:
        exchange.send(reply(404, "Connection: close"))
        exchange.close()

    found = visit("http://site.blog/a", closing, names=names)
    assert found.methods() == "HEAD GET"
    assert {address for address, _ in found.dialled} == {PUBLIC}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("beside", [[], [PUBLIC]], ids=["alone", "beside a public one"])
def test_by_a_name(spelling: str, beside: Sequence[str]) -> None:
    names = {"site.blog": [[*beside, address_of(spelling)]]}
    found = visit("http://site.blog/a", OK, names=names)
    assert found.dialled == []
    assert found.words() == ["skipped"]


@pytest.mark.parametrize(
    "address", [PUBLIC, "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_a_public_address_is_connected_to(address: str) -> None:
    assert may_connect(address, private=False)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "::1", "fd00::1"])
def test_private_addresses_where_they_are_allowed(address: str) -> None:
    assert not may_connect(address, private=False)
    assert may_connect(address, private=True)


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254",
        "fd00:ec2::254",
        "100.100.100.200",
        "0.0.0.0",
        "::",
        "ff02::1",
        "nothing",
        "fe80::1%eth0",
    ],
)
def test_what_is_never_connected_to(address: str) -> None:
    assert not may_connect(address, private=True)


@pytest.mark.parametrize("port", [22, 25, 6379, 11211, 0, 65536, 107437])
def test_ports_that_no_web_server_has(port: int) -> None:
    assert not may_use(port)


def test_no_connection_to_a_port_of_another_service() -> None:
    found = visit("http://site.blog:25/", OK)
    assert found.dialled == []
    assert found.verdicts["http://site.blog:25/"].reason == "port"
