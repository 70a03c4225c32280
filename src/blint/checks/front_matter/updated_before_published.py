"""updated-before-published: a post was changed before it was there."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Related
from blint.reading.post import Post
from blint.site.moments import Moment, read_moment
from blint.site.publication import publication, written_date
from blint.site.settings import Settings


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """Report an update that is surely earlier than the publication."""
    front_matter, zone = post.front_matter, settings.time_zone
    word = written_date(front_matter, settings.fields.updated, settings)
    updated = read_moment(word.text) if word is not None else None
    if word is None or updated is None:
        return
    published = publication(post.path, front_matter, settings)
    if published is None:
        return
    written = read_moment(published.word.text) if published.word else None
    if not _is_before(updated, written or published.moment, zone):
        return
    first, then = _said(updated, written or published.moment, zone)
    where = published.word
    yield Finding(
        word.span,
        f"The post was updated on {first}, before it was published on {then}.",
        help="Correct the one that is wrong, or leave the update away.",
        related=(Related(where.span, "published here"),) if where is not None else (),
    )


def _is_before(one: Moment, other: Moment, zone: str) -> bool:
    """Whether a moment comes before another, whatever the time zone where it is not known."""
    if _are_exact(one, other):
        return one.local("UTC").text < other.local("UTC").text
    return max(one.days(zone)) < min(other.days(zone))


def _said(one: Moment, other: Moment, zone: str) -> tuple[str, str]:
    """Two moments in words, by one clock: that of the site, else the one of both, else UTC."""
    exact = _are_exact(one, other)
    if exact and not zone and one.offset != other.offset:
        return f"{one.local('UTC').text}Z", f"{other.local('UTC').text}Z"
    one, other = one.local(zone), other.local(zone)
    if exact and one.day == other.day:
        return one.text, other.text
    return one.day, other.day


def _are_exact(one: Moment, other: Moment) -> bool:
    """Whether both are written with a time and an offset."""
    return all(moment.time and moment.offset is not None for moment in (one, other))
