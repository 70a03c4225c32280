"""Helpers of the tests of YAML, TOML and JSON readers: trees as plain, comparable data."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blint.reading.nodes import Node


def written(text: str, node: Node, path: str = "") -> Iterator[tuple[str, str]]:
    """Every key path with the text of its value, depth first; the root comes first."""
    yield path, text[node.span.start : node.span.end]
    for entry in node.entries:
        assert entry.key in text[entry.key_span.start : entry.key_span.end]
        yield from written(text, entry.value, f"{path}.{entry.key}")
    for number, item in enumerate(node.items):
        yield from written(text, item, f"{path}.{number}")


def values(node: Node, temporal: Any) -> Any:
    """The values of a tree, `temporal` being applied to the text of each date and time."""
    if node.kind == "mapping":
        return {entry.key: values(entry.value, temporal) for entry in node.entries}
    if node.kind == "sequence":
        return [values(item, temporal) for item in node.items]
    return temporal(node.raw) if node.temporal else node.value


def scalars(node: Node, text: str) -> list[tuple[str, Any]]:
    """The text and the value of every scalar that has no tag."""
    return [
        (text[below.span.start : below.span.end], below.value)
        for below in node.walk()
        if below.kind == "scalar" and below.tag is None
    ]


def dates_as_text(value: Any) -> Any:
    """tomllib's values with dates and times as TOML writes them."""
    if isinstance(value, dict):
        return {key: dates_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [dates_as_text(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value
