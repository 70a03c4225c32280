"""Walking: what git ignores, what links lead to, and ignore files that must not be opened."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from blint.running.tree import IGNORE_LIMIT, LINKED_LIMIT, read_tree


def make(root: Path, files: list[str] | dict[str, str]) -> None:
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(files[name] if isinstance(files, dict) else "", encoding="utf-8")


def posts(root: Path, *starts: str) -> list[str]:
    return sorted(path for path in read_tree(root, starts).files if path.endswith(".md"))


def test_links_cannot_multiply_a_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LINKED_LIMIT >= 10_000
    monkeypatch.setattr("blint.running.tree.LINKED_LIMIT", 5)
    make(tmp_path, ["x/a.md", "x/b.md"])
    for number in range(9):
        (tmp_path / f"l{number}").symlink_to("x")
    tree = read_tree(tmp_path)
    assert sorted(tree.real) == ["l0/a.md", "l0/b.md", "l1/a.md", "l1/b.md", "l2/a.md"]
    assert "l8" in {one.path for one in tree.skipped}


def test_files_of_the_repository_around_the_root(tmp_path: Path) -> None:
    make(
        tmp_path,
        {
            ".gitignore": "*.tmp.md\n/blog/b.md\n",
            ".git/info/exclude": "c.md\n",
            "blog/blint.toml": "",
            **dict.fromkeys(("blog/a.md", "blog/a.tmp.md", "blog/b.md", "blog/c.md"), ""),
        },
    )
    assert posts(tmp_path / "blog") == ["a.md"]


@pytest.mark.parametrize("file", [".gitignore", "blog/.ignore", "home/git/ignore"])
def test_files_that_say_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    """Above a root outside any repository, of other tools, and of the user."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    make(tmp_path, {"blog/a.md": "", file: "a.md\n"})
    assert posts(tmp_path / "blog") == ["a.md"]


def test_ignored_folders_that_were_asked_for(tmp_path: Path) -> None:
    make(tmp_path, {".gitignore": "*.md\n", "a/b.md": "", "a/c/d.md": "", "a/c/.gitignore": "d.md"})
    assert posts(tmp_path, "a") == ["a/b.md"]


@contextmanager
def pipe(path: Path) -> Iterator[list[str]]:
    """A named pipe at a path, and what has been given to those who opened it."""
    given: list[str] = []
    over = threading.Event()

    def feed() -> None:
        while not over.is_set():
            with path.open("w") as opened:
                given.append("*.md\n")
                opened.write(given[-1])
            # Only where somebody has opened it, who must now find its end.
            over.wait(0.01)

    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    feeder = threading.Thread(target=feed)
    feeder.start()
    try:
        yield given
    finally:
        over.set()
        rest = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        feeder.join()
        os.close(rest)


PIPED = ["", "a/{b", "a", "c}d", "#[x]^", "!a b ", "é,-~\n", "*?[!]\\", "\udcfe"]


@pytest.mark.parametrize("folder", PIPED)
def test_named_pipes_are_never_opened(tmp_path: Path, folder: str) -> None:
    try:
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    except OSError:
        pytest.skip("this file system takes Unicode names alone")
    (tmp_path / folder / "b.md").touch()
    with pipe(tmp_path / folder / ".gitignore") as given:
        assert posts(tmp_path) == [f"{folder}/b.md".removeprefix("/")]
        assert not given


@pytest.mark.parametrize("folder", [".git", ".hg", ".svn", "node_modules", "a/node_modules"])
def test_pruned_folders_are_never_opened(tmp_path: Path, folder: str) -> None:
    with pipe(tmp_path / folder / ".gitignore") as given:
        assert read_tree(tmp_path).files == set()
        assert not given


def test_links_to_ignore_files_outside(tmp_path: Path) -> None:
    make(tmp_path, {"outside": "b.md\n", "root/.gitignore": "c.md\n"})
    make(tmp_path, ["root/a/b.md", "root/c.md"])
    (tmp_path / "root/a/.gitignore").symlink_to("../../outside")
    assert posts(tmp_path / "root") == ["a/b.md"]


def test_links_to_ignore_files_inside(tmp_path: Path) -> None:
    make(tmp_path, {"rules": "b.md\n", "a.md": "", "b.md": ""})
    (tmp_path / ".gitignore").symlink_to("rules")
    assert posts(tmp_path) == ["a.md"]


def test_links_that_git_ignores(tmp_path: Path) -> None:
    make(tmp_path, {".gitignore": "b\nc.md\n", "a/x.md": ""})
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "c.md").symlink_to("a/x.md")
    assert posts(tmp_path) == ["a/x.md"]


@pytest.mark.parametrize("folder", ["", "blog/"])
def test_ignore_files_of_any_length(tmp_path: Path, folder: str) -> None:
    """Too long a file leaves nothing out, in the root or above it."""
    make(tmp_path, {".git/HEAD": "", ".gitignore": "*.md\n", f"{folder}a.md": ""})
    assert posts(tmp_path / folder) == []
    (tmp_path / ".gitignore").write_text("*.md\n" + "#" * IGNORE_LIMIT)
    assert posts(tmp_path / folder) == ["a.md"]


def test_folders_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, [".gitignore", "a/x.md", "b/x.md"])
    (tmp_path / ".gitignore").write_text("b/\n")
    scan = os.scandir

    def refuse(path: str) -> object:
        if path.endswith(("/a/", "/b/")):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)
    assert read_tree(tmp_path).skipped == [
        ("a", "the folder cannot be listed: permission denied"),
    ]


IGNORES = {
    "a": ["a", "x/a/b"],
    "/a": ["a"],
    "a/": ["x/a/b"],
    "x/a": ["x/a/b"],
    "*.md": ["c.md", "d.md", "x/c.md", "x/y/c.md"],
    "*.md\n!c.md": ["d.md"],
    "x/*\n!x/c.md": ["x/a/b", "x/y/c.md"],
    "x\n!x/c.md": ["x/a/b", "x/c.md", "x/y/c.md"],
    "**/c.md": ["c.md", "x/c.md", "x/y/c.md"],
    "x/**": ["x/a/b", "x/c.md", "x/y/c.md"],
    "x/**/c.md": ["x/c.md", "x/y/c.md"],
    "**/y/**": ["x/y/c.md"],
    "# a\n\\#": ["#"],
    "b  ": ["x/a/b"],
    "b\\ ": ["b "],
    "[!a-c].md": ["d.md"],
    "?.md": ["c.md", "d.md", "x/c.md", "x/y/c.md"],
    "x/?.md": ["x/c.md"],
    "\\": [],
    "[": [],
    "\r\na\r": ["a", "x/a/b"],
    "/*\n!/x": ["a", "b ", "c.md", "d.md", "#"],
}
TREE = ["a", "b ", "c.md", "d.md", "#", "x/a/b", "x/c.md", "x/y/c.md"]


@pytest.mark.parametrize("text", IGNORES)
def test_gitignore(tmp_path: Path, text: str) -> None:
    """The table is what `git ls-files --others --exclude-standard` leaves out."""
    make(tmp_path, [*TREE, ".git/HEAD"])
    make(tmp_path, {".git/info/exclude": f"{text}\n"})
    files = read_tree(tmp_path).files
    assert [path for path in TREE if path not in files] == IGNORES[text]


def test_the_nearest_gitignore_decides(tmp_path: Path) -> None:
    make(
        tmp_path,
        {".gitignore": "*.md\n", "a/.gitignore": "!b.md\n", "a/b.md": "", "a/c.md": "", "b.md": ""},
    )
    assert posts(tmp_path) == ["a/b.md"]
