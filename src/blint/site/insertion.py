"""Putting a key into front matter, written as the keys beside it are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from blint.diagnostics import Edit
from blint.late import late
from blint.reading.nodes import Entry, Format, Node
from blint.reading.post import Post
from blint.source import Span


def insertion(post: Post, path: str, value: str, beside: Sequence[str] = ()) -> Edit | None:
    """The edit that gives a post a key at a dotted path, whose value is a number as text.

    It comes after the first of the keys `beside` that is there, else after the last one. A key that
    is there without a value is given one. None where it cannot be told how to write it.
    """
    root, kind = post.front_matter.root, post.front_matter.format
    *tables, key = path.split(".")
    if root is None or kind is None or len(tables) > 1 or _PLAIN.fullmatch(path) is None:
        return None
    entry = post.front_matter.entry(path)
    if entry is not None:
        return _filling(entry, value, post.text)
    if not tables:
        return _in_mapping(root, key, value, post, beside)
    table = root.get(tables[0])
    if table is not None:
        inner = table.value
        return _in_mapping(inner, key, value, post, ()) if inner.entries else None
    return _new_table(root, tables[0], key, value, post)


def _filling(entry: Entry, value: str, text: str) -> Edit | None:
    """The edit that puts a value in the place of an empty one."""
    if entry.value.value not in {None, ""}:
        return None
    span = entry.value.span
    if span.start < span.end:
        return Edit(span, value)
    colon = text.find(":", entry.key_span.end, span.start + 1)
    return Edit(span, f" {value}" if colon + 1 == span.start else value) if colon >= 0 else None


def _in_mapping(node: Node, key: str, value: str, post: Post, beside: Sequence[str]) -> Edit | None:
    text, kind = post.text, post.front_matter.format
    if kind == "json":
        return _in_object(node, key, value, text, beside)
    lines = [entry for entry in node.entries if _indent(entry, text) is not None]
    if kind == "toml":
        # What comes after the header of a table is part of that table.
        lines = [entry for entry in lines if text[entry.key_span.end :].lstrip(" \t\"'")[:1] == "="]
    elif len(lines) < len(node.entries) or text[node.span.start : node.span.start + 1] in {"{", ""}:
        return None
    neighbour = _neighbour(lines, beside)
    if neighbour is None:
        return None
    end = neighbour.value.span.end
    at = end if text[end - 1] == "\n" else text.find("\n", end) + 1
    if not 0 < at <= post.front_matter.span.end:
        return None
    indent = _indent(neighbour, text) or ""
    return Edit(Span(at, at), f"{indent}{_line(kind, key, value)}")


def _in_object(node: Node, key: str, value: str, text: str, beside: Sequence[str]) -> Edit | None:
    neighbour = _neighbour(node.entries, beside)
    if neighbour is None:
        return None
    indent = _indent(neighbour, text)
    between = " " if indent is None else f"\n{indent}"
    at = neighbour.value.span.end
    return Edit(Span(at, at), f",{between}{json.dumps(key)}: {value}")


def _new_table(root: Node, table: str, key: str, value: str, post: Post) -> Edit | None:
    """The edit that adds a table with one key at the end."""
    text, front_matter = post.text, post.front_matter
    at = text.rfind("\n", 0, front_matter.span.end) + 1
    if not root.entries or at <= root.span.start:
        return None
    if front_matter.format == "toml":
        return Edit(Span(at, at), f"\n[{table}]\n{key} = {value}\n")
    if front_matter.format == "yaml" and _indent(root.entries[0], text) == "":
        return Edit(Span(at, at), f"{table}:\n  {key}: {value}\n")
    return None


def _neighbour(entries: Sequence[Entry], beside: Sequence[str]) -> Entry | None:
    """The first of some keys that is there, else the last entry."""
    known = {entry.key: entry for entry in entries}
    named = next((known[key] for key in beside if key in known), None)
    return named or (entries[-1] if entries else None)


def _indent(entry: Entry, text: str) -> str | None:
    """What stands before a key on its line, where that is nothing but space."""
    start = text.rfind("\n", 0, entry.key_span.start) + 1
    before = text[start : entry.key_span.start]
    return before if not before.strip() else None


def _line(kind: Format | None, key: str, value: str) -> str:
    return f"{key} = {value}\n" if kind == "toml" else f"{key}: {value}\n"


_PLAIN: Final = late(r"[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)?")
