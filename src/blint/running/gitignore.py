"""What `.gitignore` files leave out, as git reads them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from blint.site.globs import translate

_SIZE_LIMIT = 256 * 1024


class Ignores(NamedTuple):
    """The patterns of one file. `prefix` is its folder, with a slash at the end unless empty.

    `prefix` is relative to the root of the walk; for a file above that root it is empty, and
    `above` is the way from its folder down to the root.
    """

    prefix: str
    above: str
    files: re.Pattern[str] | None
    folders: re.Pattern[str] | None
    negated: frozenset[str]

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """True: left out; False: expressly kept; None: the file says nothing of this path."""
        pattern = self.folders if folder else self.files
        if pattern is None:
            return None
        found = pattern.fullmatch(self.above + path[len(self.prefix) :])
        return None if found is None else found.lastgroup not in self.negated


def read_ignores(file: Path, prefix: str, above: str = "") -> Ignores | None:
    """The patterns of a file; None where there are none, or it is no regular file."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > _SIZE_LIMIT:
            return None
        text = file.read_text(encoding="utf-8-sig", errors="surrogateescape")
    except OSError:
        return None
    return parse_ignores(text, prefix, above)


def parse_ignores(text: str, prefix: str, above: str = "") -> Ignores | None:
    """The patterns of a text in the format of `.gitignore`."""
    files: list[str] = []
    folders: list[str] = []
    negated: set[str] = set()
    # The last pattern that matches wins: so the last one stands first in the alternation.
    for number, line in enumerate(reversed(text.split("\n"))):
        pattern = _trim(line)
        if not pattern or pattern.startswith("#"):
            continue
        name = f"p{number}"
        if pattern.startswith("!"):
            negated.add(name)
            pattern = pattern[1:]
        expression = f"(?P<{name}>{_expression(pattern)})"
        folders.append(expression)
        if not pattern.endswith("/"):
            files.append(expression)
    if not folders:
        return None
    return Ignores(prefix, above, _compile(files), _compile(folders), frozenset(negated))


def ignored(path: str, ignores: tuple[Ignores, ...], *, folder: bool) -> bool:
    """Whether the nearest file that speaks of a path leaves it out; `ignores` nearest first."""
    for one in ignores:
        verdict = one.verdict(path, folder=folder)
        if verdict is not None:
            return verdict
    return False


def outer_ignores(root: Path) -> tuple[Ignores, ...]:
    """What the repository around a root leaves out: files above it, and `.git/info/exclude`.

    The user's global excludes are not asked: the same tree must give the same report anywhere.
    """
    found: list[Ignores | None] = []
    above = ""
    for folder in (root, *root.parents):
        if folder != root:
            found.append(read_ignores(folder / ".gitignore", "", above))
        if (folder / ".git").exists():
            found.append(read_ignores(folder / ".git" / "info" / "exclude", "", above))
            return tuple(one for one in found if one is not None)
        above = f"{folder.name}/{above}"
    return ()


def _expression(pattern: str) -> str:
    anchored = "/" in pattern.rstrip("/")
    expression = translate(pattern)
    return expression if anchored else f"(?:.*/)?{expression}"


def _trim(line: str) -> str:
    """A line without its end and without trailing spaces, unless a backslash keeps one."""
    line = line.removesuffix("\r")
    stripped = line.rstrip(" ")
    kept = len(stripped) - len(stripped.rstrip("\\"))
    return stripped + " " if kept % 2 and stripped != line else stripped


def _compile(expressions: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(expressions), re.DOTALL) if expressions else None
