"""Finds code fences that name one language and hold another."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.post import Post
from blint.site.code.mislabelled import may_be_mislabelled, really
from blint.site.code.snippets import Snippet
from blint.site.code.telling import name_for, title_of
from blint.site.settings import Settings
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on the word of each closed fence that surely holds another language."""
    for fence in post.document.fences:
        if not fence.closed or not may_be_mislabelled(fence.language):
            continue
        snippet = Snippet(post.text, fence, settings.preset.info_strings)
        named = snippet.named
        if named is None or not named.sure:
            continue
        held = really(snippet.text, named.word)
        name = name_for(held, settings) if held else None
        # Where the highlighter has no name for it, there is nothing better to write.
        if held is None or name is None or name == named.word:
            continue
        start = fence.info_span.start + named.start
        span = Span(start, start + len(named.word))
        yield Finding(
            span,
            f"This fence says `{named.word}`, and holds {_what(held)}.",
            help=f"Name it `{name}`.",
            fix=Fix(f"Name it `{name}`", (Edit(span, name),), safe=False),
        )


def _what(held: str) -> str:
    return _WHAT.get(held) or title_of(held)


_WHAT = {
    "console": "a shell session",
    "diff": "a diff",
    "docker": "a Dockerfile",
    "http": "an HTTP message",
    "jsonl": "JSON Lines",
    "jsx": "JSX",
    "sh": "shell commands",
    "text": "a table of results",
}
