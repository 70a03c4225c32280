"""Many posts in several processes: the same report, whatever happens to a process."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from blint.diagnostics import Diagnostic
from blint.running import batch, files
from blint.running.opening import Request
from blint.running.run import run


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough posts for two processes, each linking to the next and with a fault of its own."""
    root = tmp_path_factory.mktemp("site")
    (root / "blint.toml").touch()
    (root / "content").mkdir()
    for n in range(batch.PAYS_FROM + 1):
        post = f"---\ntitle: Post {n}\ntags: [go, Tag{n % 7}, tag{n % 5}]\n---\n"
        post += f"[next]({n + 1}.md)\n\n```\n{n}\n```\n"
        (root / f"content/{n}.md").write_text(post)
    (root / "content/bad.md").write_bytes(b"\xff")
    return root


def found(site: Path, jobs: int) -> list[Diagnostic]:
    return run(Request(paths=(site,), jobs=jobs, today="2026-06-01")).diagnostics


def test_the_number_of_processes_does_not_show(site: Path) -> None:
    alone = found(site, 1)
    assert len(alone) > batch.PAYS_FROM
    assert found(site, 2) == alone
    assert found(site, 3) == alone


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="only a forked process inherits the patch"
)
def test_a_post_that_ends_its_process_is_the_only_one_lost(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_file = files.read_file

    def crash(root: Path, path: str, drafts: files.Drafts) -> object:
        if path == "content/300.md":
            os._exit(1)
        return read_file(root, path, drafts)

    alone = [d for d in found(site, 1) if d.path != "content/300.md"]
    monkeypatch.setattr(batch, "read_file", crash)
    crashed = found(site, 2)
    assert [d.rule for d in crashed if d.path == "content/300.md"] == ["internal-error"]
    others = [d for d in crashed if d.path != "content/300.md"]
    assert [d for d in others if d.rule != "inconsistent-tag"] == [
        d for d in alone if d.rule != "inconsistent-tag"
    ]
