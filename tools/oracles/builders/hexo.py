"""Hexo: `npm install hexo hexo-generator-alias hexo-renderer-marked hexo-renderer-ejs`.

And `hexo-generator-archive`, `-category`, `-index` and `-tag`, in `$ORACLES_NODE/hexo` or in
`$ORACLES_NODE` itself.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

BASES = {"hexo-root": "/blog"}


def build(site: Path, output: Path, hidden: bool) -> None:
    """Build a site; `hidden`: drafts and posts of the future, too."""
    (site / "node_modules").symlink_to(_modules())
    if hidden:
        everything = "future: true\nrender_drafts: true\n"
        (site / "hidden.yml").write_text(everything, encoding="utf-8")
    config = "_config.yml,hidden.yml" if hidden else "_config.yml"
    command = ["node", str(_modules() / "hexo" / "bin" / "hexo"), "generate", "--config", config]
    env = {**os.environ, "TZ": "UTC", "NO_COLOR": "1"}
    subprocess.run(command, check=True, capture_output=True, cwd=site, env=env)
    shutil.copytree(site / "public", output)


def versions() -> str:
    """The versions of Hexo, its renderer and the plugin for old addresses."""
    names = ("hexo", "hexo-renderer-marked", "hexo-generator-alias")
    return ", ".join(f"{name} {_version(name)}" for name in names)


def _version(name: str) -> str:
    package = json.loads((_modules() / name / "package.json").read_text(encoding="utf-8"))
    return str(package["version"])


def _modules() -> Path:
    root = Path(os.environ.get("ORACLES_NODE", "."))
    own = root / "hexo" / "node_modules"
    return own if own.is_dir() else root / "node_modules"
