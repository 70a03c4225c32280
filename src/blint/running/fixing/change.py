"""What edits do to places of a text: what they take out, put in and move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blint.diagnostics import Edit
from blint.running.fixing.edits import Shift, in_order, line_ends
from blint.source import Span


class Change(NamedTuple):
    """Edits in order, where what they leave alone moves to, and where each stands afterwards."""

    edits: Sequence[Edit]
    shift: Shift
    places: Sequence[Span]

    @classmethod
    def of(cls, edits: Iterable[Edit], text: str) -> Change:
        """The change that edits make of a text, their line ends being those of the text."""
        ordered = [line_ends(edit, text) for edit in in_order(edits)]
        places = []
        moved = 0
        for edit in ordered:
            start = edit.span.start + moved
            places.append(Span(start, start + len(edit.text)))
            moved += len(edit.text) - (edit.span.end - edit.span.start)
        return cls(ordered, Shift(ordered), places)

    def removes(self, span: Span) -> bool:
        """Whether an edit covers a span of the text before whole."""
        return any(e.span.start <= span.start and span.end <= e.span.end for e in self.edits)

    def brings(self, span: Span) -> bool:
        """Whether a span of the text after lies in what an edit puts in."""
        return any(p.start <= span.start and span.end <= p.end for p in self.places)

    def grows(self, span: Span) -> bool:
        """Whether an edit puts something in at an edge of a span of the text before."""
        edges = [Span(edge, edge) for edge in span]
        return any(edit.span in edges for edit in self.edits)

    def becomes(self, span: Span, after: Span) -> bool:
        """Whether a span of the text before may have become one of the text after.

        It has grown and shrunk by the edits in it; where an edit stands at its edge or across it,
        the edge may be anywhere in what that edit puts in.
        """
        first, last = self._edge(span.start, opens=True), self._edge(span.end, opens=False)
        return first.start <= after.start <= first.end and last.start <= after.end <= last.end

    def _edge(self, offset: int, *, opens: bool) -> Span:
        """Where an edge of a span may be afterwards."""
        moved = 0
        edges: list[int] = []
        for edit, place in zip(self.edits, self.places, strict=True):
            start, end = edit.span
            if offset < start:
                break
            if offset <= end:
                # What replaces the first of a span is its first, and likewise with the last.
                exact = start < end and offset == (start if opens else end)
                edges += (place.start if opens else place.end,) if exact else place
            moved += len(edit.text) - (end - start)
        edges = edges or [offset + moved]
        return Span(min(edges), max(edges))
