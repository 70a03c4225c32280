"""Finds characters in code that cannot be seen or look like others."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.document import Fence
from blint.reading.post import Post
from blint.site.code.invisible import Kind, Odd, hidden_in, odd_in
from blint.site.code.snippets import Snippet
from blint.site.confusables import code_point
from blint.site.settings import Settings
from blint.source import Span

_LIMIT = 20
"""The most findings in one block: what stands there more often is one slip of one tool."""


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each such run in fences, and on those that turn the direction in all code."""
    text = post.text
    if text.isascii():
        return
    fenced = set()
    for fence in post.document.fences:
        start, end = fence.content
        fenced.add(start)
        if not text[start:end].isascii():
            yield from islice(_in_fence(post, fence, settings), _LIMIT)
    for start, end in post.document.code:
        # What is indented is often no code but a page's own markup, so little is asked of it.
        if start not in fenced and not text[start:end].isascii():
            odd = (found for found in hidden_in(text[start:end]) if found.kind == "direction")
            yield from (_finding(found, _moved(start)) for found in islice(odd, _LIMIT))


def _in_fence(post: Post, fence: Fence, settings: Settings) -> Iterator[Finding]:
    snippet = Snippet(post.text, fence, settings.preset.info_strings)
    odd = odd_in(snippet.text, snippet.named.word if snippet.named else "")
    yield from (_finding(found, snippet.span) for found in odd)


def _moved(by: int) -> Callable[[int, int], Span]:
    return lambda start, end: Span(start + by, end + by)


def _finding(odd: Odd, span: Callable[[int, int], Span]) -> Finding:
    name = unicodedata.name(odd.character, "format character").lower()
    count = odd.end - odd.start
    what = f"{code_point(odd.character)} ({name})"
    title = _CURES[odd.kind]
    edits = tuple(Edit(span(start, end), text) for start, end, text in odd.edits)
    return Finding(
        span(odd.start, odd.end),
        f"There is {_article(odd)} {what} in this code{_HARM[odd.kind]}."
        if count == 1
        else f"There are {count} {what} in this code{_HARM[odd.kind]}.",
        help=f"{title}.",
        # Code may be about the very character; only its author knows.
        fix=Fix(title, edits, safe=False),
    )


def _article(odd: Odd) -> str:
    return "an invisible" if odd.kind in {"direction", "hidden"} else "a"


_HARM: dict[Kind, str] = {
    "direction": ", which shows it in another order than it is read",
    "hidden": "",
    "space": ", which is no space to a compiler",
    "quote": " where a string begins",
    "dash": " where an option begins",
}
_CURES: dict[Kind, str] = {
    "direction": "Remove it",
    "hidden": "Remove it",
    "space": "Write a space",
    "quote": "Write straight quotes",
    "dash": "Write hyphens",
}
