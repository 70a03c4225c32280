"""Where in a published list the title of a post stands: before its date, or after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from blint.overview.listing.published.anchors import Anchor, Stretch
from blint.overview.listing.published.lines import Line, fold
from blint.overview.listing.published.model import Known

Side = Literal["after", "before"]


class Block(NamedTuple):
    """The lines of one post: its anchor if there is one, its title, and all others in order."""

    anchor: Anchor | None
    title: Line | None
    body: list[Line]


def blocks(found: Sequence[Stretch], known: Known) -> list[Block]:
    """The posts of a list that was cut at its anchors."""
    if len(found) == 1:
        return _by_titles(found[0].lines, known)
    if any(one.anchor and one.anchor.title for one in found):
        return [_beside(one.anchor, one.lines) for one in found if one.anchor is not None]
    side, offset = _place(found, known)
    if side == "after":
        made = [_after(one, offset, known) for one in found[1:]]
    elif _is_last(found, offset):
        made = _ending(found, offset, known)
    else:
        made = _before(found, offset)
    return _apart(made, known)


def _place(found: Sequence[Stretch], known: Known) -> tuple[Side, int]:
    """The side of the date that most titles are on, and how many lines away."""
    for is_title in (lambda line: known.is_title(line.text), lambda line: line.heading):
        votes: Counter[tuple[Side, int]] = Counter()
        for number, stretch in enumerate(found):
            for offset, line in enumerate(stretch.lines[:_NEAR] if number else ()):
                votes["after", offset] += is_title(line)
            if number < len(found) - 1:
                for offset, line in enumerate(reversed(stretch.lines[-_NEAR:])):
                    votes["before", offset] += is_title(line)
        best = max(votes.values(), default=0)
        if best:
            places = [place for place, count in votes.items() if count == best]
            if not found[-1].lines and any(side == "before" for side, _ in places):
                places = [place for place in places if place[0] == "before"]
            nearest = min(offset for _, offset in places)
            sides = {side for side, offset in places if offset == nearest}
            if len(sides) == 1:
                return sides.pop(), nearest
            return _side_of_ends(found), nearest
    return _side_of_ends(found), 0


def _side_of_ends(found: Sequence[Stretch]) -> Side:
    return "after" if found[-1].lines or not found[0].lines else "before"


def _is_last(found: Sequence[Stretch], offset: int) -> bool:
    """Whether the date is the last line of each post, so that nothing of it follows."""
    inner = [len(one.lines) for one in found[1:-1]]
    if not found[-1].lines and (offset or len(found[0].lines) > 1):
        return offset > 0 or (len(inner) > 1 and len(set(inner)) == 1)
    return bool(inner) and offset > 0 and all(length == offset + 1 for length in inner)


def _beside(anchor: Anchor, lines: list[Line]) -> Block:
    return Block(anchor, Line(anchor.line.number, anchor.title, anchor.line.heading), list(lines))


def _after(stretch: Stretch, offset: int, known: Known) -> Block:
    lines = stretch.lines
    place = min(offset, len(lines) - 1)
    if lines and not known.is_title(lines[place].text):
        others = [n for n, line in enumerate(lines) if known.is_title(line.text)]
        place = others[0] if others and others[0] < _NEAR else place
    title = lines[place] if lines else None
    return Block(stretch.anchor, title, [line for line in lines if line is not title])


def _before(found: Sequence[Stretch], offset: int) -> list[Block]:
    made = []
    for number in range(1, len(found)):
        above = found[number - 1].lines
        title = above[-1 - offset] if len(above) > offset else None
        below = found[number].lines
        if number < len(found) - 1:
            below = below[: max(0, len(below) - 1 - offset)]
        between = above[len(above) - offset :] if title is not None else []
        made.append(Block(found[number].anchor, title, [*between, *below]))
    return made


def _ending(found: Sequence[Stretch], offset: int, known: Known) -> list[Block]:
    """Posts whose date comes last: all lines above it are theirs."""
    inner = [
        n
        for one in found[1:-1]
        for n, line in enumerate(one.lines[:_NEAR])
        if known.is_title(line.text)
    ]
    ahead = Counter(inner).most_common(1)[0][0] if inner else 0
    made = []
    for number in range(1, len(found)):
        lines = found[number - 1].lines
        titles = [n for n, line in enumerate(lines) if known.is_title(line.text)]
        if number == 1:
            place = titles[-1] if titles else max(0, len(lines) - 1 - offset)
            lines = lines[max(0, place - ahead) :]
            place = min(place, ahead)
        else:
            place = titles[0] if titles else min(ahead, len(lines) - 1)
        title = lines[place] if lines else None
        made.append(Block(found[number].anchor, title, [x for x in lines if x is not title]))
    return made


def _apart(made: list[Block], known: Known) -> list[Block]:
    """Posts that no date parts from the one before: their titles stand among its lines."""
    carried = {fold(block.title.text) for block in made if block.title is not None}
    found: list[Block] = []
    for block in made:
        lines: list[Line] = []
        current = Block(block.anchor, block.title, lines)
        for line in block.body:
            new = fold(line.text) not in carried and known.is_title(line.text)
            if new and not known.tags.knows(line.text) and not known.is_description(line.text):
                found.append(current)
                lines = []
                current = Block(None, line, lines)
            else:
                lines.append(line)
        found.append(current)
    return found


def _by_titles(lines: list[Line], known: Known) -> list[Block]:
    """The posts of a list without dates and read times: known titles, and what follows them."""
    found: list[Block] = []
    few = len(lines) <= _FEW
    for line in lines:
        if known.is_title(line.text) or (few and known.is_like_title(line.text)):
            found.append(Block(None, line, []))
        elif found:
            found[-1].body.append(line)
    found = list(_after_tags(found, known))
    if len(found) > 1 and _bare(found):
        return [Block(None, line, []) for line in lines[lines.index(found[0].title or lines[0]) :]]
    return found


def _after_tags(found: list[Block], known: Known) -> Iterator[Block]:
    """The posts cut where a line follows one of tags, if most of them end in tags."""
    ends = sum(bool(block.body) and known.tags.is_tags(block.body[-1].text) for block in found)
    for block in found:
        current = Block(None, block.title, [])
        for line in block.body:
            new = bool(current.body) and known.tags.is_tags(current.body[-1].text)
            if new and ends * 2 > len(found) and not known.tags.is_tags(line.text):
                yield current
                current = Block(None, line, [])
            else:
                current.body.append(line)
        yield current


def _bare(found: list[Block]) -> bool:
    """Whether a list shows titles and nothing else, so that every other line is one as well."""
    return sum(not block.body for block in found) * 4 >= len(found) * 3


_NEAR: Final = 5
_FEW: Final = 2_000
