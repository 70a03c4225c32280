"""The file that the cache is kept in: named blobs in SQLite, each with a checksum.

Without pathlib, which takes longer to import than a run takes that has nothing to do.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

FOLDER = ".blint_cache"
"""The cache's folder, in the project root."""

_FILE = "cache-1.sqlite3"
"""The number is that of the tables' format: another version of blint leaves this file alone."""

# What backup tools look for: see https://bford.info/cachedir/.
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by blint.\n"
_PATIENCE = 2.0
"""Seconds to wait for another run that writes."""


class Store:
    """Blobs by kind: `posts`, of which there are many, and `states`, of which there are few.

    Nothing here raises: what cannot be read is missing, what cannot be written is not. Two runs
    may use one file at the same time; each change is seen whole or not at all.
    """

    def __init__(self, root: str | os.PathLike[str]) -> None:
        self._folder = os.path.join(root, FOLDER)
        self._database: sqlite3.Connection | None = None
        for _ in range(2):  # a broken file is done away with, and made anew
            with _misses(self):
                self._database = self._database or _open(self._folder)

    def close(self) -> None:
        """Let go of the file."""
        database, self._database = self._database, None
        if database is not None:
            with suppress(sqlite3.Error):
                database.close()

    def discard(self) -> None:
        """Remove the file, with what SQLite keeps beside it while it writes."""
        self.close()
        for suffix in ("-journal", ""):
            with suppress(OSError):
                os.unlink(os.path.join(self._folder, f"{_FILE}{suffix}"))

    @property
    def usable(self) -> bool:
        """Whether there is a file to read."""
        return self._database is not None

    def state(self, key: bytes) -> bytes | None:
        """A state, or None."""
        found = dict(self._read("SELECT key, value FROM states WHERE key = ?", (key,)))
        return found.get(key)

    def posts(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Those of some posts that are there."""
        wanted = dict.fromkeys(keys)
        if len(wanted) * 2 > self.count():
            # To read all is three times as fast as to ask for each.
            found = self._read("SELECT key, value FROM posts", ())
            return {key: value for key, value in found if key in wanted}
        one = "SELECT key, value FROM posts WHERE key = ?"
        return {key: value for each in wanted for key, value in self._read(one, (each,))}

    def count(self) -> int:
        """How many posts there are."""
        with _misses(self):
            if self._database is not None:
                (count,) = self._database.execute("SELECT count(*) FROM posts").fetchone()
                return int(count)
        return 0

    def write(self, states: Mapping[bytes, bytes], posts: Mapping[bytes, bytes]) -> None:
        """Add states and posts, all or nothing; of the states only the last stay."""
        with _misses(self), self._transaction() as run:
            self._write("posts", posts)
            self._write("states", states)
            run(
                "DELETE FROM states WHERE rowid NOT IN"
                f" (SELECT rowid FROM states ORDER BY rowid DESC LIMIT {_STATES})"
            )

    def prune(self, keep: Callable[[], Iterable[bytes]], count: int) -> None:
        """Drop posts, but for those to `keep`, where there are many more than their `count`."""
        if self.count() <= _SPARE + 2 * count:
            return
        kept = set(keep())
        with _misses(self), self._transaction() as run:
            # What is left out is what other branches and other options had.
            for (key,) in run("SELECT key FROM posts").fetchall():
                if key not in kept:
                    run("DELETE FROM posts WHERE key = ?", (key,))

    @contextmanager
    def _transaction(self) -> Iterator[Callable[..., sqlite3.Cursor]]:
        """A change of the file, which is made as a whole or not at all."""
        if self._database is None:
            raise sqlite3.OperationalError("there is no file")
        run = self._database.execute
        run("BEGIN IMMEDIATE")
        try:
            yield run
        except BaseException:
            run("ROLLBACK")
            raise
        run("COMMIT")

    def _write(self, table: str, values: Mapping[bytes, bytes]) -> None:
        assert self._database is not None
        self._database.executemany(
            f"INSERT OR REPLACE INTO {table} (key, value) VALUES (?, ?)",
            ((key, _sealed(value)) for key, value in values.items()),
        )

    def _read(self, query: str, values: tuple[bytes, ...]) -> Iterator[tuple[bytes, bytes]]:
        rows: list[tuple[bytes, bytes]] = []
        with _misses(self):
            if self._database is not None:
                rows = self._database.execute(query, values).fetchall()
        for key, value in rows:
            content = _unsealed(value)
            if content is not None:
                yield key, content


def has_store(root: str) -> bool:
    """Whether there is a cache in a project."""
    folder = os.path.join(root, FOLDER)
    return _is_folder(folder) and os.path.exists(os.path.join(folder, _FILE))


def remove(root: str | os.PathLike[str]) -> int | None:
    """Remove the cache of a project; returns how many bytes it had, None where there is none.

    Only files that the cache is made of are removed, and the folder if it is empty then. Raises
    OSError.
    """
    folder = os.path.join(root, FOLDER)
    if not _is_folder(folder):
        return None
    size = 0
    for name in os.listdir(folder):
        if name.startswith("cache-") or name in {".gitignore", "CACHEDIR.TAG"}:
            file = os.path.join(folder, name)
            size += os.lstat(file).st_size
            os.unlink(file)
    with suppress(OSError):
        os.rmdir(folder)
    return size


@contextmanager
def _misses(store: Store) -> Iterator[None]:
    """A failure of the file is a miss, and ends its use; a broken file is done away with."""
    try:
        yield
    except sqlite3.OperationalError:
        # Locked, read-only, or no space left: what is there may still be read.
        pass
    except (sqlite3.Error, OSError) as error:
        store.close()
        if isinstance(error, sqlite3.DatabaseError):
            store.discard()


def _open(folder: str) -> sqlite3.Connection | None:
    """The database, made where it is missing; None where it is not for us to use."""
    file = os.path.join(folder, _FILE)
    if not _make(folder) or not _is_plain(file):
        return None
    database = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    # A cache need not outlive a power cut, and says so itself where it is broken.
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA trusted_schema = OFF")
    known = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    for table in ("posts", "states"):
        if table not in known:
            columns = "key BLOB PRIMARY KEY, value BLOB"
            database.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns})")
    return database


def _make(folder: str) -> bool:
    """Make the folder where it is missing, hidden from git; whether it is a folder of ours."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        # A link could lead anywhere: a pull request can bring one.
        if not _is_folder(folder):
            return False
    for name, text in ((".gitignore", "# Made by blint.\n*\n"), ("CACHEDIR.TAG", _TAG)):
        file = os.path.join(folder, name)
        if not os.path.lexists(file):
            with open(file, "w", encoding="utf-8") as stream:
                stream.write(text)
    return True


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def _is_plain(file: str) -> bool:
    """Whether a file is a regular one, or not there yet."""
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except FileNotFoundError:
        return True


def _sealed(value: bytes) -> bytes:
    return zlib.crc32(value).to_bytes(4, "big") + value


def _unsealed(value: object) -> bytes | None:
    """What was sealed; None where a bit of it has changed."""
    if not isinstance(value, bytes) or zlib.crc32(value[4:]).to_bytes(4, "big") != value[:4]:
        return None
    return value[4:]


_STATES = 16
_SPARE = 1000
