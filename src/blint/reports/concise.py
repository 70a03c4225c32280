"""The `concise` format: one line for each diagnostic, for editors and grep."""

from __future__ import annotations


from blint.reports import sanitise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blint.reports.model import Context, Report
    from blint.diagnostics import Diagnostic
    from collections.abc import Iterator


def render(report: Report, context: Context) -> Iterator[str]:
    """`path:line:column: severity[rule] message`, a line each; nothing when there is nothing."""
    del context
    for diagnostic in report.diagnostics:
        yield _line(diagnostic)


def _line(diagnostic: Diagnostic) -> str:
    path, place = sanitise.visible(diagnostic.path), diagnostic.place
    kind = f"{diagnostic.severity.word}[{diagnostic.rule}]"
    said = sanitise.message(diagnostic.message)
    return sanitise.inert(f"{path}:{place.line}:{place.column}: {kind} {said}") + "\n"
