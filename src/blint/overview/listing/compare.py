"""Hold a published list against the content: every place where the two drifted apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from blint.overview.listing.listing import Catalogue, Item, Listing
from blint.overview.listing.matching import match
from blint.overview.listing.pages import left_to_others, note_of
from blint.overview.listing.published.dates import is_day
from blint.overview.listing.published.model import Entry, Published
from blint.overview.listing.same_text import same_text
from blint.overview.listing.shown_tags import Pair, tag_faults
from blint.site.moves import moved


class Drift(msgspec.Struct, frozen=True):
    """One difference. `path` and `line` are the post's, `listing_line` the list's; None: no such.

    `listed` and `actual` are what the list says and what the content says.
    """

    kind: str
    message: str
    title: str = ""
    path: str | None = None
    line: int | None = None
    listed: str | None = None
    actual: str | None = None
    listing_line: int | None = None


class Comparison(msgspec.Struct, frozen=True):
    """What came of it: the drifts, in the order of the list; `notes` tell what was left aside."""

    listing: Listing
    entries: int
    drifts: tuple[Drift, ...]
    notes: tuple[str, ...] = ()


KINDS: Final = (
    *("count", "missing", "extra", "order", "date"),
    *("read-time", "title", "description", "tags"),
)


def compare(published: Published, listing: Listing, everything: Catalogue) -> Comparison:
    """Every drift between a published list and what the content has for it."""
    entries = published.entries
    wanted = {item.path for item in listing.items}
    rest = [item for item in everything.items if item.path not in wanted]
    found = match(entries, [listing.items, rest])
    meant, notes = _of_languages(listing, [found[n] for n in sorted(found)])
    good = [Pair(entries[n], found[n]) for n in sorted(found) if found[n].path in wanted]
    drifts = [
        *_count(published, meant),
        *_extra(entries, found, wanted, listing, everything),
        *_order(good),
        *_dates(good),
        *_read_times(good),
        *_titles(good, published),
        *_descriptions(good, published),
        *_tags(good, everything, listing.tag),
    ]
    drifts.sort(key=lambda drift: (drift.listing_line or 0, KINDS.index(drift.kind)))
    looked_at, left = _within(published, meant, good)
    drifts += _missing(looked_at, {pair.item.path for pair in good})
    notes += [*left, *_unknown_times(good)]
    return Comparison(meant, len(entries), tuple(drifts), tuple(notes))


def _of_languages(listing: Listing, found: Sequence[Item]) -> tuple[Listing, list[str]]:
    """The posts that a list ought to show: a blog in several languages has a list for each."""
    languages = {item.language for item in listing.items}
    seen = Counter(item.language for item in found)
    if len(languages) < 2 or not seen:
        return listing, []
    left = sorted(languages - set(seen))
    if not left:
        return listing, []
    items = tuple(item for item in listing.items if item.language in seen)
    names = ", ".join(f"`{language or 'the own language of the site'}`" for language in left)
    return Listing(listing.tag, items), [f"The list has no post in {names}; none is missed there."]


def _within(
    published: Published, listing: Listing, good: Sequence[Pair]
) -> tuple[Listing, list[str]]:
    """The posts that a list ought to show, and a note of those that are for other pages."""
    if published.part is None:
        return listing, []
    wanted = [item.path for item in listing.items]
    there = set(wanted)
    shown = [pair.item.path for pair in good if pair.item.path in there]
    before, after = left_to_others(wanted, shown, published.part)
    if not before + after:
        return listing, []
    name = "This is a feed" if published.part.feed else "This is one page of several"
    items = listing.items[before : len(wanted) - after]
    return Listing(listing.tag, items), [note_of(before, after, name)]


def _count(published: Published, listing: Listing) -> Iterator[Drift]:
    actual, shown = len(listing.items), len(published.entries)
    if published.count not in {None, actual, shown}:
        yield Drift(
            "count",
            f"The heading counts {_posts(published.count or 0)}, "
            f"but {shown} are listed and the content has {actual}.",
            listed=str(published.count),
            actual=str(actual),
            listing_line=published.count_line,
        )


def _missing(listing: Listing, listed: set[str]) -> Iterator[Drift]:
    for item in listing.items:
        if item.path not in listed:
            yield Drift(
                "missing",
                f"`{item.title}` is not in the list.",
                item.title,
                item.path,
                item.lines.title,
                actual=item.title,
            )


def _extra(
    entries: Sequence[Entry],
    found: dict[int, Item],
    wanted: set[str],
    listing: Listing,
    everything: Catalogue,
) -> Iterator[Drift]:
    titles = {entry.title for number, entry in enumerate(entries) if number in found}
    for number, entry in enumerate(entries):
        item = found.get(number)
        if item is not None and item.path in wanted:
            continue
        if item is None:
            twice = entry.title in titles
            why = "is listed more than once" if twice else "is listed, but no post has that title"
        elif item.hidden:
            why = f"is listed, but {_HIDDEN[item.hidden]}"
        elif listing.tag and not everything.carries(item, listing.tag):
            why = f"is listed, but the post does not have the tag `{listing.tag}`"
        else:
            why = "is listed, but the post is not one of those asked for"
        yield Drift(
            "extra",
            f"`{entry.title}` {why}.",
            entry.title,
            item.path if item is not None else None,
            item.lines.title if item is not None else None,
            listed=entry.title,
            listing_line=entry.line,
        )


def _order(pairs: Sequence[Pair]) -> Iterator[Drift]:
    """The posts that stand elsewhere; where a date drifted, nothing can be said of the place."""
    dated = [pair for pair in pairs if pair.item.days and not _other_day(pair)]
    days = [pair.item.day for pair in dated]
    away = moved(days)
    backwards = moved(days[::-1])
    if len(away) > 1 and len(backwards) * 2 < len(away):
        newest = max(dated, key=lambda pair: pair.item.moment).item.title
        yield Drift(
            "order",
            f"The list begins with the oldest post, `{dated[0].item.title}`, not with `{newest}`.",
            listed="oldest first",
            actual="newest first",
            listing_line=dated[0].entry.line,
        )
        dated, away = dated[::-1], backwards
    for number in away:
        pair = dated[number]
        after = [one.item for one in dated if one.item.day > pair.item.day]
        where = f"after `{_last(after).title}`" if after else "first"
        yield _drift(
            "order",
            pair,
            f"is of {pair.item.day} and belongs {where}, but stands elsewhere in the list",
            pair.item.lines.date,
            pair.entry.line,
            str(pairs.index(pair) + 1),
            pair.item.day,
        )


def _last(items: Sequence[Item]) -> Item:
    return min(items, key=lambda item: (item.day, item.path))


def _other_day(pair: Pair) -> bool:
    return bool(pair.entry.days) and not is_day(pair.entry.days, pair.item.days)


def _dates(pairs: Sequence[Pair]) -> Iterator[Drift]:
    usual = sum(bool(pair.entry.days) for pair in pairs) * 2 > len(pairs)
    for pair in pairs:
        entry, item = pair
        shown = entry.days[0].lstrip("-") if entry.days else ""
        if _other_day(pair):
            actual = f"the post is of {item.day}" if item.days else "the post has no date"
            said = f"is listed with the date {shown}, but {actual}"
        elif usual and not entry.days and item.days:
            said = f"is listed without a date, but the post is of {item.day}"
        else:
            continue
        yield _drift("date", pair, said, item.lines.date, entry.day_line, shown, item.day)


def _read_times(pairs: Sequence[Pair]) -> Iterator[Drift]:
    usual = sum(pair.entry.minutes is not None for pair in pairs) * 2 > len(pairs)
    for pair in pairs:
        listed, actual = pair.entry.minutes, pair.item.minutes
        if actual is None:
            continue
        if listed is not None and abs(listed - actual) >= 1:
            said = f"is listed with {_minutes(listed)}, but the post has {actual:g}"
        elif listed is None and usual:
            said = f"is listed without a read time, but the post has {actual:g}"
        else:
            continue
        shown = f"{listed:g}" if listed is not None else ""
        line = pair.entry.day_line
        yield _drift("read-time", pair, said, pair.item.lines.title, line, shown, f"{actual:g}")


def _unknown_times(pairs: Sequence[Pair]) -> list[str]:
    unknown = sum(p.item.minutes is None and p.entry.minutes is not None for p in pairs)
    if not unknown:
        return []
    what = f"The read time of {_posts(unknown)} was not compared"
    return [f"{what}: none is stored, and no `[read-time] method` says how the site counts."]


def _titles(pairs: Sequence[Pair], published: Published) -> Iterator[Drift]:
    for pair in pairs:
        entry, item = pair
        if not same_text(entry.title, item.title, typographic=published.typographic):
            said = f"is listed as `{entry.title}`"
            yield _drift("title", pair, said, item.lines.title, entry.line, entry.title, item.title)


def _descriptions(pairs: Sequence[Pair], published: Published) -> Iterator[Drift]:
    usual = sum(bool(pair.entry.description) for pair in pairs) * 2 > len(pairs)
    for pair in pairs:
        shown, own = pair.entry.description, pair.item.description
        if not own or not (shown or usual):
            continue
        if not same_text(shown, own, typographic=published.typographic):
            said = f"is listed {'with another' if shown else 'without its'} description"
            lines = pair.item.lines.description, pair.entry.description_line
            yield _drift("description", pair, said, *lines, shown, own)


def _tags(pairs: Sequence[Pair], everything: Catalogue, own: str) -> Iterator[Drift]:
    for pair, shown, fault in tag_faults(pairs, everything.names.key, own):
        listed, actual = ", ".join(shown.tags), ", ".join(pair.item.tags)
        lines = pair.item.lines.tags, pair.entry.tags_line
        yield _drift("tags", pair, f"is listed with {fault}", *lines, listed, actual)


def _drift(
    kind: str, pair: Pair, said: str, line: int, listing_line: int, listed: str, actual: str
) -> Drift:
    item = pair.item
    message = f"`{item.title}` {said}."
    return Drift(kind, message, item.title, item.path, line, listed, actual, listing_line)


def _posts(number: int) -> str:
    return "1 post" if number == 1 else f"{number:,} posts"


def _minutes(minutes: float) -> str:
    return "1 minute" if minutes == 1 else f"{minutes:g} minutes"


_HIDDEN: Final = {
    "draft": "the post is a draft",
    "future": "the post is not published yet",
    "expired": "the post is not published any more",
}
