"""Connections: to the address that was checked, and to no other, under the name of the host."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import Any

import httpcore
import httpx

from blint.running.web.addresses import may_connect, may_use

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Gives all addresses of a host, or raises `socket.gaierror`."""
Dial = Callable[[str, int, float | None], Awaitable[httpcore.AsyncNetworkStream]]
"""Connects to an address and a port within some seconds."""

_LOOKUPS = 32


class Forbidden(Exception):
    """An address or a port that is not connected to; its text is the reason: private or port."""


class Guard(httpcore.AsyncNetworkBackend):
    """Looks each host up once in a run, checks every address, and connects to the one checked.

    One look-up serves the check and the connection, so a name whose address changes in between
    gains nothing by it.
    """

    def __init__(self, *, private: bool, resolve: Resolve, dial: Dial) -> None:
        self._private = private
        self._resolve = resolve
        self._dial = dial
        self._failed: set[str] = set()
        self._known: dict[str, asyncio.Future[list[str]]] = {}

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        """A connection to a host. Raises Forbidden, `socket.gaierror` and what `dial` raises."""
        if not may_use(port):
            raise Forbidden("port")
        try:
            async with asyncio.timeout(timeout):
                addresses = await self._lookup(host, port)
        except TimeoutError as error:
            raise socket.gaierror(socket.EAI_AGAIN, "no answer in time") from error
        if not addresses or not all(may_connect(one, private=self._private) for one in addresses):
            raise Forbidden("private")
        # Of several addresses each has its share of the time.
        *before, last = _tried(addresses)
        share = timeout and timeout / (len(before) + 1)
        for address in before:
            with suppress(OSError, httpcore.NetworkError, httpcore.TimeoutException):
                return await self._dial(address, port, share)
        return await self._dial(last, port, share)

    async def _lookup(self, host: str, port: int) -> list[str]:
        if host not in self._known:
            self._known[host] = asyncio.ensure_future(self._resolve(host, port))
            # Where all that wait have given up, nobody hears of a failure, and nobody need.
            self._known[host].add_done_callback(lambda one: one.cancelled() or one.exception())
        known = self._known[host]
        try:
            return await asyncio.shield(known)
        except socket.gaierror as error:
            # Once more, for a resolver that was out of breath; then this is what is known.
            again = error.errno == socket.EAI_AGAIN or host not in self._failed
            if again and self._known.get(host) is known:
                del self._known[host]
                self._failed.add(host)
            raise


def _tried(addresses: list[str]) -> list[str]:
    """Some of many addresses: the first, the first of the other kind, and one more."""
    first, *rest = addresses
    other = [one for one in rest if (":" in one) is not (":" in first)][:1]
    return [first, *other, *(one for one in rest if one not in other)][:3]


class System:
    """The system's resolver, in threads that nobody waits for: a look-up may hang for long."""

    def __init__(self) -> None:
        self._slots = asyncio.Semaphore(_LOOKUPS)

    async def resolve(self, host: str, port: int) -> list[str]:
        """All addresses of a host. Raises `socket.gaierror`."""
        async with self._slots:
            loop = asyncio.get_running_loop()
            done: asyncio.Future[list[str]] = loop.create_future()

            def tell(found: list[str], error: OSError | None) -> None:
                if not done.done():
                    done.set_result(found) if error is None else done.set_exception(error)

            def work() -> None:
                found, failure = [], None
                try:
                    found = _look_up(host, port)
                except OSError as error:
                    failure = error
                with suppress(RuntimeError):  # the run is over
                    loop.call_soon_threadsafe(tell, found, failure)

            threading.Thread(target=work, daemon=True).start()
            return await done


def _look_up(host: str, port: int) -> list[str]:
    # Bytes, because text is taken through a codec that refuses names which do exist.
    found = socket.getaddrinfo(host.encode("ascii"), port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


async def dial(
    address: str,
    port: int,
    timeout: float | None,
) -> httpcore.AsyncNetworkStream:
    """A plain connection to an address."""
    return await httpcore.AnyIOBackend().connect_tcp(address, port, timeout)


class Transport(httpx.AsyncBaseTransport):
    """httpx over a guarded pool: no proxies, no cookies, no redirects, nothing taken from `.netrc`.

    What goes wrong is raised as httpcore and the guard raise it, with its cause.
    """

    def __init__(self, guard: Guard, context: ssl.SSLContext, connections: int) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=5.0,
            network_backend=guard,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the response's stream is not read."""
        url = request.url
        done = await self._pool.handle_async_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=None,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            done.status, headers=done.headers, stream=_Stream(done), extensions=done.extensions
        )

    async def aclose(self) -> None:
        """Close all connections."""
        await self._pool.aclose()


class _Stream(httpx.AsyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    async def __aiter__(self) -> Any:
        async for part in self._response.aiter_stream():
            yield part

    async def aclose(self) -> None:
        await self._response.aclose()


def tls_context() -> ssl.SSLContext:
    """What servers must prove: by the system's certificates, or those of `SSL_CERT_FILE`."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath):
        import certifi

        context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context
