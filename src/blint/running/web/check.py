"""Ask for all addresses of a plan, within limits; whatever stops it, what was learnt is kept."""

from __future__ import annotations

import asyncio
import signal
import ssl
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from typing import Any, NamedTuple

import msgspec

from blint import __version__
from blint.running.web.connect import Dial, Guard, Resolve, System, Transport, dial, tls_context
from blint.running.web.fetch import Fetcher
from blint.running.web.follow import Follower
from blint.running.web.headers import masking
from blint.running.web.pace import Pace
from blint.running.web.plan import Target
from blint.running.web.verdict import judge
from blint.site.links.verdicts import Verdict
from blint.site.links.web_urls import parts_of

AGENT = f"blint/{__version__} (checks the links of a blog for its authors; package bloglint)"

Watch = Callable[[int, int, Sequence[str]], None]
"""Is told how many addresses of how many are done, and which hosts asked for a pause."""

Keep = Callable[[Mapping[str, Verdict]], None]
"""Is given what is known so far, every so often: a run may be ended in ways that nobody notices."""

_NO_WORD = frozenset(
    ("dns", "lookup", "connect", "refused", "timeout", "closed", "unreachable", "network")
)
KNOWN_NAME = "example.com"
"""A name that is always there. It is looked up, and not asked, where all others failed."""

_SEVERAL = 3
_TICK = 0.5
_KEEP_EVERY = 30.0
_AHEAD = 4
"""How many addresses of a host are under way for each request in flight: some wait to ask again."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How hard to try, in seconds and numbers; see `[links.external]`."""

    timeout: float = 20
    connect_timeout: float = 5
    retries: int = 2
    concurrency: int = 32
    per_host: int = 2
    interval: float = 0.1
    deadline: float = 600
    allow_private: bool = False


class World(NamedTuple):
    """What lies outside: names, connections, certificates and the time of day."""

    resolve: Resolve
    dial: Dial
    context: ssl.SSLContext
    wall: Callable[[], datetime]


class Asked(NamedTuple):
    """The verdicts of a run, by address, and the number of the signal that ended it, or 0."""

    verdicts: dict[str, Verdict]
    stopped: int = 0


def ask_all(
    targets: Sequence[Target],
    limits: Limits,
    *,
    headers: Mapping[str, Mapping[str, str]] | None = None,
    watch: Watch | None = None,
    keep: Keep | None = None,
) -> Asked:
    """Ask for all targets; ends early at the deadline and at SIGINT or SIGTERM."""
    if not targets:
        return Asked({})
    verdicts: dict[str, Verdict] = {}
    stopped: list[int] = []

    async def main() -> None:
        world = World(System().resolve, dial, tls_context(), lambda: datetime.now(UTC))
        await ask(targets, limits, world, verdicts, headers=headers or {}, watch=watch, keep=keep)

    with (
        asyncio.Runner() as runner,
        _signals(runner.get_loop(), stopped) as held,
        suppress(asyncio.CancelledError),
    ):
        try:
            runner.run(held(main()))
        except KeyboardInterrupt:  # where a loop takes no handlers
            stopped.append(signal.SIGINT)
    rest = "interrupted" if stopped else "deadline"
    for target in targets:
        verdicts.setdefault(target.url, Verdict(verdict="skipped", reason=rest))
    return Asked(verdicts, stopped[0] if stopped else 0)


