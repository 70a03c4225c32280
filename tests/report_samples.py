"""Diagnostics made from marked text, and reports of them, for the tests of report formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from blint.diagnostics import Diagnostic, Edit, Fix, Related, Severity
from blint.reports.model import Context, Report, RuleHelp, Summary
from blint.reports.registry import formatter
from blint.source import Place, Source, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATH = "content/a.md"
RULE = "unknown-tag"


def unmarked(marked: str) -> tuple[str, Span]:
    """A text and the span that `«` and `»` mark in it."""
    before, _, rest = marked.partition("«")
    inside, _, after = rest.partition("»")
    return before + inside + after, Span(len(before), len(before) + len(inside))


def place(marked: str) -> Place:
    """The place that `«` and `»` mark."""
    text, span = unmarked(marked)
    return Source(text).lines.place(span)


def diagnostic(
    marked: str = "tags: [«x»]",
    message: str = "The tag `x` is unknown.",
    *,
    rule: str = RULE,
    severity: Severity = Severity.ERROR,
    path: str = PATH,
    advice: str | None = None,
    replacement: str | None = None,
    related: Sequence[Related] = (),
) -> Diagnostic:
    """A settled diagnostic about the marked range of a text, with a fix for a replacement."""
    span = unmarked(marked)[1]
    fix = None
    if replacement is not None:
        fix = Fix(f"Write `{replacement}`.", (Edit(span, replacement, place(marked)),))
    return Diagnostic(
        rule, severity, path, span, place(marked), message, advice, fix, tuple(related)
    )


def rendered(
    name: str,
    diagnostics: Sequence[Diagnostic],
    files: Mapping[str, str] | None = None,
    *,
    summary: Summary | None = None,
    notes: Sequence[str] = (),
    root: str = "/blog",
    color: bool = False,
    width: int = 60,
    env: Mapping[str, str] | None = None,
    version: str = "1.2.3",
) -> str:
    """A report in the named format. `files` are marked texts by path."""
    texts = {path: unmarked(marked)[0] for path, marked in (files or {}).items()}
    rules = {found.rule: rule_help(found.rule) for found in diagnostics}
    report = Report(diagnostics, summary or counted(diagnostics), rules, notes)
    context = Context(Path(root), color, width, texts.get, version, env or {})
    return "".join(formatter(name)(report, context))


def rule_help(name: str) -> RuleHelp:
    """The help of a made-up rule."""
    return RuleHelp(name, "tags", "A tag is unknown.", Severity.ERROR, "# Why\n\nBecause.\n")


def counted(diagnostics: Sequence[Diagnostic]) -> Summary:
    """The summary of one post with these diagnostics."""
    severities = [found.severity for found in diagnostics]
    return Summary(
        1,
        severities.count(Severity.ERROR),
        severities.count(Severity.WARNING),
        severities.count(Severity.INFO),
    )
