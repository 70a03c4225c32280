"""What a new post's file is called: a slug of its title, in the pattern of recent posts."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from blint.late import late
from blint.site.headings.slugs import (
    github_slug,
    github_slug_in_case,
    python_markdown_slug,
    zola_slug,
)


class Pattern(NamedTuple):
    """A path below the root with `{year}`, `{month}`, `{day}` and `{slug}` in it."""

    text: str

    @property
    def is_dated(self) -> bool:
        """Whether the last part of the path that the slug is in tells the day."""
        part = next(part for part in self.text.split("/") if "{slug}" in part)
        return "{day}" in part

    def fill(self, slug: str, moment: datetime) -> str:
        """The path of a post."""
        tokens = {
            "year": f"{moment.year:04}",
            "month": f"{moment.month:02}",
            "day": f"{moment.day:02}",
            "slug": slug,
        }
        return _TOKEN.sub(lambda match: tokens[match[1]], self.text)


class Read(NamedTuple):
    """What a path says of a post: the pattern that it follows, and its slug in it."""

    pattern: Pattern
    slug: str


def read_path(path: str) -> Read:
    """The pattern of a post's path, with its slug."""
    *folders, name = path.split("/")
    stem, dot, extension = name.rpartition(".")
    bundle = bool(folders) and stem == "index"
    own = folders.pop() if bundle else stem
    date, slug = _dated(own)
    last = f"{date}{{slug}}" + (f"/index.{extension}" if bundle else f"{dot}{extension}")
    return Read(Pattern("/".join((*with_dates(folders), last))), slug)


def usual_pattern(paths: Sequence[str]) -> Pattern | None:
    """The pattern that most paths follow; of several the one that comes first."""
    patterns = [read_path(path).pattern for path in paths]
    counts = Counter(patterns)
    return max(patterns, key=lambda one: counts[one], default=None)


def slug_of(title: str, preset: str, others: Sequence[str]) -> str:
    """The slug of a title, in the manner of a generator and of other slugs; empty where no letter
    or digit of the title can be in one."""
    cased = 2 * sum(slug != slug.lower() for slug in others) > len(others)
    text = unicodedata.normalize("NFC", title)
    made: str | None = ""
    if preset in _ASCII and not cased:
        made = zola_slug(text) if preset == "zola" else python_markdown_slug(text)
    if not made:
        made = (github_slug_in_case if cased else github_slug)(text)
    slug = _HYPHENS.sub("-", made).strip("-_.")
    if 2 * sum("_" in one and "-" not in one for one in others) > len(others):
        slug = slug.replace("-", "_")
    slug = _cut(slug)
    # An index is the list of its folder, or the folder itself.
    return f"{slug}-post" if slug.casefold() in _TAKEN else slug


def _dated(name: str) -> tuple[str, str]:
    """The tokens that a name begins with, and what is left of it."""
    match = _DATE.match(name)
    if match is None:
        return "", name
    separator, end = match["sep"], match["end"]
    return f"{{year}}{separator}{{month}}{separator}{{day}}{end}", name[match.end() :]


def with_dates(folders: Sequence[str]) -> list[str]:
    """Folders with a token for each that is a year, and a month and a day after that."""
    found: list[str] = []
    for folder in folders:
        before = found[-1] if found else ""
        if _YEAR.fullmatch(folder):
            found.append("{year}")
        elif _YEAR_MONTH.fullmatch(folder):
            found.append("{year}-{month}")
        elif before in {"{year}", "{month}"} and _TWO.fullmatch(folder):
            found.append("{month}" if before == "{year}" else "{day}")
        else:
            found.append(folder)
    return found


def _cut(slug: str) -> str:
    """A slug of a length that every file system takes, cut between words where it has any."""
    if len(slug) <= _LONGEST:
        return slug
    cut = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return cut[:_LONGEST]


_LONGEST: Final = 70
"""Characters; the longest take three bytes, and a name may have 255."""
_ASCII: Final = frozenset(("zola", "pelican", "mkdocs", "mkdocs-material"))
_TAKEN: Final = frozenset(("index", "_index", "readme", "license", "changelog", "contributing"))
_TOKEN: Final = late(r"\{(year|month|day|slug)\}")
_HYPHENS: Final = late(r"-{2,}")
_DATE: Final = late(
    r"(?:19|20)\d\d(?P<sep>[-_.]?)(?:0[1-9]|1[0-2])(?P=sep)(?:[0-3]\d)(?P<end>[-_])(?=.)"
)
_YEAR: Final = late(r"(?:19|20)\d\d")
_YEAR_MONTH: Final = late(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_TWO: Final = late(r"[0-3]\d")