async def ask(
    targets: Sequence[Target],
    limits: Limits,
    world: World,
    verdicts: dict[str, Verdict],
    *,
    headers: Mapping[str, Mapping[str, str]],
    watch: Watch | None = None,
    keep: Keep | None = None,
) -> None:
    """Fill in the verdicts on targets, as they come, until all are there or the time is over."""
    pace = Pace(concurrency=limits.concurrency, per_host=limits.per_host, interval=limits.interval)
    guard = Guard(private=limits.allow_private, resolve=world.resolve, dial=world.dial)
    transport = Transport(guard, world.context, limits.concurrency * 2)
    fetcher = Fetcher(
        transport,
        timeout=limits.timeout,
        connect_timeout=limits.connect_timeout,
        agent=AGENT,
        headers=headers,
    )
    follower = Follower(fetcher, pace, retries=limits.retries, wall=world.wall)
    queues, masked = _by_host(targets), masking(headers)

    async def work(queue: deque[Target]) -> None:
        while queue:
            target = queue.popleft()
            try:
                trace = await follower.trace(target.url, body=bool(target.fragments))
                verdicts[target.url] = masked(judge(trace, target.fragments))
            except Exception:  # our own defect: the other addresses are still asked for
                verdicts[target.url] = Verdict(verdict="unverified", reason="fault")
            if watch is not None:
                watch(len(verdicts), len(targets), pace.waiting())

    beside = []
    if watch is not None:
        tell = partial(_tell, watch, verdicts, len(targets), pace)
        beside.append(asyncio.ensure_future(_every(_TICK, tell)))
    if keep is not None:
        write = partial(_keep, keep, verdicts, pace)
        beside.append(asyncio.ensure_future(_every(_KEEP_EVERY, write)))
    try:
        with suppress(TimeoutError):
            async with asyncio.timeout(limits.deadline), asyncio.TaskGroup() as group:
                for queue in queues:
                    for _ in range(min(limits.per_host * _AHEAD, len(queue))):
                        group.create_task(work(queue))
    finally:
        for one in beside:
            one.cancel()
        await transport.aclose()
    if not pace.any_answer:
        await _doubt(verdicts, world.resolve, limits.connect_timeout)


async def _every(seconds: float, what: Callable[[], None]) -> None:
    while True:
        await asyncio.sleep(seconds)
        what()


def _tell(watch: Watch, verdicts: Mapping[str, Verdict], total: int, pace: Pace) -> None:
    watch(len(verdicts), total, pace.waiting())


def _keep(keep: Keep, verdicts: Mapping[str, Verdict], pace: Pace) -> None:
    if pace.any_answer:  # else there may be no network
        keep(verdicts)


def _by_host(targets: Sequence[Target]) -> list[deque[Target]]:
    """The targets of each host, those of the busiest first: they take longest."""
    found: dict[str, deque[Target]] = {}
    for target in targets:
        found.setdefault(target.host, deque()).append(target)
    return sorted(found.values(), key=len, reverse=True)


async def _doubt(verdicts: dict[str, Verdict], resolve: Resolve, seconds: float) -> None:
    """Where no host could be reached, it may be this machine that has no network."""
    asked = {url: one for url, one in verdicts.items() if one.verdict != "skipped"}
    if not asked or any(one.reason not in _NO_WORD for one in asked.values()):
        return
    several = len({parts_of(url).netloc for url in asked}) >= _SEVERAL
    knows_names = await _finds(resolve, seconds)
    for url, one in asked.items():
        # Who finds other names knows that this one does not exist; connections are another matter.
        if not knows_names or (several and one.reason != "dns"):
            verdicts[url] = Verdict(verdict="unverified", reason="network")


async def _finds(resolve: Resolve, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return bool(await resolve(KNOWN_NAME, 443))
    except (OSError, TimeoutError):
        return False


@contextmanager
def _signals(loop: asyncio.AbstractEventLoop, stopped: list[int]) -> Iterator[Callable[..., Any]]:
    """Gives what turns a coroutine into one that a signal ends; handlers are put back after."""
    running: list[asyncio.Task[Any]] = []

    def stop(number: int) -> None:
        stopped.append(number)
        for task in running:
            task.cancel()

    async def held(coroutine: Any) -> None:
        task = asyncio.current_task()
        assert task is not None
        running.append(task)
        await coroutine

    before = {}
    for number in (signal.SIGINT, signal.SIGTERM):
        handler = signal.getsignal(number)
        if handler is signal.SIG_IGN:  # whoever started blint wants it so
            continue
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop, number)
            before[number] = handler
    try:
        yield held
    finally:
        for number, handler in before.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)
