"""Template syntax in Markdown: hidden from the parser, put back into what it read.

Hugo's shortcodes, Liquid, Nunjucks and Vue stand where Markdown has rules of its own: a quoted
`ref` with spaces is no destination. So each piece is masked by characters of a private use area,
one for one and newlines kept, that a parser takes for letters; every offset stays true.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from blint.reading.document import Document, Heading, Template
from blint.source import Span

VOID = "\U0010fffd"
"""Stands for markup that leaves no text behind."""

_BASE = 0x100000
MOST = 0xFF00
"""Masks there are for one text."""
_MASKS = re.compile(r"([\U00100000-\U0010feff])(?:[ \t\n>]*\1)*")
_PRIVATE = re.compile(r"[\U00100000-\U0010ffff]")

_OPENER = re.compile(r"\{\{-?[ \t]*/\*|\{\{[<%]?|\{%|\$\{")
_TAG = re.compile(r"\{[{%]")
_CLOSERS = {"{{<": ">}}", "{{%": "%}}", "{%": "%}", "{{": "}}", "${": "}"}
_ONE_LINE = frozenset({"{{", "${"})
# A tag longer than this is a tag that was never closed.
_LONGEST = 2000
_OPENS_LITERAL = re.compile(
    r"\{%-?\s*(highlight|comment|codeblock|code)\b|\{\{[<%]\s*highlight\b(?!.*/\s*[>%]\}\}$)"
)
# Hexo reads fences before tags, and other generators put titles on fences with such a tag.
_HOLDS_FENCES = frozenset({"codeblock", "code"})
_COMMENT = re.compile(r"\{%-?\s*comment\b")
_RAW = re.compile(r"\{%-?\s*(raw|verbatim)\b")
# The indentation of later lines stays: it says which list item or quote they are in.
_MASKED = re.compile(r"(\n[ \t>]*)|[^\n]")
_FENCE = re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE)


class Masked(NamedTuple):
    """A text with what is not Markdown masked: the template syntax, in the order of its masks;
    code in template blocks; whatever else no reader reads."""

    text: str
    pieces: tuple[Template, ...] = ()
    code: tuple[Span, ...] = ()
    hidden: tuple[Span, ...] = ()


def mask(text: str, body: int) -> Masked:
    """`text` with the template syntax from `body` on masked, everything else as it was."""
    if not _may_have_templates(text):
        return Masked(text)
    if has_masks(text):
        return Masked(text)
    pieces: list[Template] = []
    code: list[Span] = []
    at = body
    closers: dict[str, int] = {}
    raw = 0
    literal_words = "highlight" in text or "comment" in text or "endcode" in text
    fences = [fence.start() for fence in _FENCE.finditer(text, body)] if literal_words else []
    while len(pieces) < MOST and (opener := _OPENER.search(text, at)):
        at = opener.end()
        end = _tag_end(text, opener, closers)
        if end is None:
            continue
        tag = text[opener.start() : end]
        raw = max(raw, _raw_end(text, tag, end))
        literal = _literal_end(text, opener.start(), end, fences) if end >= raw else None
        if literal is not None:
            if not _COMMENT.match(tag):
                code.append(Span(end, literal.start))
            end = literal.end
        at = end
        pieces.append(Template(text[opener.start() : end], Span(opener.start(), end)))
    return Masked(covered(text, body, pieces), tuple(pieces), tuple(code))


def covered(text: str, body: int, pieces: list[Template]) -> str:
    """`text` with every piece masked; a piece alone below a blank line leaves a blank line.

    A mask there would be a paragraph, and turn a rule below it into a heading.
    """
    parts: list[str] = []
    last = blank = body
    parts.append(text[:body])
    for index, piece in enumerate(pieces):
        start, end = piece.span
        parts.append(text[last:start])
        last = end
        if _is_alone(text, start, end, blank):
            blank = end + 1
            character = " "
        else:
            character = mask_character(index)
        parts.append(_masked(piece.text, character))
    parts.append(text[last:])
    return "".join(parts)


def _masked(text: str, character: str) -> str:
    return _MASKED.sub(lambda found: found[1] or character, text)


def has_masks(text: str) -> bool:
    """Whether a text already holds characters that masks are made of, so that it can have none."""
    return not text.isascii() and _PRIVATE.search(text) is not None


def mask_character(index: int) -> str:
    """The character that stands for all characters of the piece at `index`, up to `MOST`."""
    return chr(_BASE + index)


def restore(document: Document, text: str, masked: Masked) -> None:
    """Put back into `document` what was masked, and leave it out of the prose."""
    pieces = masked.pieces

    def original(value: str) -> str:
        return _MASKS.sub(lambda match: _piece(pieces, match[1]), value).replace(VOID, "")

    for i, link in enumerate(document.links):
        templated = _PRIVATE.search(link.destination) is not None
        document.links[i] = link._replace(
            text=original(link.text),
            destination=text[slice(*link.destination_span)] if templated else link.destination,
            templated=templated or link.templated,
        )
    document.headings = [
        Heading(h.level, tuple((k, original(t)) for k, t in h.inlines), h.span, h.id)
        for h in document.headings
    ]
    document.fences = [
        f._replace(info=text[slice(*f.info_span)], language=text[slice(*f.language_span)])
        for f in document.fences
    ]
    document.definitions = [
        d._replace(label=original(d.label), destination=text[slice(*d.destination_span)])
        if _PRIVATE.search(d.destination + d.label)
        else d
        for d in document.definitions
    ]
    document.undefined = [r._replace(label=original(r.label)) for r in document.undefined]
    document.footnotes = [f._replace(label=original(f.label)) for f in document.footnotes]
    document.ids = [html._replace(id=original(html.id)) for html in document.ids]
    document.comments = [
        c._replace(text=text[c.span.start + 4 : c.span.end - 3]) if _PRIVATE.search(c.text) else c
        for c in document.comments
    ]
    _add_pieces(document, text, masked)


def without(spans: list[Span], holes: list[Span]) -> list[Span]:
    """What of `spans` is not in `holes`; both in order and without overlap."""
    left: list[Span] = []
    i = 0
    for start, end in spans:
        at = start
        while i < len(holes) and holes[i].end <= at:
            i += 1
        j = i
        while j < len(holes) and holes[j].start < end:
            if holes[j].start > at:
                left.append(Span(at, holes[j].start))
            at = max(at, holes[j].end)
            j += 1
        if at < end:
            left.append(Span(at, end))
    return left


def _may_have_templates(text: str) -> bool:
    # These cost less than searches for each pair of characters.
    return "{" in text and (_TAG.search(text) is not None or ("$" in text and "${" in text))


def _add_pieces(document: Document, text: str, masked: Masked) -> None:
    destinations = [link.destination_span for link in document.links if link.templated]
    # `${HOME}` is a template where a destination is made of it, and plain text elsewhere.
    document.templates += [
        piece
        for piece in masked.pieces
        if not piece.text.startswith("$")
        or any(s.start <= piece.span.start < s.end for s in destinations)
    ]
    hidden = sorted({*masked.hidden, *(piece.span for piece in document.templates)})
    document.prose = without(document.prose, hidden)
    # What is indented in a masked block is no code of its own.
    code = [
        span
        for span in document.code
        if not any(hole.start < span.start and span.end <= hole.end for hole in hidden)
    ]
    blocks = [
        span
        for span in masked.code
        if not any(other.start < span.end and span.start < other.end for other in code)
    ]
    document.code = sorted([*code, *blocks])
    if blocks:
        _add_fences(document, text, masked, blocks)


def _add_fences(document: Document, text: str, masked: Masked, blocks: list[Span]) -> None:
    """Add what stands in `blocks` to the fences, where it is a block of its own."""
    from blint.reading.code_tags import code_tag_fence
    from blint.reading.references import is_covered

    comments = [comment.span for comment in document.comments]
    starts = [piece.span.start for piece in masked.pieces]
    for code in blocks:
        start, end = masked.pieces[bisect_left(starts, code.start) - 1].span
        hidden = is_covered(comments, start)
        fence = None if hidden else code_tag_fence(text, start, code, end)
        if fence is not None:
            document.fences.append(fence)
    document.fences.sort(key=lambda fence: fence.span)


def _piece(pieces: tuple[Template, ...], character: str) -> str:
    return pieces[ord(character) - _BASE].text


def _tag_end(text: str, opener: re.Match[str], closers: dict[str, int]) -> int | None:
    """Where the tag that `opener` opens ends, or None where it is not one.

    `closers` remembers where the next of each closing mark is, so that a text full of opening
    marks is read once.
    """
    mark, start = opener[0], opener.end()
    if mark.endswith("/*"):
        mark, start = "{{", opener.start() + 2
        close = text.find("*/", start, start + _LONGEST)
        end = text.find("}}", close, close + 8) if close >= 0 else -1
        return end + 2 if end >= 0 else None
    closer = _CLOSERS[mark]
    at = closers.get(closer, -1)
    if at < start and at != len(text):
        at = text.find(closer, start)
        closers[closer] = at = at if at >= 0 else len(text)
    if at - start > _LONGEST or at == len(text):
        return None
    inside = text[start:at]
    if mark in _ONE_LINE and ("\n" in inside or "`" in inside):
        return None
    if inside.count("`") % 2 or inside.lstrip("- ").startswith("`"):
        # It runs from one code span into another, as in "write `{{` and `}}`".
        return None
    end = at + len(closer)
    return end + 1 if mark == "{{" and text.startswith("}", end) else end


def _raw_end(text: str, tag: str, end: int) -> int:
    """Where a block ends that shows tags as they are, if the tag that ends at `end` opens one."""
    found = _RAW.match(tag)
    return text.find(f"end{found[1]}", end) if found is not None else 0


def _literal_end(text: str, start: int, end: int, fences: list[int]) -> Span | None:
    """The tag that closes a block of code or comment, if the tag in `text[start:end]` opens one.

    `fences` are the offsets of all lines that look like the marks of a fence.
    """
    opens = _OPENS_LITERAL.match(text[start:end])
    if opens is None:
        return None
    liquid = rf"\{{%-?\s*end{opens[1]}\s*-?%\}}"
    pattern = liquid if opens[1] else r"\{\{[<%]\s*/\s*highlight\s*[>%]\}\}"
    close = re.compile(pattern).search(text, end)
    if close is None:
        return None
    before = bisect_left(fences, start)
    inside = bisect_left(fences, close.start()) - before
    if inside and opens[1] in _HOLDS_FENCES:
        return None
    # A tag in a fence is an example, which ends with the fence at the latest.
    if inside % 2 or (inside and before % 2):
        return None
    return Span(*close.span())


def _is_alone(text: str, start: int, end: int, blank: int) -> bool:
    """Whether a piece fills its lines, and what is above them is a blank line.

    `blank` is how far the text is known to be blank already, because of a piece above.
    """
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip() or text[end : _line_end(text, end)].strip():
        return False
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    return line <= blank or not text[above:line].strip()


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)
