"""The plan of an Eleventy site: its templates and their data, drawn up once for each site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Final

from blint.late import late
from blint.site.configs.gitignore import ignores
from blint.site.configs.js_literals import Computed
from blint.site.generators.eleventy.templates import Lookup, Unknown
from blint.site.routing.model import Layout


class Plan:
    """What holds for all pages of a site. Folders are from the project root, and end in `/`."""

    def __init__(self, layout: Layout) -> None:
        self.config: Mapping[str, Any] = {**_NOTHING, **layout.config}
        self.site, self.base = layout.site, layout.base
        source = self.config["input"]
        self.source = f"{self.site}{source}/" if source else self.site
        self._telling = layout.telling
        self._data: dict[str, Mapping[str, Any]] = {}
        self.of_tags: dict[tuple[str, str], str | None] = {}
        """The pages of tags that were asked for, by list and tag."""

    @cached_property
    def templates(self) -> frozenset[str]:
        """The files that are templates."""
        ignored = ignores(self.config["ignored"])
        cut = len(self.site)
        outer = (*self.config["includes"], self.config["output"])
        skipped = tuple(f"{self.site}{one}/" for one in outer if one)
        return frozenset(
            name
            for name in self._telling
            if not name.startswith(skipped) and not ignored(name[cut:])
        )

    @cached_property
    def knows_tags(self) -> bool:
        """Whether no data file computes tags."""
        try:
            for table in self.config["data"].values():
                list(tags_of(table.get("tags")))
        except Unknown:
            return False
        return True

    def data_of(self, path: str) -> Mapping[str, Any]:
        """The data of a template from the files beside it and of its folders; the nearest wins."""
        folder, _, _ = path.rpartition("/")
        stem = without_extension(path)
        own = [self._read(f"{stem}{end}") for end in _ENDS]
        return _merged([*filter(None, own), self._folder_data(folder)])

    def _folder_data(self, folder: str) -> Mapping[str, Any]:
        if folder not in self._data:
            parent, _, name = folder.rpartition("/")
            own = [self._read(f"{folder}/{name}{end}") for end in _ENDS] if name else []
            is_top = f"{folder}/" == self.source or not folder
            rest = {} if is_top else self._folder_data(parent)
            self._data[folder] = _merged([*filter(None, own), rest])
        return self._data[folder]

    def _read(self, name: str) -> Mapping[str, Any]:
        found = self.config["data"].get(name)
        return found if isinstance(found, Mapping) else {}


def plan_of(layout: Layout) -> Plan:
    """The plan of a site."""
    return layout.made if isinstance(layout.made, Plan) else Plan(layout)


def lookup_of(path: str, plan: Plan, data: Mapping[str, Any], title: str | None = None) -> Lookup:
    """What names mean in the pattern of a page, whose own data come before all others."""
    beside = plan.data_of(path)

    def lookup(name: str) -> Any:
        first, _, rest = name.partition(".")
        if first == "page" and rest:
            return _of_page(rest, path, plan, data.get("date", beside.get("date")))
        if name == "title" and title is not None:
            return title
        for table in (data, beside, plan.config["globals"]):
            if first in table:
                return _inside(table[first], rest)
        raise Unknown

    return lookup


def _of_page(name: str, path: str, plan: Plan, date: Any) -> Any:
    match name:
        case "fileSlug":
            return file_slug(path, plan)
        case "filePathStem":
            folder, slash, last = without_extension(path)[len(plan.source) :].rpartition("/")
            if not plan.config["input"] and _SHORT.match(folder):
                # A defect of Eleventy's: a folder of one character at the top is lost.
                folder, slash = folder[2:], slash if folder[2:] else ""
            return f"/{folder}{slash}{_undated(last)}"
        case "outputFileExtension":
            return "html"
        case "date":
            return day_of(path, date)
    raise Unknown


def file_slug(path: str, plan: Plan) -> str:
    """Eleventy's `page.fileSlug`: the name without a date, or that of the folder of an index."""
    folder, _, name = without_extension(path)[len(plan.source) :].rpartition("/")
    found = _undated(name)
    return _undated(folder.rpartition("/")[2]) if found == "index" else found


def day_of(path: str, date: Any) -> datetime:
    """The date of a page, UTC: of its data, else of its path. Raises Unknown."""
    if isinstance(date, Computed):
        raise Unknown
    if date not in (None, ""):
        match = _DATE.match(str(date).strip())
        return _as_utc(match) if match else _unknown()
    match = _DAY.search(path)
    return _as_utc(match) if match else _unknown()


def _as_utc(match: re.Match[str]) -> datetime:
    parts = match.groupdict()
    zone = parts.get("zone") or "Z"
    clock = parts.get("clock") or "00:00:00"
    clock = clock if clock.count(":") == 2 else f"{clock}:00"
    zone = "+00:00" if zone in {"Z", "z"} else f"{zone[:3]}:{zone[-2:] if len(zone) > 3 else '00'}"
    day = f"{parts['year']}-{int(parts['month']):02}-{int(parts['day']):02}"
    try:
        return datetime.fromisoformat(f"{day}T{clock:0>8}{zone}").astimezone(UTC)
    except (ValueError, OverflowError):
        return _unknown()


def _unknown() -> datetime:
    raise Unknown


def _inside(value: Any, rest: str) -> Any:
    for key in rest.split(".") if rest else ():
        if not isinstance(value, Mapping) or key not in value:
            raise Unknown
        value = value[key]
    if isinstance(value, Computed):
        raise Unknown
    return value


def tags_of(*values: Any) -> Iterator[str]:
    """The tags that data say; raises Unknown where they are computed."""
    for value in values:
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, Computed):
                raise Unknown
            if one not in (None, ""):
                yield str(one)


def _merged(tables: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Tables in one, the first wins; tags add up."""
    if len(tables) == 1:
        return tables[0]
    found: dict[str, Any] = {}
    for table in reversed(tables):
        tags = [*_list(found.get("tags")), *_list(table.get("tags"))]
        found |= table
        if tags:
            found["tags"] = tags
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def without_extension(path: str) -> str:
    """A path without the extension of a template, which is taken off once, in small letters."""
    match = _TEMPLATE.search(path)
    return path[: match.start()] if match else path


def _undated(name: str) -> str:
    match = _DATED.search(name)
    return match[1] if match else name


# What holds where no configuration was found.
_NOTHING: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("input", "output", "engine", "url"), ""),
    **dict.fromkeys(("includes", "formats", "passthrough", "ignored", "feeds", "layoutIds"), ()),
    **dict.fromkeys(("filters", "tags", "collections"), frozenset()),
    **dict.fromkeys(("base", "inputPaths", "images", "open", "layoutTitle", "layoutOpen"), False),
    **dict.fromkeys(("drafts", "styles", "files", "html", "openCollections"), True),
    **dict.fromkeys(("permalink", "computed", "ids")),
    "data": {},
    "pages": {},
    "globals": {},
}
_SHORT: Final = late(r"[^/](?:/|$)")
_ENDS: Final = (".11tydata.js", ".11tydata.mjs", ".11tydata.cjs", ".11tydata.json", ".json")
_TEMPLATE: Final = late(
    r"\.(?:md|html|njk|liquid|11ty\.(?:js|cjs|mjs|ts)|webc|hbs|ejs|pug|haml|mustache|vto)$"
)
_DATED: Final = late(r"\d{4}-\d{2}-\d{2}-(.*)")
_DAY: Final = late(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_DATE: Final = late(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:(?:[Tt]|[ \t]+)(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?"
    r"[ \t]*(?P<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?)?$"
)
