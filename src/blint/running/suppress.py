"""Suppressions: comments that silence rules, read from a post and applied to diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from blint.facts import Suppression, Word
from blint.source import Source, Span

_DIRECTIVE = re.compile(
    r"""\s* blint-ignore (?P<form> -start | -end | -file )? (?![\w-])
        (?P<rules> (?: [\s,]+ [a-z][a-z0-9-]* )* )
        \s* (?: : (?P<reason> .* ) )? \s* $""",
    re.VERBOSE | re.DOTALL,
)
_RULE = re.compile(r"[a-z][a-z0-9-]*")
_UNTIL = re.compile(r"\buntil (\d{4}-\d\d-\d\d)\b")


class _Directive(NamedTuple):
    form: str
    rules: tuple[Word, ...]
    span: Span
    reason: str


def read_suppressions(
    source: Source,
    comments: Iterable[tuple[str, Span]],
    hashes: Iterable[tuple[str, Span]],
) -> Iterator[Suppression]:
    """The suppressions of one post, in text order of their openers.

    `comments` are HTML and MDX comments of the body as (inner text, span); `hashes` the comments
    of the front matter. A body comment covers its own lines and the next line that is not blank;
    a front matter comment its own line, and the next one when it stands alone. A start without an
    end reaches to the end of the file.
    """
    for directive in _directives(source.text, hashes):
        yield _line_suppression(source, directive, alone=_stands_alone(source, directive.span))
    open_ranges: list[_Directive] = []
    for directive in _directives(source.text, comments):
        if directive.form == "-end":
            names = {word.text for word in directive.rules}
            for start in [d for d in open_ranges if {word.text for word in d.rules} == names][-1:]:
                open_ranges.remove(start)
                yield _suppression(start, Span(start.span.start, directive.span.end))
        elif directive.form == "-start":
            open_ranges.append(directive)
        elif directive.form == "-file":
            yield _suppression(directive, Span(0, len(source.text) + 1))
        else:
            yield _line_suppression(source, directive, alone=True)
    for start in open_ranges:
        yield _suppression(start, Span(start.span.start, len(source.text) + 1))


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


def _directives(text: str, comments: Iterable[tuple[str, Span]]) -> Iterator[_Directive]:
    for inner, span in comments:
        match = _DIRECTIVE.match(inner) if "blint-ignore" in inner else None
        if match is None:
            continue
        shift = span.start + text[span.start : span.end].index(inner) if inner else span.start
        rules = tuple(
            Word(m.group(), Span(shift + m.start(), shift + m.end()))
            for m in _RULE.finditer(inner, match.start("rules"), match.end("rules"))
        )
        reason = (match["reason"] or "").strip()
        yield _Directive(match["form"] or "", rules, span, reason)


def _suppression(directive: _Directive, covers: Span) -> Suppression:
    until = _UNTIL.search(directive.reason)
    return Suppression(
        directive.rules, covers, directive.span, directive.reason, until[1] if until else None
    )


def _line_suppression(source: Source, directive: _Directive, *, alone: bool) -> Suppression:
    text, lines = source.text, source.lines
    first, _ = lines.position(directive.span.start)
    end = _line_end(text, directive.span.end)
    if alone:
        while end < len(text):
            next_end = _line_end(text, end)
            blank = not text[end:next_end].strip()
            end = next_end
            if not blank:
                break
    return _suppression(directive, Span(lines.starts[first - 1], end + (end == len(text))))


def _line_end(text: str, offset: int) -> int:
    """The offset just behind the line end that follows `offset`."""
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def _stands_alone(source: Source, span: Span) -> bool:
    line, _ = source.lines.position(span.start)
    return not source.text[source.lines.starts[line - 1] : span.start].strip()
