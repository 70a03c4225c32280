"""future-date: a post has a date that has not come, and is no draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from blint.diagnostics import Finding
from blint.facts import PostFacts
from blint.site.model import Site
from blint.site.moments import read_moment
from blint.site.settings import Settings
from blint.source import Span


class Dated(msgspec.Struct, frozen=True, array_like=True):
    """A post with its day, and the one it is published from on, ISO 8601; see `PostFacts`.

    `soonest` is the day that some clock on earth may show at the moment of its date.
    """

    path: str
    span: Span
    day: str
    soonest: str
    since: str


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Dated]]:
    """The day of a post, under its own path: no other post has a say.

    Where a key says from when on the post is to be published, that is its day, and not `date`,
    which may be that of an event.
    """
    if facts.draft or facts.page:
        return
    for word in (facts.publish, facts.date):
        moment = read_moment(word.text) if word is not None else None
        if word is not None and moment is not None:
            day, soonest = moment.local(settings.time_zone).day, moment.days(settings.time_zone)[0]
            yield facts.path, Dated(facts.path, word.span, day, soonest, facts.since)
            return
    if facts.published:
        day = facts.published[:_DAY]
        span = facts.date.span if facts.date is not None else Span(0, 0)
        yield facts.path, Dated(facts.path, span, day, day, facts.since)


def judge(_key: str, records: list[Dated], site: Site) -> Iterator[Finding]:
    """Report a post whose day is after today."""
    for post in records:
        if post.soonest > site.today:
            means = "is not published until then" if post.since > site.today else "may be online"
            yield Finding(
                post.span,
                f"The date {post.day} has not come, and the post {means}.",
                help="Mark the post as a draft if it is one, or correct the date.",
                path=post.path,
            )


_DAY: Final = len("2024-01-31")
