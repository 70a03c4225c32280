"""Rules for ids of the generators that choose among markdown-it's plugins.

Their configuration, as blint reads it, tells of `footnotes` and of `attrs`, lists of attributes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.reading.post import Post
from blint.site.headings.model import IdRules, note_labels
from blint.site.links.records import IdRule
from blint.site.settings import Settings


def knows_plugins(settings: Settings) -> bool:
    """Whether there is a configuration that tells of plugins."""
    return "footnotes" in settings.generator


def _note_ids(post: Post, settings: Settings) -> Iterator[str]:
    """The ids that markdown-it's plugin gives to footnotes, if it is known to be there."""
    if settings.generator.get("footnotes") is not True:
        yield from note_labels(post, settings)
        return
    used = {note.label for note in post.document.footnotes if not note.definition}
    for number in range(1, len(used) + post.text.count("^[") + 1):
        yield from (f"fn{number}", f"fnref{number}")


def _attribute_lists(settings: Settings) -> bool:
    return settings.generator.get("attrs") is not False


def _certainty(settings: Settings) -> IdRule:
    return "all" if knows_plugins(settings) else "exact"


MARKDOWN_IT: Final = IdRules(
    extra=_note_ids, attribute_lists=_attribute_lists, certainty=_certainty
)
