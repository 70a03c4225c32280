"""Measure blint against its peers, the floor and a bare interpreter: `python -m benchmarks`.

What a run prints are ratios of commands that were run in turn on this machine; the figures of one
machine say little about another. A goal that is missed is no failure: the exit code is 0.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import measure, peers, processes, report, tools
from benchmarks.bench import Bench
from benchmarks.blogs import Shelf
from benchmarks.peers import Peers
from benchmarks.report import Ratio
from benchmarks.scenes import SCENES

HOME = Path(__file__).parent.parent


def main() -> None:
    """Install the peers, play the scenes, print the goals."""
    options = _options()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    processes.adopt_orphans()
    signal.signal(signal.SIGTERM, _end)
    start = time.monotonic()
    installed = Peers({}, {}) if options.without_peers else peers.install(options.peers)
    ratios: list[Ratio] = []
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        scratch = Path(folder).resolve()
        (scratch / "home").mkdir()
        environment = measure.clean_environment(scratch / "home")
        shelf = Shelf(scratch, options.corpora)
        bench = Bench(scratch, shelf, installed, environment, options.rounds)
        _print_machine(bench)
        for name in options.scene or SCENES:
            scene = SCENES[name]
            if scene.corpora and shelf.first(*scene.corpora) is None:
                wanted = " or ".join(corpus for corpus, _ in scene.corpora)
                print(f"\n{name}: left out, there is no {wanted} in {options.corpora}")
                continue
            ratios += scene.play(bench)
    report.print_goals(ratios)
    print(f"\n{(time.monotonic() - start) / 60:.1f} minutes")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--scene", action="append", choices=SCENES, help="only this one; may be given several times"
    )
    parser.add_argument("--rounds", type=int, help="counted rounds, in place of each scene's own")
    parser.add_argument(
        "--corpora",
        type=Path,
        default=Path(os.environ.get("BLINT_CORPORA") or HOME.parent / "shared" / "corpora"),
        help="the folder of real blogs; else $BLINT_CORPORA, else ../shared/corpora",
    )
    parser.add_argument(
        "--peers", type=Path, default=HOME / ".bench", help="where the peers are installed"
    )
    parser.add_argument("--without-peers", action="store_true", help="measure blint alone")
    return parser.parse_args()


def _end(_number: int, _frame: object) -> None:
    """End, and let the scratch copies be removed, undisturbed by who asks for the end twice."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit("ended")


def _print_machine(bench: Bench) -> None:
    """What was measured, and where."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs, {python}")
    load = os.getloadavg()[0]
    if load > 0.5:
        print(f"The load is {load:.1f}: other work runs here, and the spread will be wide.")
    version = tools.blint_version(bench.scratch)
    print(measure.attempt(version, bench.scratch, bench.environment).strip())
    for peer in bench.peers.there.values():
        print(f"peer: {peer.versions}")
    for name, why in bench.peers.missing.items():
        print(f"LEFT OUT: {name}: {why}")
    print("All files are in the page cache: they were just written, and each tool reads them in an")
    print("uncounted round. Every tool has a copy of its own, and its output goes to a file.")
    print(f"Memory: {processes.MEMORY}.")


if __name__ == "__main__":
    main()
