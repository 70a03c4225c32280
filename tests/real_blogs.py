"""Where the real blogs are, for the tests that read them; they are no part of this repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(
    os.environ.get("BLINT_CORPORA")
    or Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
)

needs_corpora = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="no real blogs here; name their folder in BLINT_CORPORA"
)


def corpora() -> list[Path]:
    """The folders of all blogs, sorted; empty where they are absent."""
    return sorted(path for path in FOLDER.iterdir() if path.is_dir()) if FOLDER.is_dir() else []
