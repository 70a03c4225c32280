"""Read files of the site: regular files inside the root only, up to a size, never blocking."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from blint.diagnostics import Finding
from blint.running.examine import Found
from blint.source import Span, decode

SIZE_LIMIT = 2 * 1024 * 1024
"""Bytes a post may have. Prose of this size is 300,000 words: what is larger is no post."""


class FileRead(NamedTuple):
    """A file that was read: its bytes, and its status from before; None: it is a draft."""

    data: bytes
    status: os.stat_result | None


Drafts = Mapping[str, bytes]
"""What files hold for this run, whatever they hold on disk, by path from the root: what somebody
has typed and not yet saved, what fixes would make of a post."""

NO_DRAFTS: Drafts = MappingProxyType({})


def read_file(root: Path, path: str, drafts: Drafts = NO_DRAFTS) -> FileRead | Found:
    """A file under the root, or the finding that says why it was not read."""
    draft = drafts.get(path)
    if draft is not None:
        return FileRead(draft, None) if len(draft) <= SIZE_LIMIT else _oversized(len(draft))
    if path.startswith("/") or (".." in path and ".." in path.split("/")):
        # No walk gives such a path, but a forged cache may.
        return _fault("unreadable-file", "This is a path that leads out of the project.")
    name = f"{root}/{path}"  # a Path would be a third of the cost of reading
    try:
        descriptor = _open(name)
        if descriptor is None:
            real = os.path.realpath(name)
            if not Path(real).is_relative_to(root):
                return _fault("unreadable-file", "This is a link to a place outside the project.")
            descriptor = _open(real)
        if descriptor is None:
            return _fault("unreadable-file", "This is a link that changes while it is read.")
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return _fault("unreadable-file", "This is not a regular file.")
            if status.st_size > SIZE_LIMIT:
                return _oversized(status.st_size)
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        return _fault("unreadable-file", f"This file could not be read: {reason}.")
    return FileRead(data, status) if len(data) <= SIZE_LIMIT else _oversized(len(data))


def read_text(root: Path, path: str, drafts: Drafts = NO_DRAFTS) -> str | None:
    """The decoded text of a file, for excerpts in reports; None where it cannot be read."""
    read = read_file(root, path, drafts)
    return decode(read.data).text if isinstance(read, FileRead) else None


def _open(path: str) -> int | None:
    """A descriptor of the file at a path, or None where the path ends in a symbolic link."""
    # O_NONBLOCK: opening a named pipe would wait for a writer for ever.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(path, flags)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None
        raise


def _oversized(size: int) -> Found:
    return _fault(
        "oversized-file",
        f"This file has {size:,} bytes, over the limit of {SIZE_LIMIT:,}, and was not checked.",
    )


def _fault(rule: str, message: str) -> Found:
    return Found(rule, Finding(Span(0, 0), message))
