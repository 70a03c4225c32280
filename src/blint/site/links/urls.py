"""Where a file ends up on the site: file paths to URL paths, by each generator's plain rule.

URL paths here start with `/` and have no query, no trailing slash, no `index.html` and no `.html`;
the home page is the empty string.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from blint.facts import PostFacts
from blint.late import late
from blint.site.headings.slugs import github_slug
from blint.site.routing.paths import folder_of
from blint.site.settings import Settings

Certainty = Literal["path", "dated", "none"]


class Layout(NamedTuple):
    """How the folders of one site map to URLs.

    `content` and `static` pair a folder (ending in `/`, or empty for the root) with the URL path
    that its files appear under (empty or `/blog`). `certainty` tells what blint knows of URLs
    of posts: `path`, they follow the path; `dated`, they hold the date and the slug in an order
    that the author chose; `none`, they are the author's own code.
    """

    rule: str
    site: str
    content: tuple[tuple[str, str], ...]
    static: tuple[tuple[str, str], ...]
    certainty: Certainty


class Address(NamedTuple):
    """A post as others may call it: its URL paths, and the days that its URL may name."""

    urls: tuple[str, ...]
    days: tuple[str, ...] = ()


MARKDOWN: Final = (".md", ".mdx", ".markdown", ".mdown", ".mkd")
INDEX_NAMES: Final = frozenset(("index", "_index", "README", "readme"))


@cache
def layout(settings: Settings) -> Layout:
    """The layout of the site that a collection belongs to."""
    site = settings.site + "/" if settings.site else ""
    rule = settings.preset.name
    static = ((folder_of(site, folder), url.rstrip("/")) for folder, url in settings.preset.static)
    return Layout(
        rule,
        site,
        tuple((folder_of(site, folder), url) for folder, url in _CONTENT.get(rule, ())),
        tuple(static),
        _certainty(rule, settings),
    )


def address(facts: PostFacts, place: Layout) -> Address:
    """The URL paths of a post, as far as they are known; aliases among them."""
    day = _day_of_path(_stem(facts.path))
    days = tuple(found for found in (day, _day(facts.date.text if facts.date else "")) if found)
    urls: dict[str, None] = {}
    if facts.url is not None and not _TOKEN.search(facts.url.text):
        urls.setdefault(normal_url("/" + facts.url.text.lstrip("/")))
    else:
        for url in _by_path(facts, place, day):
            urls.setdefault(url)
    for alias in facts.aliases:
        urls.setdefault(normal_url("/" + alias.text.lstrip("/")))
        if not alias.text.startswith("/"):
            # Hugo reads such an alias from the section that the post is in.
            for url in _by_path(facts, place, day):
                urls.setdefault(normal_url(f"{url.rpartition('/')[0]}/{alias.text}"))
    return Address(tuple(urls), days)


def post_names(facts: PostFacts) -> Iterator[str]:
    """What the last part of a post's URL may be, where only the author knows the rest."""
    yield without_date(path_name(facts.path))
    if facts.slug is not None:
        yield facts.slug.text.strip("/").rpartition("/")[2]
    if facts.title is not None:
        yield github_slug(facts.title.text)


def path_name(path: str) -> str:
    """What a file is called in URLs: its stem, or its folder's name for an index page."""
    stem = _stem(path)
    folder, _, name = stem.rpartition("/")
    return folder.rpartition("/")[2] if name in INDEX_NAMES else name


def without_date(name: str) -> str:
    """A name without the date that many generators read from its start."""
    return _DATE_PREFIX.sub("", name, count=1) or name


def normal_url(url: str) -> str:
    """A URL path in the form that this module compares by."""
    return url.rstrip("/").removesuffix(".html").removesuffix("/index")


def without_markdown(path: str) -> str:
    """A path without the extension of a Markdown file, if it has one."""
    return path[: path.rfind(".")] if path.endswith(MARKDOWN) else path


def _by_path(facts: PostFacts, place: Layout, day: str | None) -> Iterator[str]:
    for folder, prefix in place.content:
        if facts.path.startswith(folder):
            rel = _stem(facts.path)[len(folder) :]
            yield from _URLS[place.rule](rel, prefix, facts, day)
            return


def _hugo(rel: str, prefix: str, facts: PostFacts, _day: str | None) -> Iterator[str]:
    rel, language = _language(rel)
    url = _slugged(_without_index(rel), facts).replace(" ", "-")
    yield f"{prefix}/{url}".rstrip("/").lower()
    if language:
        yield f"/{language}{prefix}/{url}".rstrip("/").lower()


def _zola(rel: str, prefix: str, facts: PostFacts, _day: str | None) -> Iterator[str]:
    rel, language = _language(rel)
    folder, slash, name = _without_index(rel).rpartition("/")
    url = _slugged(folder + slash + without_date(name), facts)
    url = "/".join(map(github_slug, url.split("/")))
    yield f"{prefix}/{url}".rstrip("/")
    if language:
        yield f"/{language}{prefix}/{url}".rstrip("/")


