"""Witnesses: the files and folders that a run has looked at, and what shows that they are the same.

Only stamps are compared. Where one differs nothing is known, and whoever asks has to look himself.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from blint.running.cache.stamps import STAMP_SIZE, changed_at, is_settled, stamp_at, stamp_of

_ABSENT = bytes(STAMP_SIZE)


def witness_of(root: str, names: Iterable[str], start: int) -> bytes | None:
    """A witness for paths, relative to `root` or absolute; what is not there is to stay away.

    None where one of them was changed so short before `start`, a time as `stamps.clock` gives it,
    that the next change might not show.
    """
    paths = list(names)
    stamps = []
    for path in paths:
        try:
            status = os.lstat(os.path.join(root, path))
        except OSError:
            stamps.append(_ABSENT)
            continue
        if not is_settled(changed_at(status), start):
            return None
        stamps.append(stamp_of(status))
    text = "\0".join([root, *paths]).encode("utf-8", "surrogateescape")
    return b"".join([len(text).to_bytes(8, "big"), text, *stamps])


def holds(witness: bytes) -> bool:
    """Whether everything is as it was."""
    end = 8 + int.from_bytes(witness[:8], "big")
    root, *paths = witness[8:end].decode("utf-8", "surrogateescape").split("\0")
    join = os.path.join
    for path in paths:
        start, end = end, end + STAMP_SIZE
        if (stamp_at(join(root, path)) or _ABSENT) != witness[start:end]:
            return False
    return end == len(witness)
