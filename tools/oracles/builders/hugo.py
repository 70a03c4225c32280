"""Hugo, a program on the path."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

BASES = {"hugo-languages": "/blog", "hugo-canonical": "/blog"}
# Later pages of a list repeat the text of its first one.
LISTS = r"(^|/)(page|p)/\d+(/index)?\.html$"


def build(site: Path, output: Path, hidden: bool) -> None:
    """Build a site; `hidden`: drafts, posts of the future and expired ones, too."""
    flags = ["--buildDrafts", "--buildFuture", "--buildExpired"] if hidden else []
    command = ["hugo", "--source", str(site), "--destination", str(output), *flags]
    subprocess.run(command, check=True, capture_output=True)


def versions() -> str:
    """Hugo's version."""
    said = subprocess.run(["hugo", "version"], check=True, capture_output=True, text=True).stdout
    return f"hugo {re.findall(r'v([0-9.]+)', said)[0]}"
