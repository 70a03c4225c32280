"""The `sarif` format: SARIF 2.1.0 as GitHub code scanning reads it.

Standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
GitHub's part of it: https://docs.github.com/code-security/reference/code-scanning/sarif-files
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from blint.diagnostics import Severity
from blint.late import late
from blint.reports import sanitise
from blint.reports.fingerprint import line_hashes
from blint.reports.lines import count, source_line
from blint.reports.model import RuleHelp, place_of
from blint.reports.paths import in_repository, relative_uri
from blint.source import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from blint.diagnostics import Diagnostic, Fix, Related
    from blint.reports.model import Context, Report
    from blint.source import Place

LIMIT = 5_000
"""Results of one run that code scanning keeps."""

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_PACKAGE = "pkg:generic/bloglint"
"""What validators want as the tool's address: a package URL, since it is known by its name."""
_SEMANTIC_VERSION = late(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?")

_Object = dict[str, object]


class _File(NamedTuple):
    """The source of a file, None where it cannot be read, and the hashes of lines by number."""

    source: Source | None
    hashes: dict[int, str]


def render(report: Report, context: Context) -> Iterator[str]:
    """One SARIF log of one run in ASCII, a line for each rule and each result."""
    chosen = sorted(report.diagnostics, key=lambda d: -d.severity)[:LIMIT]
    rules = _rules(chosen, report)
    yield f'{{"$schema": "{_SCHEMA}",\n "version": "2.1.0",\n "runs": [{{\n'
    yield f'  "tool": {{"driver": {{{_members(_driver(context))},\n  "rules": ['
    yield from _rows(map(_rule, rules))
    yield f"]}}}},\n  {_members(_setting(report, len(chosen)))},\n"
    yield '  "results": ['
    yield from _rows(_results(chosen, rules, context))
    yield "]}]}\n"


def _dump(value: _Object) -> str:
    return sanitise.inert_json(json.dumps(value))


def _members(value: _Object) -> str:
    return _dump(value)[1:-1]


def _rows(values: Iterable[_Object]) -> Iterator[str]:
    separator = "\n   "
    for value in values:
        yield separator + _dump(value)
        separator = ",\n   "


def _driver(context: Context) -> _Object:
    driver: _Object = {"name": "blint", "version": context.version, "informationUri": _PACKAGE}
    if _SEMANTIC_VERSION.fullmatch(context.version):
        driver["semanticVersion"] = context.version
    return driver


def _setting(report: Report, kept: int) -> _Object:
    return {
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(report, kept)],
    }


def _invocation(report: Report, kept: int) -> _Object:
    notes = list(report.notes)
    if kept < len(report.diagnostics):
        left = count(len(report.diagnostics) - kept, "finding")
        notes.append(f"Only the first {kept:,} findings by severity are given; {left} left out.")
    failed = any(diagnostic.rule == "internal-error" for diagnostic in report.diagnostics)
    invocation: _Object = {"executionSuccessful": not failed}
    if notes:
        invocation["toolExecutionNotifications"] = [
            {"level": "note", "message": _text(note)} for note in notes
        ]
    return invocation


def _rules(diagnostics: Sequence[Diagnostic], report: Report) -> list[RuleHelp]:
    """The rules that occur, by name."""
    severities = {diagnostic.rule: diagnostic.severity for diagnostic in diagnostics}
    return [
        report.rules.get(name) or RuleHelp(name, "blint", name, severities[name], "")
        for name in sorted(severities)
    ]


def _rule(rule: RuleHelp) -> _Object:
    level = _LEVELS.get(rule.severity, "note")
    text = f"{rule.summary} Run `blint rule {rule.name}` for the whole page."
    return {
        "id": rule.name,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary[:1024]},
        "fullDescription": {"text": rule.summary[:1024]},
        "help": {"text": text, "markdown": rule.help_markdown or text},
        "defaultConfiguration": {"level": level, "enabled": rule.severity is not Severity.OFF},
        "properties": {
            "tags": [rule.group],
            "precision": rule.precision,
            "problem.severity": "recommendation" if level == "note" else level,
        },
    }


def _results(
    diagnostics: Sequence[Diagnostic], rules: Sequence[RuleHelp], context: Context
) -> Iterator[_Object]:
    indices = {rule.name: index for index, rule in enumerate(rules)}
    files: dict[str, _File] = {}
    lines: dict[str, set[int]] = {}
    for diagnostic in diagnostics:
        lines.setdefault(diagnostic.path, set()).add(diagnostic.place.line)
    for path, numbers in lines.items():
        files[path] = _file(context.read_text(path), numbers)
    for diagnostic in diagnostics:
        yield _result(diagnostic, indices[diagnostic.rule], files[diagnostic.path], context)


def _file(text: str | None, lines: Collection[int]) -> _File:
    return _File(None, {}) if text is None else _File(Source(text), line_hashes(text, lines))


def _result(diagnostic: Diagnostic, index: int, file: _File, context: Context) -> _Object:
    place = _shown(diagnostic.place, file.source)
    result: _Object = {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": _LEVELS.get(diagnostic.severity, "note"),
        "message": _text(diagnostic.message, diagnostic.help),
        "locations": [_location(diagnostic.path, place, context)],
    }
    if place.line in file.hashes:
        result["partialFingerprints"] = {"primaryLocationLineHash": file.hashes[place.line]}
    if diagnostic.related:
        result["relatedLocations"] = [
            _related(related, number, diagnostic, context)
            for number, related in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.fix is not None:
        result["fixes"] = [_fix(diagnostic.fix, diagnostic.path, context)]
    return result


def _shown(place: Place, source: Source | None) -> Place:
    """The same place; one between two characters takes in the second, so that it can be seen."""
    if source is None or place[:2] != place[2:]:
        return place
    line = source_line(source, place.line)
    if line is None or place.column > len(line):
        return place
    return place._replace(end_column=place.column + 1)


def _text(*sentences: str | None) -> _Object:
    """A message: harmless, and with no `[text](address)`, which viewers make a link of."""
    said = (sanitise.message(sentence) for sentence in sentences if sentence)
    return {"text": " ".join(said).replace("](", "] (")}


def _location(path: str, place: Place, context: Context) -> _Object:
    return {"physicalLocation": {**_artifact(path, context), "region": _region(place)}}


def _artifact(path: str, context: Context) -> _Object:
    uri = relative_uri(in_repository(path, context))
    return {"artifactLocation": {"uri": uri, "uriBaseId": _ROOT}}


def _region(place: Place) -> _Object:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _related(related: Related, number: int, diagnostic: Diagnostic, context: Context) -> _Object:
    location = _location(related.path or diagnostic.path, place_of(related), context)
    return {"id": number, **location, "message": _text(related.message)}


def _fix(fix: Fix, path: str, context: Context) -> _Object:
    replacements: list[_Object] = []
    for edit in fix.edits:
        replacement: _Object = {"deletedRegion": _region(place_of(edit))}
        if edit.text:
            replacement["insertedContent"] = {"text": sanitise.encodable(edit.text)}
        replacements.append(replacement)
    change = {**_artifact(path, context), "replacements": replacements}
    return {"description": _text(fix.title), "artifactChanges": [change]}
