"""One request: its headers out, its answer in, everything about it limited."""

from __future__ import annotations

import asyncio
import socket
import ssl
import zlib
from collections.abc import Awaitable, Callable, Mapping

import httpcore
import httpx

from blint.running.web.connect import Forbidden, Transport
from blint.running.web.model import Answer, Failure
from blint.site.links.web_urls import parts_of

BODY_LIMIT = 1024 * 1024
"""Bytes of a page that are read, before and after decompression."""

_HEADERS_KEPT = 100
_HEADER_KEPT = 8192
_EXPIRED, _NOT_YET, _OTHER_HOST, _OTHER_ADDRESS = 10, 9, 62, 64
"""OpenSSL's numbers for what makes a certificate wrong for certain."""


class Fetcher:
    """Sends requests. `headers` are those of each exact origin, secrets among them."""

    def __init__(
        self,
        transport: Transport,
        *,
        timeout: float,
        connect_timeout: float,
        agent: str,
        headers: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._transport = transport
        self._timeout = timeout
        self._connect_timeout = connect_timeout
        self._agent = agent
        self._headers = headers

    async def ask(
        self,
        method: str,
        url: str,
        *,
        leave: Callable[[], Awaitable[None]],
        cookies: str = "",
        body: bool = False,
        own: bool = True,
    ) -> Answer:
        """The answer to one request; `body`: with the start of the page. Raises Failure.

        `own`: with the headers of its origin. They are for links that somebody wrote, and not for
        where another site sends whoever follows it.

        `leave` is waited for when the request is about to leave, a connection being there.
        """
        # A server that hangs on HEAD may well answer GET, which has its own time.
        seconds = self._timeout / 2 if method == "HEAD" else self._timeout
        try:
            async with asyncio.timeout(seconds):
                return await self._ask(method, url, cookies, leave, body=body, own=own)
        except TimeoutError as error:
            raise Failure("timeout") from error
        except Forbidden as error:
            raise Failure(str(error)) from error
        except httpcore.ConnectTimeout as error:
            raise Failure("connect") from error
        except (OSError, httpcore.ProtocolError, httpcore.NetworkError) as error:
            raise Failure(_reason(error)) from error
        except httpcore.TimeoutException as error:
            raise Failure("timeout") from error
        except (httpx.InvalidURL, ValueError) as error:
            raise Failure("protocol") from error

    async def _ask(
        self,
        method: str,
        url: str,
        cookies: str,
        leave: Callable[[], Awaitable[None]],
        *,
        body: bool,
        own: bool,
    ) -> Answer:
        async def trace(event: str, _info: object) -> None:
            if event == "http11.send_request_headers.started":
                await leave()

        request = httpx.Request(
            method,
            url,
            headers=self._sent(url, cookies, own=own),
            extensions={
                "target": parts_of(url).target.encode("ascii"),
                "trace": trace,
                "timeout": {"connect": self._connect_timeout},
            },
        )
        response = await self._transport.handle_async_request(request)
        try:
            headers = tuple(_kept(response.headers.raw))
            answer = Answer(response.status_code, headers)
            if body and 200 <= answer.status < 300:
                read, cut = await _read(response, answer.header("content-encoding"))
                answer = answer._replace(body=read, cut=cut)
            return answer
        finally:
            await response.aclose()

    def has_own(self, url: str) -> bool:
        """Whether there are headers for the origin of an address."""
        return bool(self._headers) and parts_of(url).origin in self._headers

    def _sent(self, url: str, cookies: str, *, own: bool) -> dict[str, str]:
        sent = {
            "Host": parts_of(url).netloc,
            "User-Agent": self._agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "en,*;q=0.5",
            # What is not compressed cannot burst.
            "Accept-Encoding": "identity",
        }
        if cookies:
            sent["Cookie"] = cookies
        given = self._headers.get(parts_of(url).origin, {}) if own else {}
        replaced = {name.lower() for name in given}
        kept = {name: value for name, value in sent.items() if name.lower() not in replaced}
        return {**kept, **given}


def _kept(raw: list[tuple[bytes, bytes]]) -> list[tuple[str, str]]:
    return [
        (name.decode("ascii", "replace").lower(), _text(value[:_HEADER_KEPT]))
        for name, value in raw[:_HEADERS_KEPT]
    ]


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


async def _read(response: httpx.Response, coding: str) -> tuple[bytes, bool]:
    """The start of a body, decoded, and whether that is not all of it."""
    unpack = decoder(coding.strip().lower())
    if unpack is None:
        return b"", True
    body, seen = bytearray(), 0
    try:
        async for part in response.stream:  # type: ignore[union-attr]
            seen += len(part)
            body += unpack(part, BODY_LIMIT + 1 - len(body))
            if len(body) > BODY_LIMIT or seen > BODY_LIMIT:
                return bytes(body[:BODY_LIMIT]), True
    except (zlib.error, httpcore.ProtocolError, httpcore.NetworkError):
        return bytes(body), True
    return bytes(body), False


def decoder(coding: str) -> _Plain | _Unpack | None:
    """Something to decode the parts of a body with; None for a coding that was not asked for."""
    if coding in {"", "identity"}:
        return _Plain()
    return _Unpack() if coding in {"gzip", "x-gzip", "deflate"} else None


class _Plain:
    def __call__(self, part: bytes, most: int) -> bytes:
        return part[:most]


class _Unpack:
    """Decompresses up to a limit, however much there may be in a part."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(47)

    def __call__(self, part: bytes, most: int) -> bytes:
        return self._stream.decompress(part, most) if most > 0 else b""


def _reason(error: BaseException) -> str:
    """The reason for a failure: what lies at the bottom of an exception tells it."""
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in chain:
        chain.append(at)
        at = at.__cause__ or at.__context__
    for one in chain:
        if isinstance(one, socket.gaierror):
            return "dns" if one.errno in {socket.EAI_NONAME, _NO_DATA} else "lookup"
        if isinstance(one, ssl.SSLCertVerificationError):
            sure = {_EXPIRED, _NOT_YET, _OTHER_HOST, _OTHER_ADDRESS}
            return "tls" if one.verify_code in sure else "chain"
        if isinstance(one, ssl.SSLError):
            return "protocol"
        if isinstance(one, ConnectionRefusedError):
            return "refused"
    if isinstance(error, httpcore.ProtocolError):
        return "closed" if "without sending" in str(error) else "protocol"
    if isinstance(error, httpcore.ConnectError):
        return "refused"
    return "closed"


_NO_DATA = getattr(socket, "EAI_NODATA", -5)
