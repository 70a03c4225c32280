"""Docusaurus, Node packages in $ORACLES_NODE/docusaurus.

`npm install @docusaurus/core @docusaurus/preset-classic @docusaurus/plugin-client-redirects react
react-dom`.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

# Lists of posts need no mention here: each post is cut there before its first link. Nor do the
# pages that a second language only repeats: its folder comes last.
BASES = {"docusaurus-base": "/site"}


def build(site: Path, output: Path, hidden: bool) -> None:
    """Build a site; `hidden`: a development build, which has the drafts, too."""
    packages = _packages()
    (site / "node_modules").symlink_to(packages)
    # Small pictures would become `data:` addresses.
    environment = {**os.environ, "CI": "1", "TZ": "UTC", "WEBPACK_URL_LOADER_LIMIT": "0"}
    program = str(packages / "@docusaurus/core/bin/docusaurus.mjs")
    flags = ["--dev"] if hidden else []
    command = ["node", program, "build", "--no-minify", f"--out-dir={output}", *flags]
    subprocess.run(command, cwd=site, env=environment, check=True, capture_output=True)


def versions() -> str:
    """The version of Docusaurus."""
    about = json.loads((_packages() / "@docusaurus/core/package.json").read_text(encoding="utf-8"))
    return f"docusaurus {about['version']}"


def _packages() -> Path:
    folder = Path(os.environ.get("ORACLES_NODE", "."))
    own = folder / "docusaurus/node_modules"
    return (own if own.is_dir() else folder / "node_modules").resolve(strict=True)
