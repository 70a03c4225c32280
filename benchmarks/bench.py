"""What all scenes share: the copies, the peers, the rounds, how figures are printed."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import measure, processes, report, tools
from benchmarks.blogs import Blog, Shelf
from benchmarks.measure import Command, Run, Turns
from benchmarks.peers import Peers
from benchmarks.report import Ratio

SETTLED = 2.5
"""Seconds after a change until the stamps of files are trusted."""


@dataclass(frozen=True)
class Bench:
    """One run of the benchmarks; `rounds` takes the place of what the scenes think sensible."""

    scratch: Path
    shelf: Shelf
    peers: Peers
    environment: Mapping[str, str]
    rounds: int | None

    memory = processes.MEMORY

    def say(self, scene: str, what: str) -> None:
        """Begin a scene."""
        print(f"\n{scene}: {what}", flush=True)

    def fill(self, commands: Sequence[Command]) -> None:
        """Let tools fill their caches, and let the files grow old enough to be trusted.

        What fails here fails when it is measured, and is said there.
        """
        for _ in range(2):
            for command in commands:
                measure.attempt(command, self.scratch, self.environment)
            time.sleep(SETTLED)

    def turns(
        self,
        commands: Sequence[Command],
        rounds: int,
        *,
        sampled: bool = False,
        checking: Blog | None = None,
        posts: dict[str, int] | None = None,
    ) -> Turns:
        """Measure commands in turn, print the figures; `checking` asks blint what it has read."""
        turns = measure.in_turn(
            commands, self.rounds or rounds, self.scratch, self.environment, sampled=sampled
        )
        if checking is not None:
            self.check(checking, turns)
        report.print_turns(turns, posts)
        return turns

    def check(self, blog: Blog, turns: Turns) -> None:
        """Ask blint how many posts of a blog it reads; if not all, its runs do not count."""
        asked = measure.in_turn([tools.blint_counting(blog)], 1, self.scratch, self.environment)
        for seen in asked.seen.values():
            print(f"  blint, asked: {seen.files:,} posts read, {seen.findings:,} findings in all")
        for why in asked.failed.values():
            for name in [one for one in turns.runs if one.startswith("blint")]:
                turns.failed[name] = why
                del turns.runs[name]

    def ratio(
        self,
        turns: Turns,
        scene: str,
        ours: str,
        theirs: str,
        of: Callable[[Run], float],
        word: str,
        goal: float | None = None,
        per: float = 1.0,
    ) -> Ratio:
        """The ratio of two commands, pair by pair, or why there is none."""
        values = turns.ratios(ours, theirs, of, per)
        why = ""
        if not values:
            failed = [name for name in (ours, theirs) if name in turns.failed]
            why = f"{' and '.join(failed)} failed" if failed else f"{theirs} is not installed"
        ratio = Ratio(scene, f"{ours} against {theirs}, {word}", values, goal, why)
        report.print_ratio(ratio)
        return ratio
