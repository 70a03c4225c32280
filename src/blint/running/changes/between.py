"""The change between two states of some files."""

from __future__ import annotations

from collections.abc import Mapping

from blint.running.changes.model import Change, alike
from blint.running.changes.renames import renames


def change_between(then: Mapping[str, bytes], now: Mapping[str, bytes]) -> Change:
    """How files that somebody has at hand have changed, by path from the root. What is the same in
    both may be left out of both."""
    old = {path: data for path, data in then.items() if not alike(data, now.get(path, b""))}
    new = frozenset(now.keys() - then.keys())
    gone = {path: data for path, data in then.items() if path not in now}
    renamed = renames(gone, new, now.get)
    moved = frozenset(path for path, former in renamed.items() if alike(then[former], now[path]))
    return Change(old={**old, **gone}, new=new, renamed=renamed, moved=moved)
