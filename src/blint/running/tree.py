"""Walk a project once: the names of its files, symlinks told apart, what git ignores left out."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import ignore
from ignore.overrides import OverrideBuilder

PRUNED = frozenset({".blint_cache", ".git", ".hg", ".svn", "node_modules"})
LINKED_LIMIT = 100_000
"""How many names may be reached through links to folders: a few links can multiply a tree."""
IGNORE_LIMIT = 64 * 1024
"""How many bytes a `.gitignore` may have: its patterns take about 500 times that in memory."""


class Skipped(NamedTuple):
    """Something that is there and was not looked at, and why, as the end of a sentence."""

    path: str
    reason: str


@dataclass
class Tree:
    """The files under a root, as paths relative to it, with `/`.

    `real` gives, for a file reached through a symlink, the path of the file itself. `scans` are
    what all this was told from.
    """

    files: set[str] = field(default_factory=set)
    real: dict[str, str] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    scans: list[Scan] = field(default_factory=list)


@dataclass
class Scan:
    """All that is below the folder `start`, what git ignores too; paths relative to the root.

    `folders` are all that were listed, with a slash at the end unless empty. `unruled` are those
    whose ignore file must not be read, `repositories` those that hold a `.git`, both likewise.
    """

    root: Path
    start: str
    folders: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    unruled: list[str] = field(default_factory=list)
    repositories: list[str] = field(default_factory=list)

    def paths(self) -> list[str]:
        """Everything that git may ignore."""
        return [*self.files, *self.links, *(one.path for one in self.skipped)]

    def rule_files(self) -> list[str]:
        """The files that may hold git's rules for all this, whether they are there or not."""
        root = self.root.as_posix().rstrip("/")
        names = (name for name in self.paths() if name.rpartition("/")[2] == ".gitignore")
        found = [f"{root}/{name}" for name in names if may_be_opened(self.root, name)]
        for folder in {"", *self.repositories}:
            found += (f"{root}/{folder}.git", f"{root}/{folder}.git/info/exclude")
        if has_rules_above(self.root):
            for above in self.root.parents:
                found += (str(above / ".gitignore"), str(above / ".git/info/exclude"))
                if (above / ".git").exists():
                    break
        return sorted(found)


Sieve = Callable[[Scan], Callable[[str], bool]]
"""Tells of a scan which of its paths git keeps."""


def kept_by_git(scan: Scan) -> Callable[[str], bool]:
    """Tells whether git keeps a path of a scan; below an unruled folder it keeps all."""
    root, start, free = scan.root, scan.start, tuple(scan.unruled)
    if f"{start}/".removeprefix("/") in free:
        return lambda _path: True
    pruned = OverrideBuilder(root)
    for glob in (*(f"{name}/" for name in PRUNED), *map(_exact, free)):
        pruned.add(f"!{glob}")
    walk = (
        ignore.WalkBuilder(root / start)
        .hidden(False)
        .ignore(False)
        .git_global(False)
        .require_git(False)
        # A folder that was asked for is looked into whatever the folders above it say.
        .parents(not start and has_rules_above(root))
        .overrides(pruned.build())
        .build()
    )
    kept: set[str] = set()
    begin = len(f"{root.as_posix().rstrip('/')}/")
    while True:
        try:
            kept.add(next(walk).path().as_posix()[begin:])
        except StopIteration:
            return lambda path: path in kept or path.startswith(free)
        except (ignore.Error, ignore.IOError):
            # A folder that cannot be listed: the scan has said so.
            continue


def read_tree(root: Path, starts: tuple[str, ...] = (), sieve: Sieve = kept_by_git) -> Tree:
    """The files under an absolute root without symlinks in it, hidden ones among them.

    `starts` are folders to look into even where git ignores them. Symlinks are followed only
    where they lead to something inside the root, and never round in a circle.
    """
    tree = Tree()
    links: set[str] = set()
    for start in ("", *starts):
        found = _scan(root, start)
        tree.scans.append(found)
        kept = sieve(found)
        tree.files.update(filter(kept, found.files))
        links.update(filter(kept, found.links))
        tree.skipped += [one for one in found.skipped if kept(one.path)]
    for link in sorted(links):
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


def _scan(root: Path, start: str) -> Scan:
    # The library's entries do not tell files, folders and links apart, and it opens an ignore
    # file before it speaks of it: so what is there has to be known beforehand.
    found = Scan(root, start)
    waiting = [f"{start}/" if start else ""]
    while waiting:
        prefix = waiting.pop()
        found.folders.append(prefix)
        for entry in _list(root, prefix, found.skipped):
            path = prefix + entry.name
            if entry.name == ".git":
                found.repositories.append(prefix)
            elif entry.name == ".gitignore" and not may_be_opened(root, path):
                found.unruled.append(prefix)
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in PRUNED:
                    waiting.append(f"{path}/")
            elif entry.is_file(follow_symlinks=False):
                found.files.append(path)
            elif entry.is_symlink():
                found.links.append(path)
            else:
                found.skipped.append(Skipped(path, "it is not a regular file"))
    return found


def _list(root: Path, prefix: str, skipped: list[Skipped]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(f"{root}/{prefix}") as entries:
            return list(entries)
    except OSError as error:
        reason = f"the folder cannot be listed: {(error.strerror or 'unknown error').lower()}"
        skipped.append(Skipped(prefix.rstrip("/"), reason))
        return []


def _exact(folder: str) -> str:
    """The glob for one folder below the root; the library takes no undecodable byte in a glob."""
    # In brackets, for the library drops a backslash before the slash at the end.
    escaped = re.sub(r"[*?\[{}\\]", r"[\g<0>]", folder)
    return "/" + re.sub("[\udc80-\udcff]", "?", escaped)


def has_rules_above(root: Path) -> bool:
    """Whether ignore files above the root count: they do up to the top of its repository."""
    for folder in (root, *root.parents):
        if folder != root and not may_be_opened(folder, ".gitignore"):
            return False
        if (folder / ".git").exists():
            return folder != root
    return False


def may_be_opened(folder: Path, path: str) -> bool:
    """Whether the library may open an ignore file, which it reads to the end whatever it is.

    Not a pipe or a device, which have no end, and not what a link outside the folder leads to.
    """
    if inside(folder, path) is None:
        return False
    try:
        status = (folder / path).stat()
    except OSError:
        return True
    if stat.S_ISREG(status.st_mode):
        return status.st_size <= IGNORE_LIMIT
    return stat.S_ISDIR(status.st_mode)


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
    for path in sorted(path for path in tree.files if path.startswith(below)):
        if len(tree.real) >= LINKED_LIMIT:
            tree.skipped.append(Skipped(link, "links to folders lead to too many names"))
            return
        alias = link + path[len(real) :]
        tree.files.add(alias)
        tree.real[alias] = tree.real.get(path, path)
