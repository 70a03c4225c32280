"""What takes a comment out of a text, and whether what is shown of the text stays the same."""

from __future__ import annotations

from typing import NamedTuple

from blint.diagnostics import Edit
from blint.late import late
from blint.source import Span

_MARKS = late(r"(?:\s|>|[-*+](?=\s)|\d{1,9}[.)](?=\s))+")
_IN_LIST = late(r"[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]")
_DELIMITERS = frozenset({"---", "+++", "}"})


class Removal(NamedTuple):
    """An edit; `plain`: it cannot change what is shown."""

    edit: Edit
    plain: bool


def removal(text: str, span: Span, *, hashed: bool) -> Removal:
    """What takes the comment at a span away, and its lines where it has them for itself.

    `hashed`: it is a comment of front matter, or of a data file.
    """
    start = text.rfind("\n", 0, span.start) + 1
    end = _line_end(text, span.end)
    before, after = text[start : span.start], text[span.end : end]
    if hashed:
        alone = not before.strip()
        gone = Span(start, _next_line(text, end)) if alone else _tail(start, before, span)
        return Removal(Edit(gone, ""), True)
    if _MARKS.fullmatch(before + " ") and before.strip():
        return Removal(Edit(span, ""), False)
    if before.strip():
        gone = _tail(start, before, span) if not after or after[0].isspace() else span
        return Removal(Edit(gone, ""), True)
    if after.strip():
        return Removal(Edit(Span(span.start, end - len(after.lstrip())), ""), False)
    return _alone(text, Span(start, end), indented=bool(before))


def _tail(start: int, before: str, span: Span) -> Span:
    """A comment and the blanks before it."""
    return Span(start + len(before.rstrip()), span.end)


def _alone(text: str, lines: Span, *, indented: bool) -> Removal:
    """What takes away lines on which nothing but a comment stands.

    An HTML comment parts two paragraphs, and two lists; so does the blank line that is left of it
    between paragraphs, but not between lists.
    """
    start, end = lines
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()
    following = _next_line(text, end)
    below = text[following : _line_end(text, following)].strip()
    open_above = bool(start and above) and above not in _DELIMITERS
    plain = not (indented or _is_between_items(text, lines))
    if open_above and below:
        if text[start : start + 1] == "{":
            return Removal(Edit(Span(start, following), ""), False)
        markup = any(line.lstrip().startswith("<") for line in _chunk(text, start))
        return Removal(Edit(Span(start, end), ""), plain and not markup)
    if not open_above and not below and following < len(text):
        following = _next_line(text, following)
    return Removal(Edit(Span(start, following), ""), plain)


def _is_between_items(text: str, lines: Span) -> bool:
    """Whether a list may stand above some lines and go on below them."""
    below = text[lines.end : lines.end + _FAR].lstrip("\n\r")
    if _IN_LIST.match(below) is None:
        return False
    # What is above another comment is seen only when that is gone, too.
    above = _chunk(text, lines.start)
    return any(_IN_LIST.match(line) or line.startswith(("<!--", "{/*")) for line in above)


def _chunk(text: str, end: int) -> list[str]:
    """The lines above an offset, up to a blank one or to the end of front matter."""
    lines = text[max(0, end - _FAR) : end].replace("\r\n", "\n").rstrip().split("\n")
    stops = [i for i, line in enumerate(lines) if not line.strip() or line in _DELIMITERS]
    return lines[stops[-1] + 1 :] if stops else lines


def _next_line(text: str, at: int) -> int:
    """Where the line after an offset starts."""
    end = text.find("\n", at)
    return end + 1 if end >= 0 else len(text)


def _line_end(text: str, at: int) -> int:
    """The offset of the end of a line, in front of a carriage return."""
    end = text.find("\n", at)
    end = end if end >= 0 else len(text)
    return end - 1 if text[end - 1 : end] == "\r" and end - 1 >= at else end


_FAR = 4000
"""Characters of a paragraph or an item that are looked at."""
