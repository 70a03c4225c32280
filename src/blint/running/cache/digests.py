"""Digests: 16 bytes that stand for a value or for the content of a file."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

SIZE = 16


def content_digest(data: bytes) -> bytes:
    """The digest of the bytes of a file."""
    return blake2b(data, digest_size=SIZE).digest()


def digest(parts: Iterable[object]) -> bytes:
    """The digest of some values, told apart by how Python writes them."""
    state = blake2b(digest_size=SIZE)
    for part in parts:
        state.update(part if isinstance(part, bytes) else repr(part).encode("utf-8", "replace"))
        state.update(b"\0")
    return state.digest()
