"""A web server on this machine, for tests of whole runs: in a thread, on a port of its own."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATES = Path(__file__).parent / "fixtures" / "certificates"
CONFIG = """
[links.external]
allow-private = true
interval = 0
retries = 0
"""
"""A configuration that lets blint ask this machine, at once."""


class Loopback:
    """What a server answers, by path (a status, or a status and a location), and what it saw."""

    def __init__(self, answers: Mapping[str, int | tuple[int, str]]) -> None:
        self.answers = dict(answers)
        self.pages: dict[str, bytes] = {}
        """HTML that is there, by path."""
        self.seen: list[str] = []
        self.url = ""
        self.reached = threading.Event()
        """Set when a request has come in for a path that is never answered (status 0)."""
        self.over = threading.Event()

    def take(self) -> list[str]:
        """What was seen since the last time, sorted."""
        seen, self.seen = sorted(self.seen), []
        return seen


@contextmanager
def loopback(
    answers: Mapping[str, int | tuple[int, str]], *, secure: bool = False
) -> Iterator[Loopback]:
    """A server for as long as the block lasts; `secure`: with a certificate of the tests' root."""
    web = Loopback(answers)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            web.seen.append(f"{self.command} {self.path}")
            page = web.pages.get(self.path, b"")
            answer = web.answers.get(self.path, 200 if page else 404)
            status, location = answer if isinstance(answer, tuple) else (answer, "")
            if not status:
                web.reached.set()
                web.over.wait()
                return
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(page)

        do_HEAD = do_GET  # noqa: N815 (the name that http.server looks for)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        if secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATES / "loopback.pem", CERTIFICATES / "key.pem")
            server.socket = context.wrap_socket(server.socket, server_side=True)
        web.url = f"http{'s' * secure}://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield web
        finally:
            web.over.set()
            server.shutdown()
            thread.join()
