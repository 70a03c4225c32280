"""Settle: suppress, address, sort and de-duplicate what was found, once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from blint.diagnostics import Diagnostic, Edit, Finding, Fix, Severity
from blint.facts import PostFacts, Suppression, Word
from blint.rulebook import NOT_CHECKED
from blint.running.examine import Found
from blint.running.suppress import Hushed
from blint.site.nearest import did_you_mean
from blint.source import LineTable, Span

if TYPE_CHECKING:
    from blint.site.links.verdicts import Verdict

SeverityOf = Callable[[str, str], Severity]
"""The severity of a rule (by name) in a collection (by name)."""

UNSUPPRESSABLE = NOT_CHECKED | {
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
    {"malformed-url", "dead-link"},
)
"""Rules that, at the very same characters, speak of the same slip: one of them is enough."""


class SettledPost(msgspec.Struct, frozen=True, array_like=True):
    """What there is to say of one post, sorted; the rules of what comments silenced; how many
    links nobody can resolve."""

    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: tuple[str, ...] = ()
    templated: int = 0


class Settler:
    """Turns the findings of posts into the diagnostics of a report, post by post.

    `facts_of` gives the facts of any post of the site. `known_rules` maps each rule's name to
    whether it ran, which is what makes an idle suppression of it a finding; `complete` says that no
    rule was left out on the command line, which does the same for a suppression of all rules.
    `today` is an ISO date. `heeding` False: comments silence nothing, and nothing is said of them.
    """

    def __init__(
        self,
        facts_of: Callable[[str], PostFacts],
        *,
        severity_of: SeverityOf,
        known_rules: Mapping[str, bool],
        complete: bool,
        today: str,
        heeding: bool = True,
    ) -> None:
        self._facts_of = facts_of
        self._severity_of = severity_of
        self._known_rules = known_rules
        self.complete = complete
        self.today = today
        self.heeding = heeding
        self._tables: dict[str, LineTable] = {}

    def post(
        self,
        facts: PostFacts,
        found: Iterable[Found],
        verdicts: Mapping[str, Verdict] = MappingProxyType({}),
    ) -> SettledPost:
        """Suppress, address, sort and de-duplicate what was found in one post.

        `verdicts` are those on links to other sites, where they were asked about.
        """
        hushed = Hushed(facts.suppressions if self.heeding else (), set())
        kept: dict[tuple[object, ...], Diagnostic] = {}
        suppressed: list[str] = []
        for rule, finding in self._all(facts, found, hushed, verdicts):
            severity = self._severity_of(rule, facts.collection)
            if severity is Severity.OFF:
                continue
            if rule not in UNSUPPRESSABLE and hushed.covers(rule, finding.span.start, self.today):
                suppressed.append(rule)
                continue
            diagnostic = _address(facts.path, rule, severity, finding, self._table)
            key = (diagnostic.span, rule, diagnostic.message)
            same = kept.setdefault(key, diagnostic)
            if same is not diagnostic:
                # Which was found first must not matter: groups are judged in any order.
                kept[key] = min(same, diagnostic, key=repr)
        diagnostics = tuple(sorted(_by_cause(kept.values()), key=_order)) if kept else ()
        templated = sum([link.templated for link in facts.links])
        return SettledPost(diagnostics, tuple(sorted(suppressed)), templated)

    def know(self, facts: PostFacts) -> None:
        """Take the facts of a post that is not on the site any more."""
        self._tables[facts.path] = facts.line_table

    def _all(
        self,
        facts: PostFacts,
        found: Iterable[Found],
        hushed: Hushed,
        verdicts: Mapping[str, Verdict],
    ) -> Iterator[tuple[str, Finding]]:
        yield from found
        # Only now is it known which suppressions are idle.
        if hushed.suppressions:
            hushed.used.update(_perhaps(facts, verdicts))
            yield from _about_suppressions(
                facts, hushed, self._known_rules, self.complete, self.today
            )

    def _table(self, path: str) -> LineTable:
        if path not in self._tables:
            self._tables[path] = self._facts_of(path).line_table
        return self._tables[path]


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


def _perhaps(facts: PostFacts, verdicts: Mapping[str, Verdict]) -> Iterator[tuple[int, str]]:
    """The suppressions that may silence a link on another day, as `Hushed` notes them."""
    if not facts.external:
        return
    from blint.site.links.decided import undecided

    for index, one in enumerate(facts.suppressions):
        for name in [word.text for word in one.rules] or [""]:
            if undecided(name, facts, one.covers, verdicts):
                yield index, name


def _about_suppressions(
    facts: PostFacts, hushed: Hushed, known_rules: Mapping[str, bool], complete: bool, today: str
) -> Iterator[Found]:
    for index, suppression in enumerate(facts.suppressions):
        used = {rule for at, rule in hushed.used if at == index}
        if suppression.fault:
            yield Found("unknown-suppression", _faulty(suppression))
            continue
        expired = suppression.until is not None and suppression.until < today
        if expired:
            yield Found("expired-suppression", _expired(suppression))
        elif complete and not suppression.rules and not used:
            yield Found("unused-suppression", _unused(suppression))
        for rule, finding in _by_name(suppression, used, known_rules, expired=expired):
            yield Found(rule, finding)


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
        yield "unused-suppression", _unused(suppression)
    else:
        names = {word.text for word in idle}
        for word in idle:
            yield "unused-suppression", _unused_word(suppression, word, names)


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


def _unused(suppression: Suppression) -> Finding:
    fix = Fix("Remove the comment.", suppression.removal, suppression.plain)
    return _idle(suppression.span, "This suppression", fix)


def _unused_word(suppression: Suppression, word: Word, idle: set[str]) -> Finding:
    lists = [words for words in (suppression.rules, suppression.end_rules) if words]
    # A name that stands there twice is left to the author.
    twice = any(len({one.text for one in words}) < len(words) for words in lists)
    edits = tuple(Edit(_with_comma(words, word.text, idle), "") for words in lists)
    fix = None if twice else Fix(f"Remove `{word.text}`.", edits)
    return _idle(word.span, f"`{word.text}` here", fix)


def _with_comma(words: Sequence[Word], name: str, idle: set[str]) -> Span:
    """A name with what parts it from one that stays, so that several may go at once."""
    at = next(i for i, word in enumerate(words) if word.text == name)
    if any(word.text not in idle for word in words[:at]):
        return Span(words[at - 1].span.end, words[at].span.end)
    return Span(words[at].span.start, words[at + 1].span.start)


def _idle(span: Span, what: str, fix: Fix | None) -> Finding:
    return Finding(span, f"{what} silences nothing.", help="Remove it.", fix=fix)


def _unknown(name: str, span: Span, known_rules: Iterable[str]) -> Finding:
    return Finding(span, f"There is no rule `{name}`.", help=did_you_mean(name, known_rules))
