"""Front matter as a tree: every key and every value with the span it was written at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from blint.source import Span

Format = Literal["yaml", "toml", "json"]
Dialect = Literal["yaml-1.1", "yaml-1.2", "yaml-go"]
FaultKind = Literal["invalid", "unclosed", "duplicate-key", "limit", "date"]


class Fault(NamedTuple):
    """Something wrong with front matter: an error, or a key written twice (`other`: the first)."""

    kind: FaultKind
    span: Span
    message: str
    help: str | None = None
    other: Span | None = None


@dataclass(slots=True)
class Node:
    """A value and where it stands.

    `value` is plain data fit for JSON Schema: dict with str keys, list, str, int, float, bool,
    None. Dates and times are the text that was written. `span` covers the value as written,
    quotes and brackets included. `raw` is a scalar's text after unquoting. `style` tells how a
    scalar was written; only `plain` ones were up for resolution. `tag` is an explicit YAML tag.
    `temporal` marks what the dialect reads as a date or a time.
    """

    span: Span
    value: Any
    kind: Literal["mapping", "sequence", "scalar"]
    raw: str = ""
    style: Literal["plain", "quoted", "block", "flow"] = "plain"
    tag: str | None = None
    temporal: bool = False
    entries: list[Entry] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    def get(self, key: str, *, fold: bool = False) -> Entry | None:
        """The entry of a key, or None; the last one wins where a key stands twice."""
        for entry in reversed(self.entries):
            if entry.key == key or (fold and entry.key.casefold() == key.casefold()):
                return entry
        return None

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in text order."""
        yield self
        for entry in self.entries:
            yield from entry.value.walk()
        for item in self.items:
            yield from item.walk()


@dataclass(slots=True)
class Entry:
    """A key and its value. `key` is the text of the key, `key_span` where it stands."""

    key: str
    key_span: Span
    value: Node
    key_style: Literal["plain", "quoted"] = "plain"


@dataclass(slots=True)
class FrontMatter:
    """The metadata block of a post.

    `format` None: the post has none. `span` covers the block with both its delimiters (up to, not
    including, the line end after the closing one), and is empty at 0 where there is none.
    `body` is the offset where the Markdown starts. `root` is None where the block could not be
    read as a mapping; `faults` then says why. `comments` are the YAML or TOML comments in the
    block, as spans from `#` to the end of the line.
    """

    format: Format | None
    span: Span
    body: int
    root: Node | None = None
    faults: list[Fault] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    _names: dict[bool, frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def names(self, *, fold: bool = False) -> frozenset[str]:
        """The keys of the first level; `fold`: in one case. Made once, for many ask."""
        found = self._names.get(fold)
        if found is None:
            keys = self.root.value if self.root is not None else ()
            found = frozenset(map(str.casefold, keys) if fold else keys)
            self._names[fold] = found
        return found

    @property
    def data(self) -> dict[str, Any]:
        """The values alone, as JSON Schema wants them."""
        return self.root.value if self.root is not None else {}

    def entry(self, path: str, *, fold: bool = False) -> Entry | None:
        """The entry at a dotted path such as `extra.tags`, or None; `fold`: case is no matter."""
        node, entry = self.root, None
        for key in path.split("."):
            entry = node.get(key, fold=fold) if node is not None else None
            if entry is None:
                return None
            node = entry.value
        return entry

    def first(self, paths: Iterable[str], *, fold: bool = False) -> Entry | None:
        """The entry of the first of some dotted paths that is there, or None."""
        if self.root is None:
            return None
        for path in paths:
            entry = self.entry(path, fold=fold)
            if entry is not None:
                return entry
        return None
