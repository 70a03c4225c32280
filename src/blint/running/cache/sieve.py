"""What git ignores, as an earlier run was told: to ask again may take longer than all the rest.

The answer depends on the names that are there and on the text of the files with git's rules, and on
nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from blint.running.cache.digests import digest
from blint.running.cache.store import Store
from blint.running.tree import Scan, Sieve, kept_by_git


def remembering(store: Store) -> Sieve:
    """`kept_by_git`, which remembers its answers."""

    def sieve(scan: Scan) -> Callable[[str], bool]:
        paths = sorted(scan.paths())
        rules = [text for file in scan.rule_files() for text in _text(file)]
        if not rules:
            return lambda _path: True
        names = "\0".join(paths).encode("utf-8", "surrogateescape")
        key = digest([b"kept", scan.start, names, sorted(scan.unruled), *rules])
        bits = store.state(key)
        if bits is None or len(bits) != len(paths):
            kept = kept_by_git(scan)
            bits = bytes(map(kept, paths))
            store.write({key: bits}, {})
        return frozenset(path for path, bit in zip(paths, bits, strict=True) if bit).__contains__

    return sieve


def _text(file: str) -> Iterator[tuple[str, bytes]]:
    """A file and what it holds, if it is one."""
    path = Path(file)
    if path.is_file():
        try:
            yield file, path.read_bytes()
        except OSError:
            yield file, b""
