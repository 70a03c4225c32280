"""Where things stand in YAML text that libyaml's marks do not tell: comments, bare values."""

from __future__ import annotations

import re

from blint.source import Span


def without_properties(text: str, span: Span, offset: int) -> Span:
    """The span of a value less the anchor and the tag at its start."""
    found = _PROPERTIES.match(text, span.start - offset, span.end - offset)
    return Span(found.end() + offset, span.end) if found else span


def word_end(text: str, start: int) -> int:
    """Where the run of characters other than white space ends."""
    found = _WORD.match(text, start)
    return found.end() if found else start


def block_scalar(text: str, span: Span, offset: int) -> tuple[Span, Span]:
    """The span of a block scalar without the lines that do not count, and of its text alone.

    libyaml lets a block scalar end where the next key starts. The text alone starts after the
    line of the `|` or `>`, where a comment may stand.
    """
    start, end = span.start - offset, span.end - offset
    header = text.find("\n", start, end)
    if header < 0:
        return span, Span(span.end, span.end)
    if "+" not in text[start:header].partition("#")[0]:
        content = start + len(text[start:end].rstrip())
        line_end = text.find("\n", content, end)
        end = line_end if line_end >= 0 else end
    elif text[end - 1] == "\n":
        end -= 1
    end -= text[end - 1] == "\r"
    return Span(span.start, end + offset), Span(header + offset, max(header, end) + offset)


def comments(text: str, opaque: list[Span], offset: int) -> list[Span]:
    """The comments of a text, given the spans of its quoted and block scalars in text order."""
    found: list[Span] = []
    hidden = iter(opaque)
    skip = next(hidden, None)
    position = 0
    while match := _COMMENT.search(text, position):
        start = match.start() + offset
        while skip is not None and skip.end <= start:
            skip = next(hidden, None)
        if skip is not None and skip.start <= start:
            position = skip.end - offset
        else:
            found.append(Span(start, match.end() + offset))
            position = match.end()
    return found


_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+(?:#[^\n]*\s+)*)?)+")
_WORD = re.compile(r"\S*")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
