"""The snapshot of a run: what judging and settling made of each post, for the next run to go on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import msgspec

from blint.running.cache.digests import SIZE
from blint.running.judge import Judged
from blint.running.settle import SettledPost


class Snapshot(msgspec.Struct, array_like=True, dict=True):
    """The posts of a site as they were judged, by number in the order of their paths.

    `contents` are the digests of the posts, one after the other. `vague` is what the survey of the
    site said. `judgements` holds one `Judged` for all rules that share an `emit`, and is not looked
    at before a post has changed.
    """

    contents: bytes
    vague: tuple[str, ...]
    settled: list[SettledPost]
    judgements: msgspec.Raw

    @cached_property
    def judged(self) -> list[Judged]:
        """What the site rules found. Raises msgspec.DecodeError."""
        return msgspec.msgpack.decode(self.judgements, type=list[Judged])

    def changed(self, contents: Sequence[bytes]) -> list[int]:
        """The numbers of the posts whose digests are others now."""
        if b"".join(contents) == self.contents:
            return []
        return [n for n, content in enumerate(contents) if content != self.content(n)]

    def content(self, number: int) -> bytes:
        """The digest that a post had."""
        return self.contents[number * SIZE : (number + 1) * SIZE]


def pack(
    contents: Sequence[bytes],
    vague: tuple[str, ...],
    settled: list[SettledPost],
    judged: list[Judged],
) -> bytes:
    """A snapshot as bytes."""
    judgements = msgspec.Raw(msgspec.msgpack.encode(judged))
    return msgspec.msgpack.encode(Snapshot(b"".join(contents), vague, settled, judgements))


def unpack(data: bytes | None, posts: int) -> Snapshot | None:
    """The snapshot in some bytes; None where it is of another make or another number of posts."""
    if data is None:
        return None
    try:
        snapshot = msgspec.msgpack.decode(data, type=Snapshot)
    except ValueError:  # msgspec raises kinds of it
        return None
    sound = len(snapshot.contents) == posts * SIZE and len(snapshot.settled) == posts
    return snapshot if sound else None
