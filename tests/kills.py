"""Writes files in processes that are killed at each step of it; run as a program, for it forks.

`python tests/kills.py FOLDER`: prints how many were killed, and raises where a file is neither the
old nor the new one.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from blint.running.fixing.write import Rewrite, rewrite
from faults import CALLS, fault_at

OLD, NEW = b"old\n" * 5000, b"new, and longer\n" * 5000


def die() -> BaseException:
    """End this process as nothing else can: at once, and without a word."""
    os.kill(os.getpid(), signal.SIGKILL)
    return SystemExit()


def killed(root: Path, call: str, number: int) -> bool:
    """Write two files in a process that ends at a call; returns whether it came to that."""
    files = [root / "a.md", root / "b.md"]
    for file in files:
        file.write_bytes(OLD)
    child = os.fork()
    if not child:
        with fault_at(call, number, die):
            for file in files:
                rewrite(root, Rewrite(file.name, OLD, NEW))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    holds = [file.read_bytes() for file in files]
    if any(data not in {OLD, NEW} for data in holds):
        raise AssertionError(f"a file is damaged by the end at {call} {number}")
    was_killed = os.WIFSIGNALED(status)
    if not was_killed and holds != [NEW, NEW]:
        raise AssertionError(f"a file is not written, and nobody was killed at {call} {number}")
    return was_killed


def main() -> None:
    """Kill at every call there is."""
    root = Path(sys.argv[1]).resolve()
    count = 0
    for call in CALLS:
        number = 1
        while killed(root, call, number):
            count, number = count + 1, number + 1
    sys.stdout.write(f"{count}\n")


if __name__ == "__main__":
    main()
