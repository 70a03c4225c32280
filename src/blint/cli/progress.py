"""A progress bar on standard error, for long work on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PATIENCE = 1.0
"""Seconds of silence that nobody minds; a bar that flashes by tells nothing."""


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Yield a function to be told (done, total), or None where nobody would see the bar."""
    if not sys.stderr.isatty():
        yield None
        return
    start = time.monotonic()
    bar: list[Callable[[int, int], None]] = []

    def show(done: int, total: int) -> None:
        if bar:
            bar[0](done, total)
        elif time.monotonic() - start > _PATIENCE and done < total:
            bar.append(_rich_bar(stop))

    stop: list[Callable[[], None]] = []
    try:
        yield show
    finally:
        for action in stop:
            action()


def _rich_bar(stop: list[Callable[[], None]]) -> Callable[[int, int], None]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    bar = Progress(
        "reading posts",
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.start()
    stop.append(bar.stop)
    task = bar.add_task("posts")

    def show(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)

    return show
