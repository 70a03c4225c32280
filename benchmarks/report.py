"""What is printed: each command with its medians and spread, each ratio, the goals at the end."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.measure import Run, Seen, Turns


@dataclass(frozen=True)
class Ratio:
    """What one thing costs as a multiple of another, round by round; `goal` is the most it may be.

    `why` says why there are no values.
    """

    scene: str
    what: str
    values: Sequence[float]
    goal: float | None = None
    why: str = ""

    @property
    def median(self) -> float:
        """The ratio of the round in the middle."""
        return statistics.median(self.values)

    @property
    def verdict(self) -> str:
        """Whether the goal is met, by the median."""
        if not self.values:
            return "not measured"
        if self.goal is None:
            return ""
        return "met" if self.median <= self.goal else "NOT MET"


def spread(values: Sequence[float], digits: int) -> str:
    """A median with the least and the most, as `0.40 (0.38–0.45)`."""
    middle, low, high = (
        f"{value:,.{digits}f}" for value in (statistics.median(values), min(values), max(values))
    )
    return f"{middle} ({low}–{high})"


def fitting(values: Sequence[float]) -> int:
    """The digits behind the point that tell values apart."""
    return 3 if max(values) < 1 else 2 if max(values) < 100 else 0


def print_turns(turns: Turns, posts: dict[str, int] | None = None) -> None:
    """A line for each command; with the number of posts, the cost of each post as well."""
    print(f"  {'':<28}{'wall, s':<23}{'CPU, s':<23}{'peak, MiB':<20}read, found")
    for name, runs in turns.runs.items():
        walls, cpus = [run.wall for run in runs], [run.cpu for run in runs]
        peaks = [run.peak for run in runs if run.peak is not None]
        peak = spread(peaks, 0) if peaks else "–"
        wall, cpu = spread(walls, fitting(walls)), spread(cpus, fitting(cpus))
        print(f"  {name:<28}{wall:<23}{cpu:<23}{peak:<20}{_seen(turns.seen.get(name))}")
        if posts:
            print(f"  {'':<28}{_per_post(runs, posts[name])}")
    for name, why in turns.failed.items():
        print(f"  {name} FAILED, and is left out: {why}")


def _per_post(runs: Sequence[Run], posts: int) -> str:
    wall = [1000 * run.wall / posts for run in runs]
    cpu = [1000 * run.cpu / posts for run in runs]
    peak = [1024 * (run.peak or 0) / posts for run in runs]
    time = f"wall {spread(wall, 2)} ms, CPU {spread(cpu, 2)} ms"
    return f"per post: {time}, memory {spread(peak, 1)} KiB"


def _seen(seen: Seen | None) -> str:
    if seen is None or seen == Seen(None):
        return ""
    files = "" if seen.files is None else f"{seen.files:,} files, "
    return files + ("" if seen.findings is None else f"{seen.findings:,} findings")


def print_ratio(ratio: Ratio) -> None:
    """A ratio below the commands that it comes from."""
    value = spread(ratio.values, fitting_ratio(ratio)) if ratio.values else ratio.why
    print(f"  → {ratio.what}: {value}")


def fitting_ratio(ratio: Ratio) -> int:
    """Three digits for ratios near 0, two for the others."""
    return 3 if ratio.median < 0.1 else 2


def print_goals(ratios: Iterable[Ratio]) -> None:
    """The last table: every ratio, its goal, whether it is met."""
    print(
        "\nRatios: median (least–most) of the rounds, pair by pair. A goal is judged by the median."
    )
    print(f"{'scene':<10}{'ratio':<66}{'measured':<24}{'goal':<9}")
    for ratio in ratios:
        value = spread(ratio.values, fitting_ratio(ratio)) if ratio.values else "–"
        goal = "" if ratio.goal is None else f"≤ {ratio.goal:g}"
        print(f"{ratio.scene:<10}{ratio.what:<66}{value:<24}{goal:<9}{ratio.verdict}".rstrip())
    for ratio in ratios:
        if not ratio.values:
            print(f"  not measured: {ratio.what}: {ratio.why}")
