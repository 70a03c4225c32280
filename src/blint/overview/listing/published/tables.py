"""The posts of a list that is a table in Markdown, or columns parted by tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from blint.late import late
from blint.overview.listing.published.lines import plain_line, tidy
from blint.overview.listing.published.marks import read_marks
from blint.overview.listing.published.model import Entry, Known


class Row(NamedTuple):
    """A row of a table. `number` is that of its line, 1-based."""

    number: int
    cells: tuple[str, ...]


class Columns(NamedTuple):
    """Where the columns of a table stand; -1: there is none such."""

    title: int
    date: int = -1
    minutes: int = -1
    description: int = -1
    tags: int = -1


def read_tables(text: str, known: Known) -> list[Entry]:
    """The posts of all tables with a column of titles."""
    found: list[Entry] = []
    lines = text.split("\n")
    for head, rows in (*_pipe_tables(lines), *_tab_tables(lines)):
        columns = _columns(head, rows, known)
        if columns is not None:
            found += (_entry(row, columns, known) for row in rows if _cell(row, columns.title))
    return found


def _pipe_tables(lines: Sequence[str]) -> Iterator[tuple[Row, list[Row]]]:
    number = 1
    while number < len(lines):
        if not (_RULE.fullmatch(lines[number]) and "|" in lines[number - 1]):
            number += 1
            continue
        head = Row(number, _pipe_cells(lines[number - 1]))
        rows = []
        while number + 1 < len(lines) and "|" in lines[number + 1]:
            number += 1
            rows.append(Row(number + 1, _pipe_cells(lines[number])))
        number += 1
        yield head, rows


def _tab_tables(lines: Sequence[str]) -> Iterator[tuple[Row, list[Row]]]:
    head: Row | None = None
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        cells = tuple(map(_clean, line.split("\t"))) if "\t" in line else ()
        if head is not None and len(cells) == len(head.cells):
            rows.append(Row(number, cells))
        elif len(cells) > 2 and _kind_named(cells, "title") >= 0:
            if head is not None:
                yield head, rows
            head, rows = Row(number, cells), []
    if head is not None:
        yield head, rows


def _pipe_cells(line: str) -> tuple[str, ...]:
    line = line.strip().removeprefix("|")
    pieces = _PIPE.split(line)
    if not pieces[-1].strip():
        pieces.pop()
    return tuple(_clean(piece.replace("\\|", "|")) for piece in pieces)


def _clean(text: str) -> str:
    return tidy(plain_line(text[:_LONGEST]))


def _columns(head: Row, rows: Sequence[Row], known: Known) -> Columns | None:
    """Which column is which: by what is in it, else by its name."""

    def column(kind: str, fits: Callable[[str], bool], others: Sequence[int]) -> int:
        counts = [
            (sum(fits(_cell(row, n)) for row in rows), -n)
            for n in range(len(head.cells))
            if n not in others
        ]
        best, place = max(counts, default=(0, 0))
        if best * 2 > len(rows):
            return -place
        named = _kind_named(head.cells, kind)
        return named if named not in others else -1

    title = column("title", known.is_title, ())
    if title < 0:
        return None
    date = column("date", _is_date, (title,))
    both = date >= 0 and sum(_minutes(_cell(row, date)) is not None for row in rows) * 2 > len(rows)
    taken = (title, date)
    minutes = date if both else column("minutes", lambda text: _minutes(text) is not None, taken)
    description = column("description", known.is_description, (title, date, minutes))
    tags = column("tags", known.tags.is_tags, (title, date, minutes, description))
    return Columns(title, date, minutes, description, tags)


def _kind_named(cells: Sequence[str], kind: str) -> int:
    names = _NAMES[kind]
    return next((n for n, cell in enumerate(cells) if cell.casefold().rstrip(":") in names), -1)


def _entry(row: Row, columns: Columns, known: Known) -> Entry:
    marks = read_marks(_cell(row, columns.date))
    length = _cell(row, columns.minutes)
    minutes = _minutes(length)
    if minutes is None and _NUMBER.fullmatch(length):
        minutes = float(length)
    tags = _cell(row, columns.tags)
    return Entry(
        line=row.number,
        title=_cell(row, columns.title),
        days=marks.days if marks is not None else (),
        minutes=minutes,
        description=_cell(row, columns.description),
        tags=(known.tags.read(tags),) if tags else (),
        day_line=row.number,
        tags_line=row.number,
        description_line=row.number,
    )


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if 0 <= column < len(row.cells) else ""


def _is_date(text: str) -> bool:
    marks = read_marks(text)
    return marks is not None and bool(marks.days) and not marks.rest


def _minutes(text: str) -> float | None:
    marks = read_marks(text)
    return marks.minutes if marks is not None and not marks.rest else None


_LONGEST: Final = 5_000
_RULE: Final = late(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIPE: Final = late(r"(?<!\\)\|")
_NUMBER: Final = late(r"\d{1,3}(?:\.\d+)?")
_NAMES: Final = {
    "title": frozenset(("title", "post", "article", "name", "titel", "beitrag", "titre", "título")),
    "date": frozenset(("date", "published", "posted", "day", "datum", "fecha", "data")),
    "minutes": frozenset(
        ("read time", "reading time", "minutes", "min", "read", "length", "lesezeit", "minuten")
    ),
    "description": frozenset(
        ("description", "summary", "excerpt", "abstract", "beschreibung", "about")
    ),
    "tags": frozenset(("tags", "tag", "topics", "keywords", "schlagwörter", "mots-clés")),
}
