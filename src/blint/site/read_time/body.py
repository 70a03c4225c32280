"""The body of a post as the methods get it: as written, rendered, and as counts of both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from blint.reading.post import Post
from blint.reading.prose import count_words
from blint.reading.rendered import render, text_of

_UNSEEN = ("script", "style")


class Counts(NamedTuple):
    """Words of prose and of code blocks, CJK characters of both, and images."""

    prose: int
    code: int
    cjk: int
    images: int

    @property
    def words(self) -> int:
        """Words of prose and code; CJK characters are apart."""
        return self.prose + self.code


def count_post(post: Post) -> Counts:
    """The counts of a post's body."""
    document = post.document
    prose = count_words(post.text, document.prose)
    code = count_words(post.text, document.code)
    return Counts(prose.words, code.words, prose.cjk + code.cjk, document.images)


class Body:
    """The body of one post; each view of it is made when it is first asked for.

    `generator` is the configuration of the site's generator, as far as it is known.
    """

    def __init__(self, post: Post, generator: Mapping[str, Any] | None = None) -> None:
        self.post = post
        self.generator = generator or {}

    @cached_property
    def counts(self) -> Counts:
        """Words and characters of what blint read."""
        return count_post(self.post)

    @cached_property
    def source(self) -> str:
        """The Markdown as written, front matter left out."""
        return self.post.text[self.post.front_matter.body :]

    @property
    def images(self) -> int:
        """How many images there are."""
        return self.post.document.images

    @property
    def links(self) -> int:
        """How many links there are, images left out."""
        return sum(not link.image for link in self.post.document.links)

    @cached_property
    def html(self) -> str:
        """The body rendered, without footnotes and task lists."""
        return self._render(extended=False)

    @cached_property
    def text(self) -> str:
        """The text of the rendered body, that of scripts and styles included."""
        return text_of(self.html)

    @cached_property
    def visible(self) -> str:
        """The text of the rendered body, scripts and styles left out."""
        return text_of(self.html, without=_UNSEEN)

    @cached_property
    def prose(self) -> str:
        """The text of the rendered body, code blocks left out as well."""
        return text_of(self.html, without=(*_UNSEEN, "pre"))

    def rendered(self, *, raw: bool) -> str:
        """The text of the body rendered with footnotes and task lists, as Hugo strips it of HTML.

        `raw`: what is HTML in the Markdown is in it, and a `<br>` there ends a line.
        """
        made = self._render(extended=True, raw=raw)
        if raw:
            made = made.replace("<br>", "\n")
        return text_of(made, without=_UNSEEN)

    def _render(self, *, extended: bool, raw: bool = True) -> str:
        post = self.post
        return render(
            post.text,
            post.front_matter.body,
            mdx=post.path.endswith(".mdx"),
            extended=extended,
            raw=raw,
        )
