"""Settle: suppress, address, sort and de-duplicate what was found, once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from blint.diagnostics import Diagnostic, Edit, Finding, Fix, Severity
from blint.facts import PostFacts, Suppression
from blint.rulebook import NOT_CHECKED
from blint.running.examine import Found
from blint.running.suppress import Hushed
from blint.site.nearest import did_you_mean
from blint.source import LineTable, Span

SeverityOf = Callable[[str, str], Severity]
"""The severity of a rule (by name) in a collection (by name)."""

_UNSUPPRESSABLE = NOT_CHECKED | {
    "expired-suppression",
    "invalid-front-matter",
    "unclosed-front-matter",
    "unknown-suppression",
    "unused-suppression",
}
"""What was not checked is always said, and a suppression cannot hide what is wrong with it."""

_ONE_CAUSE = (
    {"schema-violation", "invalid-date", "non-string-tag", "ambiguous-scalar"},
    {"invalid-front-matter", "control-character"},
)
"""Rules that, at the very same characters, speak of the same slip: one of them is enough."""


class Settled(NamedTuple):
    """Sorted diagnostics, and how many were silenced by comments in posts."""

    diagnostics: list[Diagnostic]
    suppressed: int


def settle(
    found: Iterable[tuple[str, Found]],
    posts: Mapping[str, PostFacts],
    *,
    severity_of: SeverityOf,
    known_rules: Mapping[str, bool],
    complete: bool,
    today: str,
    reported: Callable[[str, str], bool],
) -> Settled:
    """Turn findings, as (path, finding), into the diagnostics of a report.

    `known_rules` maps each rule's name to whether it ran, which is what makes an idle suppression
    of it a finding; `complete` says that no rule was left out on the command line, which does the
    same for a suppression of all rules. `today` is an ISO date. `reported` tells of which paths the
    findings of a rule are asked for; the others were only indexed.
    """
    hushed = {path: Hushed(facts.suppressions, set()) for path, facts in posts.items()}
    tables: dict[str, LineTable] = {}

    def table(path: str) -> LineTable:
        if path not in tables:
            tables[path] = posts[path].line_table
        return tables[path]

    kept: dict[tuple[object, ...], Diagnostic] = {}
    suppressed = 0
    silenceable = list(found)
    idle = _about_suppressions(posts, hushed, known_rules, complete, today)
    for path, (rule, finding) in _chain(silenceable, idle):
        severity = severity_of(rule, posts[path].collection)
        if severity is Severity.OFF:
            continue
        if rule not in _UNSUPPRESSABLE and hushed[path].covers(rule, finding.span.start, today):
            suppressed += reported(path, rule)
            continue
        if not reported(path, rule):
            continue
        diagnostic = _address(path, rule, severity, finding, table)
        key = (path, diagnostic.span, rule, diagnostic.message)
        kept.setdefault(key, diagnostic)
    return Settled(sorted(_by_cause(kept.values()), key=_order), suppressed)


def _by_cause(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """One rule for each cause: the heaviest, and of two alike the more particular one."""
    causes: dict[tuple[str, Span, int], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        family = next((i for i, rules in enumerate(_ONE_CAUSE) if diagnostic.rule in rules), None)
        if family is None:
            yield diagnostic
        else:
            causes.setdefault((diagnostic.path, diagnostic.span, family), []).append(diagnostic)
    for alike in causes.values():
        rule = max(alike, key=_weight).rule
        yield from (diagnostic for diagnostic in alike if diagnostic.rule == rule)


def _weight(diagnostic: Diagnostic) -> tuple[Severity, bool, str]:
    return diagnostic.severity, diagnostic.rule != "schema-violation", diagnostic.rule


def _chain(
    first: Iterable[tuple[str, Found]], second: Iterable[tuple[str, Found]]
) -> Iterator[tuple[str, Found]]:
    # The second depends on what the first used up, so it must start only when that has ended.
    yield from first
    yield from second


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, int, int, str]:
    place = diagnostic.place
    return (
        diagnostic.path,
        place.line,
        place.column,
        diagnostic.rule,
        place.end_line,
        place.end_column,
        diagnostic.message,
    )


def _address(
    path: str,
    rule: str,
    severity: Severity,
    finding: Finding,
    table: Callable[[str], LineTable],
) -> Diagnostic:
    lines = table(path)
    fix = finding.fix
    if fix is not None:
        edits = tuple(Edit(e.span, e.text, lines.place(e.span)) for e in fix.edits)
        fix = Fix(fix.title, edits, fix.safe)
    related = tuple(
        msgspec.structs.replace(r, path=r.path or path, place=table(r.path or path).place(r.span))
        for r in finding.related
    )
    return Diagnostic(
        rule,
        severity,
        path,
        finding.span,
        lines.place(finding.span),
        finding.message,
        finding.help,
        fix,
        related,
    )


def _about_suppressions(
    posts: Mapping[str, PostFacts],
    hushed: Mapping[str, Hushed],
    known_rules: Mapping[str, bool],
    complete: bool,
    today: str,
) -> Iterator[tuple[str, Found]]:
    for path, facts in posts.items():
        for index, suppression in enumerate(facts.suppressions):
            used = {rule for at, rule in hushed[path].used if at == index}
            if suppression.fault:
                yield path, Found("unknown-suppression", _faulty(suppression))
                continue
            expired = suppression.until is not None and suppression.until < today
            if expired:
                yield path, Found("expired-suppression", _expired(suppression))
            elif complete and not suppression.rules and not used:
                idle = _unused(suppression.span, "This suppression")
                yield path, Found("unused-suppression", idle)
            for rule, finding in _by_name(suppression, used, known_rules, expired=expired):
                yield path, Found(rule, finding)


def _by_name(
    suppression: Suppression, used: set[str], known_rules: Mapping[str, bool], *, expired: bool
) -> Iterator[tuple[str, Finding]]:
    idle = []
    for word in suppression.rules:
        if word.text not in known_rules:
            yield "unknown-suppression", _unknown(word.text, word.span, known_rules)
        elif known_rules[word.text] and word.text not in used and not expired:
            idle.append(word)
    if idle and len(idle) == len(suppression.rules):
        yield "unused-suppression", _unused(suppression.span, "This suppression")
    else:
        for word in idle:
            yield "unused-suppression", _unused(word.span, f"`{word.text}` here")


def _faulty(suppression: Suppression) -> Finding:
    return Finding(
        suppression.span,
        suppression.fault,
        help="Write `blint-ignore rule-name: reason`, or `-start`, `-end` or `-file` forms of it.",
    )


def _expired(suppression: Suppression) -> Finding:
    return Finding(
        suppression.span,
        f"This suppression ended on {suppression.until}.",
        help="Mend what it hides, or give it a later date.",
    )


def _unused(span: Span, what: str) -> Finding:
    return Finding(span, f"{what} silences nothing.", help="Remove it.")


def _unknown(name: str, span: Span, known_rules: Iterable[str]) -> Finding:
    return Finding(span, f"There is no rule `{name}`.", help=did_you_mean(name, known_rules))
