"""Proof that edits changed of the Markdown of a post what they cover, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from blint.reading.post import Post
from blint.reading.templates import without
from blint.running.fixing.change import Change
from blint.source import Span

_PARTS: Final = (
    *("headings", "links", "definitions", "undefined", "fences"),
    *("ids", "footnotes", "comments", "templates"),
)
# What an edit inside a thing leaves as it is.
_KEPT: Final = ("level", "kind", "image", "component", "closed", "tag", "definition", "duplicate")
# What a link is told by its definition, which may be edited while the link is not.
_TOLD: Final = frozenset({"destination", "destination_span", "templated"})


def in_markdown(before: Post, after: Post, change: Change) -> str | None:
    """What else edits have changed of the Markdown, as a clause; None where there is nothing."""
    old, new = before.document, after.document
    for name in _PARTS:
        if not _same_parts(getattr(old, name), getattr(new, name), change):
            return f"the {name} of the Markdown are others"
    if _cover(old.code, new.code, change):
        return "other text is code"
    if _cover(old.prose, new.prose, change):
        return "other text is prose"
    return "the elements of the HTML are others" if _elements(before) != _elements(after) else None


def _same_parts(before: list[Any], after: list[Any], change: Change) -> bool:
    """Whether all things of a kind are there again, and no others."""
    left: dict[Span, list[Any]] = {}
    for item in after:
        left.setdefault(item.span, []).append(item)
    touched = []
    for item in before:
        moved = change.shift.span(item.span)
        if moved is None:
            touched.append(item)
        elif not _take(item, moved, left, change):
            return False
    for item in touched:
        spans = [span for span in left if change.becomes(item.span, span)]
        if not any(_take(item, span, left, change) for span in spans) and not change.removes(
            item.span
        ):
            return False
    return all(map(change.brings, left))


def _take(item: Any, place: Span, left: dict[Span, list[Any]], change: Change) -> bool:
    """Take from what is left the thing at a place that a thing of before is now."""
    for other in left.get(place, []):
        if _is_same(item, other, change):
            left[place].remove(other)
            if not left[place]:
                del left[place]
            return True
    return False


def _is_same(before: Any, after: Any, change: Change) -> bool:
    """Whether one thing is another, but for what edits touch."""
    whole = change.shift.span(before.span) is not None
    edited = whole and any(
        isinstance(part, Span) and change.shift.span(part) is None for part in before
    )
    for name in before._fields:
        old, new = getattr(before, name), getattr(after, name)
        if isinstance(old, Span):
            moved = change.shift.span(old)
            if moved != new and not (moved is None and change.becomes(old, new)):
                return False
        elif old != new and (name in _KEPT or (whole and not (edited and name in _TOLD))):
            return False
    return True


def _cover(before: list[Span], after: list[Span], change: Change) -> bool:
    """Whether other text is covered, but for what edits take out and put in."""
    holes = [edit.span for edit in change.edits]
    old = _joined(change.shift.span(span) for span in without(before, holes))
    return old != _joined(without(after, list(change.places)))


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


def _elements(post: Post) -> list[str]:
    """The tags of the HTML of a post, in order."""
    from blint.reading.rendered import elements

    return elements(post.text, post.front_matter.body, mdx=post.path.endswith(".mdx"))
