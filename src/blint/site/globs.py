"""Globs as git reads them, as regular expressions that cannot run away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from blint.late import late

Test = Callable[[str], bool]

_SPECIAL = late(r"[*?\[\\]")
_STARS = late(r"^\*{2,}$")
_NEVER = r"(?!)"
_DEEP_LIMIT = 4
"""How many `**` a glob may have: each multiplies the ways to match, and four are plenty."""


def translate(glob: str) -> str:
    """The regular expression for a whole path that matches a glob.

    `*`, `?` and `[a-z]` stay within one folder, `**` between slashes spans any number of them,
    and a backslash takes the next character as it is. A glob that is malformed matches nothing.
    """
    parts = [_STARS.sub("**", part) for part in glob.split("/") if part]
    if parts.count("**") > _DEEP_LIMIT:
        return _NEVER
    pieces: list[str] = []
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        if part == "**":
            pieces.append(".+" if last else "(?:[^/]+/)*")
        else:
            segment = _segment(part)
            if segment is None:
                return _NEVER
            pieces.append(segment if last else f"{segment}/")
    return "".join(pieces)


def matcher(globs: Iterable[str]) -> Test:
    """Tells whether a path matches any of some globs."""
    return _test([], [translate(_trim(glob)) for glob in globs])


def folder_matcher(globs: Iterable[str]) -> Test:
    """Tells whether a path is what one of some globs names, file or folder, or is below it.

    The empty glob and `.` name the folder all paths are relative to.
    """
    plain, rest = [], []
    for glob in map(_trim, globs):
        if not glob:
            return lambda _path: True
        if _SPECIAL.search(glob):
            rest.append(f"{translate(glob)}(?:/.*)?")
        else:
            plain.append(glob)
    return _test(plain, rest)


def literal(path: str) -> str:
    """The glob that matches one path and no other, whatever characters are in it."""
    return re.sub(r"([*?\[\]\\])", r"\\\1", path)


def _trim(glob: str) -> str:
    """A glob without what says only "from here"."""
    glob = glob.removeprefix("./").strip("/")
    return "" if glob == "." else glob


def _test(folders: list[str], expressions: list[str]) -> Test:
    """Tells paths in some folders, or that match an expression."""
    joined = "|".join(f"(?:{expression})" for expression in expressions)
    pattern = re.compile(joined, re.DOTALL) if joined else None
    exact, below = frozenset(folders), tuple(f"{folder}/" for folder in folders)

    def test(path: str) -> bool:
        if path.startswith(below) or path in exact:
            return True
        return pattern is not None and pattern.fullmatch(path) is not None

    return test


def _segment(part: str) -> str | None:
    """The expression for one segment, or None where it is malformed.

    What follows a star is looked for once, at its first place, and never again (an atomic
    group): within one segment a star has no need to go back, and so no way to run away.
    """
    runs: list[list[str]] = [[]]
    position = 0
    while position < len(part):
        character = part[position]
        position += 1
        if character == "*":
            if runs[-1] or len(runs) == 1:
                runs.append([])
        elif character == "?":
            runs[-1].append("[^/]")
        elif character == "[":
            found = _character_class(part, position)
            if found is None:
                return None
            expression, position = found
            runs[-1].append(expression)
        elif character == "\\":
            if position == len(part):
                return None
            runs[-1].append(re.escape(part[position]))
            position += 1
        else:
            runs[-1].append(re.escape(character))
    first, *rest = ("".join(run) for run in runs)
    if not rest:
        return first
    middle = "".join(f"(?>[^/]*?{run})" for run in rest[:-1])
    return f"{first}{middle}[^/]*{rest[-1]}"


_POSIX = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": "\\s",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


def _character_class(part: str, position: int) -> tuple[str, int] | None:
    """The expression for a bracket that opened before `position`, and where it ends."""
    negated = part[position : position + 1] in {"!", "^"}
    position += negated
    members = ""
    first = True
    while True:
        character = part[position : position + 1]
        if not character:
            return None
        if character == "]" and not first:
            break
        first = False
        named = re.compile(r"\[:([a-z]+):\]").match(part, position)
        if named is not None:
            if named[1] not in _POSIX:
                return None
            members += _POSIX[named[1]]
            position = named.end()
            continue
        if character == "\\":
            position += 1
            character = part[position : position + 1]
            if not character:
                return None
        position += 1
        end = part[position + 1 : position + 2]
        if part[position : position + 1] == "-" and end not in {"", "]"}:
            position += 2
            if end == "\\":
                end = part[position : position + 1]
                position += 1
            if end >= character:
                members += f"{re.escape(character)}-{re.escape(end)}"
            continue
        members += re.escape(character)
    expression = f"(?!/)[{'^' if negated else ''}{members}]" if members else _NEVER
    return expression, position + 1
