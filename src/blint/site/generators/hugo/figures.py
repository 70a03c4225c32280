"""Pictures that Hugo's `figure` shortcode shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.late import late
from blint.reading.document import Link
from blint.reading.post import Post
from blint.source import Span


def links_of(post: Post) -> list[Link]:
    """The links of a post with the pictures of its figures."""
    document = post.document
    figures = list(_figures(post)) if document.templates else []
    return (
        sorted((*document.links, *figures), key=lambda link: link.span)
        if figures
        else document.links
    )


def _figures(post: Post) -> Iterator[Link]:
    code = post.document.code
    for template in post.document.templates:
        source = _FIGURE.match(template.text)
        start, end = template.span
        if source is None or any(inside.start <= start < inside.end for inside in code):
            continue
        group = next(name for name in "abc" if source[name] is not None)
        where = Span(start + source.start(group), start + source.end(group))
        yield Link(source[group], where, Span(start, end), "inline", image=True)


_FIGURE: Final = late(
    r"\{\{[<%]\s*figure\s(?:[^<>]*?\s)?src\s*=\s*"
    r"(?:\"(?P<a>[^\"]+)\"|`(?P<b>[^`]+)`|(?P<c>[^\s\"'`<>]+))"
)
