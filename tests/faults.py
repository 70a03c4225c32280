"""Faults of the system, made at the n-th call of one of its functions."""

from __future__ import annotations

import errno
import importlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

FAULTS: dict[str, Callable[[], BaseException]] = {
    name: (lambda code=code: OSError(code, os.strerror(code)))  # type: ignore[misc]
    for name in ("ENOSPC", "EROFS", "EACCES", "ENOENT", "EIO", "EPERM", "EDQUOT")
    if (code := getattr(errno, name))
}
"""Exceptions by name: what a disk may answer, and an interrupt."""
FAULTS["interrupt"] = KeyboardInterrupt

CALLS = (
    *("os.open", "os.fdopen", "os.fsync", "os.fchown", "os.chmod", "os.replace", "os.unlink"),
    *("os.lstat", "os.stat", "os.fstat", "os.access", "io.open", "os.listxattr", "os.close"),
    *("file.write", "file.flush", "file.close", "file.read"),
)
"""Functions of the system that writing a file comes by."""


class Hits:
    """How often the function was called."""

    count = 0


@contextmanager
def fault_at(call: str, number: int, make: Callable[[], BaseException]) -> Iterator[Hits]:
    """Let the call of a function with a number (from 1) raise; `file.…` are methods of open files.

    What writes or closes has done so before it raises, so that nothing stays open.
    """
    hits = Hits()
    owner, name = call.rsplit(".", 1)

    def failing(real: Callable[..., Any], *, late: bool = False) -> Callable[..., Any]:
        def call_it(*given: Any, **named: Any) -> Any:
            hits.count += 1
            if hits.count == number:
                if late:
                    real(*given, **named)
                raise make()
            return real(*given, **named)

        return call_it

    if owner != "file":
        module = importlib.import_module(owner)
        real = getattr(module, name)
        setattr(module, name, failing(real, late=name == "close"))
        try:
            yield hits
        finally:
            setattr(module, name, real)
        return

    class Opened:
        """An open file, one method of which may fail."""

        def __init__(self, file: Any) -> None:
            self._file = file

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self.close()

        def __getattr__(self, asked: str) -> Any:
            method = getattr(self._file, asked)
            return failing(method, late=asked == "close") if asked == name else method

        def close(self) -> None:
            (failing(self._file.close, late=True) if name == "close" else self._file.close)()

    import io

    real_fdopen, real_open = os.fdopen, io.open
    os.fdopen = lambda *a, **k: Opened(real_fdopen(*a, **k))  # type: ignore[assignment]
    io.open = lambda *a, **k: Opened(real_open(*a, **k))  # type: ignore[assignment]
    try:
        yield hits
    finally:
        os.fdopen, io.open = real_fdopen, real_open
