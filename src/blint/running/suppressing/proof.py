"""Whether a post reads the same with comments in it that were not there before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from blint.facts import LinkFact, PostFacts, Word
from blint.late import late
from blint.reading.post import Post
from blint.running.gather import gather_facts
from blint.running.suppressing.blocks import block_parser
from blint.site.settings import Settings

_COMMENT = late(r"(?s)<!--.*?-->")
_EXPRESSION = late(r"(?s)\{/\*(.*?)\*/\}")
_TAG = late(r"\s*(<[^<>]*>)\s*")
_PLACES = frozenset({"lines", "length", "front_matter", "suppressions"})


def reading(post: Post, settings: Settings) -> list[Any]:
    """All that blint reads in a post, without where it stands, and without its comments."""
    document, text = post.document, post.text
    facts = gather_facts(post, settings, page=False)
    prose = "".join(text[start:end] for start, end in document.prose)
    return [
        post.front_matter.format,
        post.front_matter.data,
        [(one.level, one.inlines, one.id) for one in document.headings],
        [(one.destination, one.kind, one.image, one.templated) for one in document.links],
        [(one.label, one.destination, one.duplicate) for one in document.definitions],
        [(one.label, one.image) for one in document.undefined],
        [(one.info, one.closed, one.tag) for one in document.fences],
        [text[start:end] for start, end in document.code],
        [one.id for one in document.ids],
        [(one.label, one.definition) for one in document.footnotes],
        [one.text for one in document.templates if not _is_comment(one.text)],
        "".join(prose.split()),
        list(_plain_facts(facts)),
    ]


def body_of(post: Post) -> str:
    """The text of a post behind its front matter."""
    return post.text[post.front_matter.body :]


def comments(post: Post) -> int:
    """How many comments blint reads in a post."""
    return len(post.document.comments) + len(post.front_matter.comments)


def _is_comment(text: str) -> bool:
    return _EXPRESSION.fullmatch(text.strip()) is not None


def _plain_facts(facts: PostFacts) -> Iterator[Any]:
    for name in facts.__struct_fields__:
        if name not in _PLACES:
            yield _plain(getattr(facts, name))


def _plain(value: Any) -> Any:
    if isinstance(value, Word):
        return value.text
    if isinstance(value, LinkFact):
        return msgspec.structs.replace(value, span=None)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def rendered(post: Post) -> str:
    """A body as HTML without comments, and without the white space that does not show.

    By the engine that blint does not read posts with, so that two have to agree.
    """
    body = body_of(post)
    if post.path.endswith(".mdx"):
        body = _EXPRESSION.sub(r"<!--\1-->", body)
    html = _COMMENT.sub("", block_parser().render(body))
    return _TAG.sub(r"\1", " ".join(html.split()))
