"""A progress bar on standard error, for long work on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

_PATIENCE = 1.0
"""Seconds of silence that nobody minds; a bar that flashes by tells nothing."""

Show = Callable[[int, int, str], None]


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Yield a function to be told (done, total), or None where nobody would see the bar."""
    with _bar() as show:
        yield None if show is None else lambda done, total: show(done, total, "reading posts")


@contextmanager
def asking() -> Iterator[Callable[[int, int, Sequence[str]], None] | None]:
    """Yield a function to be told (done, total, hosts that asked for a pause), or None."""
    with _bar() as show:
        yield None if show is None else lambda done, total, hosts: show(done, total, _what(hosts))


def _what(hosts: Sequence[str]) -> str:
    """What is being done, with the hosts that are waited for."""
    if not hosts:
        return "asking for links"
    rest = f" and {len(hosts) - 1} more" if len(hosts) > 1 else ""
    return f"asking for links (waiting for {hosts[0][:40]}{rest})"


@contextmanager
def _bar() -> Iterator[Show | None]:
    if not sys.stderr.isatty():
        yield None
        return
    start: list[float] = []
    bar: list[Show] = []

    def show(done: int, total: int, what: str) -> None:
        if bar:
            bar[0](done, total, what)
        elif not start:
            start.append(time.monotonic())
        elif time.monotonic() - start[0] > _PATIENCE and done < total:
            bar.append(_rich_bar(stop))

    stop: list[Callable[[], None]] = []
    try:
        yield show
    finally:
        for action in stop:
            action()


def _rich_bar(stop: list[Callable[[], None]]) -> Show:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        Remaining(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.start()
    stop.append(bar.stop)
    task = bar.add_task("posts")

    def show(done: int, total: int, what: str) -> None:
        bar.update(task, completed=done, total=total, description=what)

    return show
