"""Follow one address to its end: HEAD, then GET, tried again where that may help, hop by hop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import Final
from zlib import crc32

from blint.running.web.cookies import Jar
from blint.running.web.fetch import Fetcher
from blint.running.web.model import Answer, Failure, Hop, Trace
from blint.running.web.pace import LONGEST_PAUSE, Pace
from blint.running.web.retry_after import retry_after
from blint.running.web.shared import Kind, Shared
from blint.running.web.verdict import FOR_GOOD, judge
from blint.site.links.web_urls import followed, parts_of

MOST_HOPS = 10
REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))

_UNREACHED: Final = frozenset(("connect", "refused", "lookup"))
_NO_WORD: Final = frozenset((*_UNREACHED, "dns"))
_AGAIN: Final = frozenset(("timeout", "connect", "closed", "lookup", "dns"))
_AGAIN_STATUS: Final = frozenset((408, 425, 429, *range(500, 600)))
_GONE: Final = frozenset((404, 410))
_BELOW_HTTP: Final = frozenset((*_UNREACHED, "dns", "tls", "chain", "private", "port"))
"""Failures that do not depend on what was asked."""
_ODD_CHAIN: Final = frozenset(("loop", "hops", "redirect"))
_PAUSING: Final = frozenset((429, 503))


class Follower:
    """Follows addresses. `wall` tells the time of day, for servers that name one."""

    def __init__(
        self, fetcher: Fetcher, pace: Pace, *, retries: int, wall: Callable[[], datetime]
    ) -> None:
        self._fetcher = fetcher
        self._pace = pace
        self._retries = retries
        self._wall = wall
        self._shared = Shared()

    async def trace(self, url: str, *, body: bool = False) -> Trace:
        """All that asking for an address comes to; `body`: the start of its page is wanted."""
        found = await self._chain(url, body=body, head=not body)
        if not body and (found.end in _ODD_CHAIN or not await self._is_so_by_get(found)):
            # Nobody browses by HEAD, and some servers show.
            return await self._chain(url, body=False, head=False)
        return found

    async def _is_so_by_get(self, found: Trace) -> bool:
        """Whether GET is sent the same way, where that is for good and posts may be changed."""
        if judge(found).verdict != "moved":
            return True
        for hop, after in pairwise([*found.hops, Hop(found.url, 0)]):
            own = _is_one_origin(found.start, hop.url)
            end = await self._end(hop.url, "", body=False, head=False, own=own)
            if not isinstance(end, Answer) or end.status not in FOR_GOOD:
                return False
            target = followed(hop.url, end.header("location"))
            if target is None or (target.url, target.fragment) != (after.url, hop.fragment):
                return False
        return True

    async def _chain(self, start: str, *, body: bool, head: bool) -> Trace:
        url, hops, jar, own = start, list[Hop](), Jar(), True
        seen: set[tuple[str, str]] = set()
        while True:
            cookies = jar.sent_to(url)
            if (url, cookies) in seen:
                return Trace(start, url, tuple(hops), "loop")
            seen.add((url, cookies))
            end = await self._end(url, cookies, body=body, head=head, own=own)
            if isinstance(end, str) or end.status not in REDIRECTS:
                return Trace(start, url, tuple(hops), end)
            jar.take(url, end)
            target = followed(url, end.header("location"))
            hops.append(Hop(url, end.status))
            if target is None:
                return Trace(start, url, tuple(hops), "redirect")
            if len(hops) > MOST_HOPS:
                return Trace(start, url, tuple(hops), "hops")
            url = target.url
            own = own and _is_one_origin(start, url)
            if target.fragment:
                hops[-1] = hops[-1]._replace(fragment=target.fragment)

    async def _end(
        self, url: str, cookies: str, *, body: bool, head: bool, own: bool
    ) -> Answer | str:
        """What one hop comes to; many ways may lead through it, and it is asked for once."""
        asking = _Asking(self, url, cookies, body=body, own=own)
        if cookies or self._fetcher.has_own(url):
            return await asking.end(head=head)
        kind: Kind = "page" if body else "head" if head else "get"
        end = await self._shared.get(url, kind, partial(asking.end, head=head))
        if kind == "head" and asking.last == "GET":
            self._shared.note(url, "get", end)
        return end

    async def once(
        self, method: str, url: str, cookies: str, *, body: bool, own: bool
    ) -> Answer | str:
        """One request in its turn: the answer, or why there was none."""
        name = parts_of(url).netloc
        if self._closed(name):
            return self._closed(name)
        async with self._pace.turn(name) as host:
            if self._closed(name):
                return self._closed(name)
            try:
                leave = partial(self._pace.leave, name)
                answer = await self._fetcher.ask(
                    method, url, leave=leave, cookies=cookies, body=body, own=own
                )
            except Failure as failure:
                host.unreached += failure.reason in _UNREACHED
                # A server that hangs on HEAD may well answer GET.
                host.hung += failure.reason == "timeout" and method != "HEAD"
                if failure.reason in _NO_WORD:
                    self._pace.note_silence(name)
                return failure.reason
            host.answers += 1
            host.hung = 0
            host.crowded = host.crowded + 1 if answer.status == 429 else 0
            return answer

    def _closed(self, name: str) -> str:
        """Why there is no use in asking a host; empty where there is."""
        return "network" if self._pace.seems_offline else self._pace.host(name).closed_because

    async def before_next(self, url: str, end: Answer | str, tries: int) -> bool:
        """Wait as long as a server asks before it is tried again; False: longer than anybody."""
        pause = 2.0**tries * (1 + crc32(url.encode()) / 2**34)
        name = parts_of(url).netloc
        if isinstance(end, Answer) and end.status in _PAUSING:
            asked = retry_after(end.header("retry-after"), self._wall())
            if asked is not None and asked > LONGEST_PAUSE:
                self._pace.host(name).long_pauses += 1
                return False
            if asked is not None or end.status == 429:
                self._pace.pause(name, pause if asked is None else asked)
                return True
        await asyncio.sleep(pause)
        return True

    @property
    def retries(self) -> int:
        """How often a request is tried again."""
        return self._retries

    def note_head(self, url: str, *, good: bool) -> None:
        """Remember how a host takes HEAD."""
        host = self._pace.host(parts_of(url).netloc)
        host.good_heads += good
        host.bad_heads += not good

    def takes_head(self, url: str) -> bool:
        """Whether HEAD is worth a try."""
        return self._pace.host(parts_of(url).netloc).takes_head


class _Asking:
    """Asks for one hop until there is an end."""

    def __init__(
        self, follower: Follower, url: str, cookies: str, *, body: bool, own: bool
    ) -> None:
        self._follower = follower
        self._url = url
        self._cookies = cookies
        self._body = body
        self._own = own
        self.last = ""

    async def end(self, *, head: bool) -> Answer | str:
        gone = failed_head = False
        if head and self._follower.takes_head(self._url):
            end = await self._once("HEAD")
            if isinstance(end, Answer):
                if 200 <= end.status < 400:
                    self._follower.note_head(self._url, good=True)
                    return end
                gone = end.status in _GONE
                asks = end.status in _PAUSING and end.header("retry-after")
                paused = end.status == 429 or asks
                if paused and not await self._follower.before_next(self._url, end, 0):
                    return end
            elif end in _BELOW_HTTP:
                return await self._again(end, gone=False)
            failed_head = True
        end = await self._once("GET")
        if failed_head and isinstance(end, Answer) and 200 <= end.status < 400:
            self._follower.note_head(self._url, good=False)
        return await self._again(end, gone=gone)

    async def _again(self, end: Answer | str, *, gone: bool) -> Answer | str:
        """Try again as often as that may help. `gone`: one answer has said so already."""
        tries = 0
        while True:
            if isinstance(end, Answer) and end.status in _GONE:
                if gone:
                    return end
                gone = True
                end = await self._once("GET")
                continue
            most = 1 if end == "dns" else self._follower.retries
            if tries >= most or not _may_help(end):
                return end
            if not await self._follower.before_next(self._url, end, tries):
                return end
            tries += 1
            end = await self._once("GET")

    async def _once(self, method: str) -> Answer | str:
        self.last = method
        return await self._follower.once(
            method, self._url, self._cookies, body=self._body, own=self._own
        )


def _is_one_origin(one: str, other: str) -> bool:
    return parts_of(one).origin == parts_of(other).origin


def _may_help(end: Answer | str) -> bool:
    return end.status in _AGAIN_STATUS if isinstance(end, Answer) else end in _AGAIN
