"""What MDX adds to Markdown, hidden from the parser: imports, expressions, tags.

In MDX a tag on a line of its own parts blocks, and what stands between two such tags is Markdown
again; HTML blocks, which would hide it from a Markdown parser, do not exist.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from blint.reading.document import Comment, Document, Template
from blint.reading.jsx import Tag, expression_end, read_tag, tag_at
from blint.reading.templates import MOST, VOID, Masked, has_masks, mask_character
from blint.source import Span

_TOKEN = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})"
    r"|^(?P<module>(?:import|export)(?=[ \t{*\"']))"
    r"|(?P<ticks>`+)"
    r"|(?P<escape>\\[\\`<{])"
    r"|(?P<comment><!--)"
    r"|(?P<tag><(?=[/A-Za-z_$>]))"
    r"|(?P<brace>\{)",
    re.MULTILINE,
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_HEADING_ID = re.compile(r"\{#[^\s{}]+\}[ \t\r]*$", re.MULTILINE)
_NOT_NEWLINE = re.compile(r"[^\n]")
_LINE_START = re.compile(r"[ \t>]*")
_BLOCK_START = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
_COMMENT = re.compile(r"\{\s*/\*(?s:.)*\*/\s*\}")
_NOTHING = re.compile(r"\{\s*(?:\"[^\"]*\"|'[^']*')?\s*\}")
# After so many tags and braces that nothing closes, the text is not MDX.
_PATIENCE = 200


class _Piece(NamedTuple):
    """Something that is not Markdown. `tag` for a tag, `text` for an expression's source."""

    span: Span
    kind: str
    tag: Tag | None = None


def mask_mdx(document: Document, text: str, body: int) -> Masked:
    """`text` with the MDX from `body` on masked; what its tags and comments hold is added to
    `document`."""
    if has_masks(text):
        return Masked(text)
    pieces = list(_pieces(text, body))
    alone = _alone(text, pieces)
    parts = [text[:body]]
    templates: list[Template] = []
    hidden: list[Span] = []
    last = body
    for piece in pieces:
        start, end = piece.span
        source = text[start:end]
        parts.append(text[last:start])
        last = end
        hidden.append(piece.span)
        character = " " if piece.span in alone or piece.kind == "module" else VOID
        if piece.kind == "expression" and len(templates) < MOST and not _NOTHING.fullmatch(source):
            if character == VOID:
                character = mask_character(len(templates))
            templates.append(Template(source, piece.span))
        if piece.tag is not None:
            read_tag(document, text, piece.tag)
            if character == VOID and piece.tag.name and not _starts_block(text, start):
                parts.append(_without_expressions(text, piece.tag))
                continue
        elif piece.kind == "comment":
            _add_comment(document, piece.span, source)
        parts.append(_NOT_NEWLINE.sub(character, source))
    parts.append(text[last:])
    return Masked("".join(parts), tuple(templates), (), tuple(hidden))


def _pieces(text: str, body: int) -> Iterator[_Piece]:
    """Everything in the body that is not Markdown, outside code."""
    at = body
    failures = 0
    while match := _TOKEN.search(text, at):
        kind = match.lastgroup or ""
        at = match.end()
        if kind == "fence":
            at = _after_fence(text, match)
        elif kind == "ticks":
            at = _after_code_span(text, match)
        elif kind != "escape" and failures < _PATIENCE:
            piece = _READERS[kind](text, match.start(kind))
            if piece is None:
                failures += kind != "module"
            else:
                at = piece.span.end
                yield piece


def _module(text: str, start: int) -> _Piece | None:
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    line = text[above:start].strip()
    # Front matter ends right above.
    if line and line not in {"---", "+++"}:
        return None
    blank = _BLANK_LINE.search(text, start)
    return _Piece(Span(start, blank.start() if blank else len(text)), "module")


def _html_comment(text: str, start: int) -> _Piece | None:
    end = text.find("-->", start)
    return _Piece(Span(start, end + 3), "comment") if end >= 0 else None


def _tag(text: str, start: int) -> _Piece | None:
    tag = tag_at(text, start)
    return _Piece(tag.span, "tag", tag) if tag else None


def _expression(text: str, start: int) -> _Piece | None:
    end = None if _HEADING_ID.match(text, start) else expression_end(text, start)
    if end is None:
        return None
    return _Piece(
        Span(start, end), "comment" if _COMMENT.fullmatch(text, start, end) else "expression"
    )


_READERS: dict[str, Callable[[str, int], _Piece | None]] = {
    "module": _module,
    "comment": _html_comment,
    "tag": _tag,
    "brace": _expression,
}


def _after_fence(text: str, opener: re.Match[str]) -> int:
    marks = opener["fence"]
    close = re.compile(rf"^[ \t>]*{marks[0]}{{{len(marks)},}}[ \t\r]*$", re.MULTILINE)
    line_end = text.find("\n", opener.end())
    match = close.search(text, line_end) if line_end >= 0 else None
    return match.end() if match else len(text)


def _after_code_span(text: str, opener: re.Match[str]) -> int:
    """Behind the code span that a run of backticks opens, or behind the run if it opens none."""
    close = re.compile(rf"(?<!`){opener[0]}(?!`)").search(text, opener.end(), opener.end() + 10_000)
    if close is None or _BLANK_LINE.search(text, opener.end(), close.start() + 1):
        return opener.end()
    return close.end()


def _alone(text: str, pieces: list[_Piece]) -> set[Span]:
    """The pieces on lines that hold nothing else."""
    alone: set[Span] = set()
    group: list[Span] = []
    for span, *_ in pieces:
        line = text.rfind("\n", 0, span.start) + 1
        joined = bool(group) and not text[group[-1].end : span.start].strip(" \t")
        if not joined:
            match = _LINE_START.match(text, line)
            group = [span] if match and match.end() >= span.start else []
        else:
            group.append(span)
        line_end = text.find("\n", span.end)
        rest = text[span.end : line_end if line_end >= 0 else len(text)]
        if group and not rest.strip():
            alone.update(group)
            group = []
    return alone


def _starts_block(text: str, start: int) -> bool:
    """Whether a tag is the first thing of its block, where Markdown would see an HTML block."""
    line = text.rfind("\n", 0, start) + 1
    match = _BLOCK_START.match(text, line)
    return match is not None and match.end() >= start


def _without_expressions(text: str, tag: Tag) -> str:
    """The source of a tag that stands in a line of text, fit for a parser of HTML."""
    parts = []
    last = tag.span.start
    for _, where, expression in tag.attributes:
        if expression:
            parts.append(text[last : where.start])
            parts.append(_NOT_NEWLINE.sub(VOID, text[where.start : where.end]))
            last = where.end
    parts.append(text[last : tag.span.end])
    return "".join(parts)


def _add_comment(document: Document, span: Span, source: str) -> None:
    text = source[4:-3] if source.startswith("<") else source[1:-1].strip()[2:-2]
    document.comments.append(Comment(text, span))
