"""The `github` format: annotations for GitHub Actions, and every diagnostic as text as well.

GitHub shows ten annotations of a kind for a step and drops the rest without a word, so errors come
first, no more than ten of a kind are asked for, and a notice says how many more there are.
Commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from blint.diagnostics import Severity
from blint.reports import sanitise
from blint.reports.lines import count, note_line, one_line
from blint.reports.paths import in_repository

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blint.diagnostics import Diagnostic
    from blint.reports.model import Context, Report

LIMIT = 10
"""Annotations of one kind that GitHub shows for one step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, context: Context) -> Iterator[str]:
    """The annotations, errors first, then the lines of the `concise` format."""
    chosen = _chosen(report.diagnostics)
    for diagnostic in chosen:
        yield _annotation(diagnostic, context)
    left = len(report.diagnostics) - len(chosen)
    if left:
        more = f"{count(left, 'more finding')} than annotations can show; the log lists them all."
        yield f"::notice title=blint::{more}\n"
    yield from map(one_line, report.diagnostics)
    yield from map(note_line, report.notes)


def _chosen(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    kinds = [[d for d in diagnostics if d.severity == severity] for severity in _COMMANDS]
    if any(len(kind) > LIMIT for kind in kinds):
        # One notice is kept for saying that there are more.
        *others, infos = kinds
        kinds = [*(kind[:LIMIT] for kind in others), infos[: LIMIT - 1]]
    return list(chain.from_iterable(kinds))


def _annotation(diagnostic: Diagnostic, context: Context) -> str:
    place = diagnostic.place
    properties = {
        "file": sanitise.visible(in_repository(diagnostic.path, context)),
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    # The runner drops the columns of a range over several lines.
    if place.line == place.end_line:
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = diagnostic.rule
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = sanitise.message(diagnostic.message)
    if diagnostic.help is not None:
        text += "\n" + sanitise.message(diagnostic.help)
    command = f"::{_COMMANDS[diagnostic.severity]} {said}::{_data(text)}"
    return sanitise.without_brackets(command) + "\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
