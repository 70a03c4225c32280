"""Fenced code blocks: the parts of one, told from its source."""

from __future__ import annotations

from blint.reading.document import Fence
from blint.source import Span


def fence_at(text: str, start: int, content_end: int, end: int) -> Fence:
    """The fence whose opening characters are at `start` and whose last content line ends at
    `content_end` (0: it has none), in a block that ends at `end`.

    Only what follows the content can be the closing fence, so nothing inside a fence, and no
    marker of a container around it, is taken for one.
    """
    line_end = text.find("\n", start, end)
    line_end = line_end if line_end >= 0 else end
    line = text[start:line_end]
    stop = start + len(line) - len(line.lstrip(line[0]))
    info = text[stop:line_end].strip()
    info_start = text.find(info, stop) if info else stop
    language = info.split(None, 1)[0] if info else ""
    first = min(line_end + 1, end)
    last = max(text.rfind("\n", first, content_end) + 1, first)
    if not text[last:content_end].strip():
        # The indentation of the closing fence, where a block was read without its own.
        content_end = last
    content = Span(first, max(first, content_end))
    tail = text[content.end : end].rstrip()
    end = max(content.end + len(tail), line_end)
    return Fence(
        info=info,
        language=language,
        opener=Span(start, stop),
        language_span=Span(info_start, info_start + len(language)),
        info_span=Span(info_start, info_start + len(info)),
        content=content,
        span=Span(start, end),
        closed=text[start:stop] in tail,
    )
