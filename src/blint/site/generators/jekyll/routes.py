"""Where Jekyll publishes a file: pages, posts, documents of collections, files as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from blint.facts import PostFacts
from blint.site.generators.jekyll.dates import Moment, day_in_name, moments
from blint.site.generators.jekyll.files import DATED, SourceFile, file_at, parts, static_address
from blint.site.generators.jekyll.made import made_of
from blint.site.generators.jekyll.plan import Plan, plan_of
from blint.site.generators.jekyll.urls import (
    HTML,
    date_token,
    extension,
    filled,
    output_file,
    page_address,
    slug,
)
from blint.site.routing.model import Layout, Routes

GONE: Final = Routes(linked=False)


class Entry(NamedTuple):
    """A post or a document with what its front matter and the defaults say of it."""

    file: SourceFile
    post: PostFacts
    plan: Plan
    defaults: Mapping[str, Any]


def routes(post: PostFacts, layout: Layout) -> Routes:
    """Where a file is published, whatever it is."""
    plan = plan_of(layout)
    file = file_at(post.path, plan)
    if file is None or (file.collection is not None and not file.collection.output):
        return GONE
    has_front_matter = post.front_matter.end > 0
    if file.kind == "page" or (file.kind == "document" and not has_front_matter):
        found = _page(post, file, plan) if has_front_matter or _may_lack(file, plan) else None
        return found or _as_it_is(file, plan)
    return _document(Entry(file, post, plan, plan.defaults.values(file.path, file.type)))


def _document(entry: Entry) -> Routes:
    file, post, plan, defaults = entry
    dates = tuple(_dates(entry))
    template = _permalink(entry) or (file.collection.template if file.collection else "")
    ext = extension(_permalink(entry)) or converted(file.name, plan)
    urls = [_address(template, entry, date, ext) for date in dates or (None,)]
    known = [url for url in urls if url is not None]
    own = dict.fromkeys(plan.base + output_file(url, ext) for url in known)
    day = dates[0].when.date().isoformat() if dates and not plan.is_on("future") else ""
    is_post = file.kind != "document"
    is_shown = file.kind != "draft" or plan.is_on("show_drafts")
    return Routes(
        own=tuple(own),
        aliases=(*_old_addresses(post, plan), *(_names(entry, dates) if is_post else ())),
        also=tuple(made_of(post, plan, dates, categories(entry), defaults)) if is_post else (),
        # A draft without a date has no address yet.
        certain=(len(known) == len(urls) or not (dates or is_shown)) and not _is_odd(post),
        since=day,
        draft=_is_draft(entry),
    )


def _page(post: PostFacts, file: SourceFile, plan: Plan) -> Routes:
    folder, stem, _ = parts(file.path)
    if _is_index(file, plan, post.front_matter.end > 0):
        stem = "index"
    defaults = plan.defaults.values(file.path, "pages")
    permalink = post.url.text if post.url else _text(defaults.get("permalink"))
    ext = extension(permalink) or converted(file.name, plan)
    template = permalink
    if not template and ext not in HTML:
        template = "/:path/:basename:output_ext"
    elif not template:
        template = "/:path/" if stem == "index" else f"/:path/:basename{plan.suffix}"
    output = output_file(page_address(template, folder, stem, ext), ext, ext)
    return Routes(
        own=(plan.base + output,),
        aliases=(*_old_addresses(post, plan), *_raw_copy(post, file, plan)),
        draft=post.draft and not plan.is_on("unpublished"),
    )


def _as_it_is(file: SourceFile, plan: Plan) -> Routes:
    url = static_address(file, plan)
    return GONE if url is None else Routes((plan.base + url,), draft=False)


def categories(entry: Entry) -> list[str]:
    """The categories of a post, as written: of its folders, the defaults and its front matter."""
    post, defaults = entry.post, entry.defaults
    single = post.extra.get("category", _lines(defaults.get("category"))).split("\n")
    found = (
        *entry.file.folders,
        *words(defaults.get("categories")),
        *post.categories,
        *single,
    )
    return list(dict.fromkeys(filter(None, found)))


def words(value: object) -> tuple[str, ...]:
    """A list of the configuration; a text is parted at white space."""
    if isinstance(value, str):
        return tuple(value.split())
    return tuple(str(one) for one in value if one is not None) if isinstance(value, list) else ()


def converted(name: str, plan: Plan) -> str:
    """The extension that a file gets when it is rendered."""
    ext = parts(name)[2]
    lowered = ext.lower()
    if lowered in plan.markdown or plan.has(_CONVERTERS.get(lowered, "")):
        return ".html"
    return ".css" if lowered in {".scss", ".sass"} else ext


def _lines(value: object) -> str:
    return "\n".join([value] if isinstance(value, str) else words(value))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _permalink(entry: Entry) -> str:
    return entry.post.url.text if entry.post.url else _text(entry.defaults.get("permalink"))


def _address(template: str, entry: Entry, date: Moment | None, ext: str) -> str | None:
    """The address of a post or document; None where something in it is not known."""
    file, post = entry.file, entry.post

    def token(name: str) -> str | None:
        match name:
            case "title" | "slug":
                mode, cased = ("pretty", True) if name == "title" else ("default", False)
                return slug(_slug(entry), mode, cased=cased)
            case "name":
                return slug(parts(file.name)[1], "default")
            case "path":
                return _path(file)
            case "collection":
                return file.type
            case "output_ext":
                return ext
            case "categories":
                return "/".join(dict.fromkeys(one.lower() for one in categories(entry)))
            case "slugified_categories":
                return "/".join(dict.fromkeys(slug(one) for one in categories(entry)))
        return date_token(name, date) if date is not None else None

    url = filled(template, token)
    # An address of nothing at all stops the build.
    return url if url != "/" or post.url else None


def _path(file: SourceFile) -> str:
    stem = file.path[: len(file.path) - len(parts(file.name)[2])].rstrip(".")
    return stem.replace(f"_{file.type}", "", 1)


def _slug(entry: Entry) -> str:
    if entry.post.slug is not None:
        return entry.post.slug.text
    given = entry.defaults.get("slug")
    if isinstance(given, str):
        return given
    match = DATED.match(entry.file.name)
    return (match[2] if match else parts(entry.file.name)[1]).rstrip(".")


def _dates(entry: Entry) -> Iterator[Moment]:
    """The date of a post in local time; more than one where that is not known for certain."""
    date = entry.post.date
    if date is not None:
        is_quoted = date.span.end - date.span.start > len(date.text)
        yield from moments(date.text, is_quoted, entry.plan.zone)
        return
    match = DATED.match(entry.file.name)
    day = day_in_name(match[1]) if match else None
    if day is not None:
        yield Moment(day)


def _names(entry: Entry, dates: tuple[Moment, ...]) -> Iterator[str]:
    """The names by which `post_url` finds a post: by its file, or by its slug and its date."""
    match = DATED.match(entry.file.name)
    day = day_in_name(match[1]) if match else None
    if match is not None and day is not None:
        yield f"{day:%Y-%m-%d}-{match[2]}"
    for date in dates:
        yield f"{date.when:%Y-%m-%d}-{_slug(entry)}"


def _old_addresses(post: PostFacts, plan: Plan) -> Iterator[str]:
    """The pages that `redirect_from` makes; it knows nothing of the site's base path."""
    if plan.has("jekyll-redirect-from"):
        for word in post.aliases:
            if word.text:
                ext = extension(word.text) or ".html"
                yield plan.base + output_file(page_address(word.text, "", "redirect", ext), ext)


