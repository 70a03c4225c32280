"""VitePress, a Node package: `npm install vitepress` in $ORACLES_NODE/vitepress."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

BASES = {"vitepress-clean": "/guide"}


def build(site: Path, output: Path, hidden: bool) -> None:  # noqa: ARG001 (nothing is hidden)
    """Build a site; `hidden` changes nothing, for VitePress knows no drafts."""
    packages = _packages()
    (site / "node_modules").symlink_to(packages)
    program = str(packages / "vitepress/bin/vitepress.js")
    command = ["node", program, "build", str(site), "--outDir", str(output)]
    subprocess.run(command, cwd=site, check=True, capture_output=True)


def versions() -> str:
    """VitePress's version."""
    about = json.loads((_packages() / "vitepress/package.json").read_text(encoding="utf-8"))
    return f"vitepress {about['version']}"


def _packages() -> Path:
    folder = Path(os.environ.get("ORACLES_NODE", "."))
    own = folder / "vitepress/node_modules"
    return (own if own.is_dir() else folder / "node_modules").resolve(strict=True)
