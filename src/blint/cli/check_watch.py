"""`blint check --watch`: check again whenever something changes."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NoReturn

import click

from blint.running.cache.stamps import Stamp, clock, stamp_at

if TYPE_CHECKING:
    from blint.running.run import Outcome

_PAUSE = 0.1
"""Seconds between two looks; where a look takes long, ten times as long as it takes."""

_WRITING = 0.01
"""Seconds in which a program that has begun to write a file has mostly written it."""

_SLACK = 20_000_000
"""Nanoseconds by which the clock that file systems stamp with may be late."""


def watch(check: Callable[[], Outcome], say: Callable[[Outcome], object]) -> NoReturn:
    """Check and report, wait for a change of anything that the answer depends on, and begin again.

    Ends by an interrupt only. Raises what `check` raises at first; later on, what cannot be
    checked, for instance with a configuration that is being written, is said.
    """
    start = clock()
    outcome: Outcome | None = check()
    looked_at: tuple[str, ...] = ()
    while True:
        if outcome is not None:
            _clear()
            say(outcome)
            looked_at = _places(outcome)
            click.echo(f"{_seconds(start)}; watching for changes, Ctrl-C ends it.", err=True)
        gc.collect()
        _wait(looked_at, start)
        start = clock()
        outcome = _attempt(check)


def _attempt(check: Callable[[], Outcome]) -> Outcome | None:
    from blint.cli.asking import tell
    from blint.running.errors import ConfigError, UsageFault

    try:
        return check()
    except ConfigError as error:
        lines = [str(one) for one in error.faults]
    except UsageFault as fault:
        lines = [str(fault)]
    _clear()
    for line in lines:
        tell(f"Error: {line}")
    return None


def _places(outcome: Outcome) -> tuple[str, ...]:
    """The paths of all that an outcome depends on."""
    opened = outcome.opened
    assert opened is not None
    return tuple(str(opened.config.root / path) for path in opened.looked_at())


def _wait(paths: Iterable[str], start: int) -> None:
    """Return once one of some paths is not what it was, or may have changed since the start."""
    paths = list(paths)
    before = _stamps(paths)
    if any(_changed_since(path, start - _SLACK) for path in paths):
        return
    while True:
        began = time.perf_counter()
        if _stamps(paths) != before:
            time.sleep(_WRITING)
            return
        time.sleep(max(_PAUSE, 10 * (time.perf_counter() - began)))


def _stamps(paths: Iterable[str]) -> list[Stamp | None]:
    return [stamp_at(path) for path in paths]


def _changed_since(path: str, moment: int) -> bool:
    try:
        return os.lstat(path).st_ctime_ns >= moment
    except OSError:
        return False


def _clear() -> None:
    if sys.stdout.isatty():
        click.echo("\x1b[2J\x1b[3J\x1b[H", nl=False)


def _seconds(start: int) -> str:
    return f"Checked in {(clock() - start) / 1_000_000_000:.2f} s"
