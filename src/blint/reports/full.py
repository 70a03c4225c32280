"""The `full` format: for people, with the source a diagnostic is about and what to do."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from blint.diagnostics import Severity
from blint.reports import sanitise
from blint.reports.excerpt import excerpt
from blint.reports.lines import count, listing
from blint.reports.model import place_of
from blint.reports.width import cells, wrap
from blint.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blint.diagnostics import Diagnostic, Related
    from blint.reports.excerpt import Marked
    from blint.reports.model import Context, Report, Summary

_LEAST_WIDTH = 40
_BOLD, _FRAME = "1", "34"
_HUES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33"}
_OTHER_HUE = "1;36"


def render(report: Report, context: Context) -> Iterator[str]:
    """Every diagnostic with its excerpt, a blank line after each; then the summary."""
    for path, diagnostics in groupby(report.diagnostics, attrgetter("path")):
        text = context.read_text(path)
        source = None if text is None else Source(text)
        for diagnostic in diagnostics:
            lines = _block(diagnostic, source, context)
            yield from (sanitise.inert(line) + "\n" for line in lines)
            yield "\n"
    width = max(context.width, _LEAST_WIDTH)
    for note in report.notes:
        for line in wrap(f"note: {sanitise.message(note)}", width):
            yield sanitise.inert(line) + "\n"
    for line in wrap(_summary(report.summary), width):
        yield _paint(line, _BOLD, context) + "\n"


def _block(diagnostic: Diagnostic, source: Source | None, context: Context) -> Iterator[str]:
    width = max(context.width, _LEAST_WIDTH)
    hue = _HUES.get(diagnostic.severity, _OTHER_HUE)
    place = diagnostic.place
    gutter = len(str(place.end_line))
    yield from _header(diagnostic, hue, width, context)
    arrow = _paint(" " * gutter + "-->", _FRAME, context)
    yield f"{arrow} {sanitise.visible(diagnostic.path)}:{place.line}:{place.column}"
    if source is not None:
        lines = excerpt(source, place, width - gutter - 3)
        yield from _excerpt(lines, gutter, hue, context)
    for label, text in _remarks(diagnostic):
        yield from _remark(label, text, gutter, width, context)


def _header(diagnostic: Diagnostic, hue: str, width: int, context: Context) -> Iterator[str]:
    kind = f"{diagnostic.severity.word}[{diagnostic.rule}]"
    first, *rest = wrap(sanitise.message(diagnostic.message), width - 2, cells(kind))
    yield f"{_paint(kind, hue, context)} {_paint(first, _BOLD, context)}"
    for line in rest:
        yield f"  {_paint(line, _BOLD, context)}"


def _excerpt(
    lines: Sequence[Marked | None], gutter: int, hue: str, context: Context
) -> Iterator[str]:
    margin = _paint(" " * gutter + " |", _FRAME, context)
    if lines:
        yield margin
    for line in lines:
        if line is None:
            yield _paint("." * gutter + " |", _FRAME, context)
            continue
        yield f"{_paint(f'{line.number:>{gutter}} |', _FRAME, context)} {line.text}".rstrip()
        yield f"{margin} {' ' * line.indent}{_paint('^' * line.marked, hue, context)}"


def _remarks(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    # A help that only repeats what the fix says is not worth a line.
    title = diagnostic.fix.title if diagnostic.fix is not None else None
    if diagnostic.help is not None and diagnostic.help != f"{title}.":
        yield "help", sanitise.message(diagnostic.help)
    if diagnostic.fix is not None:
        label = "fix" if diagnostic.fix.safe else "unsafe fix"
        yield label, sanitise.message(diagnostic.fix.title)
    for related in diagnostic.related:
        yield "see", _whereabouts(related, diagnostic)


def _whereabouts(related: Related, diagnostic: Diagnostic) -> str:
    place = place_of(related)
    path = sanitise.visible(related.path or diagnostic.path)
    return f"{path}:{place.line}:{place.column}: {sanitise.message(related.message)}"


def _remark(label: str, text: str, gutter: int, width: int, context: Context) -> Iterator[str]:
    indent = gutter + 3
    first, *rest = wrap(text, width - indent, len(label) + 2)
    frame = _paint(" " * gutter + " =", _FRAME, context)
    yield f"{frame} {_paint(label, _BOLD, context)}: {first}"
    for line in rest:
        yield " " * indent + line


def _summary(summary: Summary) -> str:
    found = [
        count(number, noun)
        for number, noun in (
            (summary.errors, "error"),
            (summary.warnings, "warning"),
            (summary.infos, "info"),
        )
        if number
    ]
    posts = count(summary.posts, "post")
    said = f"Found {listing(found)} in {posts}" if found else f"{posts} checked, nothing to report"
    suppressed = f" ({summary.suppressed:,} suppressed)" if summary.suppressed else ""
    skipped = ""
    if summary.skipped:
        were = "was" if summary.skipped == 1 else "were"
        skipped = f" {count(summary.skipped, 'link')} with template code {were} not checked."
    known = ""
    if summary.baselined:
        are = "is" if summary.baselined == 1 else "are"
        known = f" {count(summary.baselined, 'finding')} {are} in the baseline."
    return f"{said}{suppressed}.{known}{skipped}"


def _paint(text: str, code: str, context: Context) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if context.color and text else text
