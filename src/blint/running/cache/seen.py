"""What the files of the project held when they were last read, for as long as their stamps stay."""

from __future__ import annotations

import msgspec

from blint.running.cache.stamps import Stamp, clock, is_settled, machine, stamp_at
from blint.running.cache.store import Store

_KEY = b"seen"


class _Seen(msgspec.Struct, array_like=True):
    machine: str
    files: dict[str, tuple[Stamp, bytes]]


class Seen:
    """The digests of files, by path from the root, that nobody has changed since.

    A stamp only saves reading: where it does not fit, or would not show the next change, the file
    is read again.
    """

    def __init__(self, root: str, store: Store) -> None:
        self._root = root
        self._start = clock()
        self._before = _read(store)
        self._now: dict[str, tuple[Stamp, bytes]] = {}
        self.settled = True
        """Whether the stamp of each file that was read will show its next change."""

    def digest(self, path: str) -> bytes | None:
        """The digest of a file that is as it was; None where it must be read."""
        known = self._before.get(path)
        if known is None or stamp_at(f"{self._root}/{path}") != known[0]:
            return None
        self._now[path] = known
        return known[1]

    def note(self, path: str, stamp: Stamp, changed: int, digest: bytes) -> None:
        """Remember what a file holds, if its stamp will show the next change."""
        if is_settled(changed, self._start):
            self._now[path] = (stamp, digest)
        else:
            self.settled = False

    def state(self) -> dict[bytes, bytes]:
        """What is to be kept for the next run, nothing if that is kept already."""
        if self._now == self._before:
            return {}
        try:
            return {_KEY: msgspec.msgpack.encode(_Seen(machine(), self._now))}
        except UnicodeEncodeError:  # the name of a file that is not UTF-8
            return {}


def _read(store: Store) -> dict[str, tuple[Stamp, bytes]]:
    packed = store.state(_KEY)
    try:
        seen = msgspec.msgpack.decode(packed, type=_Seen) if packed else None
    except ValueError:  # msgspec raises kinds of it
        return {}
    return seen.files if seen is not None and seen.machine == machine() else {}
