"""orphan-post: a post that no other post links to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from blint.diagnostics import Finding
from blint.facts import PostFacts
from blint.late import late
from blint.site.links import emit as links
from blint.site.links.group import Group
from blint.site.links.records import name_of
from blint.site.links.urls import path_name, without_date
from blint.site.model import Site
from blint.site.posts import is_index
from blint.site.settings import Settings
from blint.source import Span


class Part(msgspec.Struct, frozen=True, array_like=True):
    """A page or link with the name that the two meet under."""

    name: str
    record: links.Record


class Mention(msgspec.Struct, frozen=True, array_like=True):
    """A post's name in a templated link of the post at `path`."""

    path: str
    name: str


class Candidate(msgspec.Struct, frozen=True, array_like=True):
    """A post that ought to be linked to."""

    path: str
    span: Span


Clue = Part | Mention | Candidate


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Clue]]:
    """A post and its links, all under the site: a post has many names, and any may be used."""
    site = settings.site
    for name, record in links.emit(facts, settings):
        yield site, Part(name, record)
    for link in facts.links:
        if link.templated:
            for word in _WORD.findall(link.destination):
                yield site, Mention(facts.path, name_of(word.rstrip("/")))
    if not facts.page and not facts.draft and not is_index(facts.path):
        yield site, Candidate(facts.path, facts.title.span if facts.title else Span(0, 0))


def judge(_key: str, records: list[Clue], _site: Site) -> Iterator[Finding]:
    """Report each post of the site that nothing else on it leads to."""
    linked = set(_linked(records))
    mentions: dict[str, set[str]] = {}
    for record in records:
        if type(record) is Mention:
            mentions.setdefault(record.name, set()).add(record.path)
    for record in records:
        if type(record) is Candidate and record.path not in linked:
            name = path_name(record.path)
            names = (name_of(name), name_of(without_date(name)))
            if not any(mentions.get(name, set()) - {record.path} for name in names):
                yield Finding(
                    record.span,
                    "No other post links to this one.",
                    help="Link to it from a post on a related subject.",
                    path=record.path,
                )


def _linked(records: list[Clue]) -> Iterator[str]:
    groups: dict[str, list[links.Record]] = {}
    for record in records:
        if type(record) is Part:
            groups.setdefault(record.name, []).append(record.record)
    for group in map(Group, groups.values()):
        for link, page in group.leads:
            if page is not None and page.path != link.path:
                yield page.path


_WORD: Final = late(r"[\w./-]+")
