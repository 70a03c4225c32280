"""The lines of a source that a diagnostic is about, with its range underlined."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from blint.reports import sanitise
from blint.reports.lines import source_line
from blint.reports.width import ELLIPSIS, cell_width, cells

if TYPE_CHECKING:
    from blint.source import Place, Source

TAB = 4
_LEAST = 20


class Marked(NamedTuple):
    """A source line as shown: its number, its text, and the cells before and under the range."""

    number: int
    text: str
    indent: int
    marked: int


def excerpt(source: Source, place: Place, width: int) -> list[Marked | None]:
    """The first and the last line of a range; None stands for the lines left out between them.

    Empty where the source has no such line, or nothing to show. `width` is in cells.
    """
    place = _without_final_break(place, source)
    if place.line == place.end_line:
        only = source_line(source, place.line)
        if only is None or (not only.strip() and place.column == place.end_column):
            return []
        return [_mark(place.line, only, place.column - 1, place.end_column - 1, width)]
    first, last = source_line(source, place.line), source_line(source, place.end_line)
    if first is None or last is None:
        return []
    shown: list[Marked | None] = [
        _mark(place.line, first, place.column - 1, len(first), width),
    ]
    if place.end_line > place.line + 1:
        shown.append(None)
    start = len(last) - len(last.lstrip())
    shown.append(_mark(place.end_line, last, start, place.end_column - 1, width))
    return shown


def _without_final_break(place: Place, source: Source) -> Place:
    """The same range, ending on its last line rather than before the first column of the next."""
    if place.end_column > 1 or place.end_line == place.line:
        return place
    line = source_line(source, place.end_line - 1)
    end = 1 if line is None else len(line) + 1
    return place._replace(end_line=place.end_line - 1, end_column=end)


def _mark(number: int, line: str, start: int, end: int, width: int) -> Marked:
    """The part of a line around a range that fits, and the range in it."""
    width = max(width, _LEAST)
    # No more of the line is looked at than can be shown: it may be megabytes long.
    skipped = max(0, start - width)
    pieces, sizes = _shown(line[skipped : start + width + 1])
    start, end = start - skipped, min(end - skipped, len(pieces))
    edges = list(accumulate(sizes, initial=0))
    low, high = 0, len(pieces)
    if skipped or edges[-1] > width or len(line) > skipped + len(pieces):
        low, high = _window(edges, start, end, width - 2)
    before = ELLIPSIS if skipped or low else ""
    after = ELLIPSIS if high < len(pieces) or len(line) > skipped + len(pieces) else ""
    # A mark whose own character is cut off joins the ellipsis instead, and may widen it.
    while before and cells(before + "".join(pieces[low:high]) + after) > width:
        high -= 1
        after = ELLIPSIS
    indent = edges[min(start, high)] - edges[low] + len(before)
    marked = edges[min(max(end, start), high)] - edges[min(start, high)]
    return Marked(number, before + "".join(pieces[low:high]) + after, indent, max(marked, 1))


def _window(edges: list[int], start: int, end: int, width: int) -> tuple[int, int]:
    """The slice of at most `width` cells that shows a range, with what stands around it."""
    start = min(start, len(edges) - 1)
    range_cells = min(edges[max(end, start)] - edges[start], width)
    room = width - range_cells
    low = start
    while low > 0 and edges[start] - edges[low - 1] <= room // 2:
        low -= 1
    high = low
    while high < len(edges) - 1 and edges[high + 1] - edges[low] <= width:
        high += 1
    while low > 0 and edges[high] - edges[low - 1] <= width:
        low -= 1
    return low, high


def _shown(line: str) -> tuple[list[str], list[int]]:
    """Each character as it is printed, and its cells: tabs expanded, what is hidden escaped."""
    hidden = sanitise.hidden_offsets(line)
    pieces: list[str] = []
    sizes: list[int] = []
    column = 0
    before = ELLIPSIS  # what a cut line begins with
    for index, character in enumerate(line):
        if character == "\t":
            piece = " " * (TAB - column % TAB)
        elif index in hidden:
            piece = sanitise.visible(character)
        else:
            piece = character
        size = cell_width(before, piece) if len(piece) == 1 else len(piece)
        pieces.append(piece)
        sizes.append(size)
        column += size
        before = piece[-1]
    return pieces, sizes
