"""A history of twenty commits: after each, what is new and what is stale, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from blint.running.baseline.apply import hold, read_known, recorded
from blint.running.baseline.file import write_baseline
from blint.running.config import load_config
from blint.running.opening import Request
from blint.running.run import run

TODAY = "2026-06-01"

FENCE = "```\nmake all\n```\n"
OTHER = "```\nmake test\n```\n"

START = {
    "blint.toml": "",
    "content/a.md": "---\ntitle: A\ndescription: One.\ntags: [Python]\n---\n"
    f"See [gone](gone.md).\n\n{FENCE}\n## End\n\n{OTHER}",
    "content/b.md": "---\ntitle: B\ndescription: Two.\ntags: [python]\n---\nText.\n",
    "content/c.md": "---\ntitle: C\ndescription: Three.\ntags: [python]\n---\nText.\n",
    "content/d.md": "---\ntitle: D\n---\nSee [gone](gone.md) and [gone](gone.md).\n",
    "content/e.md": "---\ntitle: E\ndescription: Five.\n---\nText.\n",
}

Change = Callable[[Path], object]


def swap(name: str, *pairs: str) -> Change:
    """Replace texts of a file, each followed by what takes its place."""

    def change(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            assert old in text
            text = text.replace(old, new, 1)
        (root / name).write_text(text, encoding="utf-8")

    return change


def move(old: str, new: str) -> Change:
    """Rename a file."""

    def change(root: Path) -> None:
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        (root / old).rename(root / new)

    return change


def write(name: str, text: str) -> Change:
    """Write a file."""
    return lambda root: (root / name).write_text(text, encoding="utf-8")


def both(*changes: Change) -> Change:
    """Several changes."""
    return lambda root: [change(root) for change in changes]


def prune(root: Path) -> None:
    """What `blint baseline --prune` does."""
    config = load_config(root, None, {})
    outcome = run(Request(paths=(root,), today=TODAY, baseline=False))
    write_baseline(config.baseline, hold(outcome, read_known(config)).kept)


def record(root: Path) -> None:
    """What `blint baseline` does."""
    config = load_config(root, None, {})
    outcome = run(Request(paths=(root,), today=TODAY, baseline=False))
    write_baseline(config.baseline, recorded(outcome, read_known(config)))


class Commit(NamedTuple):
    """What a commit changes, what is new after it, and how many entries are stale."""

    title: str
    change: Change
    new: tuple[str, ...] = ()
    stale: int = 0


HISTORY = (
    Commit("Record what there is", record),
    Commit("Lines above", swap("content/a.md", "See", "Hello.\n\n\nSee")),
    Commit("A key above", swap("content/d.md", "title: D", "author: Me\ntitle: D")),
    Commit(
        "A block moved down",
        swap("content/a.md", f"{FENCE}\n", "", "## End\n\n", "## End\n\n" + FENCE + "\n"),
    ),
    Commit("Blocks in another order", swap("content/a.md", FENCE, "@", OTHER, FENCE, "@", OTHER)),
    Commit("Other white space", swap("content/a.md", "See [gone]", "See  [gone]")),
    Commit(
        "Other posts use a tag more often",
        write("content/f.md", "---\ntitle: F\ndescription: Six.\ntags: [python]\n---\nText.\n"),
    ),
    Commit("A file renamed", move("content/a.md", "content/about/a.md")),
    Commit("A folder renamed", move("content/about", "content/all")),
    Commit(
        "A new finding",
        swap("content/e.md", "Text.", "See [lost](lost.md)."),
        ("content/e.md broken-link lost.md",),
    ),
    Commit("It is mended", swap("content/e.md", "lost.md", "b.md")),
    Commit("A known one is mended", swap("content/d.md", "[gone](gone.md)", "gone"), stale=1),
    Commit(
        "As many as before, and one more",
        swap("content/d.md", " and", ", [gone](gone.md), [gone](gone.md) and"),
        ("content/d.md broken-link gone.md",),
    ),
    Commit(
        "As it was", swap("content/d.md", ", [gone](gone.md), [gone](gone.md) and", " and"), stale=1
    ),
    Commit("Prune", prune),
    Commit(
        "What was pruned is new",
        swap("content/d.md", "See gone", "See [gone](gone.md)"),
        ("content/d.md broken-link gone.md",),
    ),
    Commit(
        "Renamed and changed",
        both(
            move("content/d.md", "content/g.md"),
            swap("content/g.md", "See [gone](gone.md)", "See gone"),
        ),
    ),
    Commit("A post gone", lambda root: (root / "content/g.md").unlink(), stale=2),
    Commit(
        "A block moved to another post",
        both(
            swap("content/all/a.md", FENCE, ""),
            swap("content/b.md", "Text.", f"Text.\n\n{FENCE}"),
        ),
        ("content/b.md missing-fence-language",),
        stale=3,
    ),
    Commit("Record anew", record),
)


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder, as nobody in particular."""
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *arguments], cwd=root, check=True, capture_output=True)


def test_twenty_commits(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name, text in START.items():
        write_at(tmp_path, name, text)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Start")
    told = []
    for commit in HISTORY:
        commit.change(tmp_path)
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", commit.title, "--allow-empty")
        told.append((commit.title, *state(tmp_path)))
    assert told == [(one.title, list(one.new), one.stale) for one in HISTORY]
    assert len(HISTORY) == 20


@pytest.mark.parametrize("union", [False, True])
def test_branches_merge(tmp_path: Path, union: bool) -> None:
    for name, text in START.items():
        write_at(tmp_path, name, text)
    if union:
        write_at(tmp_path, ".gitattributes", ".blint-baseline merge=union\n")
    git(tmp_path, "init", "-q", "-b", "main")
    record(tmp_path)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Start")
    # Without a driver the branches have to touch different posts.
    other = "content/b.md" if union else "content/e.md"
    for branch, name in (("one", "content/b.md"), ("two", other)):
        git(tmp_path, "checkout", "-q", "-b", branch, "main")
        swap(name, "Text.", f"See [gone]({branch}.md).{' ' * 9}\n\nText.")(tmp_path)
        record(tmp_path)
        git(tmp_path, "commit", "-qam", branch)
    if union:  # the post itself is the author's to merge
        git(tmp_path, "merge", "-q", "-X", "ours", "one")
        swap("content/b.md", "Text.", "See [gone](one.md).")(tmp_path)
    else:
        git(tmp_path, "merge", "-q", "one")
    assert state(tmp_path) == ([], 0)


def write_at(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def state(root: Path) -> tuple[list[str], int]:
    """The new findings, and how many entries are stale."""
    seen = [run(Request(paths=(root,), today=TODAY, cache=cache)) for cache in (False, True)]
    assert len({repr((one.diagnostics, one.baselined, one.notes)) for one in seen}) == 1
    stale = [int(n.split()[0]) for n in seen[0].notes if "stale" in n]
    return list(_shown(root, seen[0].diagnostics)), sum(stale)


def _shown(root: Path, diagnostics: Iterable[object]) -> Iterable[str]:
    for one in diagnostics:
        text = (root / one.path).read_text(encoding="utf-8")  # type: ignore[attr-defined]
        under = text[one.span.start : one.span.end].strip("`\n")  # type: ignore[attr-defined]
        yield f"{one.path} {one.rule} {under}".rstrip()  # type: ignore[attr-defined]
