"""Astro, from `npm install astro @astrojs/mdx @astrojs/sitemap sharp` in $ORACLES_NODE/astro.

Astro needs a newer Node than most systems have: $ORACLES_NODE/node22 may hold one, from
`npm install node@22`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

BASES = {"astro-base": "/docs"}


def build(site: Path, output: Path, hidden: bool) -> None:
    """Build a site; `hidden`: as a development build, in which sites show their drafts."""
    flags = ["--devOutput", "--mode", "development"] if hidden else []
    environment = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1"}
    program = _packages() / "astro" / "bin" / "astro.mjs"
    program.stat()  # raises where it is not installed
    # Close to the packages: Astro takes those in a far folder, or behind links, for others.
    with tempfile.TemporaryDirectory(dir=_packages().parent) as near:
        root = Path(near) / "site"
        shutil.copytree(site, root)
        command = [_node(), str(program), "build", "--outDir", str(output), *flags]
        subprocess.run(command, check=True, capture_output=True, cwd=root, env=environment)


def versions() -> str:
    """The version of Astro, and that of what it reads Markdown with."""
    return named("astro", "@astrojs/mdx", "@astrojs/markdown-satteri", "satteri")


def named(*packages: str) -> str:
    """Each package with its version."""
    return ", ".join(f"{name} {_version(name)}" for name in packages)


def _node() -> str:
    own = Path(os.environ.get("ORACLES_NODE", "")) / "node22" / "node_modules" / "node" / "bin"
    return str(own / "node") if (own / "node").is_file() else "node"


def _packages() -> Path:
    root = Path(os.environ.get("ORACLES_NODE", "")).absolute()
    own = root / "astro" / "node_modules"
    return own if own.is_dir() else root / "node_modules"


def _version(package: str) -> str:
    text = (_packages() / package / "package.json").read_text(encoding="utf-8")
    return str(json.loads(text)["version"])
