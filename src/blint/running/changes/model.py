"""The words of a change: how a project differs from what it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from blint.running.files import NO_DRAFTS, Drafts


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """How the files of a project differ from those of its base. All paths are from the root.

    `old` is what files held at the base that hold something else now or are gone; of those that
    blint never reads, nothing. `new` are files that are there now and were not. `renamed` gives the
    former path of some of `new`, and `moved` are those of them that hold what they held there.
    `drafts` and `absent` tell of the present: what files hold where that is not what is on disk,
    and what on disk does not count; with `--changed=staged` the index is the present.
    `lines`: of changed files only the changed lines are asked for. `known` False: there is no base,
    and everything counts as changed. `notes` say what could not be known.
    """

    old: Drafts = NO_DRAFTS
    new: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = MappingProxyType({})
    moved: frozenset[str] = frozenset()
    drafts: Drafts = NO_DRAFTS
    absent: frozenset[str] = frozenset()
    lines: bool = False
    known: bool = True
    notes: tuple[str, ...] = ()

    @property
    def then(self) -> Drafts:
        """What files held at the base, where that is not what is on disk."""
        return {**{p: d for p, d in self.drafts.items() if p not in self.new}, **self.old}

    @property
    def missing_then(self) -> frozenset[str]:
        """What is on disk and was not there at the base."""
        return (self.new | self.absent) - self.old.keys()

    def path_then(self, path: str) -> str | None:
        """The path that a file had at the base; None where there was none."""
        return self.renamed.get(path) if path in self.new else path

    def touches(self, path: str) -> bool:
        """Whether a file holds something else than at the base, or was not there."""
        return not self.known or path in self.old or (path in self.new and path not in self.moved)


FindChange = Callable[[Path], Change]
"""Tells what has changed in the project at a root, absolute and without symlinks. Raises
UsageFault."""


def alike(one: bytes, other: bytes) -> bool:
    """Whether two files hold the same, but for how their lines end: git may change that itself."""
    return one == other or one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")
