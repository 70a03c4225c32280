"""`blint clean`: remove the cache of a project."""

from __future__ import annotations

from pathlib import Path

import click

from blint.cli.output import write_out
from blint.running.cache.store import FOLDER, remove


@click.command("clean")
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=".")
def command(path: Path) -> None:
    """Remove the cache of the project at PATH (by default, here); nothing else is touched.

    The next check reads every post anew, and fills the cache again.
    """
    for folder in _upwards(path):
        size = remove(folder)
        if size is not None:
            write_out(f"Removed {folder / FOLDER} ({size / 1_000_000:.1f} MB).\n")
            return
    write_out("There is no cache here.\n")


def _upwards(path: Path) -> list[Path]:
    """The folder and those above it, up to the top of its repository."""
    start = path.resolve()
    found = []
    for folder in (start, *start.parents):
        found.append(folder)
        if (folder / ".git").exists():
            break
    return found
