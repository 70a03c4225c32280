"""Commands shown in documents: run them, and write what they print below them.

A document shows a command that can be run as

    <!-- run in examples/blog -->
    ```console
    $ blint check …
    what it prints
    ```

`python tools/shown_output.py` rewrites the output, and a test compares it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md")))

_SHOWN = re.compile(
    r"^<!-- run in (?P<folder>\S+) -->\n```console\n\$ blint (?P<words>.+)\n"
    r"(?P<output>(?:(?!```$).*\n)*)```$",
    re.MULTILINE,
)


class Shown(NamedTuple):
    """A command shown in a document, the words after `blint`, and the output it shows."""

    folder: str
    words: str
    output: str


def shown(text: str) -> Iterator[Shown]:
    """The commands of a document that can be run, in order."""
    for match in _SHOWN.finditer(text):
        yield Shown(match["folder"], match["words"], match["output"])


def printed(command: Shown) -> str:
    """What a command prints to standard output, at a width of 100 and without colour."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "FORCE_"))}
    done = subprocess.run(
        [sys.executable, "-m", "blint", *shlex.split(command.words)],
        cwd=ROOT / command.folder,
        env={**inherited, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"blint {command.words}: {done.stderr}")
    return done.stdout.rstrip("\n") + "\n"


def blessed(text: str) -> str:
    """A document with the output of its commands as it is now."""

    def renew(match: re.Match[str]) -> str:
        start, end = match.start("output") - match.start(), match.end("output") - match.start()
        output = printed(Shown(match["folder"], match["words"], match["output"]))
        return match[0][:start] + output + match[0][end:]

    return _SHOWN.sub(renew, text)


def bless() -> None:
    """Write the output of all shown commands anew."""
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        path.write_text(blessed(text), encoding="utf-8")


if __name__ == "__main__":
    bless()
