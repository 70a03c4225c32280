"""missing-description: a post has no description, though most posts beside it have one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from blint.diagnostics import Finding
from blint.facts import FAULTY, PostFacts
from blint.site.model import Site
from blint.site.namesakes import is_list, shelf_of
from blint.site.settings import Settings
from blint.source import Span


class Described(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A post and whether it has a description; `empty`: the key is there, and nothing under it."""

    path: str
    span: Span
    described: bool
    empty: bool


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Described]]:
    """A post, under the folder whose posts share a habit."""
    if is_list(facts) or facts.front_matter.start == facts.front_matter.end:
        return
    if FAULTY in facts.extra:
        return
    word = facts.description
    described = word is not None and bool(word.text.strip())
    place = word or facts.title
    span = (
        place.span
        if place is not None
        else Span(facts.front_matter.start, facts.front_matter.start)
    )
    key = f"{settings.site}\n{settings.collection}\n{facts.language}\n{shelf_of(facts.path)}"
    yield key, Described(facts.path, span, described, word is not None and not described)


def judge(
    key: str, records: list[Described], _site: Site, *, min_share: float
) -> Iterator[Finding]:
    """Report the posts without a description where so many have one that it is the habit."""
    count = sum(record.described for record in records)
    if count == len(records) or count < min_share * len(records):
        return
    if min_share and count < _HABIT:
        return
    folder = key.rpartition("\n")[2]
    where = f"in `{folder}`" if folder else "here"
    for record in records:
        if not record.described:
            lack = "The description is empty" if record.empty else "The post has no description"
            yield Finding(
                record.span,
                f"{lack}; {count:,} of {len(records):,} posts {where} have one.",
                help="Say in a sentence what readers find in the post; search results, lists and"
                " cards show it.",
                path=record.path,
            )


_HABIT: Final = 2
