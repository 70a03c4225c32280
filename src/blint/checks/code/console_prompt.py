"""Finds commands that are shown with a prompt, though nothing is shown of what they print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.post import Post
from blint.site.code.info_strings import named_in
from blint.site.code.prompts import Prompt, prompts
from blint.site.code.snippets import Snippet
from blint.site.settings import Settings


def check(post: Post, settings: Settings, *, languages: Sequence[str]) -> Iterator[Finding]:
    """A finding on the first prompt of each fence of a shell in which all is commands."""
    words = {word.lower() for word in languages}
    for fence in post.document.fences:
        named = named_in(fence, settings.preset.info_strings)
        if named is None or named.word.lower() not in words:
            continue
        snippet = Snippet(post.text, fence, settings.preset.info_strings)
        found = prompts(snippet.text)
        if found:
            yield _finding(snippet, found)


def _finding(snippet: Snippet, found: Sequence[Prompt]) -> Finding:
    first = found[0]
    mark = snippet.text[first.start : first.end].strip()
    commands = sum(prompt.first for prompt in found)
    several = "Both commands begin" if commands == 2 else f"All {commands} commands begin"
    subject = "The command begins" if commands == 1 else several
    edits = tuple(Edit(snippet.span(prompt.start, prompt.end), "") for prompt in found)
    start = first.end - len(snippet.text[first.start : first.end].lstrip())
    return Finding(
        snippet.span(start, start + len(mark)),
        f"{subject} with a prompt, `{mark}`, that readers copy as well.",
        help="Remove it; where a fence shows output too, name it `console`.",
        # `#` also says that root is needed, and `$` that the line is typed and not saved.
        fix=Fix("Remove the prompts" if len(found) > 1 else "Remove the prompt", edits, safe=False),
    )
