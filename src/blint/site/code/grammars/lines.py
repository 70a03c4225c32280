"""Lines of a fragment: where they begin and end, how far they are indented, what stands in them."""

from __future__ import annotations

from blint.site.code.grammars.reading import Unread


def line_start(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def indentation(text: str, at: int) -> int:
    """How many characters the line of a place is indented."""
    line = text[line_start(text, at) : line_end(text, at)]
    return len(line) - len(line.lstrip(" \t"))


def boundaries(code: Unread, start: int, end: int) -> list[int]:
    """Where tokens between two places begin and end, of at most the last twelve tokens."""
    inside = [leaf for leaf in code.leaves if start <= leaf.start and leaf.end <= end]
    return sorted({at for leaf in inside[-12:] for at in (leaf.start, leaf.end)})


def goes_on(code: Unread, start: int, end: int) -> bool:
    """Whether there is code between two places, comments and strange characters apart."""
    return any(
        start <= leaf.start < end
        and "comment" not in leaf.kind
        and code.text[leaf.start : leaf.end].isascii()
        for leaf in code.leaves
    )


def end_of_code(code: Unread, end: int) -> int:
    """Where the last token before a place ends, comments apart."""
    ends = (leaf.end for leaf in code.leaves if leaf.end <= end and "comment" not in leaf.kind)
    return max(ends, default=end)
