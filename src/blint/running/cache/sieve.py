"""What git ignores, as an earlier run was told: to ask again may take longer than all the rest.

The answer depends on the names that are there and on the text of the files with git's rules, and on
nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from blint.running.cache.digests import digest
from blint.running.cache.store import Store
from blint.running.tree import Scan, Sieve, has_rules_above, kept_by_git, may_be_opened


def remembering(store: Store) -> Sieve:
    """`kept_by_git`, which remembers its answers."""

    def sieve(scan: Scan) -> Callable[[str], bool]:
        paths = sorted(scan.paths())
        rules = list(_rules(scan))
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


def _rules(scan: Scan) -> Iterator[tuple[str, bytes]]:
    """The files that hold git's rules for what is in a scan, with their text."""
    root = scan.root
    for path in sorted(scan.paths()):
        if path.rpartition("/")[2] == ".gitignore" and may_be_opened(root, path):
            yield from _text(root, path)
    for folder in sorted({*scan.repositories, ""}):
        yield from _text(root, f"{folder}.git/info/exclude")
        yield from _text(root, f"{folder}.git")
    if has_rules_above(root):
        for above in root.parents:
            yield from _text(above, ".gitignore")
            yield from _text(above, ".git/info/exclude")
            if (above / ".git").exists():
                return


def _text(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    file = folder / name
    if file.is_file():
        try:
            yield str(file), file.read_bytes()
        except OSError:
            yield str(file), b""
