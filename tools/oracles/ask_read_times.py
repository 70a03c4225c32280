"""Asks packages written in Python for read times: `python ask_read_times.py NAME < texts.json`.

Runs in the interpreter that ORACLES_PYTHON names, which has `readtime`, `mkdocs-material`,
`textstat` and `uniseg`. Writes `{version, rows: {text: {minutes}}}`.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version


def readtime(text: str) -> int:
    """PyPI readtime, which renders Markdown with markdown2."""
    readtime = import_module("readtime")

    return int(readtime.of_markdown(text).minutes) if text.strip() else 1


def material(text: str) -> int:
    """Material for MkDocs, on a page with the extensions that MkDocs starts with."""
    markdown = import_module("markdown")
    readtime = import_module("material.plugins.blog.readtime").readtime

    extensions = ["toc", "tables", "fenced_code"]
    return int(readtime(markdown.markdown(text, extensions=extensions), 265))


def textstat(text: str) -> int:
    """PyPI textstat on the text as written; it gives seconds."""
    textstat = import_module("textstat")

    return math.ceil(float(textstat.reading_time(text)) / 60)


def zola(text: str) -> int:
    """Zola's formula, code between fences left out, on words as Unicode's annex 29 has them."""
    words = import_module("uniseg.wordbreak").words

    prose = text.split("```")[::2]
    count = sum(any(c.isalnum() for c in word) for part in prose for word in words(part))
    return -(-count // 200)


ASKERS: dict[str, tuple[str, Callable[[str], int]]] = {
    "readtime": ("readtime", readtime),
    "material": ("mkdocs-material", material),
    "textstat": ("textstat", textstat),
    "zola": ("uniseg", zola),
}

if __name__ == "__main__":
    package, ask = ASKERS[sys.argv[1]]
    rows = {name: {"minutes": ask(text)} for name, text in json.load(sys.stdin).items()}
    json.dump({"version": f"{package} {version(package)}", "rows": rows}, sys.stdout)
