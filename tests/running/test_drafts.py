"""Drafts: what files hold for one run, whatever they hold on disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from blint.running.errors import UsageFault
from blint.running.opening import Request
from blint.running.run import Outcome, run
from blogs import write_blog

DRAFTS: dict[str, dict[str, str | bytes]] = {
    "a post that is mended": {"content/a.md": "---\ntitle: A\ntags: [Rust]\n---\n[c](c.md)\n"},
    "a heading that others link to": {"content/b.md": "---\ntitle: B\n---\n## Another\n"},
    "a new post": {"content/new.md": "---\ntitle: N\ntags: [GO]\n---\n[gone](gone.md)\n"},
    "a post that others miss": {"content/gone.md": "---\ntitle: Gone\n---\n"},
    "two posts": {"content/a.md": "", "content/e.md": "---\ntitle: E\n---\n[a](a.md)\n"},
    "no UTF-8": {"content/a.md": b"\xff"},
}


def outcome(root: Path, drafts: dict[str, bytes], *names: str, cache: bool) -> Outcome:
    paths = tuple(root / name for name in names) or (root,)
    return run(Request(paths=paths, drafts=drafts, cache=cache, today="2026-06-01"))


@pytest.mark.parametrize("name", DRAFTS)
@pytest.mark.parametrize("cache", [False, True])
def test_a_draft_counts_as_if_it_were_saved(tmp_path: Path, name: str, cache: bool) -> None:
    drafts = {
        path: text if isinstance(text, bytes) else text.encode()
        for path, text in DRAFTS[name].items()
    }
    blog, saved = write_blog(tmp_path / "blog"), write_blog(tmp_path / "saved")
    for path, data in drafts.items():
        (saved / path).write_bytes(data)
    before = outcome(blog, {}, cache=cache).diagnostics
    with_drafts = outcome(blog, drafts, cache=cache)
    assert with_drafts.diagnostics == outcome(saved, {}, cache=False).diagnostics
    assert with_drafts.diagnostics != before
    assert with_drafts.looked_at == ()
    assert outcome(blog, {}, cache=cache).diagnostics == before


def test_a_draft_may_be_named_that_is_not_on_disk(tmp_path: Path) -> None:
    blog = write_blog(tmp_path)
    drafts = {"content/new.md": b"---\ntitle: New\n---\n[gone](gone.md)\n"}
    found = outcome(blog, drafts, "content/new.md", cache=False)
    assert {(d.path, d.rule) for d in found.diagnostics} == {
        ("content/new.md", "broken-link"),
        ("content/new.md", "orphan-post"),
    }
    with pytest.raises(UsageFault, match="no file or folder"):
        outcome(blog, drafts, "content/other.md", cache=False)


def test_drafts_are_the_same_in_several_processes(tmp_path: Path) -> None:
    blog = write_blog(tmp_path)
    for number in range(1300):
        shutil.copy(blog / "content/c.md", blog / f"content/c{number}.md")
    drafts = {"content/c7.md": b"---\ntitle: Seven\n---\n[nowhere](nowhere.md)\n"}
    found = run(Request(paths=(blog,), drafts=drafts, jobs=2, select=("broken-link",)))
    assert (
        [d.message for d in found.diagnostics if d.path == "content/c7.md"]
        == [d.message for d in found.diagnostics if "nowhere" in d.message]
        != []
    )
