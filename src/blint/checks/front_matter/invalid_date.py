"""invalid-date: a date that no calendar or clock shows, or that is no date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding
from blint.late import late
from blint.reading.nodes import Node
from blint.reading.post import Post
from blint.reading.tree import quote
from blint.site.dates import impossible_day, why_no_date
from blint.site.faults import fault_findings
from blint.site.keys import entry_of
from blint.site.settings import Settings
from blint.source import Span

_NAME: Final = late(r"(\d{4})-(\d{2})-(\d{2})(?=[-_.]|$)", re.ASCII)


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """Report impossible dates in values, under the keys for dates, and in the file's name."""
    front_matter = post.front_matter
    yield from fault_findings(front_matter, "date")
    reported = {fault.span for fault in front_matter.faults if fault.kind == "date"}
    for key in (*settings.fields.date, *settings.fields.updated):
        entry = entry_of(front_matter, (key,))
        if entry is not None and entry.value.span not in reported:
            yield from _of_value(entry.value)
    yield from _of_name(post.path)


def _of_value(node: Node) -> Iterator[Finding]:
    if not isinstance(node.value, str):
        return
    why = why_no_date(node.value)
    if why is not None:
        words = f"{quote(node.value)} is not a possible date: {why}."
        yield Finding(node.span, words, help="Write a date such as `2024-01-31`.")


def _of_name(path: str) -> Iterator[Finding]:
    folder, _, name = path.rpartition("/")
    if folder and name.partition(".")[0] in {"index", "_index"}:
        name = folder.rpartition("/")[2]
    date = _NAME.match(name)
    if date is None:
        return
    why = impossible_day(*map(int, date.groups()))
    if why is not None:
        yield Finding(
            Span(0, 0),
            f"The file name begins with `{date[0]}`, which is not a possible date: {why}.",
            help="Rename the file.",
        )
