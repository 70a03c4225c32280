"""Walk a project once: the names of its files, symlinks told apart, what git ignores left out."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from blint.running.gitignore import Ignores, ignored, outer_ignores, read_ignores

PRUNED = frozenset({".git", ".hg", ".svn", "node_modules"})
LINKED_LIMIT = 100_000
"""How many names may be reached through links to folders: a few links can multiply a tree."""


class Skipped(NamedTuple):
    """Something that is there and was not looked at, and why, as the end of a sentence."""

    path: str
    reason: str


@dataclass
class Tree:
    """The files under a root, as paths relative to it, with `/`.

    `real` gives, for a file reached through a symlink, the path of the file itself.
    """

    files: set[str] = field(default_factory=set)
    real: dict[str, str] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)


def read_tree(root: Path, starts: tuple[str, ...] = ()) -> Tree:
    """The files under an absolute root without symlinks in it, hidden ones among them.

    `starts` are folders to look into even where git ignores them. Symlinks are followed only
    where they lead to something inside the root, and never round in a circle.
    """
    tree = Tree()
    links: list[str] = []
    _walk(root, "", outer_ignores(root), tree, links)
    for start in starts:
        _walk(root, f"{start}/", (), tree, links)
    for link in sorted(set(links)):
        _follow(root, link, tree)
    return tree


def inside(root: Path, path: str) -> str | None:
    """Where a path under the root really is, relative to the root; None outside, or in `.git`."""
    # Not Path.resolve: it raises where links go round in a circle.
    real = Path(os.path.realpath(root / path))
    if not real.is_relative_to(root):
        return None
    relative = real.relative_to(root)
    if ".git" in relative.parts:
        return None
    return "" if real == root else relative.as_posix()


def _walk(
    root: Path, start: str, ignores: tuple[Ignores, ...], tree: Tree, links: list[str]
) -> None:
    waiting = [(start, ignores)]
    while waiting:
        prefix, ignores = waiting.pop()
        entries = _list(root, prefix, tree)
        if any(entry.name == ".gitignore" for entry in entries):
            own = read_ignores(root / prefix / ".gitignore", prefix)
            ignores = (own, *ignores) if own is not None else ignores
        for entry in entries:
            path = prefix + entry.name
            folder = entry.is_dir(follow_symlinks=False)
            if ignores and ignored(path, ignores, folder=folder):
                continue
            if folder:
                if entry.name not in PRUNED:
                    waiting.append((f"{path}/", ignores))
            elif entry.is_file(follow_symlinks=False):
                tree.files.add(path)
            elif entry.is_symlink():
                links.append(path)
            else:
                tree.skipped.append(Skipped(path, "it is not a regular file"))


def _list(root: Path, prefix: str, tree: Tree) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(f"{root}/{prefix}") as entries:
            return list(entries)
    except OSError as error:
        reason = f"the folder cannot be listed: {(error.strerror or 'unknown error').lower()}"
        tree.skipped.append(Skipped(prefix.rstrip("/"), reason))
        return []


def _follow(root: Path, link: str, tree: Tree) -> None:
    """Add what a symlink leads to, if it is something inside the root."""
    real = inside(root, link)
    if real is None:
        tree.skipped.append(Skipped(link, "it is a link that leads out of the project"))
    elif (root / real).is_file():
        tree.files.add(link)
        tree.real[link] = real
    elif (root / real).is_dir():
        if not f"{link}/".startswith(f"{real}/" if real else ""):
            _follow_folder(link, real, tree)
    else:
        tree.skipped.append(Skipped(link, "it is a link to something that cannot be read"))


def _follow_folder(link: str, real: str, tree: Tree) -> None:
    """Add the files of a linked folder under the link's name as well.

    They are those the walk has found, so nothing is listed twice, what git ignores stays out,
    and links in a linked folder are not followed again: there is no way to go round.
    """
    below = f"{real}/"
    for path in [path for path in tree.files if path.startswith(below)]:
        if len(tree.real) >= LINKED_LIMIT:
            tree.skipped.append(Skipped(link, "links to folders lead to too many names"))
            return
        alias = link + path[len(real) :]
        tree.files.add(alias)
        tree.real[alias] = tree.real.get(path, path)
