"""A small web on this machine, in a time of its own: a server whose every answer is scripted.

Client and server share one event loop whose clock stands still while anything is to be done, and
jumps to the next timer when nothing is: a timeout of a minute takes a millisecond. Names are those
of a table, and whatever address is dialled, the server of the test is at the other end.
"""

from __future__ import annotations

import asyncio
import selectors
import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import httpcore

from blint.running.web.check import Keep, Limits, Watch, World, ask
from blint.running.web.connect import dial as real_dial
from blint.running.web.plan import Target
from blint.site.links.verdicts import Verdict
from blint.site.links.web_urls import parts_of

PUBLIC = "93.184.216.34"
START = datetime(2026, 6, 1, 12, tzinfo=UTC)
CERTIFICATES = Path(__file__).parent / "fixtures" / "certificates"


class Seen(NamedTuple):
    """A request that reached the server, and when, in seconds since the start."""

    method: str
    url: str
    at: float
    headers: Mapping[str, str]


class Exchange:
    """One request, for a script to answer."""

    def __init__(self, seen: Seen, number: int, writer: asyncio.StreamWriter) -> None:
        self.method, self.url, self.headers = seen.method, seen.url, seen.headers
        self.number = number
        """How many requests for the same address came before."""
        self._writer = writer

    def send(self, data: bytes) -> None:
        self._writer.write(data)

    def reset(self) -> None:
        self._writer.transport.abort()

    def close(self) -> None:
        self._writer.close()

    async def drain(self) -> None:
        await self._writer.drain()

    @property
    def is_open(self) -> bool:
        return not self._writer.transport.is_closing()


Script = Callable[[Exchange], Awaitable[None]]


Names = Mapping[str, Sequence[list[str] | OSError | str]]
"""What successive look-ups of each host give; a text: nothing, for an hour."""


class Visit(NamedTuple):
    """What came of asking: verdicts, what the server saw, and where connections went."""

    verdicts: Mapping[str, Verdict]
    seen: Sequence[Seen]
    dialled: Sequence[tuple[str, int]]
    most_at_once: Mapping[str, int]
    took: float

    def words(self) -> list[str]:
        return [one.verdict for one in self.verdicts.values()]

    def methods(self) -> str:
        return " ".join(one.method for one in self.seen)


