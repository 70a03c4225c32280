"""The fingerprint: what is installed beside blint and changes what is found is part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from blint.running.cache import fingerprint
from blint.running.cache.digests import digest


@pytest.mark.parametrize(
    ("folder", "counts"),
    [
        ("tree_sitter-0.25.2.dist-info", True),
        ("tree_sitter_go-0.25.0.dist-info", True),
        ("rapidfuzz-3.9.0.dist-info", True),
        ("somebody-1.0.dist-info", False),
    ],
)
def test_what_is_installed_changes_the_fingerprint(
    folder: str, counts: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "_library_folders", lambda: [str(tmp_path)])
    before = digest(fingerprint._contents())
    (tmp_path / folder).mkdir()
    assert (digest(fingerprint._contents()) != before) is counts
