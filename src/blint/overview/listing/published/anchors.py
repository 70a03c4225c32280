"""Which lines of a published list say when a post is of, and so tell the posts apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from blint.overview.listing.published.dates import leading_day, period
from blint.overview.listing.published.lines import Line
from blint.overview.listing.published.marks import Marks, read_marks
from blint.overview.listing.published.model import Known


class Anchor(NamedTuple):
    """A line with the date or the read time of a post; `title` is that beside them, if one is."""

    line: Line
    marks: Marks
    title: str = ""


class Stretch(msgspec.Struct):
    """The lines that follow an anchor, up to the next; the first stretch has none."""

    anchor: Anchor | None
    lines: list[Line]


def stretches(lines: Sequence[Line], known: Known) -> list[Stretch]:
    """A list cut at its anchors: what comes before the first, and then one for each."""
    marked = {n: marks for n, line in enumerate(lines) if (marks := _marks(line, known))}
    begun = {n: leading_day(line.text) for n, line in enumerate(lines) if n not in marked}
    if any(days and known.is_title(rest) for days, rest in begun.values()):
        marked.update({n: Marks(days, None, rest) for n, (days, rest) in begun.items() if days})
    chosen = _chosen(lines, marked, known)
    found = [Stretch(None, [])]
    year = ""
    for number, line in enumerate(lines):
        marks = marked.get(number)
        if number in chosen and marks is not None:
            title = marks.rest if chosen[number] else ""
            found.append(Stretch(Anchor(line, _in_year(marks, year), title), []))
        elif marks is not None and not marks.days and marks.minutes is None and not marks.rest:
            continue  # when it was updated
        elif not known.is_title(line.text) and period(line.text) is not None:
            year = period(line.text) or ""
        else:
            found[-1].lines.append(line)
    return found


def _marks(line: Line, known: Known) -> Marks | None:
    """What a line says of date and read time; a title that names a day says nothing."""
    return None if known.is_title(line.text) else read_marks(line.text, known)


def _chosen(lines: Sequence[Line], marked: dict[int, Marks], known: Known) -> dict[int, bool]:
    """The lines that are anchors, and whether the title stands beside date or read time."""
    pure = {n for n, marks in marked.items() if _is_pure(marks, known)}
    titled = {n for n, marks in marked.items() if marks.rest and known.is_title(marks.rest)}
    other = {n for n, marks in marked.items() if marks.edge and n not in pure and n not in titled}
    other = {n for n in other if len(marked[n].rest) <= _LONGEST}
    if titled and len(titled) >= len(_dated(pure, marked)):
        edges = {n for n in other if marked[n].days or not any(marked[t].days for t in titled)}
        beside = {n for n in pure if marked[n].rest}  # a title may be a tag as well
        return dict.fromkeys(sorted(titled | edges | beside), True)
    if len(other) > len(pure):
        if _stand_alone(sorted(other), len(lines)):
            return dict.fromkeys(sorted(other), True)
        pure |= other
    elif sum(bool(marked[n].rest) for n in pure) * 2 > len(pure):
        pure |= {n for n in other if marked[n].days}  # tags beside the date, some of them unknown
    return dict.fromkeys(sorted(_merged(pure, marked)), False)


def _is_pure(marks: Marks, known: Known) -> bool:
    return (bool(marks.days) or marks.minutes is not None or marks.undated) and (
        not marks.rest or not known.tags.read(marks.rest).unknown
    )


def _dated(numbers: set[int], marked: dict[int, Marks]) -> list[int]:
    return [n for n in numbers if marked[n].days]


def _stand_alone(numbers: list[int], total: int) -> bool:
    """Whether most anchors follow one another at once, so that their lines are all there is."""
    ends = [*numbers[1:], total]
    return sum(after == n + 1 for n, after in zip(numbers, ends, strict=True)) * 2 > len(numbers)


def _merged(numbers: set[int], marked: dict[int, Marks]) -> Iterator[int]:
    """The anchors, without the read times that stand apart from dates."""
    both = sum(bool(marked[n].days) and marked[n].minutes is not None for n in numbers)
    dated = len(_dated(numbers, marked))
    alone = sum(not marked[n].days for n in numbers)
    for n in numbers:
        if marked[n].days or marked[n].undated or not dated or both >= alone:
            yield n


def _in_year(marks: Marks, year: str) -> Marks:
    if year and marks.days and marks.days[0].startswith("--"):
        return marks._replace(days=tuple(f"{year}{day[1:]}" for day in marks.days))
    return marks


_LONGEST: Final = 200
