"""Rules for ids of the generators that read posts with Python-Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from blint.reading.post import Post
from blint.site.headings.model import IdRules, note_labels
from blint.site.headings.python_markdown import (
    extra_ids,
    has_attribute_lists,
    knows_footnotes,
    python_markdown_scheme,
)
from blint.site.links.records import IdRule
from blint.site.settings import Settings


def _extra(post: Post, settings: Settings) -> Iterable[str]:
    if not settings.generator:
        return note_labels(post, settings)
    return extra_ids(post.text, settings.generator)


def _attribute_lists(settings: Settings) -> bool:
    return has_attribute_lists(settings.generator)


def _certainty(settings: Settings) -> IdRule:
    return "all" if settings.generator and knows_footnotes(settings.generator) else "exact"


PYTHON_MARKDOWN: Final = IdRules(
    scheme=python_markdown_scheme,
    extra=_extra,
    attribute_lists=_attribute_lists,
    certainty=_certainty,
)
