"""Find out what has changed in a project: against which commit, and which files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple, TypedDict

from msgspec.structs import replace

from blint.running.changes.git import GITLINK, SYMLINK, Entry, Git
from blint.running.changes.model import Change, alike
from blint.running.changes.renames import renames
from blint.running.errors import UsageFault
from blint.running.files import SIZE_LIMIT, FileRead, read_file

STAGED: Final = "staged"
"""The word for what is staged, unless a branch or tag has this name."""

_DEEPER: Final = "Fetch more of the history, in GitHub Actions with `fetch-depth: 0`."


class Base(NamedTuple):
    """The commit to compare with, None where there is none, and what could not be known."""

    commit: str | None
    notes: tuple[str, ...] = ()


def find_change(root: Path, ref: str = "", *, lines: bool = False) -> Change:
    """What has changed in a project. Raises UsageFault.

    `ref` is what to compare with: where history parted from it; empty: from the default branch.
    `staged`: what is staged, against the last commit. `lines`: see `Change`.
    """
    git = Git(root)
    head = git.commit("HEAD")
    staged = ref == STAGED and git.commit(ref) is None
    if head is None:
        note = "There is no commit yet: everything counts as changed."
        return _of_index(git, root, None, note) if staged else Change(known=False, notes=(note,))
    if staged:
        return replace(_of_index(git, root, head), lines=lines)
    base = _base_of(git, head, ref) if ref else _default_base(git, head)
    if base.commit is None:
        return Change(known=False, notes=base.notes)
    return replace(_of_files(git, root, base), lines=lines)


def names_commit(folder: Path, ref: str) -> bool:
    """Whether a word is one that `find_change` takes, in the repository around a folder."""
    return ref == STAGED or Git(folder).commit(ref) is not None


def _base_of(git: Git, head: str, ref: str) -> Base:
    """Where history parted from a commit that was named."""
    commit = git.commit(ref)
    if commit is None:
        hint = f" {_DEEPER}" if git.shallow else ""
        raise UsageFault(f"There is no commit or branch `{_shown(ref)}`.{hint}")
    return _parted(git, head, commit, f"`{_shown(ref)}`")


def _default_base(git: Git, head: str) -> Base:
    """Where history parted from the default branch."""
    for name in _default_branches(git):
        commit = git.commit(name)
        if commit is not None:
            return _parted(git, head, commit, f"`{_shown(_short(name))}`")
    if git.shallow:
        note = "The default branch is not part of this shallow clone: everything counts as changed."
        return Base(None, (f"{note} {_DEEPER}",))
    note = "No default branch was found: compared with the last commit. Name one with `--changed`."
    return Base(head, (note,))


def _default_branches(git: Git) -> Iterator[str]:
    """The references that may be the default branch, the likeliest first."""
    for variable in ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"):
        name = os.environ.get(variable)
        if name:
            yield from (f"refs/remotes/origin/{name}", f"refs/heads/{name}")
    yield from ("refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    yield from ("refs/remotes/origin/master", "refs/heads/main", "refs/heads/master")
    name = git.setting("init.defaultBranch")
    if name:
        yield from (f"refs/remotes/origin/{name}", f"refs/heads/{name}")


def _parted(git: Git, head: str, commit: str, called: str) -> Base:
    base = git.merge_base(head, commit)
    if base is not None:
        return Base(base)
    if git.shallow:
        why = f"This clone is too shallow to tell where the history parted from {called}"
        what = f"compared with {called} itself, whose own changes count too"
        return Base(commit, (f"{why}: {what}. {_DEEPER}",))
    note = f"The history has nothing in common with {called}: compared with {called} itself."
    return Base(commit, (note,))


def _short(name: str) -> str:
    return name.removeprefix("refs/remotes/").removeprefix("refs/heads/")


def _shown(text: str) -> str:
    """A name as it may be shown."""
    return "".join(c if c.isprintable() else "?" for c in text)


def _of_files(git: Git, root: Path, base: Base) -> Change:
    """What the files on disk have changed."""
    assert base.commit is not None
    files = _Files(git, root, git.against_files(base.commit), git.untracked())
    return Change(
        **files.difference(),
        notes=(*base.notes, *files.notes()),
    )


def _of_index(git: Git, root: Path, head: str | None, *notes: str) -> Change:
    """What the index has changed; what is not staged does not count."""
    unstaged = [entry for entry in git.unstaged() if _is_file(entry.mode)]
    untracked = frozenset(git.untracked())
    texts = git.contents((entry.oid for entry in unstaged), SIZE_LIMIT)
    drafts = {}
    for entry in unstaged:
        data = _content(texts, entry.path, entry.oid)
        on_disk = _on_disk(root, entry.path) if entry.new_mode != _NOTHING else None
        if on_disk is None or not alike(data, on_disk):
            drafts[entry.path] = data
    if head is None:
        return Change(drafts=drafts, absent=untracked, known=False, notes=notes)
    files = _Files(git, root, git.against_index(head), (), drafts)
    return Change(
        **files.difference(),
        drafts=drafts,
        absent=untracked,
        notes=(*notes, *files.notes()),
    )


class _Difference(TypedDict):
    """Part of a `Change`."""

    old: dict[str, bytes]
    new: frozenset[str]
    renamed: dict[str, str]
    moved: frozenset[str]


class _Files:
    """The files that differ, of which some may not differ in what they hold."""

    def __init__(
        self,
        git: Git,
        root: Path,
        entries: list[Entry],
        untracked: Iterable[str],
        drafts: dict[str, bytes] | None = None,
    ) -> None:
        self._root = root
        self._drafts = drafts or {}
        self._untracked = untracked
        # What is in conflict comes twice.
        self._entries = {entry.path: entry for entry in entries if entry.status != "U"}
        for entry in entries:
            self._entries.setdefault(entry.path, entry)
        read = (e.oid for e in self._entries.values() if _is_file(e.mode) and _may_be_read(e.path))
        self._texts = git.contents(read, SIZE_LIMIT)

    def content_now(self, path: str) -> bytes | None:
        """What a file holds now; None where it cannot be read."""
        draft = self._drafts.get(path)
        return draft if draft is not None else _on_disk(self._root, path)

    def difference(self) -> _Difference:
        """What files held that hold something else now, which are new, and which were renamed."""
        old: dict[str, bytes] = {}
        gone: dict[str, bytes] = {}
        new = set(self._untracked)
        for path, entry in self._entries.items():
            if not _is_file(entry.mode):
                if _is_file(entry.new_mode):
                    new.add(path)
                continue
            was = _content(self._texts, path, entry.oid)
            is_there = entry.status != "D" or path in new
            now = self.content_now(path) if is_there else None
            new.discard(path)
            if now is None or not _may_be_read(path) or not alike(was, now):
                old[path] = was
            if not is_there:
                gone[path] = was
        renamed = renames(gone, new, self.content_now)
        moved = frozenset(
            path
            for path, then in renamed.items()
            if alike(old[then], self.content_now(path) or b"")
        )
        return _Difference(old=old, new=frozenset(new), renamed=renamed, moved=moved)

    def notes(self) -> Iterator[str]:
        """What could not be known."""
        for path, entry in sorted(self._entries.items()):
            if GITLINK in {entry.mode, entry.new_mode}:
                yield f"What has changed inside the submodule `{_shown(path)}` was not looked at."
        lacking = [
            path
            for path, entry in self._entries.items()
            if _is_file(entry.mode) and _may_be_read(path) and entry.oid not in self._texts
        ]
        if lacking:
            what = f"`{_shown(min(lacking))}`" if len(lacking) == 1 else f"{len(lacking)} files"
            yield f"What {what} held before could not be read, and was taken for nothing."


def _content(texts: dict[str, bytes], path: str, oid: str) -> bytes:
    return texts.get(oid, b"") if _may_be_read(path) else b""


def _on_disk(root: Path, path: str) -> bytes | None:
    read = read_file(root, path)
    return read.data if isinstance(read, FileRead) else None


def _is_file(mode: str) -> bool:
    """Whether a mode is that of a regular file: no link, no submodule, and not nothing."""
    return mode not in {_NOTHING, SYMLINK, GITLINK}


def _may_be_read(path: str) -> bool:
    """Whether blint may ever want to know what is in a file, and not only that it is there."""
    return not path.lower().endswith(_MEDIA)


_NOTHING: Final = "000000"
_MEDIA: Final = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff", ".heic"),
    *(".mp3", ".mp4", ".m4a", ".m4v", ".mov", ".webm", ".ogg", ".ogv", ".wav", ".flac"),
    *(".woff", ".woff2", ".ttf", ".otf", ".eot", ".pdf", ".zip", ".gz", ".tgz", ".bz2", ".xz"),
    *(".psd", ".ai", ".epub", ".docx", ".xlsx", ".pptx", ".wasm", ".svgz", ".7z", ".jar"),
)
