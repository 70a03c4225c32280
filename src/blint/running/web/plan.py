"""The plan of a run: what to ask for, what is known already, what is left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

import msgspec

from blint.late import late
from blint.running.web.history import History, Line, holds
from blint.running.web.page import looked_up
from blint.running.web.patterns import Patterns
from blint.site.links.verdicts import Verdict, WebLink
from blint.site.links.web_urls import parts_of, web_url


class Ignore(msgspec.Struct, frozen=True):
    """Addresses that are not asked for: until when (an ISO date, empty: for ever)."""

    url: str
    reason: str = ""
    until: str = ""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a run is to look at.

    `only` and `include`: these and no others, where there are any. `headers` has the origins for
    which there are headers of their own, each with a mark of what they are.
    """

    offline: bool = False
    fragments: bool = False
    allow_private: bool = False
    only: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    headers: Mapping[str, str] = msgspec.field(default_factory=dict)

    def under(self, url: str) -> str:
        """What a verdict on an address depends on beside the world, empty for the defaults."""
        private = ["private"] if self.allow_private else []
        mark = self.headers.get(parts_of(url).origin) if self.headers else None
        return ",".join([*private, *([f"headers-{mark}"] if mark else [])])


class Target(msgspec.Struct, frozen=True):
    """An address to ask for, its host, and the fragments to look for on its page."""

    url: str
    host: str
    fragments: tuple[str, ...] = ()


class Plan(msgspec.Struct, frozen=True):
    """What to do. `known` are the verdicts that there are without asking, `targets` come in the
    order in which they are best asked for."""

    targets: tuple[Target, ...]
    known: Mapping[str, Verdict]
    notes: tuple[str, ...] = ()


Sources = Mapping[str, Iterable[WebLink]]
"""Where each address is linked from."""


def gather(links: Iterable[tuple[str, WebLink]]) -> dict[str, list[WebLink]]:
    """The links to each address."""
    found: dict[str, list[WebLink]] = {}
    for url, link in links:
        found.setdefault(url, []).append(link)
    return found


def make_plan(sources: Sources, wish: Wish, history: History, now: datetime) -> Plan:
    """The plan for some addresses."""
    sieve = _Sieve(wish, now.strftime("%Y-%m-%d"))
    known: dict[str, Verdict] = {}
    targets: list[Target] = []
    for url, links in sources.items():
        settled = sieve.settled(url, links)
        if settled is not None:
            known[url] = settled
            continue
        wanted = {looked_up(link.fragment) for link in links} if wish.fragments else set()
        fragments = tuple(sorted(wanted - {""}))
        line = history.lines.get(url)
        if line is not None and line.under == wish.under(url):
            young = holds(line, now) and _knows(line, fragments)
            if young or wish.offline:
                known[url] = _recalled(line)
                continue
        if wish.offline:
            known[url] = Verdict(verdict="skipped", reason="offline")
        else:
            targets.append(Target(url, parts_of(url).netloc, fragments))
    return Plan(tuple(_ordered(targets, history)), known, tuple(sieve.notes()))


class _Sieve:
    """What is settled before anything is asked."""

    def __init__(self, wish: Wish, today: str) -> None:
        self._wish = wish
        self._only = [(one, Patterns([one])) for one in wish.only]
        self._include = Patterns(wish.include)
        self._exclude = Patterns(wish.exclude)
        self._ignores = [
            (one, Patterns([one.url])) for one in wish.ignore if not one.until or one.until >= today
        ]
        self._has_lists = bool(wish.only or wish.include or wish.exclude or wish.ignore)
        self._expired = [one for one in wish.ignore if one.until and one.until < today]
        self._used: set[str] = set()
        self._asked: set[str] = set()
        self._hosts: dict[str, Verdict | None] = {}

    def settled(self, url: str, links: Iterable[WebLink]) -> Verdict | None:
        """The verdict on an address that is not asked for; None for one that is."""
        reason = self._left_out(url, [link.written for link in links]) if self._has_lists else ""
        if reason:
            return Verdict(verdict="skipped", reason=reason)
        if _PLACEHOLDER.match(url):
            return Verdict(verdict="skipped", reason="placeholder")
        if web_url(url).fault:
            return Verdict(verdict="broken", reason="invalid")
        host = parts_of(url).host
        if host not in self._hosts:
            self._hosts[host] = self._of_host(host)
        return self._hosts[host]

    def _of_host(self, host: str) -> Verdict | None:
        if _EXAMPLE.search(host):
            return Verdict(verdict="skipped", reason="example")
        if _NOWHERE.search(host):
            return Verdict(verdict="broken", reason="dns")
        if not self._wish.allow_private and _is_private_name(host):
            return Verdict(verdict="skipped", reason="private")
        return None

    def _left_out(self, url: str, written: list[str]) -> str:
        if self._only:
            fitting = [one for one, patterns in self._only if patterns.match(url, written)]
            self._asked.update(fitting)
            if not fitting:
                return "unasked"
        if self._include and not self._include.match(url, written):
            return "excluded"
        if self._exclude.match(url, written):
            return "excluded"
        for ignore, patterns in self._ignores:
            if patterns.match(url, written):
                self._used.add(ignore.url)
                return "ignored"
        return ""

    def notes(self) -> Iterator[str]:
        """What there is to say of ignores that are over, or that no link needs any more."""
        for ignore in self._expired:
            yield f"`{ignore.url}` was to be ignored until {ignore.until}; it is asked for again."
        for one in dict.fromkeys(self._wish.only):
            if one not in self._asked:
                yield f"No link fits `{one}`."
        if not self._wish.only:
            for ignore, _ in self._ignores:
                if ignore.url not in self._used:
                    yield f"No link needs the ignored address `{ignore.url}`."


def _is_private_name(host: str) -> bool:
    return ":" not in host and ("." not in host or _LOCAL.search(host) is not None)


def _knows(line: Line, fragments: Iterable[str]) -> bool:
    return line.verdict not in {"ok", "moved"} or {*line.found, *line.missing}.issuperset(fragments)


def _recalled(line: Line) -> Verdict:
    return Verdict(**{name: getattr(line, name) for name in Verdict.__struct_fields__})


def _ordered(targets: list[Target], history: History) -> list[Target]:
    """What was looked at longest ago first, for a run that does not get to the end."""
    checked = {url: line.checked for url, line in history.lines.items()}
    return sorted(targets, key=lambda target: (checked.get(target.url, ""), target.url))


# What stands for something else: `<user>`, `{id}`, `$HOST`, dots. In a query it may be meant.
_PLACEHOLDER: Final = late(
    r"[^?]*(?:(?:[{<]|%7[bB]|%3[cC])[A-Za-z_](?:[\w .-]|%20)*(?:[}>]|%7[dD]|%3[eE])"
    r"|\$[A-Z_]{2}|/\.{3}(?:[/?]|$)|//\.{3}|…|%E2%80%A6)"
)
_EXAMPLE: Final = late(r"(?:^|\.)(?:example\.(?:com|net|org)|example|test)$")
_NOWHERE: Final = late(r"(?:^|\.)invalid$")
_LOCAL: Final = late(
    r"\.(?:localhost|local|internal|intranet|lan|corp|home|private|home\.arpa|onion)$"
)
