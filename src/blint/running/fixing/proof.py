"""Proof that edits changed of a post what they cover, and nothing else that it means.

A post is read before and after. What no edit touches must be there again, at the place it has
moved to: values of the front matter, comments, headings, links, fences and the rest of the
Markdown, what is prose and what is code. What an edit touches must still be there, as the same kind
of thing and as long as the edit makes it; it may be gone only where an edit covers it whole, and be
new only inside what an edit puts in. The elements of the HTML stay the same ones, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from blint.diagnostics import Edit
from blint.reading.nodes import Entry, FrontMatter, Node
from blint.reading.post import Post
from blint.running.fixing.change import Change
from blint.running.fixing.markdown_proof import in_markdown
from blint.source import Span


def difference(before: Post, after: Post, edits: Iterable[Edit]) -> str | None:
    """What else edits have changed, as a clause; None where they changed what they cover alone."""
    change = Change.of(edits, before.text)
    return _FrontMatters(before, after, change).difference() or in_markdown(before, after, change)


class _FrontMatters:
    """The front matter of a post before and after a change."""

    def __init__(self, before: Post, after: Post, change: Change) -> None:
        self.before, self.after, self.change = before, after, change

    def difference(self) -> str | None:
        """What else has changed, or None."""
        before, after = self.before.front_matter, self.after.front_matter
        if before.format != after.format or not self.change.becomes(before.span, after.span):
            return "the front matter is gone, or another"
        if len(after.faults) > len(before.faults):
            return f"the front matter has another fault: {after.faults[-1].message}"
        if self._comments(before) != after.comments:
            return "the comments of the front matter are others"
        if before.root is None:
            return None
        if after.root is None:
            return "the front matter cannot be read any more"
        return self._in_node(before.root, after.root, "")

    def _comments(self, before: FrontMatter) -> list[Span]:
        """Where comments must be afterwards; one that an edit touches is where it is found."""
        change, found = self.change, []
        there = self.after.front_matter.comments
        for comment in before.comments:
            moved = change.shift.span(comment)
            if moved is not None:
                found.append(moved)
            elif not change.removes(comment):
                found += [one for one in there if change.becomes(comment, one)][:1] or [comment]
        return sorted({*found, *filter(change.brings, there)})

    def _in_node(self, before: Node, after: Node, path: str) -> str | None:
        where = f"`{path}`" if path else "the front matter"
        moved = self.change.shift.span(before.span)
        known = self._is_alias(before) or _same(before, after)
        if moved is not None and moved == after.span and known:
            return None
        if before.kind != after.kind:
            return f"{where} is another kind of value"
        if before.kind == "mapping":
            return self._in_mapping(before, after, path)
        if before.kind == "sequence":
            return self._in_sequence(before, after, path)
        if moved is not None or not self.change.becomes(before.span, after.span):
            return f"the value of {where} is another"
        return None

    def _is_alias(self, node: Node) -> bool:
        """Whether a value is what its anchor says, where it is looked at."""
        is_yaml = self.before.front_matter.format == "yaml"
        return is_yaml and self.before.text[node.span.start] == "*"

    def _in_sequence(self, before: Node, after: Node, path: str) -> str | None:
        old = [item for item in before.items if not self.change.removes(item.span)]
        new = [item for item in after.items if not self.change.brings(item.span)]
        old, new = _rest(old, new, before.items, after.items)
        if len(old) != len(new):
            return f"`{path}` has not the same values"
        pairs = enumerate(zip(old, new, strict=True))
        return _first(self._in_node(a, b, f"{path}[{i}]") for i, (a, b) in pairs)

    def _in_mapping(self, before: Node, after: Node, path: str) -> str | None:
        change = self.change
        old = [entry for entry in before.entries if not change.removes(_whole(entry))]
        new = [entry for entry in after.entries if not change.brings(_whole(entry))]
        old, new = _rest(old, new, before.entries, after.entries)
        if len(old) != len(new):
            return "keys of the front matter are gone, or new"
        for one, other in zip(old, new, strict=True):
            moved = change.shift.span(one.key_span)
            if moved is not None and (one.key, moved) != (other.key, other.key_span):
                return f"the key `{one.key}` is another"
            if moved is None and not change.becomes(one.key_span, other.key_span):
                return f"the key `{one.key}` is another"
        prefix = f"{path}." if path else ""
        pairs = zip(old, new, strict=True)
        return _first(self._in_node(a.value, b.value, f"{prefix}{a.key}") for a, b in pairs)


def _whole(entry: Entry) -> Span:
    return Span(entry.key_span.start, entry.value.span.end)


def _same(one: Node, other: Node) -> bool:
    """Whether two values are the same; `1`, `1.0` and `True` are not."""
    return repr(one.value) == repr(other.value)


def _rest(old: list[Any], new: list[Any], old_all: list[Any], new_all: list[Any]) -> Any:
    """What must be the same: all, where one edit replaces things by as many others."""
    return (old_all, new_all) if len(old_all) == len(new_all) else (old, new)


def _first(found: Iterator[str | None]) -> str | None:
    return next((one for one in found if one is not None), None)
