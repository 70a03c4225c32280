"""Snippets: the code of a fence as a reader sees it, and the way back to the post."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from blint.late import late
from blint.reading.document import Fence
from blint.site.code.info_strings import Named, named_in
from blint.source import Span


class Snippet:
    """The code of one fence, without the indentation and the marks of what the fence stands in.

    `text` ends each of its lines with LF. `named` is the language that the fence names, if any,
    as `dialect` has it, see `info_strings`.
    """

    __slots__ = ("_columns", "_post", "_ways", "fence", "named", "text")

    def __init__(self, post_text: str, fence: Fence, dialect: str = "") -> None:
        self.fence = fence
        self.named: Named | None = named_in(fence, dialect)
        start, end = fence.content
        content = post_text[start:end]
        self._post = post_text
        self._columns = _indentation(post_text, fence)
        # Where each line begins, in the snippet and in the post; few snippets are asked for it.
        self._ways: tuple[list[int], list[int]] | None = None
        if self._columns == (0, 0) and "\r" not in content:
            self.text = content if content.endswith("\n") or not content else content + "\n"
        else:
            lines = _lines(content)
            cut = [_cut(line, *self._columns) for line in lines]
            kept = [line[n:].removesuffix("\r") for line, n in zip(lines, cut, strict=True)]
            self.text = "".join([line + "\n" for line in kept])

    def span(self, start: int, end: int) -> Span:
        """Where in the post the code points from `start` to `end` of `text` stand."""
        return Span(self._offset(start), max(self._offset(end), self._offset(start)))

    def offset(self, line: int, column: int) -> int:
        """The offset in `text` of a 1-based line and column, moved to the nearest there is."""
        begins, _ = self._begins()
        line = min(max(line, 1), max(len(begins) - 1, 1))
        begin = begins[line - 1]
        stop = begins[line] - 1 if line < len(begins) else begin
        return min(max(begin + column - 1, begin), max(stop, begin))

    def _offset(self, at: int) -> int:
        begins, ways = self._begins()
        line = min(max(bisect_right(begins, at) - 1, 0), len(ways) - 1)
        return min(ways[line] + at - begins[line], self.fence.content.end)

    def _begins(self) -> tuple[list[int], list[int]]:
        """Where each line begins, in `text` and in the post, and where the last one ends."""
        if self._ways is None:
            start, end = self.fence.content
            lines = _lines(self._post[start:end])
            cut = [_cut(line, *self._columns) for line in lines]
            begins = accumulate((len(line) + 1 for line in self.text.split("\n")[:-1]), initial=0)
            ways = accumulate((len(line) + 1 for line in lines), initial=start)
            moved = [way + n for way, n in zip(ways, [*cut, 0], strict=True)]
            self._ways = (list(begins), moved)
        return self._ways


def _lines(content: str) -> list[str]:
    lines = content.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def _indentation(text: str, fence: Fence) -> tuple[int, int]:
    """How many columns the fence is indented in its innermost quote, and in how many it stands."""
    opener = fence.opener.start
    before = text[text.rfind("\n", 0, opener) + 1 : opener]
    quotes = before.count(">")
    inner = before.rpartition(">")[2]
    if quotes:
        inner = inner.removeprefix(" ")
    return len(inner.expandtabs(4)), quotes


def _cut(line: str, width: int, quotes: int) -> int:
    """How many characters at the start of a content line belong to what the fence stands in."""
    at = 0
    for _ in range(quotes):
        mark = _QUOTE.match(line, at)
        if mark is None:
            break
        at = mark.end()
    column = 0
    while column < width and at < len(line) and line[at] in " \t":
        column += 4 - column % 4 if line[at] == "\t" else 1
        at += 1
    return at


_QUOTE = late(r"[ \t]*> ?")
