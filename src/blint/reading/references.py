"""Reference definitions written twice, and references to definitions that nobody wrote."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from blint.reading.destinations import definition_at, normal_label
from blint.reading.document import Definition, Document, Reference
from blint.source import Span

_LINE = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(\[(?!\^)((?:[^\[\]\\\n]|\\.)+)\]:[ \t]*\S.*)",
    re.MULTILINE,
)
# What looks like a label but is a task list's box, a callout, a table of contents, a footnote or
# a key in program code.
_NO_LABEL = re.compile(r"\s*[xX]?\s*|[!^].*|_*TOC_*|\"[^\"]*\"|'[^']*'", re.DOTALL)
_SUBSCRIPTED = re.compile(r"[A-Za-z0-9_)\]]")


def add_duplicates(document: Document, text: str, body: int, taken: Iterable[Span]) -> None:
    """Add the definitions whose label is already defined, which parsers drop without a word.

    A line that looks like a definition is one unless a parser found something else there: the
    spans of `taken`, prose or code.
    """
    if text.count("]:", body) <= len(document.definitions):
        return
    known = {normal_label(definition.label) for definition in document.definitions}
    other = (x.span for xs in (document.definitions, document.links) for x in xs)
    spans = sorted([*taken, *document.prose, *document.code, *other])
    found = []
    for line in _LINE.finditer(text, body):
        start, end = line.span(1)
        if normal_label(line[2]) not in known or is_covered(spans, start):
            continue
        parsed = definition_at(text, start, end)
        if parsed:
            label, where = parsed
            span = Span(start, start + len(line[1].rstrip()))
            found.append(Definition(label, text[where.start : where.end], where, span, True))
    document.definitions += found
    document.definitions.sort(key=lambda definition: definition.span)


def is_covered(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of `spans`, which are in order, holds an offset."""
    i = bisect_right(spans, (offset, 1 << 62))
    return i > 0 and offset < spans[i - 1].end


def add_definition(
    document: Document, known: dict[str, Definition], text: str, span: Span, destination: str
) -> None:
    """Add the definition at `span`, and to `known` under its label as references compare it."""
    parsed = definition_at(text, *span)
    if parsed:
        label, where = parsed
        definition = Definition(label, destination, where, span)
        document.definitions.append(definition)
        known.setdefault(normal_label(label), definition)


def add_undefined(document: Document, known: dict[str, Definition], text: str, span: Span) -> None:
    """Add the reference at `span`, which has no definition, unless it cannot be meant as one."""
    reference = _undefined(text, span)
    if reference and normal_label(reference.label) not in known:
        document.undefined.append(reference)


def with_brackets(text: str, span: Span) -> Span:
    """The span of `[label][]`, whose empty brackets pulldown-cmark leaves out."""
    end = span.end + 2
    return Span(span.start, end) if text[span.end : end] == "[]" else span


def _undefined(text: str, span: Span) -> Reference | None:
    start, end = span
    image = text.startswith("!", start)
    if text.endswith("[]", start, end):
        label = Span(start + 1 + image, end - 3)
    else:
        label = Span(text.rfind("[", start, end) + 1, end - 1)
        if text[label.start - 2] != "]":
            # `[text]\[label]`, which pulldown-cmark takes for a reference.
            return None
    written = text[label.start : label.end]
    if _NO_LABEL.fullmatch(written) or (start and _SUBSCRIPTED.match(text, start - 1)):
        return None
    return Reference(written, span, label, image)
