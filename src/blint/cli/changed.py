"""What `--changed` and `--changed-lines` ask for."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from blint.running.changes.base import find_change, names_commit
from blint.running.changes.model import FindChange
from blint.running.errors import UsageFault

if TYPE_CHECKING:
    from blint.cli.check_options import Asked


def asked_change(asked: Asked) -> tuple[tuple[Path, ...], FindChange]:
    """The paths that were asked for, and how to find out what has changed.

    The word after `--changed` is a path where git knows no commit of that name: who writes
    `--changed content/` means the default branch.
    """
    ref, paths = asked.changed or "", asked.paths
    if ref and os.path.lexists(ref) and not _names_commit(ref):
        ref, paths = "", (Path(ref), *paths)
    return paths, partial(find_change, ref=ref, lines=asked.changed_lines)


def _names_commit(ref: str) -> bool:
    try:
        return names_commit(Path.cwd(), ref)
    except UsageFault:
        # The current folder need not be in the repository; what is wrong is said later.
        return False