def _plain_path(rel: str, prefix: str, facts: PostFacts, _day: str | None) -> Iterator[str]:
    yield f"{prefix}/{_slugged(_without_index(rel), facts)}".rstrip("/")


def _starlight(rel: str, prefix: str, facts: PostFacts, _day: str | None) -> Iterator[str]:
    if facts.slug is not None:
        yield f"{prefix}/{facts.slug.text.strip('/')}".rstrip("/")
        return
    segments = map(github_slug, _without_index(rel).split("/"))
    yield f"{prefix}/{'/'.join(segments)}".rstrip("/")


def _docusaurus(rel: str, prefix: str, facts: PostFacts, day: str | None) -> Iterator[str]:
    if facts.slug is not None and facts.slug.text.startswith("/"):
        yield f"{prefix}{facts.slug.text}".rstrip("/")
        return
    rel = "/".join(_ORDER_PREFIX.sub("", part) for part in _without_index(rel).split("/"))
    if prefix == "/blog" and day:
        folder, slash, name = rel.rpartition("/")
        name = facts.slug.text if facts.slug else without_date(name)
        yield f"{prefix}/{day.replace('-', '/')}/{folder}{slash}{name}".rstrip("/")
        return
    yield f"{prefix}/{_slugged(rel, facts)}".rstrip("/")


def _jekyll(rel: str, prefix: str, facts: PostFacts, day: str | None) -> Iterator[str]:
    if "_posts/" not in f"/{rel}":
        yield f"{prefix}/{_without_index(rel)}".rstrip("/")
    elif day:
        name = facts.slug.text if facts.slug else without_date(rel.rpartition("/")[2])
        yield f"/{day.replace('-', '/')}/{name}"


_URLS: Final = {
    "hugo": _hugo,
    "zola": _zola,
    "starlight": _starlight,
    "astro": _plain_path,
    "docusaurus": _docusaurus,
    "mkdocs": _plain_path,
    "mkdocs-material": _plain_path,
    "vitepress": _plain_path,
    "next": _plain_path,
    "jekyll": _jekyll,
    "eleventy": _plain_path,
    "hexo": _plain_path,
    "pelican": _plain_path,
    "plain": _plain_path,
}

# Longest folder first, as a post belongs to the closest.
_CONTENT: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "hugo": (("content", ""),),
    "zola": (("content", ""),),
    "starlight": (("src/content/docs", ""), ("src/pages", "")),
    "astro": (("src/content", ""), ("src/pages", "")),
    "docusaurus": (("src/pages", ""), ("blog", "/blog"), ("docs", "/docs")),
    "mkdocs": (("docs", ""),),
    "mkdocs-material": (("docs", ""),),
    "vitepress": (("", ""),),
    "next": (("src/pages", ""), ("pages", ""), ("src/app", ""), ("app", "")),
    "jekyll": (("", ""),),
    "eleventy": (("content", ""), ("src", ""), ("posts", "/posts"), ("blog", "/blog")),
    "hexo": (("source/_posts", ""), ("source", "")),
    "pelican": (("content", ""),),
}

_DATED: Final = frozenset(("jekyll", "eleventy", "hexo", "docusaurus", "mkdocs-material"))
_PATHS: Final = frozenset(("hugo", "zola", "starlight", "mkdocs", "vitepress"))
_REWRITES: Final = ("permalinks", "permalink", "uglyURLs", "cascade")

_DATE_PREFIX: Final = late(r"\d{4}-\d{1,2}-\d{1,2}(?:[-_ ]|$)")
_DAY: Final = late(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_ORDER_PREFIX: Final = late(r"^\d+\s*[-_.]+\s*(?=[^\d\s])(?!\d{4}-)")
_LANGUAGE: Final = late(r"\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)$")
_TOKEN: Final = late(r"[:{<*]")


def _certainty(rule: str, settings: Settings) -> Certainty:
    if rule in _DATED:
        return "dated"
    if rule in _PATHS and not any(key in settings.generator for key in _REWRITES):
        return "path"
    return "dated" if rule in _PATHS else "none"


def _stem(path: str) -> str:
    stem = without_markdown(path)
    return stem if stem != path else path.rpartition(".")[0] or path


def _without_index(rel: str) -> str:
    folder, _, name = rel.rpartition("/")
    return folder if name in INDEX_NAMES else rel


def _slugged(rel: str, facts: PostFacts) -> str:
    if facts.slug is None:
        return rel
    folder, slash, _ = rel.rpartition("/")
    return folder + slash + facts.slug.text.strip("/")


def _language(rel: str) -> tuple[str, str]:
    match = _LANGUAGE.search(rel)
    return (rel[: match.start()], match[1].lower()) if match else (rel, "")


def _day_of_path(path: str) -> str | None:
    """The day that a file's name, or its folder's, starts with."""
    folder, _, name = path.rpartition("/")
    return _day(name) or _day(folder.rpartition("/")[2])


def _day(text: str) -> str | None:
    match = _DAY.match(text)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else None
