"""TOML as a tree with places: values from tomllib, places from a scanner of our own.

tomllib says whether a text is TOML and what it means. The scanner then walks the same text with
tomllib's values at hand, so that it only needs to see where things start and end.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, time
from typing import Any, Literal, NamedTuple

from blint.reading.nodes import Entry, Fault, Node
from blint.reading.toml_problems import explain
from blint.reading.tree import MAX_DEPTH, MAX_NUMBER, LimitError, Reading, long_number, too_deep
from blint.source import Span


def read_toml(text: str, offset: int = 0) -> Reading:
    """A TOML document as a tree; never raises.

    Spans are into `text`, shifted by `offset`. Dates and times are the text that was written. A
    table spans from its header, or from its first dotted key, to its last value. What TOML itself
    forbids, such as a key written twice or an impossible date, leaves no root.
    """
    scanner = _Scanner(text, offset)
    root = None
    try:
        # tomllib takes time in the square of the parts of a dotted key.
        if text.count(".") >= MAX_DEPTH and (deep := _DEEP_KEY.search(text)):
            raise too_deep(deep.start() + offset)
        root = scanner.document(tomllib.loads(text))
    except LimitError as error:
        scanner.faults.append(error.fault)
    except RecursionError:
        scanner.faults.append(too_deep(offset).fault)
    except ValueError as error:
        scanner.faults.append(explain(error, text, offset))
    return Reading(root, scanner.faults, scanner.comments)


Kind = Literal["mapping", "sequence"]


class _Key(NamedTuple):
    """One part of a dotted key."""

    text: str
    span: Span
    quoted: bool


class _Scanner:
    """Reads from left to right; most methods take a position and give the one after."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.faults: list[Fault] = []
        self.comments: list[Span] = []
        self.entries: dict[tuple[int, str], Entry] = {}
        self.open: list[Node] = []

    def document(self, data: dict[str, Any]) -> Node:
        """The root table, given what tomllib made of the text."""
        root = Node(self.span(0, len(self.text)), {}, "mapping", style="block")
        table, values = root, data
        at = self.skip(0)
        while at < len(self.text):
            if self.text.startswith("[", at):
                table, values, at = self.header(root, data, at)
            else:
                at = self.pair(table, values, at, 0)
            at = self.skip(at)
        root.span = self.span(0, len(self.text))
        return root

    def header(self, root: Node, data: dict[str, Any], start: int) -> tuple[Node, Any, int]:
        """The table that `[key]` or `[[key]]` opens, its values, and where the header ends."""
        is_array = self.text.startswith("[[", start)
        keys, end = self.path(start + 1 + is_array)
        end += 1 + is_array
        span = self.span(start, end)
        self.open = []
        node, values = root, data
        for key in keys[:-1]:
            node, values = self.table(node, values, key, span)
        last = keys[-1]
        if is_array:
            array = self.child(node, last, span, "sequence")
            item = Node(span, {}, "mapping", style="block")
            array.items.append(item)
            array.value.append(item.value)
            self.open += [array, item]
            node, values = item, values[last.text][len(array.items) - 1]
        else:
            node, values = self.table(node, values, last, span)
        self.grow(self.open, span.end)
        return node, values, end

    def pair(self, table: Node, values: Any, start: int, depth: int) -> int:
        """One `key = value`, added to its table."""
        if plain := _PLAIN_KEY.match(self.text, start):
            at = plain.end()
            keys = [_Key(plain[1], self.span(*plain.span(1)), False)]
        else:
            keys, at = self.path(start)
            at = self.blanks(at + 1)
        if len(keys) + depth > MAX_DEPTH:
            raise too_deep(start + self.offset)
        outside = len(self.open)
        for key in keys[:-1]:
            table, values = self.table(table, values, key, key.span)
        last = keys[-1]
        node, end = self.value(values[last.text], at, depth + len(keys))
        self.add(table, last, node)
        if self.open:
            self.grow(self.open, end + self.offset)
            del self.open[outside:]
        return end

    def table(self, parent: Node, values: Any, key: _Key, span: Span) -> tuple[Node, Any]:
        """The table under a key, made where it is new; the last one of an array of tables."""
        node = self.child(parent, key, span, "mapping")
        self.open.append(node)
        values = values[key.text]
        if node.kind == "sequence":
            values = values[len(node.items) - 1]
            node = node.items[-1]
            self.open.append(node)
        return node, values

    def grow(self, nodes: list[Node], end: int) -> None:
        """Let the tables that are open last until here."""
        for node in nodes:
            node.span = Span(node.span.start, max(node.span.end, end))

    def child(self, parent: Node, key: _Key, span: Span, kind: Kind) -> Node:
        """The node under a key, made where it is new."""
        entry = self.entries.get((id(parent), key.text))
        if entry is None:
            node = Node(span, {} if kind == "mapping" else [], kind, style="block")
            entry = self.add(parent, key, node)
        return entry.value

    def add(self, parent: Node, key: _Key, node: Node) -> Entry:
        entry = Entry(key.text, key.span, node, "quoted" if key.quoted else "plain")
        self.entries[id(parent), key.text] = entry
        parent.entries.append(entry)
        parent.value[key.text] = node.value
        return entry

    def path(self, start: int) -> tuple[list[_Key], int]:
        """The parts of a dotted key, and where the character after it stands."""
        keys: list[_Key] = []
        at = start - 1
        while not keys or self.text.startswith(".", at):
            match = _KEY.match(self.text, self.blanks(at + 1))
            # tomllib has accepted the text, so there is a key; an empty one would loop.
            if match is None:
                break
            written = match.group()
            quoted = written[0] in "\"'"
            key = written
            if quoted:
                key = tomllib.loads(f"k={written}")["k"] if "\\" in written else written[1:-1]
            keys.append(_Key(key, self.span(match.start(), match.end()), quoted))
            at = self.blanks(match.end())
        return keys, at

    def value(self, value: Any, start: int, depth: int) -> tuple[Node, int]:
        """The value at `start`, which tomllib reads as `value`."""
        if depth > MAX_DEPTH:
            raise too_deep(start + self.offset)
        if isinstance(value, list):
            return self.array(value, start, depth)
        if isinstance(value, dict):
            return self.inline_table(value, start, depth)
        if isinstance(value, str):
            match = _STRING.match(self.text, start)
            end = match.end() if match else start
            return Node(self.span(start, end), value, "scalar", value, "quoted"), end
        match = _BARE.match(self.text, start)
        raw = match.group().rstrip() if match else ""
        end = start + len(raw)
        span = self.span(start, end)
        if isinstance(value, date | time):
            return Node(span, raw, "scalar", raw, temporal=True), end
        if len(raw) > MAX_NUMBER:
            self.faults.append(long_number(span))
            value = raw
        return Node(span, value, "scalar", raw), end

    def array(self, values: list[Any], start: int, depth: int) -> tuple[Node, int]:
        """An array between brackets."""
        items: list[Node] = []
        at = self.skip(start + 1)
        for value in values:
            node, at = self.value(value, at, depth + 1)
            items.append(node)
            at = self.skip(at)
            at = self.skip(at + self.text.startswith(",", at))
        end = at + 1
        written = [item.value for item in items]
        return Node(self.span(start, end), written, "sequence", style="flow", items=items), end

    def inline_table(self, values: dict[str, Any], start: int, depth: int) -> tuple[Node, int]:
        """A table between braces."""
        node = Node(self.span(start, start), {}, "mapping", style="flow")
        at = self.skip(start + 1)
        while at < len(self.text) and not self.text.startswith("}", at):
            at = self.skip(self.pair(node, values, at, depth))
            at = self.skip(at + self.text.startswith(",", at))
        end = at + 1
        node.span = self.span(start, end)
        return node, end

    def skip(self, start: int) -> int:
        """The position after white space, line ends and comments, which are noted."""
        match = _SPACE.match(self.text, start)
        at = match.end() if match else start
        while self.text.startswith("#", at):
            comment = _COMMENT.match(self.text, at)
            end = comment.end() if comment else len(self.text)
            self.comments.append(self.span(at, end))
            match = _SPACE.match(self.text, end)
            at = match.end() if match else end
        return at

    def blanks(self, start: int) -> int:
        match = _BLANKS.match(self.text, start)
        return match.end() if match else start

    def span(self, start: int, end: int) -> Span:
        return Span(start + self.offset, end + self.offset)


_SPACE = re.compile(r"[ \t\r\n]*")
_BLANKS = re.compile(r"[ \t]*")
_COMMENT = re.compile(r"#[^\r\n]*")
_PLAIN_KEY = re.compile(r"([A-Za-z0-9_-]+)[ \t]*=[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
# Up to two of the quotation marks before the closing three belong to the text.
_STRING = re.compile(
    r'''"""(?:\\.|[^\\])*?"""(?:"{0,2})|\'\'\'.*?\'\'\'(?:'{0,2})|"(?:[^"\\]|\\.)*"|'[^']*\'''',
    re.DOTALL,
)
_BARE = re.compile(r"[^,\]}\#\r\n]+")
_DEEP_KEY = re.compile(
    r"""(?:^|[\[{,])[ \t]*(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){64}""", re.MULTILINE
)
