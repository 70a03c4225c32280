"""Whole processes, measured: wall time, CPU time and peak memory of all that a command starts.

Commands run in turn, A B A B …, so that what else the machine does falls on all of them alike.
Every run must end with 0 or 1, without a traceback, and must have read the files it was given: a
tool that crashes is fast.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import processes

LIMIT = 900.0
"""Seconds after which a run counts as hanging."""

CRASH = re.compile(
    r"^(Traceback \(most recent call last\)|thread '.*' .*panicked at)", re.MULTILINE
)
"""What Python and Rust say on standard error, of failures that end with 1, as findings do."""


class ToolFailed(Exception):
    """A run that says nothing about how fast a tool is."""


@dataclass(frozen=True)
class Run:
    """One run: seconds of wall and CPU, and MiB at the peak where they were looked at."""

    wall: float
    cpu: float
    peak: float | None


@dataclass(frozen=True)
class Seen:
    """What a tool says that it has read and found; None where it does not say."""

    files: int | None
    findings: int | None = None


def _nothing(turn: int) -> None:
    """Prepare nothing."""


def _unread(_said: Said) -> Seen:
    return Seen(None)


@dataclass(frozen=True)
class Said:
    """The files that hold what a run has said."""

    out: Path
    err: Path


@dataclass(frozen=True)
class Command:
    """What is measured: a command line, what to do before each run, how to read what it says.

    `files` is how many it must have read; `most` limits the rounds of a command that takes minutes,
    which has no uncounted round then.
    """

    name: str
    line: Sequence[str]
    folder: Path
    prepare: Callable[[int], None] = _nothing
    seen: Callable[[Said], Seen] = _unread
    files: int | None = None
    most: int | None = None


@dataclass
class Turns:
    """What came of commands that were run in turn, by name."""

    runs: dict[str, list[Run]] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)

    def ratios(
        self, ours: str, theirs: str, of: Callable[[Run], float], per: float = 1.0
    ) -> list[float]:
        """The ratios of both commands, pair by pair; none where either has failed.

        `per` divides them, where one command has more to do than the other.
        """
        pairs = zip(self.runs.get(ours, ()), self.runs.get(theirs, ()), strict=False)
        return [of(a) / of(b) / per for a, b in pairs]


def in_turn(
    commands: Sequence[Command],
    rounds: int,
    scratch: Path,
    environment: Mapping[str, str],
    *,
    sampled: bool = False,
) -> Turns:
    """Run commands in turn, after one uncounted round; what fails once is left out from then."""
    turns = Turns()
    for turn in range(rounds + 1):
        for command in commands:
            if command.name in turns.failed or not _takes_part(command, turn):
                continue
            try:
                command.prepare(turn)
                run = measure(command, scratch, environment, sampled=sampled)
                turns.seen[command.name] = _checked(command, Said(scratch / "out", scratch / "err"))
            except ToolFailed as fault:
                turns.failed[command.name] = str(fault)
                turns.runs.pop(command.name, None)
                continue
            if turn:
                turns.runs.setdefault(command.name, []).append(run)
    return turns


def measure(
    command: Command, scratch: Path, environment: Mapping[str, str], *, sampled: bool = False
) -> Run:
    """Run a command once, its output in files. Raises ToolFailed."""
    said = Said(scratch / "out", scratch / "err")
    with said.out.open("wb") as out, said.err.open("wb") as err:
        start = time.perf_counter()
        # A session of its own, so that whatever it starts can be told from everything else.
        child = subprocess.Popen(
            command.line,
            cwd=command.folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
    limit = threading.Timer(LIMIT, _give_up, [child.pid])
    limit.daemon = True
    limit.start()
    sampler = processes.Sampler(child.pid) if sampled and processes.CAN_SAMPLE else None
    if sampler is not None:
        sampler.start()
    try:
        _, status, usage = os.wait4(child.pid, 0)
    except BaseException:
        # Whoever interrupts the benchmarks does not reach a session of its own.
        _end_session(child.pid)
        raise
    wall = time.perf_counter() - start
    limit.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    peak = sampler.stop() if sampler is not None else 0.0
    cpu = usage.ru_utime + usage.ru_stime + processes.cpu_of_orphans(child.pid)
    if child.returncode not in (0, 1):
        raise ToolFailed(f"exit code {child.returncode}: {_end(said)}")
    if not sampled:
        return Run(wall, cpu, None)
    return Run(wall, cpu, max(peak, processes.largest(usage)))


def attempt(command: Command, scratch: Path, environment: Mapping[str, str]) -> str:
    """Run a command once, uncounted and whatever comes of it; what it prints."""
    with suppress(ToolFailed):
        command.prepare(0)
        measure(command, scratch, environment)
    return (scratch / "out").read_text(encoding="utf-8", errors="replace")


def clean_environment(home: Path) -> dict[str, str]:
    """This environment without what configures the tools or slows an interpreter.

    Nobody's own settings count: `home` is an empty folder.
    """
    refused = ("PYTHON", "RUMDL", "BLINT", "NODE_", "NO_COLOR", "FORCE_COLOR", "XDG_", "GITHUB_")
    kept = ("PYTHONPATH", "NODE_EXTRA_CA_CERTS")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name in kept or not name.startswith(refused)
    }
    return {**environment, "HOME": str(home)}


def _takes_part(command: Command, turn: int) -> bool:
    return command.most is None or 0 < turn <= command.most


def _checked(command: Command, said: Said) -> Seen:
    errors = said.err.read_text(encoding="utf-8", errors="replace")
    if CRASH.search(errors):
        raise ToolFailed(_end(said))
    seen = command.seen(said)
    if command.files is not None and seen.files is not None and seen.files != command.files:
        raise ToolFailed(f"read {seen.files} of {command.files} files: {_end(said)}")
    return seen


def _end(said: Said) -> str:
    """The last lines of what went wrong."""
    for path in (said.err, said.out):
        lines = path.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        if lines:
            return "\n    ".join(line[:200] for line in lines[-4:])
    return "it said nothing"


def _give_up(session: int) -> None:
    print(f"a run has taken {LIMIT:.0f} s and is ended", file=sys.stderr)
    _end_session(session)


def _end_session(session: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(session, signal.SIGKILL)
