"""What a published list says otherwise than the content: as text, JSON and Markdown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Final

from blint.overview.listing.compare import KINDS, Comparison, Drift
from blint.reports.overview.markdown_text import markdown_text

VERSION = 1


def render(comparison: Comparison, name: str, output_format: str) -> str:
    """A comparison in one of the formats of the commands; `name` is that of the list's file."""
    if output_format == "json":
        return _json(comparison, name)
    lines = _markdown if output_format == "markdown" else _text
    return "\n".join(lines(comparison, name)) + "\n"


def _text(comparison: Comparison, name: str) -> Iterator[str]:
    for drift in comparison.drifts:
        listed = f"{name}:{drift.listing_line}" if drift.listing_line else name
        if drift.path is None:
            yield f"{listed}: {drift.message} [{drift.kind}]"
        else:
            yield f"{drift.path}:{drift.line}: {drift.message} [{drift.kind}, {listed}]"
    yield _sum(comparison)


def _markdown(comparison: Comparison, name: str) -> Iterator[str]:
    yield f"**{_sum(comparison)}**"
    if comparison.drifts:
        yield ""
        yield f"| Drift | What | Post | {_cell(name)} |"
        yield "|---|---|---|---|"
    for drift in comparison.drifts:
        post = f"{drift.path}:{drift.line}" if drift.path is not None else ""
        line = f"line {drift.listing_line}" if drift.listing_line else ""
        yield f"| {drift.kind} | {_cell(drift.message)} | {_cell(post)} | {line} |"


def _cell(text: str) -> str:
    return markdown_text(text)


def _sum(comparison: Comparison) -> str:
    number = len(comparison.listing.items)
    posts = "1 post" if number == 1 else f"{number} posts"
    if not comparison.drifts:
        return f"{posts}, no drift."
    kinds = _kinds(comparison.drifts)
    said = ", ".join(f"{count} {_NAMES[kind][count > 1]}" for kind, count in kinds.items())
    drifts = "1 drift" if len(comparison.drifts) == 1 else f"{len(comparison.drifts)} drifts"
    return f"{posts}, {drifts}: {said}."


def _kinds(drifts: tuple[Drift, ...]) -> dict[str, int]:
    counts = Counter(drift.kind for drift in drifts)
    return {kind: counts[kind] for kind in KINDS if counts[kind]}


def _json(comparison: Comparison, name: str) -> str:
    drifts = ",\n  ".join(json.dumps(_drift(drift)) for drift in comparison.drifts)
    summary = {
        "tag": comparison.listing.tag or None,
        "listing": name,
        "posts": len(comparison.listing.items),
        "entries": comparison.entries,
        "drifts": len(comparison.drifts),
        "kinds": _kinds(comparison.drifts),
        "notes": list(comparison.notes),
    }
    inner = f"\n  {drifts}" if drifts else ""
    return f'{{"version": {VERSION},\n "drifts": [{inner}],\n "summary": {json.dumps(summary)}}}\n'


def _drift(drift: Drift) -> dict[str, object]:
    return {
        "kind": drift.kind,
        "path": drift.path,
        "line": drift.line,
        "title": drift.title or None,
        "listed": drift.listed,
        "actual": drift.actual,
        "message": drift.message,
        "listing_line": drift.listing_line,
    }


_NAMES: Final = {
    "count": ("count", "counts"),
    "missing": ("missing post", "missing posts"),
    "extra": ("extra post", "extra posts"),
    "order": ("post out of order", "posts out of order"),
    "date": ("date", "dates"),
    "read-time": ("read time", "read times"),
    "title": ("title", "titles"),
    "description": ("description", "descriptions"),
    "tags": ("set of tags", "sets of tags"),
}
