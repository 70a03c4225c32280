"""The index of rule pages: the front matter of all, in one file that takes no time to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from blint.reading.front_matter import read_front_matter
from blint.resources import resource
from blint.rulebook import INDEX

_RULES = resource("rules")


class PageFault(Exception):
    """A rule page whose front matter cannot be read."""


def bless() -> None:
    """Write the index anew."""
    (_RULES / INDEX).write_text(_index(), encoding="utf-8")


def is_current() -> bool:
    """Whether the index says what the pages say."""
    file = _RULES / INDEX
    return file.is_file() and file.read_text(encoding="utf-8") == _index()


def _index() -> str:
    pages = sorted(_RULES.glob("*/*.md"))
    index = {f"{page.parent.name}/{page.stem}": _head(page) for page in pages}
    return json.dumps(index, indent=2, ensure_ascii=False) + "\n"


def _head(page: Path) -> dict[str, Any]:
    found = read_front_matter(page.read_text(encoding="utf-8"), dialect="yaml-1.2")
    if found.faults or found.root is None:
        raise PageFault(f"{page}: {found.faults}")
    return found.data
