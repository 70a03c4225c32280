"""The index of tags as a table, as JSON and as Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import compress

import msgspec

from blint.late import late
from blint.overview.tags.index import TagIndex, TagRow
from blint.reports.lines import count
from blint.reports.sanitise import visible
from blint.reports.width import cells, wrap

VERSION = 1
_WIDTH = 100


def render(index: TagIndex, output_format: str) -> str:
    """The index in one of the formats `text`, `json` and `markdown`."""
    shown = {"json": _json, "markdown": _markdown}.get(output_format, _text)
    return shown(index)


def _text(index: TagIndex) -> str:
    lines = [_summary(index)]
    if index.tags:
        head, *rows = _table(index)
        widths = [max(map(cells, column)) for column in zip(head, *rows, strict=True)]
        lines.append("")
        for row in (head, *rows):
            parts = []
            for name, cell, width in zip(head, row, widths, strict=True):
                space = " " * (width - cells(cell))
                parts.append(space + cell if name == "posts" else cell + space)
            lines.append("  ".join(parts).rstrip())
    for title, body in _sections(index):
        lines += ["", f"{title}:"]
        for one in body:
            lines += [f"  {line}" for line in wrap(one, _WIDTH - 2)]
    return "\n".join(lines) + "\n"


def _markdown(index: TagIndex) -> str:
    lines = ["# Tags", "", _summary(index)]
    if index.tags:
        head, *rows = _table(index)
        rule = ["---:" if cell == "posts" else "---" for cell in head]
        lines.append("")
        lines += [f"| {' | '.join(row)} |" for row in (head, rule)]
        lines += [f"| {' | '.join(map(_escaped, row))} |" for row in rows]
    for title, body in _sections(index):
        lines += ["", f"## {title}", "", *(f"- {_escaped(one)}" for one in body)]
    return "\n".join(lines) + "\n"


def _json(index: TagIndex) -> str:
    built = msgspec.to_builtins(index)
    del built["terms"], built["facets"]
    for row in built["tags"]:
        del row["languages"]
    return json.dumps({"version": VERSION, **built}, indent=2) + "\n"


def _summary(index: TagIndex) -> str:
    used = [row for row in index.tags if row.posts]
    said = f"{count(len(used), 'tag')} on {index.tagged:,} of {count(index.posts, 'post')}"
    if index.vocabularies:
        said += f"; the vocabulary is {', '.join(f'`{path}`' for path in index.vocabularies)}"
    return visible(f"{said}.")


def _table(index: TagIndex) -> Iterator[list[str]]:
    """The rows of the table, the head first; columns that would be empty are left out."""
    dated = any(row.first for row in index.tags)
    stated = any(row.state for row in index.tags)
    spelt = any(row.variants for row in index.tags)
    shown = (True, True, dated, dated, stated, spelt)
    yield list(compress(("tag", "posts", "first", "last", "vocabulary", "also written"), shown))
    for row in index.tags:
        name, variants = visible(row.name), visible(_variants(row))
        cells_of_row = (name, f"{row.posts:,}", row.first, row.last, row.state, variants)
        yield list(compress(cells_of_row, shown))


def _variants(row: TagRow) -> str:
    return ", ".join(
        f"{one.text} ({one.posts:,}{f', {one.state}' if one.state else ''})" for one in row.variants
    )


def _sections(index: TagIndex) -> Iterator[tuple[str, list[str]]]:
    """What is worth a look, with titles."""
    if index.misspelt:
        yield (
            "Probably misspelt",
            [
                visible(f"{one.text} ({count(one.posts, 'post')}): {one.meant}?")
                for one in index.misspelt
            ],
        )
    if index.together:
        yield (
            "Always together",
            [
                visible(f"{', '.join(one.tags)} ({count(one.posts, 'post')})")
                for one in index.together
            ],
        )
    if index.once:
        yield f"Used once ({len(index.once):,})", [visible(", ".join(index.once))]


_SPECIAL = late(r"[\\`*_\[\]<>|#&~]")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text)
