"""Finds code fences that name no language."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.document import Fence
from blint.reading.post import Post
from blint.site.code.info_strings import named_in
from blint.site.code.snippets import Snippet
from blint.site.code.telling import told_name
from blint.site.settings import Settings
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on the opening marks of each closed fence without a language."""
    marks_left_open = ""
    for fence in post.document.fences:
        if not fence.closed:
            marks_left_open = _marks(fence, post)
            continue
        # Bare marks after a fence that its list ended are the close the author meant for that one.
        is_stray = marks_left_open and not fence.info and _marks(fence, post) == marks_left_open
        marks_left_open = ""
        if not is_stray and named_in(fence, settings.preset.info_strings) is None:
            yield Finding(
                fence.opener,
                f"The {f'`{fence.tag}` tag' if fence.tag else 'code fence'} names no language.",
                help=_HELP.get(fence.tag, _HELP[""]),
                fix=_fix(post, fence, settings),
            )


_HELP = {
    "": "Name one behind the opening marks; `text` is for what is no code.",
    "highlight": "Name one behind the word `highlight`; `text` is for what is no code.",
    "codeblock": "Name one as `lang:js`; `lang:text` is for what is no code.",
    "code": "Name one as `lang:js`; `lang:text` is for what is no code.",
}


def _marks(fence: Fence, post: Post) -> str:
    return post.text[fence.opener.start : fence.opener.end]


def _fix(post: Post, fence: Fence, settings: Settings) -> Fix | None:
    """The name of what the fence surely holds; a guess all the same, so that it is asked for."""
    if fence.tag:
        return None
    name = told_name(Snippet(post.text, fence).text, settings)
    if name is None:
        return None
    behind = Span(fence.opener.end, fence.opener.end)
    return Fix(f"Name it `{name}`", (Edit(behind, name),), safe=False)
