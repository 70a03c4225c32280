"""When a post was published: what its front matter says, else its file's name, path or address."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from blint.facts import Word
from blint.late import late
from blint.reading.nodes import Entry, FrontMatter
from blint.site.keys import entry_of, has_any
from blint.site.links.urls import without_markdown
from blint.site.moments import Moment, read_moment
from blint.site.settings import Settings
from blint.source import Span


class Publication(NamedTuple):
    """When a post was published, in the site's time zone as far as that is known.

    `word` is the value in the front matter that says so; None: the path of the post does.
    """

    moment: Moment
    word: Word | None


def publication(path: str, front_matter: FrontMatter, settings: Settings) -> Publication | None:
    """When a post was published; None where nothing tells."""
    return published_at(
        path, written_date(front_matter, settings.fields.date, settings), front_matter, settings
    )


def published_at(
    path: str, word: Word | None, front_matter: FrontMatter, settings: Settings
) -> Publication | None:
    """The same for those who know already what date the front matter gives."""
    moment = read_moment(word.text) if word is not None else None
    if moment is not None:
        return Publication(moment.local(settings.time_zone), word)
    day = day_of_path(path) or day_of_address(front_matter, settings)
    return Publication(Moment(day), None) if day else None


def written_date(
    front_matter: FrontMatter, paths: tuple[str, ...], settings: Settings
) -> Word | None:
    """The date under the first of some keys that is there, as written.

    `day-key + year-key` joins what stands under two or more keys, with its place from the first to
    the last of them.
    """
    fold = settings.preset.fold_keys
    if not has_any(front_matter, _parts(paths), fold=fold):
        return None
    for path in paths:
        parts = path.split(_JOIN) if _JOIN in path else (path,)
        entries = [entry_of(front_matter, (part.strip(),), fold=fold) for part in parts]
        found = [entry for entry in entries if entry is not None and _is_text(entry)]
        if found and len(found) == len(parts):
            text = " ".join(entry.value.raw for entry in found)
            return Word(text, _around([entry.value.span for entry in found]))
        if len(parts) == 1 and any(entries):
            return None  # the first that is there is meant, whatever it holds
    return None


class Told(NamedTuple):
    """The day, ISO 8601, that the name or the path of a file tells, or the month alone: `2024-05`.

    `by` says in words what tells it. `loose`: the month may be that of which the post tells, which
    comes out before or after it.
    """

    day: str
    by: str
    loose: bool = False

    def fits(self, days: tuple[str, ...]) -> bool:
        """Whether one of some days is the one told, or in the month told."""
        if self.loose:
            return any(abs(_months(day) - _months(self.day)) <= 1 for day in days)
        return any(day.startswith(self.day) for day in days)


def day_told_by(path: str) -> Told | None:
    """What day or month a path tells; None where it tells none."""
    stem = without_markdown(path)
    folder, _, name = stem.rpartition("/")
    for text, by in ((name, "file name"), (folder.rpartition("/")[2], "folder name")):
        match = _IN_NAME.match(text)
        if match is not None:
            day = _day(match[1], match[2], match[3])
            return Told(day, by) if day else None
        match = _COMPACT.match(text)
        day = _day(match[1], match[2], match[3]) if match is not None else ""
        if day:
            return Told(day, by)
        match = _MONTH_IN_NAME.match(text)
        if match is not None and (by == "file name" or name == "index"):
            return Told(f"{match[1]}-{match[2]}", by, loose=True)
    day = _day_in_folders(f"/{stem}")
    if day:
        return Told(day, "path")
    month = _MONTH_FOLDER.search(f"/{stem}")
    return Told(f"{month[1]}-{month[2]}", "path") if month is not None else None


def day_of_path(path: str) -> str:
    """The day in a file's name, the name of its folder or the folders it is in; empty if none."""
    told = day_told_by(path)
    return told.day if told is not None and len(told.day) == _WHOLE else ""


def day_of_address(front_matter: FrontMatter, settings: Settings) -> str:
    """The day in the address that the front matter gives the post; empty if there is none."""
    for paths in (settings.fields.url, settings.fields.slug):
        entry = entry_of(front_matter, paths, fold=settings.preset.fold_keys)
        if entry is not None and _is_text(entry):
            day = _day_in_folders("/" + entry.value.raw.strip("/"))
            if day:
                return day
    return ""


@cache
def _parts(paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for path in paths for part in path.split(_JOIN))


_JOIN: Final = " + "
_IN_NAME: Final = late(r"(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?![^\W_])")
_COMPACT: Final = late(r"((?:19|20)\d\d)(\d\d)(\d\d)(?![^\W_])")
_MONTH_IN_NAME: Final = late(r"((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])(?:[-_][^\W\d_]|$)")
_WHOLE: Final = len("2024-01-31")
_MONTH_FOLDER: Final = late(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")
_IN_FOLDERS: Final = late(r"/(\d{4})/(\d{1,2})/(\d{1,2})(?=[/_-]|$)")


def _day_in_folders(path: str) -> str:
    match = _IN_FOLDERS.search(path)
    return _day(match[1], match[2], match[3]) if match is not None else ""


def _day(year: str, month: str, day: str) -> str:
    moment = read_moment(f"{year}-{month}-{day}")
    return moment.day if moment is not None else ""


def _months(day: str) -> int:
    """The number of a month, counted on from one year to the next."""
    return int(day[:4]) * 12 + int(day[5:7])


def _is_text(entry: Entry) -> bool:
    return entry.value.kind == "scalar" and entry.value.value is not None


def _around(spans: list[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))
