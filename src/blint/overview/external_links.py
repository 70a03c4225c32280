"""The links of a blog to other sites: what is known of each address, and which posts have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import msgspec

from blint.facts import PostFacts
from blint.running.web.blog import Links
from blint.site.links.verdicts import WORDS, Verdict, WebLink, archived, because
from blint.site.links.web_urls import host_of
from blint.source import LineTable


class LinkPlace(msgspec.Struct, frozen=True, order=True):
    """Where a link stands."""

    path: str
    line: int
    column: int


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """An address. `status` 0: none was answered. `final` is where redirects end, empty where there
    are none. `failing_since` is the day of the first failure up to now. `archive` is where a copy
    of a dead page may be, nearest to the day of the oldest post that links to it."""

    url: str
    host: str
    verdict: str
    status: int
    why: str
    final: str
    failing_since: str
    checked: str
    archive: str
    posts: tuple[LinkPlace, ...]


class ExternalLinks(msgspec.Struct, frozen=True):
    """All addresses: those that ask for most first, then in order of the address. `counts` are the
    numbers of addresses by verdict, of all, shown or not."""

    addresses: tuple[Address, ...]
    counts: Mapping[str, int]

    def by_host(self) -> dict[str, list[Address]]:
        """The addresses of each host, hosts in order of their names."""
        found: dict[str, list[Address]] = {}
        for address in sorted(self.addresses, key=lambda one: (one.host, _rank(one.verdict))):
            found.setdefault(address.host, []).append(address)
        return found


def external_links(
    posts: Iterable[PostFacts], links: Links, wanted: Collection[str] = ()
) -> ExternalLinks:
    """What is known of the links of posts; `wanted`: of those with one of these verdicts."""
    tables: dict[str, LineTable] = {}
    lines = {post.path: post for post in posts}

    def place(link: WebLink) -> LinkPlace:
        if link.path not in tables:
            tables[link.path] = lines[link.path].line_table
        at = tables[link.path].place(link.span)
        return LinkPlace(link.path, at.line, at.column)

    counts = dict.fromkeys(WORDS, 0)
    found = []
    for url, verdict in links.verdicts.items():
        counts[verdict.verdict] += 1
        if not wanted or verdict.verdict in wanted:
            sources = links.sources[url]
            found.append(_address(url, verdict, sources, sorted({place(one) for one in sources})))
    found.sort(key=lambda one: (_rank(one.verdict), one.url))
    return ExternalLinks(tuple(found), {word: count for word, count in counts.items() if count})


def _address(
    url: str, verdict: Verdict, links: Iterable[WebLink], places: Iterable[LinkPlace]
) -> Address:
    dead = verdict.verdict == "broken" and verdict.reason != "invalid"
    oldest = min((link.published for link in links if link.published), default="")
    return Address(
        url=url,
        host=host_of(url),
        verdict=verdict.verdict,
        status=verdict.status,
        why=because(verdict) if verdict.reason else "",
        final=verdict.final,
        failing_since=verdict.since,
        checked=verdict.checked,
        archive=archived(url, oldest) if dead else "",
        posts=tuple(places),
    )


def _rank(verdict: str) -> int:
    return WORDS.index(verdict)
