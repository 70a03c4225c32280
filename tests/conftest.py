"""What holds for all tests: rules are what their pages say, and nobody reaches the network."""

from __future__ import annotations

import socket
from typing import Any

import pytest
import rule_index


def pytest_sessionstart() -> None:
    """Refuse to test rules that are not those of the pages."""
    if not rule_index.is_current():
        raise pytest.UsageError("`rules/index.json` is not what the rule pages say: `make bless`")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection but those to this machine."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test wanted to reach {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)
