"""Pelican's settings as far as addresses depend on them, with Pelican's defaults (4.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import translate
from typing import Any, NamedTuple

from blint.site.configs.once import once
from blint.site.generators.pelican.defaults import (
    DEFAULTS,
    FEEDS,
    GROUPS,
    KINDS,
    NUMBERING,
    PERIODS,
    SITE_FEEDS,
    SUBSTITUTIONS,
    Substitutions,
)
from blint.site.routing.model import Layout


class Pattern(NamedTuple):
    """Where one kind of thing is published: its URL, and the file it is saved as; empty: none."""

    url: str
    save_as: str


class Listing(NamedTuple):
    """A list of posts: the files of its pages but the first, that of the first, and how many posts
    a page holds. `files` finds `number` and, where there is one list for each, `slug`."""

    files: re.Pattern[str]
    first: str
    size: int


class Plan(NamedTuple):
    """The settings of a site.

    `content` is the folder of its sources (empty, or ending in `/`), `base` the path it is served
    below. `patterns` are by the names in Pelican's settings: `ARTICLE`, `DRAFT_PAGE_LANG`.
    Folders are below `content`, and end in `/`; the empty string is all of it. `extra` is the
    metadata that files and folders have been given. `slugs` are the substitutions by the name of
    what has a slug. `lists` are those that come in several pages.
    """

    content: str
    base: str
    patterns: Mapping[str, Pattern]
    articles: tuple[str, ...]
    pages: tuple[str, ...]
    static: tuple[str, ...]
    outside_articles: tuple[str, ...]
    outside_pages: tuple[str, ...]
    outside_static: tuple[str, ...]
    ignored: re.Pattern[str]
    extra: tuple[tuple[str, Mapping[str, str]], ...]
    metadata: Mapping[str, str]
    file_metadata: tuple[tuple[re.Pattern[str], bool], ...]
    folder_category: bool
    slugs: Mapping[str, Substitutions]
    from_name: bool
    unicode: bool
    keeps_case: bool
    language: str
    months: bool
    future: bool
    html: bool
    author: str
    home: str
    direct: tuple[str, ...]
    feeds: Mapping[str, tuple[str, ...]]
    archives: tuple[str, ...]
    theme: str
    theme_url: str
    lists: tuple[Listing, ...]
    orphans: int
    plugins: bool


@once
def plan_of(layout: Layout) -> Plan:
    """The settings of a site, read once."""
    config = layout.config
    get = _Getter(config)
    articles, pages = _folders(get.list("ARTICLE_PATHS")), _folders(get.list("PAGE_PATHS"))
    common = get.substitutions("SLUG_REGEX_SUBSTITUTIONS", SUBSTITUTIONS)
    theme = get.text("THEME").strip("/").removeprefix("./")
    return Plan(
        content=layout.content[0][0] if layout.content else layout.site,
        base=layout.base,
        patterns={name: get.pattern(name) for name in KINDS},
        articles=articles,
        pages=pages,
        static=_folders(get.list("STATIC_PATHS")),
        outside_articles=(*_folders(get.list("ARTICLE_EXCLUDES")), *filter(None, pages)),
        outside_pages=(*_folders(get.list("PAGE_EXCLUDES")), *filter(None, articles)),
        outside_static=_folders(get.list("STATIC_EXCLUDES")),
        ignored=re.compile("|".join(map(translate, get.list("IGNORE_FILES"))) or r"(?!)"),
        extra=tuple(_extra(get.table("EXTRA_PATH_METADATA"))),
        metadata=_metadata(get),
        file_metadata=tuple(_file_metadata(get)),
        folder_category=get.flag("USE_FOLDER_AS_CATEGORY"),
        slugs={
            name: get.substitutions(f"{name}_REGEX_SUBSTITUTIONS", common)
            for name in ("SLUG", "CATEGORY", "TAG", "AUTHOR")
        },
        from_name=get.text("SLUGIFY_SOURCE") == "basename",
        unicode=get.flag("SLUGIFY_USE_UNICODE"),
        keeps_case=get.flag("SLUGIFY_PRESERVE_CASE"),
        language=get.text("DEFAULT_LANG").lower(),
        months=_is_english(config.get("LOCALE")),
        future=get.flag("WITH_FUTURE_DATES"),
        html=get.table("READERS").get("html", True) is not None,
        author=get.text("AUTHOR"),
        home=get.text("INDEX_SAVE_AS"),
        direct=tuple(_direct(get)),
        feeds={name: tuple(get.feeds(name)) for name in ("", *GROUPS)},
        archives=tuple(get.archives()),
        theme=f"{layout.site}{theme}/static/" if theme else "",
        theme_url=f"{get.text('THEME_STATIC_DIR').strip('/')}/",
        lists=tuple(_lists(get)),
        orphans=get.number("DEFAULT_ORPHANS"),
        plugins=bool(config.get("PLUGINS")) or "SITEMAP" in config,
    )


class _Getter:
    """Takes settings by name, a default where there is none or it is of no use."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        self._config = config

    def get(self, name: str) -> Any:
        return self._config.get(name, DEFAULTS.get(name))

    def text(self, name: str) -> str:
        value = self.get(name)
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool:
        return bool(self.get(name))

    def number(self, name: str) -> int:
        value = self.get(name)
        return value if isinstance(value, int) else 0

    def list(self, name: str) -> tuple[str, ...]:
        value = self.get(name)
        if isinstance(value, str):
            return (value,)
        items = value if isinstance(value, list | tuple) else ()
        return tuple(item for item in items if isinstance(item, str))

    def table(self, name: str) -> dict[Any, Any]:
        value = self.get(name)
        try:
            return dict(value or {})
        except (TypeError, ValueError):
            return {}

    def substitutions(self, name: str, default: Substitutions) -> Substitutions:
        value = self.get(name)
        if not isinstance(value, list | tuple):
            return default
        return tuple((re.compile(one[0], re.IGNORECASE), one[1]) for one in value)

    def pattern(self, kind: str) -> Pattern:
        usual = KINDS[kind]
        url, save_as = (self._config.get(f"{kind}_{end}", usual) for end in ("URL", "SAVE_AS"))
        return Pattern(str(url or ""), str(save_as or ""))

    def feeds(self, group: str) -> Iterator[str]:
        for kind in ("FEED_ATOM", "FEED_RSS") if group else SITE_FEEDS:
            name = f"{group}{kind}"
            value = self._config.get(name, FEEDS.get(name))
            if isinstance(value, str) and value:
                yield value

    def archives(self) -> Iterator[str]:
        for period in PERIODS:
            value = self._config.get(f"{period}_ARCHIVE_SAVE_AS")
            if isinstance(value, str) and value:
                yield value


