"""What a preset is: the facts of one site generator, as data."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from blint.reading.nodes import Dialect

LinkBase = Literal["source", "url"]


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """The front matter keys that hold a post's title, date and so on.

    Each is a tuple of dotted paths (`taxonomies.tags`); the first one that a post has is meant.
    """

    title: tuple[str, ...] = ("title",)
    description: tuple[str, ...] = ("description",)
    date: tuple[str, ...] = ("date",)
    updated: tuple[str, ...] = ("updated",)
    draft: tuple[str, ...] = ("draft",)
    publish: tuple[str, ...] = ()
    expiry: tuple[str, ...] = ()
    slug: tuple[str, ...] = ("slug",)
    url: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ("tags",)
    categories: tuple[str, ...] = ("categories", "category")
    series: tuple[str, ...] = ("series",)
    series_order: tuple[str, ...] = (
        *("series_order", "seriesOrder", "series_part", "seriesPart", "series_index", "part"),
    )
    read_time: tuple[str, ...] = (
        "readTime",
        "readingTime",
        "read_time",
        "reading_time",
        "reading_time_minutes",
        "read-time",
        "reading-time",
        "readtime",
        "readingtime",
        "readTimeMinutes",
        "readingTimeMinutes",
        "read_time_minutes",
        "estimatedReadingTime",
        "estimated_reading_time",
        "timeToRead",
        "time_to_read",
        "minutesToRead",
        "minutes_to_read",
        "minutesRead",
        "minRead",
    )


class Preset(msgspec.Struct, frozen=True, kw_only=True):
    """One generator, as data. All folders are relative to the site's own folder, with `/`.

    `content` are globs of the folders whose posts are checked, the empty string being the site's
    folder itself. `pages` are folders that hold pages beside the posts: known, so that links to
    them resolve; of them only the links are checked unless they are named. `copies` are folders of
    older or translated copies of pages, known and not checked. `skip` are folders that hold
    neither. `static` maps a folder to the URL prefix its files appear under.
    `links` tells what a relative link to something other than a Markdown file is relative to.
    `highlighter` None: not known, the author's choice. `fold_keys`: `Title` is read as `title`.
    `homes` maps a folder of pages to the URL path they are under, the closest folder first.
    `base_keys` are the keys of the generator's configuration that hold the site's base path, alone
    or in a full URL, and `host_keys` those that hold its host. `telling` are
    globs of files whose names tell how addresses are made. `route_keys` are front matter keys that
    addresses are made of, beside those in `fields`; `tags[slug]` is what each of a list of tables
    says under a key. `templates` is a dialect of
    `site.routing.templates`. `hides_future`: a post whose date has not come is not published;
    `future_key` is the configuration's word on that. `data_files` are globs of files
    that hold settings for their folder: data, or the front matter of Markdown. `page_files` are
    extensions of pages that are not Markdown, but may have front matter, `copied_pages` of those
    that are published as they are, and read for their ids unless there are very many.
    `project_files`: a `README.md` in the site's folder is a page of the site, though no post.
    `schemes` are what links begin with that lead to the site itself, but are read in a way of their
    own. `marks` are names with the expressions for what addresses depend on in the text of a page,
    see `PostFacts.extra`. `metadata_lines`: what addresses are made of is read as
    `reading.metadata_lines` has it, and not as YAML.
    `zone_key` is the configuration's word on the time zone.
    `bare_links`: an address without any markup becomes a link.
    `text_links`: links are rewritten as texts or left alone, and no file is looked up, so that `..`
    is for browsers. `exact_draft`: no text under the draft keys counts, only what is true or false.
    `info_strings` names how the info strings of fences are read, see `site.code.info_strings`.
    `spaced_tags`: a text under the tags key is a list, with spaces between its items.
    """

    name: str
    title: str
    content: tuple[str, ...]
    pages: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    static: tuple[tuple[str, str], ...] = ()
    dialect: Dialect = "yaml-1.2"
    fields: Fields = Fields()
    fold_keys: bool = False
    highlighter: str | None = None
    links: LinkBase = "url"
    draft_folders: tuple[str, ...] = ()
    homes: tuple[tuple[str, str], ...] = ()
    base_keys: tuple[str, ...] = ()
    host_keys: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    data_files: tuple[str, ...] = ()
    route_keys: tuple[str, ...] = ()
    templates: str = ""
    hides_future: bool = False
    future_key: str = ""
    zone_key: str = ""
    page_files: tuple[str, ...] = ()
    metadata_lines: bool = False
    copied_pages: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    project_files: bool = False
    exact_draft: bool = False
    text_links: bool = False
    spaced_tags: bool = False
    bare_links: bool = True
    marks: tuple[tuple[str, str], ...] = ()
    read_time: str | None = None
    info_strings: str = ""


def is_draft(key: str, value: Any) -> bool:
    """Whether a value under one of the draft keys says that the post is not published.

    `published: false` and `status: draft` say so as well as `draft: true`. A hidden post is one
    that no list names; links may well lead to it.
    """
    name = key.rpartition(".")[2].casefold()
    if name in {"published", "publish"}:
        return value is False or str(value).strip().casefold() == "false"
    if name == "status":
        return str(value).strip().casefold() in {"draft", "skip"}
    return value is True or str(value).strip().casefold() == "true"
