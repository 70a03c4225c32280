"""Links with spaces in their destinations: Python-Markdown takes them, CommonMark does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.reading.document import Link
from blint.reading.post import Post
from blint.source import Span


def loose_links(post: Post) -> Iterator[Link]:
    """The inline links and images of a post whose destinations hold unescaped spaces.

    What stands in code, in a comment or in raw HTML is left out, and so is what a template or an
    extension may read in a way of its own.
    """
    for match in _LOOSE.finditer(post.text, post.front_matter.body):
        destination = match["destination"].rstrip()
        if " " not in destination or _OTHER.search(destination) or _is_apart(post, match):
            continue
        start = match.start("destination")
        yield Link(
            destination=destination,
            destination_span=Span(start, start + len(destination)),
            span=Span(*match.span()),
            kind="inline",
            image=match[0].startswith("!"),
            text=match["text"],
        )


def _is_apart(post: Post, match: re.Match[str]) -> bool:
    """Whether a match is in no paragraph: in code, a comment, or a block that begins with a tag."""
    spans = (*post.document.code, *(comment.span for comment in post.document.comments))
    if any(start <= match.start() < end for start, end in spans):
        return True
    begin, end = max(post.front_matter.body, match.start() - _FAR), match.end() + _FAR
    _, blank, before = post.text[begin : match.start()].rpartition("\n\n")
    is_cut = not blank and begin > post.front_matter.body
    if is_cut or before.lstrip().startswith("<"):
        return True
    return "`" in _CODE.sub("", before) and "`" in post.text[match.end() : end].split("\n\n")[0]


_LOOSE: Final = re.compile(
    r"(?<!\\)!?\[(?P<text>(?!\^)[^\[\]\n]*)\]\([ \t]*"
    r"(?P<destination>(?:[^\s()<>\"'{]|\{[ ]?\w+[ ]?\})"
    r"(?:[^()<>\"'\n]|\([^()<>\"'\n]*\))*)"
    r"(?:\"[^\"\n]*\"|'[^'\n]*')?[ \t]*\)"
)
# Paragraphs are looked at no further than this: nobody writes longer ones.
_FAR: Final = 5000
_CODE: Final = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
# Templates, and the sizes of images as some extensions have them.
_OTHER: Final = re.compile(r"\{\{|\{%|=\d*x\d*$|^(?:[A-Za-z][\w+.-]*:|//)")
