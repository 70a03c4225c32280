"""The least that a linter on this parser can do: read all bytes, consume every event.

`python benchmarks/floor.py FOLDER` prints how many files and events there were.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyromark


def main() -> None:
    """Read a folder as cheaply as it goes."""
    files = events = 0
    for path in sorted(Path(sys.argv[1]).rglob("*.md")):
        text = path.read_bytes().decode(errors="replace")
        for _event, span in pyromark.events_with_range(text, merge_text=True):
            span["start"], span["end"]
            events += 1
        files += 1
    print(f"{files} files, {events} events")


if __name__ == "__main__":
    main()
