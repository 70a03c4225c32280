"""The value of a key that surely holds a date: as other posts have it, else as the schema asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from blint.overview.new_post.date_forms import read_form
from blint.overview.new_post.dates import iso_day, number_like, written_like
from blint.overview.new_post.filling import filler, fits
from blint.overview.numbers import is_number
from blint.overview.plain_text import Literal
from blint.reading.nodes import Node


def sure_date(key: str, nodes: Sequence[Node], schema: Mapping[str, Any], moment: datetime) -> Any:
    """A moment in the form of most dates that others have there, if the schema allows it; else in
    one that it allows, a day as ISO 8601 before all others."""
    candidates = list(_candidates(key, nodes, schema, moment))
    return next((one for one in candidates if fits(one, schema)), candidates[0])


def as_others(text: str, nodes: Sequence[Node]) -> str:
    """A date with quotes or without, as most others of its form have theirs."""
    written = read_form(text)
    forms = [found.form if (found := read_form(node.raw)) else "" for node in nodes]
    alike = [
        node for node, form in zip(nodes, forms, strict=True) if written and form == written.form
    ]
    plain = sum(node.style == "plain" for node in alike) * 2 > len(alike)
    return Literal(text) if plain else text


def _candidates(
    key: str, nodes: Sequence[Node], schema: Mapping[str, Any], moment: datetime
) -> Iterator[Any]:
    dates = [node for node in nodes if isinstance(node.value, str) and node.raw.strip()]
    numbers = [node.value for node in nodes if is_number(node.value)]
    if len(numbers) > len(dates):
        number = number_like(numbers, moment, sure=True)
        if number is not None:
            yield number
    text = written_like([node.raw for node in dates], moment, sure=True)
    if text is not None:
        yield as_others(text, dates)
    yield Literal(iso_day(moment))
    yield Literal(moment.isoformat(timespec="seconds"))
    for sample in _SAMPLES:
        yield written_like([sample], moment)
    yield int(moment.timestamp())
    yield filler(key, schema, schema, moment)


_SAMPLES: Final = (
    *("2024-01-31T10:00:00Z", "2024-01-31 10:00:00", "2024-01-31 10:00:00 +0100", "2024/01/31"),
    *("Jan 08 2024", "Jan 8 2024", "Jan 08, 2024", "Jan 8, 2024", "January 08, 2024"),
    *("January 8, 2024", "08 Jan 2024", "8 Jan 2024", "08 January 2024", "8 January 2024"),
    *("31.01.2024", "01/31/2024", "31/01/2024"),
)
"""Forms that a schema may ask for where no post shows one."""
