"""The ids on pages of Astro beside those of headings: of markup, and of footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from blint.reading.post import Post
from blint.site.links.urls import MARKDOWN


def is_markup(path: str) -> bool:
    """Whether a file is a page that is no Markdown: a template or plain HTML."""
    return not path.lower().endswith(MARKDOWN)


def ids_in_markup(text: str) -> Iterator[str]:
    """The ids that markup gives as they are."""
    for match in _ID.finditer(text):
        yield match[2]


def footnote_ids(post: Post) -> Iterator[str]:
    """The ids of footnotes, as GFM has them; those with other letters as links spell them, too."""
    notes = post.document.footnotes
    defined = {_folded(note.label) for note in notes if note.definition}
    counts: dict[str, int] = {}
    for note in notes:
        label = _folded(note.label)
        if note.definition or label not in defined:
            continue
        counts[label] = number = counts.get(label, 0) + 1
        end = f"-{number}" if number > 1 else ""
        for spelled in {label, quote(label)}:
            if not end:
                yield f"user-content-fn-{spelled}"
            yield f"user-content-fnref-{spelled}{end}"
    if counts:
        yield "footnote-label"


def has_open_ids(post: Post) -> bool:
    """Whether components, expressions or scripts may bring ids that the text does not show."""
    if post.path.endswith(".html"):
        return "<script" in post.text
    if post.path.endswith((".mdx", ".astro")):
        start = post.front_matter.body if post.path.endswith(".mdx") else 0
        return any(
            not any(first <= match.start() < last for first, last in post.document.code)
            for match in _BRINGS.finditer(post.text, start)
        )
    return _CUSTOM.search(post.text, post.front_matter.body) is not None


def _folded(label: str) -> str:
    return label.lower().upper().lower()


_ID: Final = re.compile(r"\b(?:id|name)\s*=\s*\{?(['\"])([^\"'{}<>]+)\1")
# Those that Astro and Starlight come with have no ids that a link would name.
_BRINGS: Final = re.compile(
    r"<(?!(?:Aside|Badge|Card|CardGrid|Code|FileTree|Fragment|Icon|Image|LinkButton|LinkCard"
    r"|Picture|Steps|TabItem|Tabs)\b)[A-Z]|<[a-z]+-[a-z]|\bid=\{(?!['\"])|set:html|<slot\b"
    r"|\{[^{}]*=>"
)
_CUSTOM: Final = re.compile(r"<[a-z]+-[a-z]")
