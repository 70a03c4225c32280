"""Patterns as in a `.gitignore`: which paths the lines of one name, to be left out or kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from blint.site.globs import Test, translate


def ignores(lines: Iterable[str]) -> Test:
    """Tells whether the lines name a path of a file; the last that fits decides.

    One that names the file itself counts for more than one that names a folder around it, be it
    before or after: so does Python's `pathspec`.
    """
    rules = tuple(_rules(lines))

    def test(path: str) -> bool:
        found, certainty = False, 0
        for pattern, named in rules:
            match = pattern.fullmatch(path)
            if match is None:
                continue
            weight = 2 if match["below"] is None else 1
            if weight >= certainty:
                found, certainty = named, weight
        return found

    return test


def _rules(lines: Iterable[str]) -> Iterator[tuple[re.Pattern[str], bool]]:
    for line in lines:
        text = line if line.endswith("\\ ") else line.rstrip()
        if not text or text == "/" or text.startswith("#"):
            continue
        named = not text.startswith("!")
        text = text.removeprefix("!")
        is_anchored = "/" in text.rstrip("/")
        only_folders = text.endswith("/")
        body = translate(text.strip("/")) if text.strip("/") else "(?!)"
        start = "" if is_anchored else "(?:.+/)?"
        end = "(?P<below>/.*)" if only_folders else "(?P<below>/.*)?"
        yield re.compile(f"{start}(?:{body}){end}", re.DOTALL), named
