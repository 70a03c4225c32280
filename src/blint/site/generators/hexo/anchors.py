"""The ids of a Hexo page beside those of its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from blint.reading.post import Post
from blint.site.generators.hexo.config import PACKAGES


def knows_footnotes(config: Mapping[str, Any]) -> bool:
    """Whether footnotes are sure to be plain text, as marked has none: no plugin reads them."""
    packages = config.get(PACKAGES)
    return packages is not None and not any(map(_NOTES.search, packages))


def extra_ids(post: Post, config: Mapping[str, Any]) -> Iterator[str]:
    """The place where an excerpt ends, and the labels of notes where a plugin may read them."""
    if "more" in post.text and _MORE.search(post.text, post.front_matter.body):
        yield "more"
    if not knows_footnotes(config):
        yield from (note.label for note in post.document.footnotes if note.definition)


_NOTES: Final = re.compile("footnote|reference")
_MORE: Final = re.compile(r"<!--+\s*more\s*--+>", re.IGNORECASE)