class Loop(asyncio.SelectorEventLoop):
    """An event loop whose time passes only while everybody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        super().__init__(_Selector(self))

    def time(self) -> float:
        return self.now


class _Selector(selectors.DefaultSelector):
    def __init__(self, loop: Loop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:
        found = super().select(0)
        if found or timeout == 0:
            return found
        # What was just sent on this machine may still be on its way; the more time is to be
        # skipped, the surer this must be.
        found = super().select(0.003 if timeout is not None and timeout < 2 else 0.03)
        if not found and timeout is None:
            raise AssertionError("everybody waits for ever")
        if not found:
            assert timeout is not None
            self._loop.now += timeout
        return found


def visit(
    urls: str | Sequence[str],
    script: Script,
    *,
    names: Names | None = None,
    fragments: Sequence[str] = (),
    headers: Mapping[str, Mapping[str, str]] | None = None,
    refuse: Sequence[str] = (),
    certificate: str = "good",
    watch: Watch | None = None,
    keep: Keep | None = None,
    **limits: Any,
) -> Visit:
    """Ask for some addresses.

    `names`: what successive look-ups of a host give; a host that is not named has the public
    address. `refuse`: hosts' addresses that take no connection.
    """
    wanted = [urls] if isinstance(urls, str) else urls
    targets = [Target(url, parts_of(url).netloc, tuple(fragments)) for url in wanted]
    web = _Web(script, names or {}, refuse)
    with asyncio.Runner(loop_factory=Loop) as runner:
        return runner.run(
            _visit(web, targets, Limits(**limits), headers or {}, certificate, watch, keep)
        )


class _Web:
    """The server, the names and the connections of one visit."""

    def __init__(self, script: Script, names: Names, refuse: Sequence[str]) -> None:
        self._script, self._names, self._refuse = script, names, refuse
        self.seen: list[Seen] = []
        self.dialled: list[tuple[str, int]] = []
        self.most: dict[str, int] = {}
        self._flying: dict[str, int] = {}
        self._looked_up: dict[str, int] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._servers: dict[str, asyncio.Server] = {}

    async def open(self, certificate: str) -> None:
        for scheme, tls in (("http", None), ("https", _server_context(certificate))):
            self._servers[scheme] = await asyncio.start_server(
                partial(self._serve, scheme), "127.0.0.1", 0, ssl=tls
            )

    async def close(self) -> None:
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for server in self._servers.values():
            server.close()
            await server.wait_closed()

    async def _serve(
        self, scheme: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            while True:
                start = await reader.readexactly(1)
                if start == b"\x16":  # a greeting in TLS
                    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    return
                head = start + await reader.readuntil(b"\r\n\r\n")
                await self._answer(scheme, head.decode("latin-1"), writer)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            pass
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            writer.close()
            self._tasks.discard(task)

    async def _answer(self, scheme: str, head: str, writer: asyncio.StreamWriter) -> None:
        first, *rest = head.split("\r\n")
        method, target, _ = first.split(" ")
        sent = {k.lower(): v for k, _, v in (line.partition(": ") for line in rest if line)}
        host = sent["host"]
        url = f"{scheme}://{host}{target}"
        number = sum(one.url == url for one in self.seen)
        self.seen.append(Seen(method, url, asyncio.get_running_loop().time(), sent))
        self._flying[host] = self._flying.get(host, 0) + 1
        self.most[host] = max(self.most.get(host, 0), self._flying[host])
        try:
            await self._script(Exchange(self.seen[-1], number, writer))
        finally:
            self._flying[host] -= 1

    async def resolve(self, host: str, _port: int) -> list[str]:
        if host.replace(".", "").isdigit() or ":" in host:
            return [host]
        answers = self._names.get(host, ([PUBLIC],))
        number = self._looked_up.get(host, 0)
        self._looked_up[host] = number + 1
        answer = answers[min(number, len(answers) - 1)]
        if isinstance(answer, OSError):
            raise answer
        if isinstance(answer, str):
            await asyncio.sleep(3600)
            return []
        return answer

    async def dial(
        self, address: str, port: int, timeout: float | None
    ) -> httpcore.AsyncNetworkStream:
        self.dialled.append((address, port))
        if address in self._refuse:
            raise httpcore.ConnectError from ConnectionRefusedError()
        server = self._servers["https" if port == 443 else "http"]
        return await real_dial("127.0.0.1", server.sockets[0].getsockname()[1], timeout)


async def _visit(
    web: _Web,
    targets: Sequence[Target],
    limits: Limits,
    headers: Mapping[str, Mapping[str, str]],
    certificate: str,
    watch: Watch | None,
    keep: Keep | None,
) -> Visit:
    await web.open(certificate)
    loop = asyncio.get_running_loop()
    verdicts: dict[str, Verdict] = {}
    world = World(
        web.resolve,
        web.dial,
        ssl.create_default_context(cafile=str(CERTIFICATES / "ca.pem")),
        lambda: START + timedelta(seconds=loop.time()),
    )
    try:
        await ask(targets, limits, world, verdicts, headers=headers, watch=watch, keep=keep)
    finally:
        await web.close()
    return Visit(verdicts, web.seen, web.dialled, web.most, loop.time())


def _server_context(certificate: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / f"{certificate}.pem", CERTIFICATES / "key.pem")
    return context


def reply(status: int, *headers: str, body: bytes = b"", length: bool = True) -> bytes:
    """An answer as bytes."""
    lines = [f"HTTP/1.1 {status} Word", *headers]
    if length:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def answers(*replies: bytes) -> Script:
    """Answers in turn, the last one for ever; to HEAD without a body."""

    async def script(exchange: Exchange) -> None:
        data = replies[min(exchange.number, len(replies) - 1)]
        head, mark, body = data.partition(b"\r\n\r\n")
        exchange.send(head + mark + (b"" if exchange.method == "HEAD" else body))

    return script


def by_url(**scripts: Script) -> Script:
    """A script for each last part of a path."""

    async def script(exchange: Exchange) -> None:
        name = exchange.url.partition("?")[0].rpartition("/")[2] or "root"
        await scripts[name](exchange)

    return script


def by_method(head: Script, get: Script) -> Script:
    """One script for HEAD and one for GET."""

    async def script(exchange: Exchange) -> None:
        await (head if exchange.method == "HEAD" else get)(exchange)

    return script


async def hang(_exchange: Exchange) -> None:
    """No answer, for an hour."""
    await asyncio.sleep(3600)


async def reset(exchange: Exchange) -> None:
    """The connection breaks."""
    exchange.reset()
