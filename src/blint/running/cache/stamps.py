"""Stamps: how a file is seen to be the same as before without being read."""

from __future__ import annotations

import os
import sys
import time
from struct import Struct

Stamp = bytes
"""What the file system says of a file or folder: its size, the times of its last change, its inode.

One of the times is that of the last change of anything about the file, which no program can set and
which is another in every checkout: a stamp never fits a copy of a file. (On Windows it is the time
of creation.)
"""

_FORM = Struct("<QQQQ")
_PACK = _FORM.pack
STAMP_SIZE = _FORM.size
_64_BITS = (1 << 64) - 1
_SETTLED_AFTER = 2_000_000_000
"""Nanoseconds after which another change must show in a time: file systems may count in seconds,
or in two of them."""


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of what a status is of."""
    return _PACK(
        status.st_size,
        status.st_mtime_ns & _64_BITS,
        status.st_ctime_ns & _64_BITS,
        status.st_ino & _64_BITS,
    )


def stamp_at(path: str) -> Stamp | None:
    """The stamp of what is at a path, not following a link; None where nothing is."""
    try:
        return stamp_of(os.lstat(path))
    except (OSError, ValueError):
        return None


def changed_at(status: os.stat_result) -> int:
    """When what a status is of was last changed, in nanoseconds since 1970."""
    return max(status.st_mtime_ns, status.st_ctime_ns)


def is_settled(changed: int, now: int) -> bool:
    """Whether another change after `now` must make another stamp; both as `changed_at` has it."""
    return changed < now - _SETTLED_AFTER


def clock() -> int:
    """The time of day in nanoseconds since 1970."""
    return time.time_ns()


def machine() -> str:
    """The name of this machine, beyond which no stamp counts."""
    name = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return f"{sys.platform} {name}"
