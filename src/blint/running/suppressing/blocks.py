"""The blocks of a body: where a line can be put between them, and where it would part one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt

from blint.source import Span

_LEAVES = frozenset(
    {"paragraph_open", "heading_open", "fence", "code_block", "html_block", "hr", "table_open"}
)
_CONTAINERS = frozenset({"bullet_list_open", "ordered_list_open", "blockquote_open"})


class Block(NamedTuple):
    """A block of a body, from the start of its first line to the end of its last one with text.

    `kind` is the name that markdown-it has for it. `outer` are the kinds of what it is in.
    """

    kind: str
    span: Span
    outer: tuple[str, ...]


class Blocks:
    """The blocks of a text from an offset on."""

    def __init__(self, text: str, body: int) -> None:
        self._all = list(_blocks(text, body))
        self._top = [block for block in self._all if not block.outer]

    def top(self, offset: int) -> Block | None:
        """The outermost block that an offset is in."""
        return next((b for b in self._top if b.span.start <= offset < b.span.end), None)

    def leaf(self, offset: int) -> Block | None:
        """The innermost block that an offset is in."""
        return next((b for b in reversed(self._all) if b.span.start <= offset < b.span.end), None)


def block_parser() -> MarkdownIt:
    """The Markdown that all generators have in common."""
    return MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])


def _blocks(text: str, body: int) -> Iterator[Block]:
    # The parser parts lines at a carriage return as well, and it must not count more of them.
    source = text[body:].replace("\r\n", " \n").replace("\r", " ").replace("\0", "\ufffd")
    starts = [body]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    md = block_parser()
    md.core.ruler.disable(["inline", "text_join"])
    outer: list[str] = []
    for token in md.parse(source):
        if token.type in _CONTAINERS or token.type in _LEAVES:
            assert token.map is not None
            first, last = token.map
            while last > first + 1 and not text[starts[last - 1] : starts[last]].strip():
                last -= 1
            span = Span(starts[first], min(starts[last], len(text) + 1))
            yield Block(token.type, span, tuple(outer))
        if token.type in _CONTAINERS:
            outer.append(token.type)
        elif token.type.replace("_close", "_open") in _CONTAINERS:
            outer.pop()
