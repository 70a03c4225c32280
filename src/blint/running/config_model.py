"""The configuration as tables: every key of `blint.toml`, its type and its default."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

PresetName = Literal[
    "auto",
    "hugo",
    "jekyll",
    "zola",
    "eleventy",
    "astro",
    "starlight",
    "docusaurus",
    "mkdocs",
    "mkdocs-material",
    "vitepress",
    "next",
    "pelican",
    "hexo",
    "plain",
]
Highlighter = Literal[
    "chroma",
    "rouge",
    "shiki",
    "prism",
    "highlightjs",
    "pygments",
    "syntect",
    "linguist",
]
Method = Literal[
    "hugo",
    "zola",
    "reading-time",
    "docusaurus",
    "medium",
    "velite",
    "textstat",
]

Text = Annotated[str, Meta(min_length=1)]
Texts = list[Text]
Key = Text | Texts
Positive = Annotated[float, Meta(gt=0)]
NotNegative = Annotated[float, Meta(ge=0)]
Count = Annotated[int, Meta(ge=1)]
CountOrNone = Annotated[int, Meta(ge=0)]


class Table(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A table of the configuration. None stands for a key that was left out."""


class KeysTable(Table, frozen=True, rename="kebab"):
    """Which front matter keys hold what; dotted paths reach into tables."""

    title: Key | None = None
    description: Key | None = None
    date: Key | None = None
    updated: Key | None = None
    draft: Key | None = None
    slug: Key | None = None
    url: Key | None = None
    aliases: Key | None = None
    categories: Key | None = None
    series: Key | None = None
    series_order: Key | None = None


class FrontMatterTable(Table, frozen=True, rename="kebab"):
    """`[front-matter]`: the JSON Schema posts must keep, and the names of keys."""

    schema: Text | None = None
    keys: KeysTable = KeysTable()


class TagsTable(Table, frozen=True, rename="kebab"):
    """`[tags]`: the key that holds tags, and the file of tags that are allowed."""

    field: Key | None = None
    vocabulary: Text | None = None


class FormulaTable(Table, frozen=True, rename="kebab"):
    """A read time formula; `round` is the direction, `code` whether words in code count."""

    words_per_minute: Positive = 200
    round: Literal["up", "down", "nearest"] = "up"
    minimum: CountOrNone = 1
    code: bool = True
    seconds_per_image: NotNegative = 0
    cjk_per_minute: Positive = 500


class ReadTimeTable(Table, frozen=True, rename="kebab"):
    """`[read-time]`: the key that holds minutes, and how they are counted."""

    field: Key | None = None
    method: Method | FormulaTable | None = None


class ExternalTable(Table, frozen=True, rename="kebab"):
    """`[links.external]`: how external links are fetched; times in seconds."""

    timeout: Positive = 20
    connect_timeout: Positive = 5
    retries: CountOrNone = 2
    concurrency: Count = 32
    per_host: Count = 2
    interval: NotNegative = 0.1
    deadline: Positive = 600
    fragments: bool = False
    allow_private: bool = False
    cache: Text = ".blint-links.jsonl"
    headers: dict[str, dict[str, str]] = {}


class LinksTable(Table, frozen=True, rename="kebab"):
    """`[links]` of a collection: the site's address, and destinations to leave alone."""

    base_url: Text | None = None
    ignore: Texts | None = None


class AllLinksTable(LinksTable, frozen=True, rename="kebab"):
    """`[links]` of the project, which says how external links are fetched as well."""

    external: ExternalTable = ExternalTable()


class CodeTable(Table, frozen=True, rename="kebab"):
    """`[code]`: the site's highlighter, and languages of the project's own."""

    highlighter: Highlighter | None = None
    languages: Texts | None = None


class Tables(Table, frozen=True, rename="kebab"):
    """The tables that the project and each collection share."""

    preset: PresetName | None = None
    rules: dict[str, Any] = {}
    front_matter: FrontMatterTable = FrontMatterTable()
    tags: TagsTable = TagsTable()
    read_time: ReadTimeTable = ReadTimeTable()
    links: LinksTable = LinksTable()
    code: CodeTable = CodeTable()


class CollectionTable(Tables, frozen=True, kw_only=True, rename="kebab"):
    """`[collections.<name>]`: the posts that match `files`, and what differs for them."""

    files: Annotated[Texts, Meta(min_length=1)]


class ConfigTable(Tables, frozen=True, rename="kebab"):
    """The whole file. Globs and paths are relative to its folder."""

    content: Texts | None = None
    exclude: Texts = []
    links: AllLinksTable = AllLinksTable()
    collections: dict[str, CollectionTable] = {}