def _is_draft(entry: Entry) -> bool:
    file, post, plan, defaults = entry
    published = post.extra.get("published")
    if file.kind == "draft":
        is_hidden = published is not None and published.lower() in _NO
        return not plan.is_on("show_drafts") or (is_hidden and not plan.is_on("unpublished"))
    is_hidden = post.draft or (published is None and defaults.get("published") is False)
    return is_hidden and not plan.is_on("unpublished")


def _is_odd(post: PostFacts) -> bool:
    """Whether the front matter holds what Jekyll gives up on: a number for categories."""
    return any(post.extra.get(key, "").isdigit() for key in ("categories", "category"))


def _may_lack(file: SourceFile, plan: Plan) -> bool:
    """Whether a plugin makes a page of a Markdown file without front matter."""
    stem, ext = parts(file.name)[1:]
    if file.kind != "page" or ext.lower() not in plan.markdown:
        return False
    if _is_index(file, plan, has_front_matter=False):
        return True
    options = plan.option("optional_front_matter")
    is_off = isinstance(options, Mapping) and options.get("enabled") is False
    if not plan.has("jekyll-optional-front-matter") or is_off or plan.is_on("require_front_matter"):
        return False
    return stem.upper() not in _OF_PROJECTS or file.path in plan.entries.named


def _is_index(file: SourceFile, plan: Plan, has_front_matter: bool) -> bool:
    """Whether a README is the index page of its folder, by the plugin for that."""
    folder, stem, ext = parts(file.path)
    if stem.upper() != "README" or not plan.has("jekyll-readme-index"):
        return False
    if plan.option("readme_index", "enabled") is False or ext.lower() not in plan.markdown:
        return False
    if has_front_matter and plan.option("readme_index", "with_frontmatter") is not True:
        return False
    start = plan.root + folder + ("/" if folder else "")
    return not any(f"{start}index{one}" in plan.telling for one in (*plan.markdown, ".html"))


def _raw_copy(post: PostFacts, file: SourceFile, plan: Plan) -> Iterator[str]:
    """The file itself, which stays beside the page that a plugin made of it."""
    if post.front_matter.end == 0:
        key = "readme_index" if _is_index(file, plan, has_front_matter=False) else ""
        if plan.option(key or "optional_front_matter", "remove_originals") is not True:
            yield f"{plan.base}/{file.path}"


_NO: Final = frozenset(("false", "no", "off"))
_CONVERTERS: Final = {
    ".adoc": "jekyll-asciidoc",
    ".asciidoc": "jekyll-asciidoc",
    ".textile": "jekyll-textile-converter",
}
_OF_PROJECTS: Final = frozenset(
    (
        *("README", "LICENSE", "LICENCE", "COPYING", "CODE_OF_CONDUCT", "CONTRIBUTING"),
        *("ISSUE_TEMPLATE", "PULL_REQUEST_TEMPLATE"),
    )
)
