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
_KEPT: Final = ("level", "kind", "image", "component", "closed", "tag", "definition")
# What a link is told by its definition, which may be edited while the link is not.
_TOLD: Final[frozenset[str]] = frozenset({"destination", "templated"})


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
        if moved is not None and _take(item, [moved], left, change, touched=False):
            continue
        if moved is not None and not change.grows(item.span):
            return False
        touched.append(item)
    for item in touched:
        spans = [span for span in left if change.becomes(item.span, span)]
        found = _take(item, spans, left, change, touched=True)
        if not found and not change.removes(item.span):
            return False
    return all(map(change.brings, left))


def _take(
    item: Any, places: list[Span], left: dict[Span, list[Any]], change: Change, *, touched: bool
) -> bool:
    """Take from what is left the thing that a thing of before is now, at one of some places."""
    for place in places:
        for other in left.get(place, []):
            if _is_same(item, other, change, touched):
                left[place].remove(other)
                if not left[place]:
                    del left[place]
                return True
    return False


def _is_same(before: Any, after: Any, change: Change, touched: bool) -> bool:
    """Whether one thing is another, but for what edits touch: the thing itself, or a part of it
    that stands elsewhere."""
    names = before._fields
    spans = [name for name in names if isinstance(getattr(before, name), Span)]
    if not all(change.becomes(getattr(before, name), getattr(after, name)) for name in spans):
        return False
    edited = any(change.shift.span(getattr(before, name)) is None for name in spans)
    free = _TOLD if edited else frozenset()
    return all(
        getattr(before, name) == getattr(after, name)
        for name in names
        if name not in spans
        and name != "duplicate"
        and (name in _KEPT or not touched)
        and name not in free
    )


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
