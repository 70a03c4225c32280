"""Hexo's tags that stand for a whole link, such as `{% post_link hello %}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from blint.late import late
from blint.reading.document import Link
from blint.reading.post import Post
from blint.source import Span


class Found(NamedTuple):
    """How a tag looks something up (see `routing.templates`), what, and where that stands in it."""

    how: str
    destination: str
    start: int


def links_of(post: Post) -> list[Link]:
    """The links of a post with those that tags make, without what stands in tags for raw text."""
    document = post.document
    if not document.templates:
        return document.links
    literal = list(_literal(post))
    links = [x for x in document.links if not _is_in(literal, x.span.start) or x.kind == "html"]
    links += _tag_links(post, literal)
    return sorted(links, key=lambda link: link.span)


def read_tag(tag: str) -> Found | None:
    """What a tag leads to; None where it is no link, or not for blint to follow."""
    match = _TAG.fullmatch(tag)
    if match is None:
        return None
    words = [(m[0].strip("\"'"), m.start()) for m in _WORD.finditer(match["rest"])]
    offset = match.start("rest")
    name = match["name"]
    if name == "post_link" and words:
        return Found("post", words[0][0], offset + _at(words[0], match))
    if name in _NO_TAGS and words:
        return Found("nothing", words[0][0], offset + _at(words[0], match))
    if name in {"url_for", "full_url_for"} and len(words) == 2:
        return Found("rooted", words[1][0], offset + _at(words[1], match))
    if name == "img":
        word = next((word for word in words if word[0].startswith("/")), None)
        return Found("rooted", word[0], offset + _at(word, match)) if word else None
    if name == "link":
        word = next((word for word in words if _URL.match(word[0])), None)
        return Found("", word[0], offset + _at(word, match)) if word else None
    return None


def _at(word: tuple[str, int], match: re.Match[str]) -> int:
    """Where a word begins in the rest of a tag, after its quotation mark if it has one."""
    return word[1] + (match["rest"][word[1]] in "\"'")


def _tag_links(post: Post, literal: list[Span]) -> Iterator[Link]:
    """The links of tags; their texts tell how they are looked up."""
    text = post.text
    stops = _is_stopped(post)
    for template in post.document.templates:
        start, end = template.span
        found = read_tag(template.text) if not _is_in(literal, start) else None
        if found is None or _is_in(post.document.code, start) or text[start - 1 : start] == "`":
            continue
        at = start + found.start
        yield Link(
            destination=found.destination,
            destination_span=Span(at, at + len(found.destination)),
            span=Span(start, end),
            kind="inline",
            image=template.text.lstrip("{%- ").startswith("img"),
            text="nothing" if stops else found.how,
        )


def _is_stopped(post: Post) -> bool:
    """Whether a `{#`, such as that of `{#id}`, begins a comment that has no end: with a tag in the
    post, the build stops."""
    begins = (match.start() for match in _COMMENT.finditer(post.text, post.front_matter.body))
    return any(not _is_in(post.document.code, start) for start in begins)


def _literal(post: Post) -> Iterator[Span]:
    """What stands between the tags of raw text and of code."""
    opened: tuple[str, int] | None = None
    for template in post.document.templates:
        match = _BLOCK.match(template.text)
        if match is None:
            continue
        if template.text.count("{%") > 1 and _CLOSED.search(template.text):
            continue  # a block of code, in which nothing was read
        if opened is None and not match["end"]:
            opened = match["name"], template.span.end
        elif opened is not None and match["end"] and match["name"] == opened[0]:
            yield Span(opened[1], template.span.start)
            opened = None


def _is_in(spans: list[Span], offset: int) -> bool:
    return any(start <= offset < end for start, end in spans)


_TAG: Final = late(r"\{%-?\s*(?P<name>\w+)(?P<rest>.*?)-?%\}", re.DOTALL)
_WORD: Final = late(r"\"[^\"]*\"|'[^']*'|[^\s\"']+")
_BLOCK: Final = late(r"\{%-?\s*(?P<end>end)?_?(?P<name>raw|codeblock|code|verbatim)\b")
_CLOSED: Final = late(r"\{%-?\s*endcode(?:block)?\s*-?%\}$")
_COMMENT: Final = late(r"\{#(?!.*#\})", re.DOTALL)
# What are functions of templates, or tags of other generators: they stop the build.
_NO_TAGS: Final = frozenset(("link_to", "relative_url", "post_url", "ref", "relref"))
_URL: Final = late(r"(?:[a-z][a-z+.-]*:)?//", re.IGNORECASE)
