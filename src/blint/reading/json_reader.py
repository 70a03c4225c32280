"""JSON as a tree with places."""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from typing import Any

from blint.reading.nodes import Entry, Fault, Node
from blint.reading.tree import (
    MAX_DEPTH,
    MAX_NUMBER,
    LimitError,
    Reading,
    duplicate_key,
    long_number,
    quote,
    too_deep,
)
from blint.source import Span


def read_json(text: str, offset: int = 0) -> Reading:
    """One JSON value (RFC 8259) as a tree; never raises.

    Spans are into `text`, shifted by `offset`. Where a key stands twice, the last one wins.
    JSON has no comments, so `comments` is empty.
    """
    scanner = _Scanner(text, offset)
    root = None
    try:
        root = scanner.document()
    except (_SyntaxFault, LimitError) as error:
        scanner.faults.append(error.fault)
    except JSONDecodeError as error:
        scanner.faults.append(scanner.string_fault(error))
    return Reading(root, scanner.faults, [])


class _SyntaxFault(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Scanner:
    """Reads from left to right; every method takes a position and gives the one after."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.faults: list[Fault] = []

    def document(self) -> Node:
        """The one value of the text."""
        root, end = self.value(self.skip(0), 0)
        end = self.skip(end)
        if end < len(self.text):
            raise self.error(end, "text follows the end of the JSON value", "Remove it.")
        return root

    def value(self, start: int, depth: int) -> tuple[Node, int]:
        """The value at `start`, inside `depth` collections."""
        first = self.text[start : start + 1]
        if first == '"':
            raw, end = _STRINGS.raw_decode(self.text, start)
            return Node(self.span(start, end), raw, "scalar", raw, "quoted"), end
        if first in {"{", "["}:
            if depth == MAX_DEPTH:
                raise too_deep(start + self.offset)
            read = self.mapping if first == "{" else self.sequence
            return read(start, depth + 1)
        return self.bare(start)

    def mapping(self, start: int, depth: int) -> tuple[Node, int]:
        """An object."""
        value: dict[str, Any] = {}
        entries: list[Entry] = []
        first: dict[str, Span] = {}
        at = self.skip(start + 1)
        while not self.text.startswith("}", at):
            if entries:
                at = self.comma(at, start, "}")
            if not self.text.startswith('"', at):
                raise self.error(at, "a key in double quotes is missing here", "Quote the key.")
            key, end = _STRINGS.raw_decode(self.text, at)
            span = self.span(at, end)
            at = self.skip(end)
            if not self.text.startswith(":", at):
                raise self.error(at, f"a colon is missing after the key {quote(key)}", "Add it.")
            node, end = self.value(self.skip(at + 1), depth)
            if key in first:
                self.faults.append(duplicate_key(key, span, first[key]))
            first.setdefault(key, span)
            value[key] = node.value
            entries.append(Entry(key, span, node, "quoted"))
            at = self.skip(end)
        end = at + 1
        return Node(self.span(start, end), value, "mapping", style="flow", entries=entries), end

    def sequence(self, start: int, depth: int) -> tuple[Node, int]:
        """An array."""
        items: list[Node] = []
        at = self.skip(start + 1)
        while not self.text.startswith("]", at):
            if items:
                at = self.comma(at, start, "]")
            node, end = self.value(at, depth)
            items.append(node)
            at = self.skip(end)
        values = [item.value for item in items]
        end = at + 1
        return Node(self.span(start, end), values, "sequence", style="flow", items=items), end

    def comma(self, at: int, start: int, close: str) -> int:
        """The comma between two members of the collection that began at `start`."""
        if at >= len(self.text):
            opener = self.text[start]
            raise self.error(start, f"the `{opener}` here is not closed", f"Add `{close}`.")
        if not self.text.startswith(",", at):
            raise self.error(at, "a comma is missing before this", "Add a comma.")
        after = self.skip(at + 1)
        if self.text.startswith(close, after):
            raise self.error(at, f"a comma stands before `{close}`", "Remove the comma.")
        return after

    def bare(self, start: int) -> tuple[Node, int]:
        """A number, `true`, `false` or `null`."""
        match = _NUMBER.match(self.text, start) or _WORD.match(self.text, start)
        raw = match.group() if match else self.text[start : start + 1]
        end = start + len(raw)
        span = self.span(start, end)
        if raw in _CONSTANTS:
            return Node(span, _CONSTANTS[raw], "scalar", raw), end
        if match is None or match.re is _WORD:
            if not raw:
                raise self.error(start, "a value is missing here", "Add a value.")
            raise _SyntaxFault(
                Fault(
                    "invalid",
                    span,
                    f"{quote(raw)} is not a JSON value",
                    "Put text in double quotes.",
                )
            )
        if len(raw) > MAX_NUMBER:
            self.faults.append(long_number(span))
            return Node(span, raw, "scalar", raw), end
        return Node(span, float(raw) if match["real"] else int(raw), "scalar", raw), end

    def skip(self, start: int) -> int:
        """The position after white space."""
        match = _SPACE.match(self.text, start)
        return match.end() if match else start

    def span(self, start: int, end: int) -> Span:
        return Span(start + self.offset, end + self.offset)

    def error(self, at: int, message: str, help_text: str) -> _SyntaxFault:
        """The fault of one character, or of the end of the text."""
        span = self.span(min(at, len(self.text)), min(at + 1, len(self.text)))
        return _SyntaxFault(Fault("invalid", span, message, help_text))

    def string_fault(self, error: JSONDecodeError) -> Fault:
        """What is wrong inside a string."""
        if error.msg.startswith("Unterminated"):
            message, help_text = "the quotation mark here has no partner", "Add the closing one."
        elif "control character" in error.msg:
            message = "a line end or control character stands in quoted text"
            help_text = "Write `\\n` for a line end, or delete the character."
        else:
            message = "the text in quotes holds a backslash that JSON does not know"
            help_text = "Write `\\\\` for a backslash."
        return self.error(error.pos, message, help_text).fault


# Used only where a string starts, so that it reads just that.
_STRINGS = JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<real>(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.])")
_WORD = re.compile(r"""[^\s,:\]\[{}"]+""")
_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None}
