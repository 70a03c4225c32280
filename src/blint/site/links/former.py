"""Addresses that posts had before a change, and which pages answer there now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from blint.facts import FAULTY, Former, PostFacts
from blint.site.links import emit as links
from blint.site.links.group import Group
from blint.site.links.records import LinkRecord, Record
from blint.site.routing.layouts import rules_of
from blint.site.routing.paths import address_of
from blint.site.routing.reading import routes_of
from blint.site.settings import Settings
from blint.source import Span


class Old(msgspec.Struct, frozen=True):
    """An address that a post has given up, as if a link led there, and the path of the post now, or
    then where it is gone."""

    link: LinkRecord
    former: Former
    path: str


class Abandoned(msgspec.Struct, frozen=True):
    """What meets at some addresses: pages as they are now, and addresses of before."""

    old: tuple[Old, ...]
    group: Group


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Record | Old]]:
    """A post as a page, under every name it has, and each address that it had before."""
    if not facts.data:
        yield from links.emit(msgspec.structs.replace(facts, links=()), settings)
    rules = rules_of(settings) if facts.formerly else None
    if rules is not None:
        for former in facts.formerly:
            link = LinkRecord(
                *(facts.path, settings.collection, Span(0, 0), former.url, (former.url,), None),
                *(True, False, False),
                exact=True,
            )
            yield rules.key(former.url), Old(link, former, facts.path)


def abandoned(records: list[Record | Old]) -> Abandoned | None:
    """The group of some records, or None where no address of before is among them."""
    old = tuple(record for record in records if isinstance(record, Old))
    if not old:
        return None
    pages = (record for record in records if not isinstance(record, Old))
    return Abandoned(old, Group((*pages, *(one.link for one in old))))


def given_up(
    then: PostFacts,
    settings_then: Settings,
    now: PostFacts | None,
    settings: Settings,
    today: str,
) -> Iterator[str]:
    """The URL paths that a published post had, and has not any more; nothing where that is not
    certain. `now` None: the post is gone. `today` is an ISO date."""
    before = public_outputs(then, settings_then, today)
    after = public_outputs(now, settings, today) if now is not None else ()
    if not before or after is None:
        return
    for output in before:
        if output not in after:
            yield address_of(output)


def public_outputs(facts: PostFacts, settings: Settings, today: str) -> tuple[str, ...] | None:
    """The pages that a post is published as on a day, without those that lead on to it; None where
    that is not known."""
    rules = rules_of(settings)
    if rules is None or FAULTY in facts.extra or not rules.layout.holds(facts.path):
        return None
    routes = routes_of(facts, rules)
    if not routes.certain or routes.before or routes.stands_in:
        return None
    is_draft = facts.draft if routes.draft is None else routes.draft
    since = routes.since or facts.since
    if not routes.later and (is_draft or since > today or (facts.until and facts.until <= today)):
        return ()
    return tuple(one for one in routes.own if one.endswith(_PAGE) and "\0" not in one)


_PAGE: Final = (".html", ".htm")
