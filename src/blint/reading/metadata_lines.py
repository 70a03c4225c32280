"""Metadata as Pelican reads it: `Key: value` lines, tags of HTML, fields of reStructuredText.

It is no YAML, whether or not `---` stands above and below the lines: quotes and brackets are text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final


def read_metadata(path: str, text: str) -> dict[str, str]:
    """The metadata of a post by key, in lower case; of a key that stands twice, the first."""
    extension = path[path.rfind(".") + 1 :].lower()
    if extension in {"html", "htm"}:
        pairs = _of_html(text)
    elif extension == "rst":
        pairs = _of_docutils(text)
    else:
        pairs = _of_lines(text)
    found: dict[str, str] = {}
    for key, value in pairs:
        found.setdefault(key.lower(), value.strip())
    return found


def _of_lines(text: str) -> Iterator[tuple[str, str]]:
    """The lines at the top, as Python-Markdown's `meta` reads them, up to an empty one."""
    key, values = "", [""]
    for number, raw in enumerate(text.split("\n")):
        line = raw.rstrip("\r").expandtabs(4)
        if number == 0 and _BEGIN.match(line):
            continue
        match = _LINE.match(line)
        if not line.strip() or _END.match(line):
            break
        if match is not None:
            if key:
                yield key, values[0]
            key, values = match[1], [match[2]]
        elif not key or not line.startswith("    "):
            break
    if key:
        yield key, values[0]


def _of_html(text: str) -> Iterator[tuple[str, str]]:
    title = _TITLE.search(text)
    if title is not None:
        yield "title", html.unescape(title[1])
    for tag in _META.finditer(text):
        attributes = {
            name.lower(): html.unescape(double or single)
            for name, double, single in _ATTRIBUTE.findall(tag[1])
        }
        name = attributes.get("name", "").lower()
        if name:
            value = attributes.get("content", attributes.get("contents", ""))
            yield "tags" if name == "keywords" else name, value


def _of_docutils(text: str) -> Iterator[tuple[str, str]]:
    """The title of the document and the fields below it."""
    lines = [line.rstrip() for line in text.split("\n")]
    at = _after_blank(lines, 0)
    for offset in (0, 1):
        title, rule = at + offset, at + offset + 1
        if rule < len(lines) and lines[title].strip() and _RULE.fullmatch(lines[rule]):
            yield "title", lines[title].strip()
            at = _after_blank(lines, rule + 1)
            break
    for line in lines[at:]:
        field = _FIELD.match(line)
        if field is not None:
            yield field[1], field[2]
        elif not line.startswith((" ", "\t")):
            break


def _after_blank(lines: list[str], at: int) -> int:
    """The first line from `at` on that says something: no comment, nothing empty."""
    while at < len(lines) and (not lines[at] or lines[at].startswith((".. ", " "))):
        at += 1
    return at


_LINE: Final = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_BEGIN: Final = re.compile(r"-{3}(?:\s|$)")
_END: Final = re.compile(r"(?:-{3}|\.{3})(?:\s|$)")
_TITLE: Final = re.compile(
    r"<title\b[^>]{0,300}>(.{0,1000}?)</title\s*>", re.IGNORECASE | re.DOTALL
)
_META: Final = re.compile(r"<meta\b([^>]{0,3000})>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_RULE: Final = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
_FIELD: Final = re.compile(r":([A-Za-z][\w -]*):(?:\s+(.*))?$")
