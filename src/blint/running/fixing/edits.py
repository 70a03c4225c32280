"""Edits on the bytes of a file: everything that no edit covers stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blint.diagnostics import Edit
from blint.source import Span, decode

_BOM = b"\xef\xbb\xbf"


class Uneditable(Exception):
    """These bytes are no text that edits can be made in, or edits that do not go together."""


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file after some edits. Raises Uneditable.

    Line ends in what is put in become those of the line above.
    """
    source = decode(data)
    if source.fault is not None:
        raise Uneditable(source.fault.reason)
    text = spliced(source.text, edits)
    return (_BOM if source.bom else b"") + text.encode()


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """A text after some edits, in any order. Raises Uneditable where two of them conflict."""
    parts: list[str] = []
    at = 0
    before: Edit | None = None
    for edit in in_order(edits):
        start, end = edit.span
        if (before is not None and conflict(before, edit)) or not 0 <= start <= end <= len(text):
            raise Uneditable(f"the edit of {start} to {end} is in the way of another, or no place")
        parts += (text[at:start], line_ends(edit, text).text)
        at = end
        before = edit
    return "".join([*parts, text[at:]])


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Edits by where they are."""
    return sorted(edits, key=lambda edit: (*edit.span, edit.text))


def conflict(one: Edit, other: Edit) -> bool:
    """Whether what two edits make of a text depends on which is made first, or is told of neither.

    Edits that only touch go together; not so two that put something in at the same place, or one
    at the very edge of what another replaces.
    """
    (a, b), (c, d) = one.span, other.span
    if a == b or c == d:
        return a <= d and c <= b
    return a < d and c < b


class Shift(NamedTuple):
    """Where what edits leave alone comes to stand.

    `edits` are in order and without conflict.
    """

    edits: Sequence[Edit]

    def span(self, span: Span) -> Span | None:
        """The place of a span afterwards; None where an edit is in it, or fills an empty one."""
        moved = 0
        for edit in self.edits:
            start, end = edit.span
            if start == end == span.start == span.end:
                return None
            if start >= span.end:
                break
            if end > span.start:
                return None
            moved += len(edit.text) - (end - start)
        return Span(span.start + moved, span.end + moved)


def line_ends(edit: Edit, text: str) -> Edit:
    """An edit of a text, its lines ending as the line above does, or the first line of the text."""
    if "\n" not in edit.text or "\r\n" not in text:
        return edit
    end = text.rfind("\n", 0, edit.span.start)
    end = end if end >= 0 else text.find("\n")
    if text[end - 1 : end] != "\r":
        return edit
    return Edit(edit.span, edit.text.replace("\n", "\r\n"))
