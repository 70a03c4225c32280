"""Eleventy, a Node package, with plugins of markdown-it for one site.

`npm install @11ty/eleventy markdown-it-anchor markdown-it-attrs markdown-it-footnote`
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

BASES = {"eleventy-base": "/blog", "eleventy-prefix": "/docs"}


def build(site: Path, output: Path, hidden: bool) -> None:
    """Build a site; `hidden`: drafts, too, which the preprocessor of the sites lets pass then."""
    packages = _packages()
    (site / "node_modules").symlink_to(packages)
    environment = {**os.environ, "TZ": "UTC"}
    if hidden:
        environment["BUILD_DRAFTS"] = "true"
    command = ["node", str(packages / "@11ty/eleventy/cmd.cjs"), f"--output={output}", "--quiet"]
    subprocess.run(command, cwd=site, env=environment, check=True, capture_output=True)


def versions() -> str:
    """The versions of Eleventy and of what makes ids where its own plugin does not."""
    return ", ".join(
        f"{name.rpartition('/')[2]} {_version(name)}"
        for name in ("@11ty/eleventy", "markdown-it-anchor", "markdown-it-attrs")
    )


def _version(name: str) -> str:
    about = json.loads((_packages() / name / "package.json").read_text(encoding="utf-8"))
    return str(about["version"])


def _packages() -> Path:
    folder = Path(os.environ.get("ORACLES_NODE", "."))
    own = folder / "eleventy/node_modules"
    return (own if own.is_dir() else folder / "node_modules").resolve(strict=True)
