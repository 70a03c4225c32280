"""What Pelican makes of a source file: its metadata, its status, its slug and its address."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple

from blint.late import late
from blint.site.generators.pelican.settings import Pattern, Plan
from blint.site.generators.pelican.slugs import slug_of

SOURCES: Final = ("md", "markdown", "mkd", "mdown", "rst", "html", "htm")
"""Extensions of sources. Their case matters."""


class Item(NamedTuple):
    """An article or a page that Pelican publishes.

    `path` is below the content folder. `status` is `published`, `hidden` or `draft`. `date` None:
    there is none, or it is written in a way that is not read here.
    """

    path: str
    is_page: bool
    status: str
    lang: str
    slug: str
    date: datetime | None
    category: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    metadata: Mapping[str, str]


def kind_of(path: str, plan: Plan) -> str:
    """What a file below the content folder is: an `article`, a `page`, or neither."""
    if extension(path) not in SOURCES or (not plan.html and extension(path) in {"html", "htm"}):
        return ""
    if _is_below(path, plan.articles, plan.outside_articles, plan):
        return "article"
    return "page" if _is_below(path, plan.pages, plan.outside_pages, plan) else ""


def is_static(path: str, plan: Plan) -> bool:
    """Whether a file below the content folder is published as it is, whoever links to it."""
    return not kind_of(path, plan) and _is_below(path, plan.static, plan.outside_static, plan)


def extension(path: str) -> str:
    """The extension of a file, without its dot."""
    name = path[path.rfind("/") + 1 :]
    return name[name.rfind(".") + 1 :] if "." in name[1:] else ""


def read_item(path: str, written: Mapping[str, str], plan: Plan) -> Item | None:
    """The item that a source file is, by what it says of itself; None: it is left out."""
    kind = kind_of(path, plan)
    data = _metadata(path, written, plan)
    status = data.get("status", "published").lower()
    valid, date = read_date(data["date"]) if "date" in data else (True, None)
    if not kind or not valid or status not in {"published", "hidden", "draft"}:
        return None
    needed = ("title",) if kind == "page" or status == "draft" else ("title", "date")
    if any(not data.get(key) and key not in data for key in needed):
        return None
    slug = data.get("slug", "")
    if not slug:
        name = path[path.rfind("/") + 1 :]
        slug = slug_of(name.rpartition(".")[0] if plan.from_name else data["title"], plan)
    authors = (data["author"],) if "author" in data else words(data.get("authors", ""))
    return Item(
        path,
        kind == "page",
        status,
        data.get("lang", plan.language),
        slug,
        date,
        data.get("category", ""),
        words(data.get("tags", "")),
        authors or ((plan.author,) if plan.author else ()),
        data,
    )


def address(item: Item, plan: Plan, *, draft: bool) -> Pattern | None:
    """The URL of an item and the file it is saved as; None where a pattern is not understood."""
    kind = "PAGE" if item.is_page else "ARTICLE"
    if draft:
        kind = "DRAFT_PAGE" if item.is_page else "DRAFT"
    pattern = plan.patterns[kind if item.lang == plan.language else f"{kind}_LANG"]
    own = item.metadata
    url = own["url"] if "url" in own else fill(pattern.url, item, plan)
    save_as = own["save_as"] if "save_as" in own else fill(pattern.save_as, item, plan)
    return None if url is None or save_as is None else Pattern(url, save_as)


def fill(pattern: str, item: Item, plan: Plan) -> str | None:
    """A pattern with what stands for each of its tokens; None where one is not understood."""
    if _TOKEN.sub("", pattern).count("{"):
        return None
    values = {
        **item.metadata,
        "slug": item.slug,
        "lang": item.lang,
        "path": item.path,
        "author": slug_of(item.authors[0], plan, "AUTHOR") if item.authors else "",
        "category": slug_of(item.category, plan, "CATEGORY"),
    }
    parts: list[str] = []
    at = 0
    for token in _TOKEN.finditer(pattern):
        parts.append(pattern[at : token.start()])
        at = token.end()
        if token[1] == "date" and token[2]:
            value = in_time(token[2], item.date, plan)
        else:
            value = None if token[2] or token[1] in _NO_TEXT else values.get(token[1])
        if value is None:
            return None
        parts.append(value)
    return "".join(parts) + pattern[at:]


def in_time(form: str, date: datetime | None, plan: Plan) -> str | None:
    """A date in the form of `strftime`; None where it, or a part of the form, is not known."""
    if date is None:
        return None
    parts = []
    for piece in _DIRECTIVE.split(form):
        if not piece.startswith("%"):
            parts.append(piece)
            continue
        letter = piece[-1]
        if letter not in "YmdHMSyj%" and not (plan.months and letter in "bBaA"):
            return None
        text = _ENGLISH[letter](date) if letter in _ENGLISH else date.strftime(f"%{letter}")
        parts.append((text.lstrip("0") or "0") if piece[1] == "-" else text)
    return "".join(parts)


def words(text: str) -> tuple[str, ...]:
    """Tags or authors: parted by semicolons if there is one, else by commas."""
    parts = text.split(";" if ";" in text else ",")
    return tuple(dict.fromkeys(word for part in parts if (word := part.strip())))


@lru_cache(maxsize=4096)
def read_date(text: str) -> tuple[bool, datetime | None]:
    """Whether a text is a date, as far as can be told, and the date, if its form is a usual one."""
    text = text.strip().replace("_", " ")
    match = _DATE.fullmatch(text)
    if match is None:
        return _date_in_words(text)
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    if month > 12 >= day:
        month, day = day, month
    try:
        return True, datetime(year, month, day, hour, minute)  # noqa: DTZ001 (its own zone counts)
    except ValueError:
        return False, None


def _date_in_words(text: str) -> tuple[bool, datetime | None]:
    """A date whose month is an English word: `Feb 5, 2024`, `Mon, 05 February 2024 10:00`."""
    match = _IN_WORDS.fullmatch(text)
    if match is None:
        return True, None
    month = match["month"] or match["word"]
    day, year = match["day"] or match["first"], match["year"]
    number = next((i for i, name in enumerate(_MONTHS, 1) if name[:3] == month.title()[:3]), 0)
    try:
        hour, minute = int(match["hour"] or 0), int(match["minute"] or 0)
        return True, datetime(int(year), number, int(day), hour, minute)  # noqa: DTZ001 (as above)
    except ValueError:
        return number == 0, None


def _metadata(path: str, written: Mapping[str, str], plan: Plan) -> dict[str, str]:
    """All that is said of a file, what counts most last."""
    found = dict(plan.metadata)
    for place, data in plan.extra:
        if path == place or path.startswith(f"{place}/"):
            found |= data
    folder, _, name = path.rpartition("/")
    of_path: dict[str, str] = {}
    for expression, whole in plan.file_metadata:
        match = expression.match(path if whole else name.rpartition(".")[0])
        for key, value in (match.groupdict() if match else {}).items():
            if value is not None:
                of_path.setdefault(key.lower(), value)
    if plan.folder_category and folder:
        of_path.setdefault("category", folder[folder.rfind("/") + 1 :])
    found |= of_path
    found |= {key: value for key, value in written.items() if value or key not in _NEVER_EMPTY}
    return found


def _is_below(path: str, folders: tuple[str, ...], outside: tuple[str, ...], plan: Plan) -> bool:
    """Whether a file is in one of some folders, or is one of them itself, and not left out."""
    for folder in folders:
        if f"{path}/" == folder:
            return True
        if path.startswith(folder) and not any(
            path.startswith(other) and len(other) > len(folder) for other in outside
        ):
            return not any(map(plan.ignored.match, path[len(folder) :].split("/")))
    return False


_TOKEN: Final = late(r"\{(\w+)(?::([^{}]*))?\}")
_DIRECTIVE: Final = late(r"(%-?[A-Za-z%])")
_DATE: Final = late(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_IN_WORDS: Final = late(
    r"(?:[A-Za-z]{3,9},?\s+)?(?:(?P<first>\d{1,2})\s+(?P<month>[A-Za-z]{3,9})\.?,?"
    r"|(?P<word>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2}),?)\s+(?P<year>\d{4})"
    r"(?:[ ,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?)?(?:\s+(?:[A-Z]{1,4}|[+-]\d{4}))?"
)
_NEVER_EMPTY: Final = frozenset(("category", "author", "authors", "tags", "slug", "status"))
# What is no text once Pelican has read it.
_NO_TEXT: Final = frozenset(("date", "modified", "tags", "authors"))
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Spelled out here, as `strftime` follows the locale that blint runs in.
_ENGLISH: Final[Mapping[str, Callable[[datetime], str]]] = {
    "b": lambda date: _MONTHS[date.month - 1][:3],
    "B": lambda date: _MONTHS[date.month - 1],
    "a": lambda date: _DAYS[date.weekday()][:3],
    "A": lambda date: _DAYS[date.weekday()],
}
