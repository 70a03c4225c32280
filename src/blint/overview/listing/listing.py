"""The blog's own index: its posts, or those of one tag, newest first."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from blint.facts import PostFacts, Word
from blint.overview.tags.names import TagNames
from blint.running.errors import UsageFault
from blint.running.load import LoadedBlog
from blint.site.moments import read_moment
from blint.site.nearest import did_you_mean
from blint.site.posts import is_index, post_title
from blint.site.read_time.body import Body
from blint.site.read_time.formula import estimate
from blint.site.settings import Formula, Settings


class Lines(msgspec.Struct, frozen=True):
    """The lines of a post that say what a list shows of it; the title's where there is no other."""

    title: int
    date: int
    description: int
    tags: int


class Item(msgspec.Struct, frozen=True):
    """A post as a list shows it.

    `days` are ISO dates, the first the one to show, others what it may be in another time zone;
    none where nothing tells. `moment` sorts as time goes. `minutes` None: nothing is stored, and
    how the site counts is not known. `hidden` says why the post is not published; empty: it is.
    """

    path: str
    title: str
    days: tuple[str, ...]
    moment: str
    minutes: float | None
    description: str
    tags: tuple[str, ...]
    language: str
    hidden: str
    lines: Lines

    @property
    def day(self) -> str:
        """The day that the post is of; empty where nothing tells."""
        return self.days[0] if self.days else ""


class Listing(msgspec.Struct, frozen=True):
    """The posts of a blog, or those of a tag, newest first; those without a date come last.

    `tag` empty: all of them.
    """

    tag: str
    items: tuple[Item, ...]

    @property
    def undated(self) -> int:
        """How many posts have no date."""
        return sum(not item.days for item in self.items)


class Catalogue(msgspec.Struct, frozen=True):
    """All posts of a blog, hidden ones too, as lists show them, and how its tags are spelled."""

    items: tuple[Item, ...]
    names: TagNames

    def listing(self, tag: str | None, *, drafts: bool) -> Listing:
        """The list of all posts, or of those of a tag; of hidden ones only with `drafts`.

        Raises UsageFault where neither a post nor the vocabulary has the tag.
        """
        shown = [item for item in self.items if drafts or not item.hidden]
        if tag is None:
            return Listing("", tuple(shown))
        name = self.names.name(tag)
        if name is None:
            hint = did_you_mean(tag, self.names.names)
            raise UsageFault(f"No post has the tag `{tag}`." + (f" {hint}" if hint else ""))
        return Listing(name, tuple(item for item in shown if self.carries(item, name)))

    def carries(self, item: Item, tag: str) -> bool:
        """Whether a post has a tag, under any of its names."""
        key = self.names.key(tag)
        return any(self.names.key(own) == key for own in item.tags)


def catalogue(blog: LoadedBlog, today: str) -> Catalogue:
    """All posts of a blog, newest first; `today` is an ISO date."""
    posts = (facts for facts in blog.posts if not is_index(facts.path))
    items = [_item(facts, blog.settings_of(facts), today) for facts in posts]
    items.sort(key=lambda item: item.path)
    items.sort(key=lambda item: item.moment, reverse=True)
    names = TagNames(
        (tag for item in items for tag in item.tags),
        (one.vocabulary for one in blog.settings.values() if one.vocabulary is not None),
    )
    return Catalogue(tuple(items), names)


def timed(blog: LoadedBlog, listing: Listing) -> Listing:
    """A list with the read times of posts that store none, where it is known how the site counts.

    Those posts are read anew.
    """
    wanted = {item.path for item in listing.items if item.minutes is None}
    if not wanted:
        return listing
    found: dict[str, float] = {}
    for post, settings in blog.read(lambda facts: facts.path in wanted and _counts(blog, facts)):
        method = _method(settings)
        if method is not None:
            found[post.path] = float(estimate(method, Body(post, settings.generator)).minutes)
    items = (
        msgspec.structs.replace(item, minutes=found[item.path]) if item.path in found else item
        for item in listing.items
    )
    return Listing(listing.tag, tuple(items))


def _counts(blog: LoadedBlog, facts: PostFacts) -> bool:
    return _method(blog.settings_of(facts)) is not None


def _method(settings: Settings) -> str | Formula | None:
    read_time = settings.read_time
    return read_time.formula or read_time.method or settings.preset.read_time


def _item(facts: PostFacts, settings: Settings, today: str) -> Item:
    named = facts.title or facts.heading
    table = facts.line_table

    def line(word: Word | None, other: int = 1) -> int:
        return table.position(word.span.start)[0] if word is not None else other

    top = line(named)
    return Item(
        path=facts.path,
        title=post_title(facts),
        days=tuple(dict.fromkeys(_days(facts, settings))),
        moment=facts.published,
        minutes=facts.minutes,
        description=" ".join(facts.description.text.split()) if facts.description else "",
        tags=tuple(dict.fromkeys(" ".join(tag.text.split()) for tag in facts.tags)),
        language=facts.language,
        hidden=_why_hidden(facts, today),
        lines=Lines(
            top,
            line(facts.date, top),
            line(facts.description, top),
            line(facts.tags[0] if facts.tags else None, top),
        ),
    )


def _days(facts: PostFacts, settings: Settings) -> Iterator[str]:
    if facts.published:
        yield facts.published[:10]
        written = read_moment(facts.date.text) if facts.date is not None else None
        if written is not None and written.local(settings.time_zone).text == facts.published:
            yield from written.days(settings.time_zone)


def _why_hidden(facts: PostFacts, today: str) -> str:
    if facts.draft:
        return "draft"
    if facts.since > today:
        return "future"
    return "expired" if facts.until and facts.until <= today else ""
