"""Write a file anew so that it is the old or the new one at any moment, never a part of one."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from blint.late import late
from blint.running.tree import inside

STALE: Final = 3600
"""Seconds after which a file of ours that was never put in place is nobody's any more."""
_PREFIX, _SUFFIX = ".blint-", ".tmp"
_OURS: Final = late(r"\.blint-[a-z0-9_]{8}\.tmp")


class NotWritten(Exception):
    """A file was not written and is as it was; the text says why, as the end of a sentence."""


class Rewrite(NamedTuple):
    """What a file below the root held when it was read, and what it shall hold."""

    path: str
    before: bytes
    after: bytes


def rewrite(root: Path, change: Rewrite) -> None:
    """Replace what a file holds. Raises NotWritten, and then the file is as somebody left it.

    The new text is written beside the file, brought to the disk, and takes the file's name in one
    step. A symbolic link stays one: what it leads to is written, inside the root only. A file with
    several names (hard links) is left alone, for only one of them would be the new one. Mode and,
    where the system lets us, owner, group and extended attributes stay; so a file that may not be
    written is left alone, although a new one could take its place. What was changed since it was
    read is left alone.
    """
    real = inside(root, change.path)
    if real is None:
        raise NotWritten("it is a link that leads out of the project")
    target = root / real
    try:
        status = target.lstat()
        _refuse(target, status)
        temporary = _beside(target, change.after, status)
        try:
            _replace(target, temporary, change.before, status)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(target.parent)
    except OSError as error:
        raise NotWritten((error.strerror or type(error).__name__).lower()) from error


def sweep(root: Path, paths: Iterable[str]) -> None:
    """Remove what a killed run has left behind: of some paths below the root, files with the names
    that we give, older than an hour, so that those of a run that is still writing stay."""
    for path in paths:
        if not _OURS.fullmatch(path.rpartition("/")[2]):
            continue
        real = inside(root, path)
        with suppress(OSError):
            if real == path:
                status = (root / path).lstat()
                if stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime > STALE:
                    (root / path).unlink()


def _refuse(target: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotWritten("it is not a regular file")
    if status.st_nlink > 1:
        raise NotWritten("it has several names (hard links), and only one of them would change")
    if not os.access(target, os.W_OK) or not status.st_mode & 0o222:
        raise NotWritten("it may not be written")


def _beside(target: Path, data: bytes, status: os.stat_result) -> Path:
    """A new file in the folder of another, with its mode and owner; returns its path."""
    descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=target.parent)
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            _keep_owner(file.fileno(), new, status)
            _keep_attributes(target, new)
            new.chmod(stat.S_IMODE(status.st_mode))
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    return new


def _keep_owner(descriptor: int, new: Path, status: os.stat_result) -> None:
    now = new.lstat()
    if not hasattr(os, "fchown") or (now.st_uid, now.st_gid) == (status.st_uid, status.st_gid):
        return
    try:
        os.fchown(descriptor, status.st_uid, status.st_gid)
    except PermissionError:
        # Who may not give a file away may still write in it, and give it to a group of their own.
        with suppress(PermissionError):
            os.fchown(descriptor, -1, status.st_gid)


def _keep_attributes(target: Path, new: Path) -> None:
    """Give a new file the extended attributes of another, as far as the system lets us."""
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):
        for name in os.listxattr(target):
            with suppress(OSError):
                os.setxattr(new, name, os.getxattr(target, name))


def _replace(target: Path, temporary: Path, before: bytes, status: os.stat_result) -> None:
    """Put the new file in place, if the old one still holds what it held."""
    with target.open("rb") as file:
        now = os.fstat(file.fileno())
        same = (now.st_dev, now.st_ino, now.st_mode) == (
            status.st_dev,
            status.st_ino,
            status.st_mode,
        )
        if not same or file.read(len(before) + 1) != before:
            raise NotWritten("somebody has changed it meanwhile")
    temporary.replace(target)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk, where a folder can be told to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
