"""Fenced code blocks: the parts of one, told from its source."""

from __future__ import annotations

from functools import partial

from blint.reading.document import Fence
from blint.source import Span

# Half the price of calling the class.
_span = partial(tuple.__new__, Span)


def fence_at(text: str, start: int, content_end: int, end: int) -> Fence:
    """The fence whose opening characters are at `start` and whose last content line ends at
    `content_end` (0: it has none), in a block that ends at `end`.

    Only what follows the content can be the closing fence, so nothing inside a fence, and no
    marker of a container around it, is taken for one.
    """
    line_end = text.find("\n", start, end)
    line_end = line_end if line_end >= 0 else end
    mark, stop = text[start], start + 1
    while stop < line_end and text[stop] == mark:
        stop += 1
    info = text[stop:line_end].strip()
    info_start = text.find(info, stop) if info else stop
    language = info.split(None, 1)[0] if info else ""
    first = min(line_end + 1, end)
    if content_end <= first:
        content_end = first
    elif text[content_end - 1] != "\n":
        last = max(text.rfind("\n", first, content_end) + 1, first)
        if not text[last:content_end].strip():
            # The indentation of the closing fence, where a block was read without its own.
            content_end = last
    tail = text[content_end:end].rstrip()
    end = max(content_end + len(tail), line_end)
    return Fence(
        info=info,
        language=language,
        opener=_span((start, stop)),
        language_span=_span((info_start, info_start + len(language))),
        info_span=_span((info_start, info_start + len(info))),
        content=_span((first, content_end)),
        span=_span((start, end)),
        closed=text[start:stop] in tail,
    )
