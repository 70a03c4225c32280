"""Where a link's destination stands in its source, and what a reference definition says."""

from __future__ import annotations

import re

from blint.source import Span

# A destination may start on the next line, behind the markers of the block quotes around it.
_SPACE = re.compile(r"(?:[ \t\r]|\n(?:[ \t]*>)*)*")
_ANGLE = re.compile(r"<((?:[^<>\\\n]|\\.)*)>")
_STOP = re.compile(r"\\.|[()\s]")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]:", re.DOTALL)


def normal_label(label: str) -> str:
    """A label as references compare it: case folded, white space collapsed."""
    return " ".join(label.casefold().split())


def inline_destination(text: str, label_end: int, end: int, decoded: str) -> Span:
    """The destination of the inline link that ends at `end`.

    `label_end` is anywhere between the end of the last thing in the link's text and its `](`.
    `decoded` is what the parser made of the destination; most are written just so.
    """
    if text[label_end:end] == f"]({decoded})":
        return tuple.__new__(Span, (label_end + 2, end - 1))
    start = text.find("](", label_end, end)
    if start < 0:
        return Span(end - 1, end - 1)
    start = after_space(text, start + 2, end)
    if not text.startswith("<", start):
        stop = start + len(decoded)
        if text.startswith(decoded, start) and (stop == end - 1 or text[stop] in " \t\r\n"):
            return Span(start, stop)
    return destination_at(text, start, end)


def after_space(text: str, start: int, end: int) -> int:
    """The first offset from `start` on that is not white space between two parts of a link."""
    match = _SPACE.match(text, start, end)
    return match.end() if match else start


def destination_at(text: str, start: int, end: int) -> Span:
    """The destination that starts at `start`, without the angle brackets it may have."""
    angle = _ANGLE.match(text, start, end)
    if angle:
        return Span(*angle.span(1))
    depth = 0
    for stop in _STOP.finditer(text, start, end):
        mark = stop[0]
        if mark == "(":
            depth += 1
        elif mark == ")" and depth:
            depth -= 1
        elif mark == ")" or mark.isspace():
            return Span(start, stop.start())
    return Span(start, end)


def definition_at(text: str, start: int, end: int) -> tuple[str, Span] | None:
    """The label and the place of the destination of a definition in `text[start:end]`."""
    label = _LABEL.search(text, start, end)
    if label is None:
        return None
    where = after_space(text, label.end(), end)
    angle = _ANGLE.match(text, where, end)
    if angle:
        return label[1], Span(*angle.span(1))
    stop = where
    while stop < end and not text[stop].isspace():
        stop += 1
    return label[1], Span(where, stop)
