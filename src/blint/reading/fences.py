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
    mark = text[start]
    stop = start + 1
    while stop < end and text[stop] == mark:
        stop += 1
    line_end = text.find("\n", stop, end)
    line_end = line_end if line_end >= 0 else end
    info = text[stop:line_end].strip()
    info_start = text.find(info, stop) if info else stop
    language = info.split(None, 1)[0] if info else ""
    first = min(line_end + 1, end)
    content = Span(first, max(first, content_end))
    while end > content.end and text[end - 1] in "\r\n":
        end -= 1
    return Fence(
        info=info,
        language=language,
        opener=Span(start, stop),
        language_span=Span(info_start, info_start + len(language)),
        info_span=Span(info_start, info_start + len(info)),
        content=content,
        span=Span(start, end),
        closed=text[start:stop] in text[content.end : end],
    )
