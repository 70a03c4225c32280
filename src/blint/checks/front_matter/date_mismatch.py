"""date-mismatch: the front matter gives a post another day than its file's name or path does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding
from blint.late import late
from blint.reading.post import Post
from blint.site.keys import entry_of
from blint.site.moments import read_moment
from blint.site.publication import Told, day_of_address, day_told_by, written_date
from blint.site.settings import Settings


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """Report a date that no clock on earth can bring together with that of the path."""
    fields, front_matter = settings.fields, post.front_matter
    word = written_date(front_matter, fields.date, settings) if front_matter.root else None
    moment = read_moment(word.text) if word is not None else None
    if word is None or moment is None:
        return
    told = day_told_by(post.path)
    if told is None:
        day = day_of_address(front_matter, settings)
        if not day:
            return
        told = Told(day, "address")
    days = moment.days(settings.time_zone)
    if told.loose and _counts(told, post, settings):
        return
    if told.fits(days) or told.fits(_other_days(post, settings)):
        return
    yield Finding(
        word.span,
        f"The date is {moment.local(settings.time_zone).day}, but the {told.by} says {told.day}.",
        help="Readers see the date of the front matter. Correct the one that is wrong; where"
        " addresses are made of the path, a new path is a new address.",
    )


def _counts(told: Told, post: Post, settings: Settings) -> bool:
    """Whether the month in a name may be a count: `2024-10-tips.md` holds ten tips."""
    number = told.day.rpartition("-")[2]
    entry = entry_of(post.front_matter, settings.fields.title, fold=settings.preset.fold_keys)
    return entry is not None and number in _NUMBER.findall(entry.value.raw)


def _other_days(post: Post, settings: Settings) -> tuple[str, ...]:
    """The days under the other keys that tell when a post was written or published."""
    keys = (*settings.fields.date, *settings.fields.publish)
    words = (written_date(post.front_matter, (key,), settings) for key in keys)
    moments = (read_moment(word.text) for word in words if word is not None)
    return tuple(day for moment in moments if moment for day in moment.days(settings.time_zone))


_NUMBER: Final = late(r"\d+")
