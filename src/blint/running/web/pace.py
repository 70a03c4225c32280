"""The pace of a run: how many requests at a time, and how soon after one another, host by host."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

LONGEST_PAUSE = 60.0
"""Seconds that a host may ask for. Who wants more is not asked again for that page."""

_STRIKES = 3
_UNREACHED = 6
_IN_A_ROW = 6
"""So many answers that there are too many requests, or none in time, and a host is given up."""
_SILENT = 10
_PATIENCE = 3.0
"""So many hosts in vain, and seconds without a word from any, and it is us who are offline."""
_MARGIN = 1.01
"""What is sent in time may arrive a little closer together."""


class Host:
    """One host: when it may be asked again, and what it has been like."""

    def __init__(self, per_host: int) -> None:
        self.slots = asyncio.Semaphore(per_host)
        self.ready = 0.0
        self.paused = 0.0
        self.left = -1e9
        self.answers = 0
        self.unreached = 0
        self.hung = 0
        self.crowded = 0
        self.long_pauses = 0
        self.bad_heads = 0
        self.good_heads = 0

    @property
    def closed_because(self) -> str:
        """Why there is no use in asking, one of REASONS; empty where there is."""
        if self.long_pauses >= _STRIKES or self.crowded >= _IN_A_ROW:
            return "rate"
        if self.hung >= _IN_A_ROW:
            return "unreachable"
        return "unreachable" if not self.answers and self.unreached >= _UNREACHED else ""

    @property
    def takes_head(self) -> bool:
        """Whether HEAD is worth a try: on some hosts GET has to follow each time."""
        return self.bad_heads < _STRIKES or self.good_heads >= self.bad_heads


class Pace:
    """Gives out turns: at most `concurrency` in all, `per_host` to a host, `interval` apart."""

    def __init__(self, *, concurrency: int, per_host: int, interval: float) -> None:
        self._all = asyncio.Semaphore(concurrency)
        self._per_host = per_host
        self._interval = interval * _MARGIN
        self._hosts: dict[str, Host] = {}
        self._waiting: dict[str, int] = {}
        self._silent: set[str] = set()
        self._start = _now()

    def host(self, name: str) -> Host:
        """What is known of a host."""
        if name not in self._hosts:
            self._hosts[name] = Host(self._per_host)
        return self._hosts[name]

    def pause(self, name: str, seconds: float) -> None:
        """Leave a host, and no other, alone for a while."""
        host = self.host(name)
        host.paused = max(host.paused, _now() + min(seconds, LONGEST_PAUSE))

    async def leave(self, name: str) -> None:
        """Wait until a request may leave for a host: connecting may have brought it too close."""
        host = self._hosts[name]
        while (wait := host.left + self._interval - _now()) > 0:
            await asyncio.sleep(wait)
        host.left = _now()
        host.ready = max(host.ready, host.left + self._interval)

    @property
    def any_answer(self) -> bool:
        """Whether any host has answered anything."""
        return any(host.answers for host in self._hosts.values())

    @property
    def seems_offline(self) -> bool:
        """Whether so many hosts could not be reached, and no other, that it must be us."""
        if len(self._silent) < _SILENT or self.any_answer:
            return False
        return _now() - self._start >= _PATIENCE

    def note_silence(self, name: str) -> None:
        """Remember that a host could not be reached."""
        self._silent.add(name)

    def waiting(self) -> list[str]:
        """The hosts that requests wait for, as they asked for a pause."""
        now = _now()
        return sorted(name for name in self._waiting if self._hosts[name].paused > now)

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[Host]:
        """A turn at a host, for one request."""
        host = self.host(name)
        async with host.slots:
            self._waiting[name] = self._waiting.get(name, 0) + 1
            try:
                await self._take(host)
            finally:
                self._waiting[name] -= 1
                if not self._waiting[name]:
                    del self._waiting[name]
            try:
                yield host
            finally:
                self._all.release()

    async def _take(self, host: Host) -> None:
        """Wait for the host, then for one of all places; who has to wait again gives it back."""
        while True:
            wait = max(host.ready, host.paused) - _now()
            if wait > 0:
                await asyncio.sleep(wait)
                continue
            await self._all.acquire()
            now = _now()
            if max(host.ready, host.paused) <= now:
                host.ready = now + self._interval
                return
            self._all.release()


def _now() -> float:
    return asyncio.get_running_loop().time()
