"""Suppressions: comments that silence rules, read from a post and applied to diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from blint.facts import Suppression, Word
from blint.late import late
from blint.running.removal import Removal, removal
from blint.source import Source, Span

_OURS = late(r"\s*blint-ignore(?![a-z])")
_DIRECTIVE = late(
    r"""\s* blint-ignore (?P<form> -start | -end | -file )?
        (?P<rules> (?: (?: \s+ | \s*,\s* ) [a-z][a-z0-9-]* )* )
        \s* (?: : (?P<reason> .* ) )? \s* $""",
    re.VERBOSE | re.DOTALL,
)
_RULE = late(r"[a-z][a-z0-9-]*")
_UNTIL = late(r"\buntil (\d{4}-\d\d-\d\d)\b")


class _Directive(NamedTuple):
    form: str
    rules: tuple[Word, ...]
    span: Span
    reason: str
    removal: Removal

    @property
    def names(self) -> frozenset[str]:
        return frozenset(word.text for word in self.rules)


def read_suppressions(
    source: Source,
    comments: Iterable[tuple[str, Span]],
    hashes: Iterable[tuple[str, Span]],
) -> Iterator[Suppression]:
    """The suppressions of one post, those of the front matter first.

    `comments` are HTML and MDX comments of the body as (inner text, span); `hashes` the comments
    of the front matter. A body comment covers its own lines and the next line that is neither blank
    nor another of these comments; a front matter comment its own line, and the next one when it
    stands alone. A start without an
    end reaches to the end of the file, and has a fault that says so.
    """
    heads = list(_directives(source.text, hashes, hashed=True))
    for directive in heads:
        if isinstance(directive, Suppression):
            yield directive
        elif directive.form == "-file":
            yield _suppression(directive, _whole(source))
        elif directive.form:
            yield _faulty(directive.span, "A range of lines can be silenced in the body only.")
        else:
            alone = _stands_alone(source, directive.span)
            yield _line_suppression(source, directive, heads, alone=alone)
    yield from _in_body(source, comments)


def _in_body(source: Source, comments: Iterable[tuple[str, Span]]) -> Iterator[Suppression]:
    starts: list[_Directive] = []
    bodies = list(_directives(source.text, comments))
    for directive in bodies:
        if isinstance(directive, Suppression):
            yield directive
        elif directive.form == "-start":
            starts.append(directive)
        elif directive.form == "-end":
            start = _start_of(directive, starts)
            if start is None:
                yield _faulty(directive.span, "No start of the same rules stands before this end.")
            else:
                starts.remove(start)
                covers = Span(start.span.start, directive.span.end)
                yield _suppression(start, covers, end=directive)
        elif directive.form == "-file":
            yield _suppression(directive, _whole(source))
        else:
            yield _line_suppression(source, directive, bodies, alone=True)
    for start in starts:
        fault = "This start has no end, so it silences the rest of the post."
        yield _suppression(start, Span(start.span.start, len(source.text) + 1), fault)


def _start_of(end: _Directive, starts: list[_Directive]) -> _Directive | None:
    """The last open start of the same rules; of any, where the end names none."""
    return next((s for s in reversed(starts) if not end.rules or s.names == end.names), None)


class Hushed(NamedTuple):
    """Whether an offset is silenced for a rule, and by which suppressions of the post."""

    suppressions: Sequence[Suppression]
    used: set[tuple[int, str]]

    def covers(self, rule: str, offset: int, today: str) -> bool:
        """Whether a finding of `rule` at `offset` is silenced; notes which suppression did it."""
        silenced = False
        for index, suppression in enumerate(self.suppressions):
            if suppression.until is not None and suppression.until < today:
                continue
            if not suppression.covers.start <= offset < suppression.covers.end:
                continue
            if not suppression.rules:
                self.used.add((index, ""))
                silenced = True
            elif any(word.text == rule for word in suppression.rules):
                self.used.add((index, rule))
                silenced = True
        return silenced


def _directives(
    text: str, comments: Iterable[tuple[str, Span]], *, hashed: bool = False
) -> Iterator[_Directive | Suppression]:
    """The comments that are ours; one that is not understood as a suppression of nothing."""
    for inner, span in comments:
        if _OURS.match(inner) is None:
            continue
        match = _DIRECTIVE.match(inner)
        if match is None:
            yield _faulty(span, "This suppression is not understood.")
            continue
        shift = span.start + text[span.start : span.end].index(inner)
        rules = tuple(
            Word(m.group(), Span(shift + m.start(), shift + m.end()))
            for m in _RULE.finditer(inner, match.start("rules"), match.end("rules"))
        )
        reason = (match["reason"] or "").strip()
        gone = removal(text, span, hashed=hashed)
        yield _Directive(match["form"] or "", rules, span, reason, gone)


def _suppression(
    directive: _Directive, covers: Span, fault: str = "", end: _Directive | None = None
) -> Suppression:
    """What a comment says; `end` is the one at the end of its range."""
    until = _UNTIL.search(directive.reason)
    if until is not None and not _is_day(until[1]):
        return _faulty(directive.span, f"`{until[1]}` is not a day.")
    return Suppression(
        directive.rules,
        covers,
        directive.span,
        directive.reason,
        until[1] if until else None,
        fault,
        tuple(one.removal.edit for one in (directive, end) if one is not None),
        all(one.removal.plain for one in (directive, end) if one is not None),
        end.rules if end is not None else (),
    )


def _faulty(span: Span, fault: str) -> Suppression:
    return Suppression((), Span(span.start, span.start), span, fault=fault)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _whole(source: Source) -> Span:
    return Span(0, len(source.text) + 1)


def _line_suppression(
    source: Source,
    directive: _Directive,
    around: Iterable[_Directive | Suppression],
    *,
    alone: bool,
) -> Suppression:
    text, lines = source.text, source.lines
    first, _ = lines.position(directive.span.start)
    end = _line_end(text, directive.span.end)
    if alone:
        ours = {one.span.start: one.span.end for one in around}
        while end < len(text):
            next_end = _line_end(text, end)
            line = text[end:next_end]
            comment_end = ours.get(end + len(line) - len(line.lstrip()))
            if comment_end is not None:
                next_end = _line_end(text, comment_end)
                line = text[comment_end:next_end]
            end = next_end
            if line.strip():
                break
    return _suppression(directive, Span(lines.starts[first - 1], end + (end == len(text))))


def _line_end(text: str, offset: int) -> int:
    """The offset just behind the line end that follows `offset`."""
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def _stands_alone(source: Source, span: Span) -> bool:
    line, _ = source.lines.position(span.start)
    return not source.text[source.lines.starts[line - 1] : span.start].strip()
