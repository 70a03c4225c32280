"""The peers: installed by their own package managers in a folder of their own, never pinned.

A peer that cannot be installed is left out, and the report says why.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

RUMDL = "rumdl"
PYMARKDOWN = "pymarkdown"
MARKDOWNLINT = "markdownlint-cli2"
REMARK = "remark"

_FROM_PYPI = {RUMDL: "rumdl", PYMARKDOWN: "pymarkdownlnt"}
_FROM_NPM = {
    MARKDOWNLINT: ["markdownlint-cli2"],
    REMARK: ["remark-cli", "remark-lint", "remark-frontmatter", "remark-lint-frontmatter-schema"],
}


class NotInstalled(Exception):
    """Why a peer is left out."""


@dataclass(frozen=True)
class Peer:
    """A peer that is there: its program, its packages with their versions, their folder."""

    program: Path
    versions: str
    folder: Path


@dataclass(frozen=True)
class Peers:
    """Those that are there, and why the others are not."""

    there: dict[str, Peer]
    missing: dict[str, str]


def install(folder: Path) -> Peers:
    """Install what is not there yet."""
    peers = Peers({}, {})
    for name in (*_FROM_PYPI, *_FROM_NPM):
        try:
            of_python = name in _FROM_PYPI
            peers.there[name] = (
                _python_peer(folder, name) if of_python else npm_peer(folder, name, _FROM_NPM[name])
            )
        except NotInstalled as why:
            peers.missing[name] = str(why)
    return peers


def _python_peer(folder: Path, name: str) -> Peer:
    home = folder / "python"
    program = home / "bin" / name
    package = _FROM_PYPI[name]
    python = home / "bin" / "python"
    if not python.exists():
        _run([sys.executable, "-m", "venv", str(home)])
    if not program.exists():
        _tell(name)
        _run([str(python), "-m", "pip", "install", "--quiet", package])
    ask = "import sys; from importlib.metadata import version; print(version(sys.argv[1]))"
    return Peer(program, f"{package} {_run([str(python), '-c', ask, package]).strip()}", home)


def npm_peer(folder: Path, name: str, packages: Sequence[str]) -> Peer:
    """A peer from npm, installed if it is not there yet. Raises NotInstalled."""
    for needed in ("node", "npm"):
        if shutil.which(needed) is None:
            raise NotInstalled(f"there is no {needed} here")
    home = folder / name
    program = home / "node_modules" / ".bin" / name
    if not program.exists():
        _tell(name)
        home.mkdir(parents=True, exist_ok=True)
        # So that npm does not go looking for a project above.
        (home / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        quiet = ["--silent", "--no-audit", "--no-fund"]
        _run(["npm", "install", *quiet, *packages], home)
    return Peer(program, ", ".join(_npm_versions(home, packages)), home)


def _npm_versions(home: Path, packages: Sequence[str]) -> Iterator[str]:
    for package in packages:
        manifest = home / "node_modules" / package / "package.json"
        try:
            version = json.loads(manifest.read_text(encoding="utf-8"))["version"]
        except (OSError, ValueError, KeyError) as fault:
            raise NotInstalled(f"{package} is not whole: {fault}") from fault
        yield f"{package} {version}"


def _tell(name: str) -> None:
    print(f"installing {name} …", file=sys.stderr, flush=True)


def _run(line: Sequence[str], folder: Path | None = None) -> str:
    """What a command prints. Raises NotInstalled with the end of what it said."""
    try:
        done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as fault:
        raise NotInstalled(str(fault)) from fault
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or "it said nothing").splitlines()
        raise NotInstalled(f"`{' '.join(line[-3:])}` failed: {said[-1]}")
    return done.stdout
