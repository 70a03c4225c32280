"""Finds code fences whose language the highlighter does not know."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.post import Post
from blint.site.code.highlighters import highlighter_title, known
from blint.site.code.info_strings import named_language
from blint.site.code.nearest import nearest
from blint.site.settings import Settings
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each word that stands for a language and is none."""
    for fence in post.document.fences:
        named = named_language(fence.info)
        if named is None or not named.sure or known(named.word, settings):
            continue
        start = fence.info_span.start + named.start
        yield _finding(Span(start, start + len(named.word)), named.word, settings)


def _finding(span: Span, word: str, settings: Settings) -> Finding:
    meant = nearest(word, settings)
    # Whoever writes `Ruby` for `ruby` means no other language.
    safe = meant is not None and meant.casefold() == word.casefold()
    highlighter = highlighter_title(settings)
    verdict = f"{highlighter} knows no" if highlighter else "No highlighter that blint knows has a"
    return Finding(
        span,
        f"{verdict} language `{word}`.",
        help=f"Did you mean `{meant}`?"
        if meant
        else "Name a known language, `text` for what is no code, "
        "or add the word to `languages` under `[code]`.",
        fix=Fix(f"Write `{meant}`", (Edit(span, meant),), safe=safe) if meant else None,
    )
