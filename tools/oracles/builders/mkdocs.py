"""MkDocs, a program on the path: `pip install mkdocs mkdocs-redirects`.

Only `mkdocs serve` shows drafts (`draft_docs`), so the hidden build lays a configuration without
any over the site's own.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

BASES = {"mkdocs-flat": "/docs"}
PACKAGES = ("mkdocs", "Markdown", "mkdocs-redirects")
HIDDEN = 'INHERIT: mkdocs.yml\ndraft_docs: ""\n'
_ASK = """
import importlib.metadata, sys
print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in sys.argv[1:]))
"""


def build(site: Path, output: Path, hidden: bool, shown: str = HIDDEN) -> None:
    """Build a site; `hidden`: with the settings `shown` on top, which publish what is held back."""
    config = site / "mkdocs.yml"
    if hidden:
        config = site / "hidden.yml"
        config.write_text(shown, encoding="utf-8")
    command = ["mkdocs", "build", "--config-file", str(config), "--site-dir", str(output)]
    subprocess.run(command, check=True, capture_output=True)


def versions(packages: Sequence[str] = PACKAGES) -> str:
    """The versions of MkDocs and of what it builds with, from the Python it is installed in."""
    program = shutil.which("mkdocs")
    if program is None:
        raise FileNotFoundError(2, "not on the path", "mkdocs")
    command = [str(Path(program).with_name("python")), "-c", _ASK, *packages]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
