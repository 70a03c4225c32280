"""What it costs to resolve the links of a blog, as a share of reading it.

`python benchmarks/links.py [CORPORA]` reads cpp-docs, then builds the table of addresses and judges
its links, all in one process, five times in turn.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from blint.facts import PostFacts
from blint.rulebook import load_rulebook
from blint.running.active import ActiveRules
from blint.running.batch import Done, examine_all, unpacked
from blint.running.config import load_config
from blint.running.discover import discover
from blint.running.judge import judge_site
from blint.running.settings import bind
from blint.site.model import Site

ROUNDS = 5


class Costs(NamedTuple):
    """CPU seconds of one round, and what was read."""

    reading: float
    judging: float
    posts: int
    links: int


def measure(folder: Path) -> Costs:
    """Read a blog, then judge its links."""
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as config_file:
        config_file.write('content = ["docs"]\n')
        config_file.flush()
        rulebook = load_rulebook()
        config = load_config(folder, Path(config_file.name), rulebook)
    discovery = discover(config, (folder,))
    rules = ActiveRules(bind(config, rulebook, discovery, select=["links"]))

    def read() -> list[Any]:
        return [_facts(one) for one in examine_all(config.root, discovery.posts, rules, jobs=1)]

    facts, reading = timed(read)
    site = Site(discovery.files, rules.bound.settings)
    _, judging = timed(lambda: list(judge_site(facts, site, rules.judges())))
    links = sum(len(post.links) for post in facts)
    return Costs(reading, judging, len(facts), links)


def _facts(done: Done) -> PostFacts:
    packed = done.packed
    return (unpacked(packed) if isinstance(packed, bytes) else packed).facts


def timed(work: Callable[[], list[Any]]) -> tuple[list[Any], float]:
    """What some work returns, and the CPU seconds it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpora") / "cpp-docs"
    if not folder.is_dir():
        sys.exit("cpp-docs is not here; name the folder that holds it.")
    rounds = [measure(folder.resolve()) for _ in range(ROUNDS)]
    shares = [one.judging / one.reading for one in rounds]
    print(f"{rounds[0].posts:,} posts, {rounds[0].links:,} links that may be internal")
    print(
        f"judging links against reading posts: {statistics.median(shares):.2f} ×"
        f"   ({min(shares):.2f} to {max(shares):.2f})"
    )
    print(f"CPU of judging: {statistics.median(one.judging for one in rounds):.2f} s here")


if __name__ == "__main__":
    main()
