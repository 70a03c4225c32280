"""Real git repositories for tests, and what a change in one causes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from blint.running.changes.base import find_change
from blint.running.opening import Request
from blint.running.run import Outcome, run

Row = tuple[str, str, int]
"""A path, a rule and a line."""

_ENV = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
}


class Repository:
    """A repository in a folder, made if need be."""

    def __init__(self, root: Path, *, make: bool = True) -> None:
        self.root = root
        if make:
            root.mkdir(parents=True, exist_ok=True)
            self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        """What git prints."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**kept, **_ENV},
            check=True,
            capture_output=True,
        )
        return done.stdout.decode()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files, and remove those of None."""
        for name, text in files.items():
            file = self.root / name
            if text is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, files: Mapping[str, str | bytes | None] | None = None) -> None:
        """Commit all there is, after writing some files."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x")

    def outcome(self, ref: str = "", *, lines: bool = False, **asked: Any) -> Outcome:
        """What a run says of what has changed since a commit."""
        asked = {"paths": (self.root,), "today": "2026-06-01", **asked}
        return run(Request(changed=partial(find_change, ref=ref, lines=lines), **asked))

    def caused(self, ref: str = "", *, lines: bool = False, **asked: Any) -> set[Row]:
        """Where the findings are that a change has caused."""
        found = self.outcome(ref, lines=lines, **asked).diagnostics
        return {(one.path, one.rule, one.place.line) for one in found}


def post(title: str, *lines: str, **keys: str) -> str:
    """A post that nothing is wrong with."""
    head = "".join(f"{key}: {value}\n" for key, value in keys.items())
    about = f"title: {title}\ndescription: What {title} is.\ndate: 2024-01-01\n"
    return f"---\n{about}{head}---\n{chr(10).join(lines)}\n"
