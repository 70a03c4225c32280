"""The processes that a command starts: their memory while they live, their CPU time afterwards.

On Linux the memory of all processes of a session is summed, every few milliseconds, from `/proc`.
Elsewhere the largest process alone is known.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
import threading
import time
from contextlib import suppress

CAN_SAMPLE = sys.platform == "linux"

MEMORY = (
    "resident memory, the sum over all processes of a command (shared pages count in each)"
    if CAN_SAMPLE
    else "resident memory of the largest process of a command"
)
"""What a peak is, for the report."""

_MIB = 1024 * 1024
_PAUSE = 0.005
_PATIENCE = 5.0
_PR_SET_CHILD_SUBREAPER = 36


class Sampler(threading.Thread):
    """Watches the memory of a session: `start`, then `stop`, which gives MiB at the peak."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self._session = session
        self._ended = threading.Event()
        self._peak = 0
        # The processes that were looked at, and whether they belong to the session.
        self._known: dict[str, bool] = {}

    def run(self) -> None:
        """Look until the command has ended."""
        while not self._ended.wait(_PAUSE):
            self._peak = max(self._peak, self._resident())

    def stop(self) -> float:
        """The peak until now, in MiB."""
        self._ended.set()
        self.join()
        return self._peak / _MIB

    def _resident(self) -> int:
        pages = 0
        for process in os.listdir("/proc"):  # noqa: PTH208 - a hundred times a second
            if not process.isdigit():
                continue
            if process not in self._known:
                self._known[process] = _session(process) == self._session
            if self._known[process]:
                pages += _pages(process)
        return pages * resource.getpagesize()


def adopt_orphans() -> None:
    """Become the parent of processes whose own parent ends first, so that their CPU time counts."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def cpu_of_orphans(group: int) -> float:
    """CPU seconds of what a command has not waited for; gives that a moment to end."""
    seconds = 0.0
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            ended, _, usage = os.wait4(-group, os.WNOHANG)
        except ChildProcessError:
            break
        if ended:
            seconds += usage.ru_utime + usage.ru_stime
        else:
            time.sleep(0.005)
    return seconds


def largest(usage: resource.struct_rusage) -> float:
    """Peak MiB of the largest process of a command.

    0 where that may be the peak of this process, which a new one inherits until it has another
    program to run.
    """
    unit = 1 if sys.platform == "darwin" else 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return usage.ru_maxrss * unit / _MIB if usage.ru_maxrss > own or not CAN_SAMPLE else 0.0


def _session(process: str) -> int:
    """The session of a process; 0 where it has ended."""
    try:
        with open(f"/proc/{process}/stat", "rb") as file:  # noqa: PTH123
            # The name of the program may have spaces and brackets in it.
            return int(file.read().rpartition(b")")[2].split()[3])
    except (OSError, IndexError, ValueError):
        return 0


def _pages(process: str) -> int:
    """Resident pages of a process; 0 where it has ended."""
    with suppress(OSError, IndexError), open(f"/proc/{process}/statm", "rb") as file:  # noqa: PTH123
        return int(file.read().split()[1])
    return 0
