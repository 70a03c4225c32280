"""Say again what the last run with the same command line said, where nothing has changed since.

Most runs on a machine where somebody writes are such: a commit of something else, a second look.
Everything that the answer depended on is looked at, by its stamp; nothing is read, and hardly
anything is imported.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Sequence

from blint.running.cache.digests import digest
from blint.running.cache.fingerprint import stamped_program
from blint.running.cache.store import Store, has_store
from blint.running.cache.witness import holds, witness_of

_LARGEST = 8 * 1024 * 1024
"""Bytes that an answer may have to be kept."""

_VARIABLES = ("COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "GITHUB_WORKSPACE", "LINES", "NO_COLOR")
"""The variables of the environment that an answer depends on."""


def recalled(arguments: Sequence[str]) -> int | None:
    """Say what the last run said, and return its exit code; None where it may not be the same."""
    try:
        root = _root(arguments) if "--no-cache" not in arguments and sys.stdout else None
    except OSError:  # the current folder is gone
        return None
    if root is None:
        return None
    store = Store(root)
    kept = store.state(question(arguments))
    store.close()
    if kept is None:
        return None
    end = 9 + int.from_bytes(kept[1:9], "big")
    if not holds(kept[9:end]):
        return None
    try:
        sys.stdout.buffer.write(kept[end:])
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has left, as `blint check | head` does; nobody is there to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return kept[0]


def remember(
    asked: bytes, root: str, looked_at: Iterable[str], start: int, code: int, said: bytes
) -> None:
    """Keep what a run has said for `recalled`, with its exit code.

    `asked` is the question as it was when the run began. `looked_at` are the paths of all that the
    answer depended on, relative to the root or absolute; `start` is when the run began, as
    `stamps.clock` gives it.
    """
    witness = witness_of(root, looked_at, start) if len(said) <= _LARGEST else None
    if witness is not None:
        kept = b"".join([bytes([code]), len(witness).to_bytes(8, "big"), witness, said])
        store = Store(root)
        store.write({asked: kept}, {})
        store.close()


def question(arguments: Sequence[str]) -> bytes:
    """The key of all that an answer depends on, but for the files."""
    terminal = os.get_terminal_size(1) if sys.stdout.isatty() else None
    variables = [os.environ.get(name) for name in _VARIABLES]
    today = time.strftime("%Y-%m-%d")
    # What a link among the paths leads to may be elsewhere than what is looked at.
    real = [os.path.realpath(one) for one in arguments if os.path.lexists(one)]
    place = (os.getcwd(), sys.stdout.encoding, terminal)
    return digest([stamped_program(), list(arguments), real, place, variables, today])


def _root(arguments: Sequence[str]) -> str | None:
    """The project that has a cache, around the first path among the arguments, else around here."""
    named = (one for one in arguments if one[:1] != "-" and os.path.lexists(one))
    folder = os.path.abspath(next(named, "."))
    while True:
        if has_store(folder):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
