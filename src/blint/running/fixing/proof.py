"""Proof that edits changed of a post what they cover, and nothing else that it means.

A post is read before and after. What no edit touches must be there again, at the place it has
moved to: values of the front matter, headings, links, fences and the rest of the Markdown, what is
prose and what is code. What an edit touches must still be there, as the same kind of thing; it may
be gone only where an edit covers it whole, and be new only inside what an edit puts in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from blint.diagnostics import Edit
from blint.reading.document import Document
from blint.reading.nodes import FrontMatter, Node
from blint.reading.post import Post
from blint.reading.templates import without
from blint.running.fixing.edits import Shift, in_order
from blint.source import Span

_PARTS = (
    *("headings", "links", "definitions", "undefined", "fences"),
    *("ids", "footnotes", "comments", "templates"),
)


def difference(before: Post, after: Post, edits: Iterable[Edit]) -> str | None:
    """What else edits have changed, as a clause; None where they changed what they cover alone."""
    change = _Change.of(edits)
    return _in_front_matter(before.front_matter, after.front_matter, change) or _in_document(
        before.document, after.document, change
    )


class _Change(NamedTuple):
    """Edits in order, where what they leave alone moves to, and where each stands afterwards."""

    edits: Sequence[Edit]
    shift: Shift
    places: list[Span]

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> _Change:
        ordered = in_order(edits)
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

    def reaches(self, span: Span) -> bool:
        """Whether a span of the text after has to do with an edit."""
        return any(p.start <= span.end and span.start <= p.end for p in self.places)


def _in_front_matter(before: FrontMatter, after: FrontMatter, change: _Change) -> str | None:
    if before.format != after.format:
        return "the front matter is gone, or another"
    if len(after.faults) > len(before.faults):
        return f"the front matter has another fault: {after.faults[-1].message}"
    if before.root is None:
        return None
    if after.root is None:
        return "the front matter cannot be read any more"
    return _in_node(before.root, after.root, change, "")


def _in_node(before: Node, after: Node, change: _Change, path: str) -> str | None:
    where = f"`{path}`" if path else "the front matter"
    if before.kind != after.kind:
        return f"{where} is another kind of value"
    moved = change.shift.span(before.span)
    if moved is not None:
        same = moved == after.span and repr(before.value) == repr(after.value)
        return None if same else f"the value of {where} is another, or elsewhere"
    if before.kind == "mapping":
        return _in_mapping(before, after, change, path)
    if before.kind == "sequence":
        old = [item for item in before.items if not change.removes(item.span)]
        new = [item for item in after.items if not change.brings(item.span)]
        old, new = _rest(old, new, before.items, after.items)
        if len(old) != len(new):
            return f"{where} has not the same values"
        pairs = enumerate(zip(old, new, strict=True))
        return _first(_in_node(a, b, change, f"{path}[{i}]") for i, (a, b) in pairs)
    return None


def _in_mapping(before: Node, after: Node, change: _Change, path: str) -> str | None:
    old_all, new_all = before.entries, after.entries
    old = [e for e in old_all if not change.removes(Span(e.key_span.start, e.value.span.end))]
    new = [e for e in new_all if not change.brings(Span(e.key_span.start, e.value.span.end))]
    old, new = _rest(old, new, old_all, new_all)
    if len(old) != len(new):
        return "keys of the front matter are gone, or new"
    for one, other in zip(old, new, strict=True):
        if change.shift.span(one.key_span) is not None and one.key != other.key:
            return f"the key `{one.key}` is another"
    pairs = zip(old, new, strict=True)
    prefix = f"{path}." if path else ""
    return _first(_in_node(a.value, b.value, change, f"{prefix}{a.key}") for a, b in pairs)


def _rest(old: list[Any], new: list[Any], old_all: list[Any], new_all: list[Any]) -> Any:
    """What must be the same: all, where one edit replaces things by as many others."""
    return (old_all, new_all) if len(old_all) == len(new_all) else (old, new)


def _in_document(before: Document, after: Document, change: _Change) -> str | None:
    return (
        _first(_in_part(name, before, after, change) for name in _PARTS)
        or _in_cover("code", before.code, after.code, change)
        or _in_cover("prose", before.prose, after.prose, change)
    )


def _in_part(name: str, before: Document, after: Document, change: _Change) -> str | None:
    left: dict[Span, list[Any]] = {}
    for item in getattr(after, name):
        left.setdefault(item.span, []).append(item)
    touched = 0
    for item in getattr(before, name):
        moved = change.shift.span(item.span)
        if moved is None:
            touched += not change.removes(item.span)
            continue
        found = _match(item, left.get(moved, []), change)
        if found is None:
            return f"the {name} of the Markdown are others"
        left[moved].remove(found)
    spans = [span for span, items in left.items() for _ in items]
    known = [span for span in spans if not change.brings(span)]
    if not all(map(change.reaches, known)) or not len(known) <= touched <= len(spans):
        return f"the {name} of the Markdown are others"
    return None


def _match(item: Any, candidates: list[Any], change: _Change) -> Any:
    """The one of some things at its place that is the same; alike where an edit touches a part."""
    parts = [_moved(part, change) for part in item]
    for candidate in candidates:
        if _GONE in parts or list(candidate) == parts:
            return candidate
    return None


_GONE = object()


def _moved(part: Any, change: _Change) -> Any:
    if not isinstance(part, Span):
        return part
    moved = change.shift.span(part)
    return _GONE if moved is None else moved


def _in_cover(name: str, before: list[Span], after: list[Span], change: _Change) -> str | None:
    """Whether the same text is covered, but for what edits take out and put in."""
    holes = [edit.span for edit in change.edits]
    old = _joined(change.shift.span(span) for span in without(before, holes))
    new = _joined(without(after, change.places))
    return None if old == new else f"other text is {name}"


def _joined(spans: Iterable[Span | None]) -> list[Span]:
    """Spans in order, those that touch as one."""
    joined: list[Span] = []
    for span in spans:
        assert span is not None
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        elif span.start < span.end:
            joined.append(span)
    return joined


def _first(found: Iterator[str | None]) -> str | None:
    return next((one for one in found if one is not None), None)
