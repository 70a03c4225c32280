"""A server on this machine that behaves as servers do, and counts what is asked of it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

Writer = asyncio.StreamWriter
Behaviour = Callable[["Asked"], Awaitable[None]]


class Asked:
    """One request: its method, its headers in lower case, how many came before for its path."""

    def __init__(self, head: str, number: int, writer: Writer) -> None:
        self.method = head.split(" ", 1)[0]
        self.head = head.lower()
        self.number = number
        self._writer = writer

    def send(self, data: bytes) -> None:
        """Send some bytes."""
        self._writer.write(data)

    def answer(self, status: int, *headers: str, body: bytes = b"<p>Hello.</p>") -> None:
        """Send a whole answer."""
        lines = [f"HTTP/1.1 {status} Word", f"Content-Length: {len(body)}", *headers]
        if not any(line.startswith("Content-Type") for line in headers):
            lines.append("Content-Type: text/html")
        self.send("\r\n".join([*lines, "", ""]).encode())
        self.send(b"" if self.method == "HEAD" else body)

    async def drop(self) -> None:
        """End the connection, after what was sent has left."""
        await self._writer.drain()
        self._writer.close()

    @property
    def is_open(self) -> bool:
        """Whether somebody is listening still."""
        return not self._writer.transport.is_closing()


class Server:
    """Answers by path; `log` holds when each request came to which host, and how it left."""

    def __init__(self, behaviours: dict[str, Behaviour], default: Behaviour) -> None:
        self._behaviours, self._default = behaviours, default
        self._seen: dict[str, int] = {}
        self.log: list[tuple[float, str, str]] = []
        self.flying: dict[str, int] = {}
        self.most: dict[str, int] = {}
        self.port = 0

    def forget(self) -> int:
        """Forget all requests; returns how many there were."""
        count = len(self.log)
        self.log.clear()
        self._seen.clear()
        self.most.clear()
        return count

    async def serve(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        """Answer the requests of one connection."""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                await self._one(head, writer)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            pass
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            writer.close()

    async def _one(self, head: str, writer: Writer) -> None:
        host = writer.get_extra_info("sockname")[0]
        target = head.split(" ", 2)[1]
        number = self._seen.get(target, 0)
        self._seen[target] = number + 1
        self.log.append((time.monotonic(), host, target))
        self.flying[host] = self.flying.get(host, 0) + 1
        self.most[host] = max(self.most.get(host, 0), self.flying[host])
        try:
            asked = Asked(head, number, writer)
            await self._behaviours.get(target, self._default)(asked)
        finally:
            self.flying[host] -= 1


@contextmanager
def running(server: Server, hosts: list[str]) -> Iterator[None]:
    """Serve on one port of some addresses of this machine, for as long as the block lasts."""
    ready, loop = threading.Event(), asyncio.new_event_loop()

    async def start() -> None:
        first = await asyncio.start_server(server.serve, hosts[0], 0, backlog=512)
        server.port = first.sockets[0].getsockname()[1]
        for host in hosts[1:]:
            await asyncio.start_server(server.serve, host, server.port, backlog=512)
        ready.set()

    def work() -> None:
        loop.run_until_complete(start())
        loop.run_forever()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield
    finally:
        asyncio.run_coroutine_threadsafe(_end_all(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end_all() -> None:
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
