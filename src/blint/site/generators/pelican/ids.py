"""Ids as Pelican gives them: by Python-Markdown, where there are settings, and by docutils."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from blint.reading.post import Post
from blint.site.headings import docutils_anchors
from blint.site.headings.copied import copied_is_open, copied_page
from blint.site.headings.model import Config, Scheme
from blint.site.headings.python_markdown import python_markdown_scheme
from blint.site.headings.python_markdown_ids import PYTHON_MARKDOWN
from blint.site.settings import Settings


def _scheme(config: Config) -> Scheme | None:
    return python_markdown_scheme(config) if config else None


def _page(post: Post, settings: Settings) -> Iterable[str] | None:
    if post.path.endswith(".rst"):
        return docutils_anchors.anchor_ids(post.text)
    return copied_page(post, settings)


def _is_open(post: Post, settings: Settings) -> bool | None:
    if post.path.endswith(".rst"):
        return docutils_anchors.has_open_ids(post.text)
    return copied_is_open(post, settings)


IDS: Final = PYTHON_MARKDOWN._replace(scheme=_scheme, page=_page, is_open=_is_open)
