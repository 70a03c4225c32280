"""The command line as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def blint(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run blint in a folder; the result has text streams."""
    keep = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "FORCE_"))}
    return subprocess.run(
        [sys.executable, "-m", "blint", *arguments],
        cwd=cwd,
        env={**keep, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
