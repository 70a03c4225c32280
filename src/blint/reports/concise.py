"""The `concise` format: one line for each diagnostic, for editors and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blint.reports.lines import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blint.reports.model import Context, Report


def render(report: Report, context: Context) -> Iterator[str]:
    """`path:line:column: severity[rule] message`, a line each; nothing when there is nothing."""
    del context
    yield from map(one_line, report.diagnostics)
