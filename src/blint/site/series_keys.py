"""The series that the front matter of a post names, and the number that it gives for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.facts import Word
from blint.reading.nodes import FrontMatter, Node
from blint.site.keys import entry_of
from blint.site.settings import Settings


def named_series(
    front_matter: FrontMatter, settings: Settings
) -> tuple[tuple[Word, ...], tuple[Word | None, ...]]:
    """The series of a post, and the number of the part in each, where one is given for each.

    Read are `series: [A, B]` with `series_order: [1, 3]` or `{A: 1, B: 3}`, and `series: {name: A,
    order: 1}` or a list of such. One number for several series is none of a single one.
    """
    fields, fold = settings.fields, settings.preset.fold_keys
    entry = entry_of(front_matter, fields.series, fold=fold)
    if entry is None:
        return (), ()
    found = [pair for node in entry.value.items or (entry.value,) for pair in _told(node)]
    order = entry_of(front_matter, fields.series_order, fold=fold)
    numbers = list(_numbers(order.value, [name for name, _ in found])) if order is not None else []
    if len(numbers) == len(found):
        found = [(name, own or given) for (name, own), given in zip(found, numbers, strict=True)]
    names = tuple(name for name, _ in found)
    given = tuple(number for _, number in found)
    return names, given if any(given) else ()


def _told(node: Node) -> Iterator[tuple[Word, Word | None]]:
    """A series, and the number that stands in one table with its name."""
    if node.kind != "mapping":
        name = _word(node)
        if name is not None:
            yield name, None
        return
    names = (_under(node, key) for key in _NAMES)
    name = next(filter(None, names), None)
    if name is not None:
        yield name, next(filter(None, (_under(node, key) for key in _ORDERS)), None)


def _numbers(node: Node, names: list[Word]) -> Iterator[Word | None]:
    """What is given for each series, in a list of the same length or by name."""
    if node.kind == "mapping":
        for name in names:
            yield _under(node, name.text)
    else:
        for item in node.items:
            yield _word(item)


def _under(node: Node, key: str) -> Word | None:
    entry = node.get(key)
    return _word(entry.value) if entry is not None else None


def _word(node: Node) -> Word | None:
    if node.kind != "scalar" or node.value is None:
        return None
    return Word(node.raw, node.span)


_NAMES: Final = ("name", "title", "id", "slug")
_ORDERS: Final = ("order", "part", "number", "index", "position")
