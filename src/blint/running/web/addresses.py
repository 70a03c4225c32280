"""Which addresses and ports may be connected to: what is private stays private.

The table is our own. What the standard library calls global holds addresses that lead back into
private networks: those that carry an IPv4 address inside, and those of clouds' own services.
"""

from __future__ import annotations

from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

_V4_PRIVATE: Final = (
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "198.18.0.0/15",
)
_V4_NEVER: Final = (
    "0.0.0.0/8",
    "100.100.100.200/32",  # a cloud's metadata service inside 100.64.0.0/10
    "168.63.129.16/32",  # a cloud's metadata service at an address that looks public
    "169.254.0.0/16",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/3",
)
_V6_PRIVATE: Final = ("::1/128", "fc00::/7", "fec0::/10")
_V6_GLOBAL: Final = "2000::/3"
_V6_NEVER: Final = (
    "2001::/23",  # Teredo, ORCHID and other assignments of the protocol itself
    "2001:db8::/32",
    "2002::/16",  # 6to4: an IPv4 address inside, and nobody's way to a web site any more
    "3fff::/20",
    # Metadata services of clouds inside fc00::/7.
    *("fd00:42::42/128", "fd00:c1::a9fe:a9fe/128", "fd00:ec2::/32", "fd20:ce::254/128"),
)
_MAPPED: Final = "::ffff:0:0/96"
_NAT64: Final = "64:ff9b::/96"

_PORTS: Final = frozenset(
    (
        *(1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95),
        *(101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161),
        *(179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563),
        *(587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060),
        *(5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211),
    )
)
"""Ports of services that take a web request for one of their own: those that browsers refuse, and
two of stores that obey whoever reaches them."""


def may_connect(address: str, *, private: bool) -> bool:
    """Whether an address, as a resolver gives it, may be connected to.

    `private`: those of private networks may be. Those that no web site can have, and those of the
    services that clouds offer their machines, may never be.
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if "%" in address:
        return False
    return _v4(ip, private=private) if ip.version == 4 else _v6(ip, private=private)


def may_use(port: int) -> bool:
    """Whether a port may be one of a web server."""
    return 0 < port < 65536 and port not in _PORTS


def _v4(ip: IPv4Address, *, private: bool) -> bool:
    if _within(ip, _V4_NEVER):
        return False
    return private or not _within(ip, _V4_PRIVATE)


def _v6(ip: IPv6Address, *, private: bool) -> bool:
    if _within(ip, (_MAPPED, _NAT64)):
        return _v4(IPv4Address(int(ip) & 0xFFFFFFFF), private=private)
    if _within(ip, _V6_NEVER) or _is_isatap(ip):
        return False
    if private and _within(ip, _V6_PRIVATE):
        return True
    return _within(ip, (_V6_GLOBAL,))


def _is_isatap(ip: IPv6Address) -> bool:
    """Whether an address holds an IPv4 address in the manner of ISATAP."""
    return (int(ip) >> 32) & 0xFDFFFFFF == 0x00005EFE


def _within(ip: IPv4Address | IPv6Address, networks: tuple[str, ...]) -> bool:
    value, width = int(ip), 32 if ip.version == 4 else 128
    return any(value >> (width - bits) == start for start, bits in _starts(networks))


@cache
def _starts(networks: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    found = []
    for text in networks:
        network = ip_network(text)
        bits = network.prefixlen
        found.append((int(network.network_address) >> (network.max_prefixlen - bits), bits))
    return tuple(found)
