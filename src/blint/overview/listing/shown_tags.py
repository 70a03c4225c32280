"""The tags that a published list shows of posts, held against those that the posts have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from blint.overview.listing.listing import Item
from blint.overview.listing.published.model import Entry


class Pair(NamedTuple):
    """An entry of a list and the post that it is about."""

    entry: Entry
    item: Item


class Shown(NamedTuple):
    """The tags of an entry as read with the help of its post, and those that no post has."""

    tags: tuple[str, ...]
    unknown: tuple[str, ...]


def tag_faults(
    pairs: Sequence[Pair], key: Callable[[str], str], own: str
) -> Iterator[tuple[Pair, Shown, str]]:
    """What is wrong with the tags of each entry, as the end of a sentence.

    A list may cut tags off, may leave out the tag that it is of (`own`), and may spell all tags in
    a way of its own or have them in an order of its own: what most entries do is no fault.
    """
    shown = [_shown(pair, key) for pair in pairs]
    both = [(p, s) for p, s in zip(pairs, shown, strict=True) if s.tags]
    if len(both) >= _SOME and _leaves_out(both, key, own) <= max(1, len(both) // 10):
        own = ""
    strict_order = _few(sum(_disorder(p, s, key, own) for p, s in both), len(both))
    strict_spelling = _few(sum(bool(_respelled(p, s, key)) for p, s in both), len(both))
    cut = _cut(both, own, key) if strict_order else 0
    none_shown = _few(len(pairs) - len(both), len(pairs)) and len(pairs) >= _SOME
    for pair, one in zip(pairs, shown, strict=True):
        fault = _foreign(pair, one, key)
        if not fault and strict_order:
            fault = _order_fault(pair, one, key, own)
        if not fault and strict_spelling:
            fault = _respelled(pair, one, key)
        if not fault and (one.tags or none_shown):
            fault = _too_few(pair, one, cut, own, key)
        if fault:
            yield pair, one, fault


def _shown(pair: Pair, key: Callable[[str], str]) -> Shown:
    """The tags that an entry shows; of several ways to read a line, the one that fits its post."""
    tags: list[str] = []
    unknown: list[str] = []
    own = [key(tag) for tag in pair.item.tags]
    for line in pair.entry.tags:
        if line.readings:
            tags += max(line.readings, key=lambda reading: _fit(list(map(key, reading)), own))
        unknown += line.unknown
    return Shown(tuple(tags), tuple(unknown))


def _fit(reading: list[str], own: list[str]) -> tuple[bool, bool, int]:
    """How well a reading fits a post: its first tags, tags that it has, and few of them."""
    return own[: len(reading)] == reading, set(reading) <= set(own), -len(reading)


def _foreign(pair: Pair, shown: Shown, key: Callable[[str], str]) -> str:
    own = {key(tag) for tag in pair.item.tags}
    foreign = [tag for tag in shown.tags if key(tag) not in own]
    if not foreign:
        return ""
    unknown = [tag for tag in foreign if tag in shown.unknown]
    known = [tag for tag in foreign if tag not in unknown]
    said = []
    if known:
        said.append(f"the tag{_s(known)} {_names(known)}, which the post does not have")
    if unknown:
        said.append(f"the tag{_s(unknown)} {_names(unknown)}, which no post has")
    return " and ".join(said)


def _order_fault(pair: Pair, shown: Shown, key: Callable[[str], str], own: str) -> str:
    if not _disorder(pair, shown, key, own):
        return ""
    keys, have = list(map(key, shown.tags)), list(map(key, pair.item.tags))
    places = [have.index(one) for one in keys]
    if places != sorted(places):
        return f"the tags as {_names(shown.tags)}, in another order than {_names(pair.item.tags)}"
    if len(set(keys)) < len(keys):
        return f"the tags {_names(shown.tags)}, one of them twice"
    left_out = [tag for tag in pair.item.tags[: max(places) + 1] if key(tag) not in keys]
    stand = "stands" if len(left_out) == 1 else "stand"
    return f"the tags {_names(shown.tags)} without {_names(left_out)}, which {stand} before"


def _disorder(pair: Pair, shown: Shown, key: Callable[[str], str], own: str) -> bool:
    """Whether tags that a post has are not shown as its first ones, in their order."""
    if shown.tags == pair.item.tags[: len(shown.tags)]:
        return False
    keys, have = list(map(key, shown.tags)), list(dict.fromkeys(map(key, pair.item.tags)))
    if not set(keys) <= set(have):
        return False
    if own and key(own) not in keys:
        have = [one for one in have if one != key(own)]
    return have[: len(keys)] != keys


def _respelled(pair: Pair, shown: Shown, key: Callable[[str], str]) -> str:
    """Tags that are spelled otherwise in the post."""
    spelled = {key(tag): tag for tag in pair.item.tags}
    others = [tag for tag in shown.tags if tag not in pair.item.tags and key(tag) in spelled]
    if not others:
        return ""
    own = _names([spelled[key(tag)] for tag in others])
    return f"the tag{_s(others)} {_names(others)}, spelled {own} in the post"


def _too_few(pair: Pair, shown: Shown, cut: int, own: str, key: Callable[[str], str]) -> str:
    wanted = min(cut, _number(pair, shown, own, key))
    if len(shown.tags) >= wanted:
        return ""
    if not shown.tags:
        return f"none of the tags {_names(pair.item.tags)}"
    shows = f"only the tag{_s(shown.tags)} {_names(shown.tags)}"
    return f"{shows}, while other posts show {cut} and this one has {_names(pair.item.tags)}"


def _cut(both: Sequence[tuple[Pair, Shown]], own: str, key: Callable[[str], str]) -> int:
    """After how many tags a list cuts them off; 0 where it follows no such rule."""
    if len(both) < _SOME:
        return 0
    most = max(len(shown.tags) for _, shown in both)
    short = sum(len(shown.tags) < min(most, _number(pair, shown, own, key)) for pair, shown in both)
    return most if short <= max(1, len(both) // 10) else 0


def _leaves_out(both: Sequence[tuple[Pair, Shown]], key: Callable[[str], str], own: str) -> int:
    """How many entries do not show the tag that the list is of, though the cut would let them."""
    most = max(len(shown.tags) for _, shown in both)
    return sum(
        key(own) in [key(tag) for tag in pair.item.tags[:most]]
        and key(own) not in map(key, shown.tags)
        for pair, shown in both
    )


def _number(pair: Pair, shown: Shown, own: str, key: Callable[[str], str]) -> int:
    """How many tags of a post may be shown at all."""
    tags = {key(tag) for tag in pair.item.tags}
    if own and key(own) not in set(map(key, shown.tags)):
        tags.discard(key(own))
    return len(tags)


def _few(faults: int, total: int) -> bool:
    """Whether so many are exceptions; where nearly all are, it is how the list does it."""
    return total < _SOME or faults * 2 <= total


def _names(tags: Sequence[str]) -> str:
    return ", ".join(f"`{tag}`" for tag in tags)


def _s(tags: Sequence[str]) -> str:
    return "" if len(tags) == 1 else "s"


_SOME: Final = 4
