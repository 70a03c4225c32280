"""Blocks of code between the tags of a template, told from their source as fences.

`{% highlight ruby %}` of Liquid and Nunjucks, `{{< highlight go >}}` of Hugo and
`{% codeblock lang:js %}` of Hexo, whose other name is `code`.
"""

from __future__ import annotations

import re

from blint.late import late
from blint.reading.document import Fence
from blint.source import Span


def code_tag_fence(text: str, start: int, code: Span, end: int) -> Fence | None:
    """The block whose opening tag is at `start`, whose code is `code` and whose closing tag ends
    at `end`; None where it stands in a line of text, or may do so.
    """
    line = text.rfind("\n", 0, start) + 1
    if not _NOTHING.fullmatch(text, line, start):
        return None
    opener = _OPENER.match(text, start, code.start)
    if opener is None:
        return None
    info = _arguments(text, opener.end(), code.start)
    arguments = text[slice(*info)]
    if _INLINE.search(arguments):
        return None
    first, last = _language(opener["name"], arguments)
    return Fence(
        info=arguments,
        language=arguments[first:last],
        opener=Span(start, code.start),
        language_span=Span(info.start + first, info.start + last),
        info_span=info,
        content=_content(text, *code),
        span=Span(start, end),
        closed=True,
        tag=opener["name"],
    )


def _arguments(text: str, start: int, end: int) -> Span:
    """Where the arguments of a tag stand that go on at `start` in a tag that ends at `end`."""
    end -= 3 if text.startswith("}}", end - 2) else 2
    inside = text[start:end].removesuffix("-").rstrip()
    trimmed = inside.lstrip()
    return Span(start + len(inside) - len(trimmed), start + len(inside))


def _language(tag: str, arguments: str) -> tuple[int, int]:
    """From where to where the arguments of a tag name a language; at their start where nowhere."""
    found = (_FIRST if tag == "highlight" else _LANG).match(arguments)
    return found.span("word") if found is not None else (0, 0)


def _content(text: str, start: int, end: int) -> Span:
    """The lines of code: without the rest of the line of either tag, and without tags for raw text
    that stand around all of it."""
    opened = _RAW.match(text, start, end)
    if opened is not None:
        start = opened.end()
        closed = text.rfind("{%", start, end)
        if closed >= 0 and _END_RAW.fullmatch(text, closed, end):
            end = closed
    rest = _REST.match(text, start, end)
    if rest is not None:
        start = rest.end()
    line = text.rfind("\n", start, end) + 1
    if line and not text[line:end].strip(" \t>"):
        end = line
    elif not text[start:end].strip(" \t>"):
        end = start
    return Span(start, end)


# What containers leave before the first block in them.
_NOTHING = late(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
_OPENER = late(r"(?:\{%-?|\{\{[<%])\s*(?P<name>\w+)")
_FIRST = late(r"(?P<mark>[\"'`]?)(?P<word>[^\s\"'`=,]+)(?P=mark)(?![^\s,])")
_LANG = late(r"(?:.*?\s)?lang:(?P<word>\S+)", re.DOTALL)
_INLINE = late(r"\bhl_inline\s*=\s*[\"']?true")
_REST = late(r"[ \t]*\r?\n")
_RAW = late(r"\s*\{%-?\s*raw\s*-?%\}")
_END_RAW = late(r"\{%-?\s*endraw\s*-?%\}\s*")
