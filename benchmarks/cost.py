"""What blint costs: CPU per post against the floor, and start-up against a bare interpreter.

`python benchmarks/cost.py [CORPORA]`. Every figure is a ratio of two whole processes run in turn,
so that it holds on a slow or busy machine; medians of the pairs, with the spread beside them.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

FLOOR = """
import sys, pathlib, pyromark
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.md")):
    text = path.read_bytes().decode(errors="replace")
    for event, span in pyromark.events_with_range(text, merge_text=True):
        span["start"], span["end"]
"""


def measure(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds and peak MiB of one process, as the operating system accounts for it."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def pairs(ours: Sequence[str], theirs: Sequence[str], rounds: int) -> list[tuple[float, float]]:
    """CPU seconds of both commands, run in turn after one uncounted round."""
    measure(ours), measure(theirs)
    return [(measure(ours)[0], measure(theirs)[0]) for _ in range(rounds)]


def show(title: str, values: Sequence[float], form: Callable[[float], str]) -> None:
    """Print a median with its spread."""
    middle, low, high = statistics.median(values), min(values), max(values)
    print(f"{title:<58} {form(middle):>10}   ({form(low)} to {form(high)})")


def ratio(value: float) -> str:
    """A ratio, for people."""
    return f"{value:.2f} ×"


def main() -> None:
    """Measure start-up always, and the cost per post where the corpora are at hand."""
    python = sys.executable
    bare = [python, "-c", "pass"]
    version = pairs([python, "-m", "blint", "--version"], bare, 15)
    show("blint --version against python -c pass", [a / b for a, b in version], ratio)
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpora") / "cpp-docs"
    if not folder.is_dir():
        print("cpp-docs is not here; name the folder that holds it to see the cost per post.")
        return
    with tempfile.TemporaryDirectory() as scratch:
        config = Path(scratch) / "blint.toml"
        config.write_text('content = ["docs"]\n', encoding="utf-8")
        check = [python, "-m", "blint", "check", "--config", str(config), str(folder)]
        check += ["--output-format", "json", "--no-cache", "--jobs", "1"]
        report = json.loads(subprocess.run(check, capture_output=True, check=False).stdout)
        posts = report["summary"]["posts"]
        runs = pairs(check, [python, "-c", FLOOR, str(folder / "docs")], 3)
        show(
            f"cpp-docs, {posts:,} posts, one process, against the floor",
            [a / b for a, b in runs],
            ratio,
        )
        show("  CPU a post", [1000 * a / posts for a, _ in runs], lambda ms: f"{ms:.2f} ms")
        show("  peak memory", [measure(check)[1]], lambda mib: f"{mib:.0f} MiB")
    print("The floor reads all bytes and consumes every pyromark event with its range.")


if __name__ == "__main__":
    main()
