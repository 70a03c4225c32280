"""The `json` format: the diagnostics and the summary for programs, in a layout that is promised.

`schemas/report.schema.json` describes it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from blint.reports.model import Context, Report, Summary, place_of
from blint.reports.sanitise import cut, encodable, inert_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blint.diagnostics import Diagnostic, Edit, Fix, Related
    from blint.source import Place

VERSION = 1


def render(report: Report, context: Context) -> Iterator[str]:
    """One JSON document in ASCII, a line for each diagnostic."""
    del context
    yield f'{{"version": {VERSION},\n "diagnostics": ['
    separator = "\n  "
    for diagnostic in report.diagnostics:
        yield separator + _dump(_diagnostic(diagnostic))
        separator = ",\n  "
    yield f'],\n "summary": {_dump(_summary(report.summary))}}}\n'


def _dump(value: dict[str, object]) -> str:
    return inert_json(json.dumps(value))


def _diagnostic(diagnostic: Diagnostic) -> dict[str, object]:
    entry: dict[str, object] = {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.word,
        "path": encodable(diagnostic.path),
        **_range(diagnostic.place),
        "message": encodable(cut(diagnostic.message)),
        "help": None if diagnostic.help is None else encodable(cut(diagnostic.help)),
    }
    if diagnostic.fix is not None:
        entry["fix"] = _fix(diagnostic.fix)
    if diagnostic.related:
        entry["related"] = [_related(related, diagnostic) for related in diagnostic.related]
    return entry


def _range(place: Place) -> dict[str, object]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _fix(fix: Fix) -> dict[str, object]:
    return {
        "title": encodable(cut(fix.title)),
        "safe": fix.safe,
        "edits": [_edit(edit) for edit in fix.edits],
    }


def _edit(edit: Edit) -> dict[str, object]:
    return {**_range(place_of(edit)), "text": encodable(edit.text)}


def _related(related: Related, diagnostic: Diagnostic) -> dict[str, object]:
    place = place_of(related)
    return {
        "path": encodable(related.path or diagnostic.path),
        "line": place.line,
        "column": place.column,
        "message": encodable(cut(related.message)),
    }


def _summary(summary: Summary) -> dict[str, object]:
    fixed = {} if summary.fixed is None else {"fixed": summary.fixed}
    return {
        "posts": summary.posts,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "infos": summary.infos,
        "suppressed": summary.suppressed,
        "baselined": summary.baselined,
        **fixed,
    }