def _folders(paths: tuple[str, ...]) -> tuple[str, ...]:
    trimmed = (path.removeprefix("./").strip("/") for path in paths)
    return tuple(f"{path}/" if path not in {"", "."} else "" for path in trimmed)


def _extra(table: Mapping[Any, Any]) -> Iterator[tuple[str, Mapping[str, str]]]:
    for path, data in sorted(table.items(), key=lambda item: str(item[0])):
        if isinstance(path, str) and isinstance(data, Mapping):
            yield path.strip("/"), {str(k).lower(): str(v) for k, v in data.items()}


def _metadata(get: _Getter) -> dict[str, str]:
    found = {str(k).lower(): str(v) for k, v in get.table("DEFAULT_METADATA").items()}
    found["category"] = get.text("DEFAULT_CATEGORY")
    date = get.get("DEFAULT_DATE")
    if isinstance(date, tuple) and all(isinstance(one, int) for one in date):
        found["date"] = "-".join(f"{one:02}" for one in date[:3])
    elif isinstance(date, str) and date:
        # The time of the file is there, and not known.
        found["date"] = "?" if date == "fs" else date
    return found


def _file_metadata(get: _Getter) -> Iterator[tuple[re.Pattern[str], bool]]:
    """The expressions that metadata is read with: of the name, or of the whole path."""
    for name, whole in (("FILENAME_METADATA", False), ("PATH_METADATA", True)):
        if get.text(name):
            yield re.compile(get.text(name)), whole


def _direct(get: _Getter) -> Iterator[str]:
    """The files of the pages that are there in any case."""
    for name in get.list("DIRECT_TEMPLATES"):
        value = get.get(f"{name.upper()}_SAVE_AS")
        value = f"{name}.html" if value is None else value
        if isinstance(value, str) and value:
            yield value
    for value in get.table("TEMPLATE_PAGES").values():
        if isinstance(value, str):
            yield value


def _lists(get: _Getter) -> Iterator[Listing]:
    """The lists that come in several pages: that of all posts, and those of tags and the like."""
    firsts = {"index": get.text("INDEX_SAVE_AS")}
    firsts |= {name: get.pattern(name.upper()).save_as for name in ("tag", "category", "author")}
    forms = _numbering(get.get("PAGINATION_PATTERNS"))
    for name, value in get.table("PAGINATED_TEMPLATES").items():
        size = value or get.get("DEFAULT_PAGINATION")
        first = firsts.get(name) if isinstance(name, str) else None
        if first and isinstance(size, int) and size > 0:
            yield from (Listing(_numbered(first, form), first, size) for form in forms)


def _numbering(rules: object) -> tuple[str, ...]:
    """The patterns of the files of all pages but the first."""
    found = rules if isinstance(rules, list | tuple) and rules else NUMBERING
    return tuple(rule[2] for rule in found if "{number}" in rule[2])


def _numbered(first: str, form: str) -> re.Pattern[str]:
    """What the files are called that follow the first one of a list."""
    name, dot, extension = first.rpartition(".")
    folder, _, last = first.rpartition("/")
    values = {
        "save_as": first,
        "url": first,
        "name": name,
        "base_name": folder if last == "index.html" else name,
        "extension": dot + extension,
    }
    text = re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), form)
    text = re.escape(text.removeprefix("/"))
    text = text.replace(r"\{slug\}", r"(?P<slug>[^/]+?)", 1).replace(
        r"\{number\}", r"(?P<number>\d+)", 1
    )
    return re.compile(text)


def _is_english(locale: object) -> bool:
    """Whether months are called as in English, as they are where no locale is set."""
    names = (locale,) if isinstance(locale, str) else locale or ()
    words = [str(name).lower() for name in names] if isinstance(names, list | tuple) else ["?"]
    return all(word.startswith(("en", "c", "posix")) or not word for word in words)
