"""The fingerprint of the program: what beside posts and settings decides on what is found."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import blint
from blint import __version__
from blint.resources import folder_of
from blint.running.cache.digests import SIZE, digest
from blint.running.cache.stamps import machine, stamp_at
from blint.running.cache.store import Store

_LIBRARIES = frozenset(
    {
        *("ignore_python", "jsonschema", "markdown_it_py", "mdit_py_plugins", "msgspec"),
        *("pyromark", "pyyaml", "rapidfuzz", "regex", "textstat"),
    }
)
"""The distributions whose version may change what is found, as their folders are called.

Grammars of the extra `code` count as well: `tree_sitter` and all that begin so.
"""

_KEY = b"fingerprint"


def fingerprint(store: Store) -> bytes:
    """16 bytes that differ for another version of blint, of Python or of a library.

    The program's own text counts as well, since it changes where blint is worked on; it is read
    only where a stamp says that it may have changed since the last run.
    """
    stamped = stamped_program()
    known = store.state(_KEY)
    if known is not None and known[:SIZE] == stamped:
        return known[SIZE:]
    found = digest(_contents())
    store.write({_KEY: stamped + found}, {})
    return found


def stamped_program() -> bytes:
    """The digest of the stamps of all that `fingerprint` is made of: good on this machine alone."""
    return digest(_stamps())


def _stamps() -> Iterator[object]:
    yield machine(), sys.version, __version__
    for path in (*_library_folders(), *_files()):
        yield path, stamp_at(path)


def _contents() -> Iterator[object]:
    yield sys.version, sys.byteorder, __version__
    names = {name.lower() for folder in _library_folders() for name in os.listdir(folder)}
    yield sorted(
        name
        for name in names
        if name.endswith(".dist-info")
        and (name.partition("-")[0] in _LIBRARIES or name.startswith("tree_sitter"))
    )
    for file in _files():
        with open(file, "rb") as stream:
            yield file.rpartition(f"{os.sep}blint{os.sep}")[2], stream.read()


def _library_folders() -> list[str]:
    """Where distributions are installed."""
    return [path for path in sys.path if path.endswith("-packages") and os.path.isdir(path)]


def _files() -> Iterator[str]:
    """The files of the program, its rules and its schemas."""
    package = os.path.dirname(blint.__file__)
    yield from sorted(_below(package))
    for name in ("rules", "schemas"):
        folder = folder_of(name)
        if not folder.startswith(package):
            yield from sorted(_below(folder))


def _below(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)
            elif entry.name.endswith((".py", ".json", ".md")):
                yield entry.path
