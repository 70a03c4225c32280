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
    "gatsby",
    "textstat",
]

Text = Annotated[str, Meta(min_length=1)]
Texts = list[Text]
Key = Text | Texts
Seconds = Annotated[float, Meta(gt=0)]
NotNegative = Annotated[float, Meta(ge=0)]
Count = Annotated[int, Meta(ge=1)]
CountOrNone = Annotated[int, Meta(ge=0)]


class Table(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A table of the configuration. None stands for a key that was left out."""


class KeysTable(Table, frozen=True, rename="kebab"):
    """Which front matter keys hold what; dotted paths reach into tables, the first found counts."""

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
    """What front matter must look like, and what its keys are called."""

    schema: Annotated[
        Text | None,
        Meta(description="A JSON Schema that the front matter of every post must keep."),
    ] = None
    keys: KeysTable = KeysTable()


class TagsTable(Table, frozen=True, rename="kebab"):
    """Where tags are, and which ones there may be."""

    field: Annotated[
        Key | None,
        Meta(description="The front matter key that holds tags; of several, the first found."),
    ] = None
    vocabulary: Annotated[
        Text | None,
        Meta(description="A TOML, YAML or JSON file of the tags that are allowed."),
    ] = None


class FormulaTable(Table, frozen=True, rename="kebab"):
    """How minutes follow from words, where no named method does."""

    count: Annotated[
        Literal["words", "pieces", "source", "characters"],
        Meta(
            description="What counts: words, CJK characters apart; pieces between white space of"
            " the rendered text, or of the Markdown as written; or characters."
        ),
    ] = "words"
    words_per_minute: Annotated[
        float, Meta(gt=0, description="How many of what counts are read in a minute.")
    ] = 200
    round: Literal["up", "down", "nearest"] = "up"
    minimum: CountOrNone = 1
    code: Annotated[
        bool, Meta(description="Whether code blocks count; in the source they always do.")
    ] = True
    seconds_per_image: NotNegative = 0
    seconds_per_link: Annotated[
        float,
        Meta(ge=0, description="What a link adds, where pages show more of it than its text."),
    ] = 0
    cjk_per_minute: Annotated[
        float, Meta(gt=0, description="Chinese, Japanese and Korean characters a minute.")
    ] = 500


class ReadTimeTable(Table, frozen=True, rename="kebab"):
    """Where the read time is, and how it was counted."""

    field: Annotated[
        Key | None,
        Meta(description="The front matter key that holds minutes; of several, the first found."),
    ] = None
    method: Annotated[
        Method | FormulaTable | None,
        Meta(description="Whose way of counting the read times follow, or a formula."),
    ] = None


class DatesTable(Table, frozen=True, rename="kebab"):
    """How dates are read."""

    time_zone: Annotated[
        Text | None,
        Meta(
            description="The time zone of the site, such as `Europe/Berlin`; days are told by its"
            " clocks."
        ),
    ] = None


class IgnoreTable(Table, frozen=True, rename="kebab"):
    """An address, or a pattern of some, that is not asked for."""

    url: Annotated[Text, Meta(description="The address, a host, or a pattern with `*`.")]
    reason: Annotated[Text | None, Meta(description="Why it is not asked for.")] = None
    until: Annotated[
        Text | None, Meta(description="The last day, such as `2027-01-31`, on which this holds.")
    ] = None


class ExternalTable(Table, frozen=True, rename="kebab"):
    """How external links are fetched, with `--external`."""

    timeout: Annotated[
        float, Meta(gt=0, description="Seconds for one URL, redirects and retries excluded.")
    ] = 20
    connect_timeout: Annotated[
        float, Meta(gt=0, description="Seconds until a connection must stand.")
    ] = 5
    retries: CountOrNone = 2
    concurrency: Annotated[int, Meta(ge=1, description="Requests in flight in all.")] = 32
    per_host: Annotated[int, Meta(ge=1, description="Requests in flight to one host.")] = 2
    interval: Annotated[
        float, Meta(ge=0, description="Seconds between two requests to one host.")
    ] = 0.1
    deadline: Annotated[float, Meta(gt=0, description="Seconds for the whole run.")] = 600
    fragments: Annotated[bool, Meta(description="Whether to look external #fragments up.")] = False
    allow_private: Annotated[bool, Meta(description="Whether to connect to private addresses.")] = (
        False
    )
    cache: Annotated[Text, Meta(description="The file that remembers verdicts.")] = (
        ".blint-links.jsonl"
    )
    include: Annotated[
        Texts, Meta(description="Patterns of addresses, or hosts, to ask for and no others.")
    ] = []
    exclude: Annotated[
        Texts, Meta(description="Patterns of addresses, or hosts, not to ask for.")
    ] = []
    ignore: Annotated[
        list[IgnoreTable], Meta(description="Addresses not to ask for, for a reason or a time.")
    ] = []
    headers: Annotated[
        dict[str, dict[str, str]],
        Meta(description="Headers to send, by exact origin; `$NAME` is read from the environment."),
    ] = {}


class LinksTable(Table, frozen=True, rename="kebab"):
    """The site's address, and links to leave alone."""

    base_url: Annotated[
        Text | None, Meta(description="Where the site is published; links to it are internal.")
    ] = None
    ignore: Annotated[
        Texts | None, Meta(description="Globs of link destinations that are not checked.")
    ] = None


class AllLinksTable(LinksTable, frozen=True, rename="kebab"):
    """The site's address, links to leave alone, and how external links are fetched."""

    external: ExternalTable = ExternalTable()


class CodeTable(Table, frozen=True, rename="kebab"):
    """What code fences may name."""

    highlighter: Annotated[
        Highlighter | None, Meta(description="The highlighter that the site uses.")
    ] = None
    languages: Annotated[
        Texts | None, Meta(description="Names of languages that the site adds to it.")
    ] = None


class Tables(Table, frozen=True, rename="kebab"):
    """The tables that the project and each collection share."""

    preset: Annotated[
        PresetName | None,
        Meta(description="The site generator; told from its own config files where left out."),
    ] = None
    url: Annotated[
        Text | None,
        Meta(
            description="The address of posts, such as `/blog/{year}/{month}/{slug}/`, where the"
            " generator's own configuration does not tell."
        ),
    ] = None
    rules: Annotated[
        dict[str, Any],
        Meta(description="The severity of a rule or of a group, or a rule's table of options."),
    ] = {}
    front_matter: FrontMatterTable = FrontMatterTable()
    tags: TagsTable = TagsTable()
    read_time: ReadTimeTable = ReadTimeTable()
    dates: DatesTable = DatesTable()
    links: LinksTable = LinksTable()
    code: CodeTable = CodeTable()


class CollectionTable(Tables, frozen=True, kw_only=True, rename="kebab"):
    """Posts with settings of their own."""

    files: Annotated[
        Texts, Meta(min_length=1, description="Globs of the posts that belong to the collection.")
    ]


class ConfigTable(Tables, frozen=True, rename="kebab"):
    """The configuration of blint. Globs and paths are relative to the folder it is in."""

    content: Annotated[
        Texts | None, Meta(description="The folders or files that posts are in, as globs.")
    ] = None
    exclude: Annotated[Texts, Meta(description="Globs of what is not checked.")] = []
    baseline: Annotated[
        Text | None,
        Meta(
            description="The file of findings that were there before and are not reported, as"
            " `blint baseline` writes it; `.blint-baseline` where left out."
        ),
    ] = None
    links: AllLinksTable = AllLinksTable()
    collections: Annotated[
        dict[str, CollectionTable],
        Meta(description="Named sets of posts; the first whose `files` match a post has it."),
    ] = {}
