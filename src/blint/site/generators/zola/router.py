"""Zola: where its pages, sections and assets are published, and what its links mean.

The rules are those of Zola 0.22's own source and tests, as no package of it could be built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from blint.facts import PostFacts
from blint.late import late
from blint.site.headings.slugs import zola_slug
from blint.site.links.records import LinkRecord, Page
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import INDEX, address_of, below, files_at, join_path, join_url
from blint.site.routing.writing import as_served, from_content


def routes(post: PostFacts, layout: Layout) -> Routes:
    """`path` as it stands, else the folders as they are and the slug of the name."""
    found = below(post.path, layout.content)
    if found is None or not post.path.endswith(".md"):
        return Routes()
    folder, _, name = found[0].rpartition("/")
    stem, language = _language(name.removesuffix(".md"), layout)
    start = f"{layout.base}/{language}" if language else layout.base
    also = tuple(_terms(post, start, layout))
    if post.extra.get("render", "").lower() == "false":
        return Routes(also=also)
    aliases = tuple(_alias(alias.text, layout) for alias in post.aliases if alias.text.strip())
    if stem == "_index":
        return Routes((_page(f"{start}/{folder}"),), aliases)
    is_bundle = stem == "index"
    assets = post.path[: post.path.rfind("/") + 1] if is_bundle and folder else ""
    if post.url is not None:
        own = _page(f"{layout.base}/{post.url.text.strip().strip('/')}")
        return Routes((own,), aliases, assets, also)
    if is_bundle:
        folder, _, stem = folder.rpartition("/")
    slug = _slug(post.slug.text if post.slug else _undated(stem, layout), layout, "paths")
    certain = slug is not None
    path = f"{folder}/{slug or stem}" if folder else slug or stem
    return Routes((_page(f"{start}/{path}"),), aliases, assets, also, certain)


def read(link: Written, layout: Layout) -> Iterator[str]:
    """`@/a.md` is a file of the content folder; all else is read by browsers."""
    if link.markdown and link.path.startswith("@/"):
        found = join_path(f"{layout.site}content/", link.path[2:])
        if found is not None:
            yield found
    elif link.routes.own:
        yield join_url(address_of(link.routes.own[0]), link.path)


def sources(url: str, layout: Layout) -> Iterator[str]:
    """Static files, the theme's among them, files directly in the folder of a section, and files
    anywhere below a page bundle that has the address of its folder."""
    theme = layout.config.get("theme")
    folders = layout.static
    if isinstance(theme, str) and theme:
        folders = (*folders, (f"{layout.site}themes/{theme}/static/", ""))
    yield from files_at(url, folders, layout.base)
    path = url[len(layout.base) + 1 :] if url.startswith(f"{layout.base}/") else ""
    folder, slash, name = path.rpartition("/")
    for content, _ in layout.content if name else ():
        is_beside = f"{content}{folder}{slash}_index.md" in layout.telling
        while folder and not is_beside:
            is_beside = f"{content}{folder}/index.md" in layout.telling
            folder = folder.rpartition("/")[0]
        if is_beside:
            yield content + path


def generated(url: str, layout: Layout, site: Site) -> bool:
    """Pages of lists, feeds, taxonomies that are not tags, the error page and search indexes."""
    path = url[len(layout.base) :] if url.startswith(f"{layout.base}/") else url
    if path == "/" or _MADE.search(path):
        return True
    number = _NUMBERED.search(path)
    if number is not None and number[1] in _paginated(layout):
        return True
    if path.rpartition("/")[2] in _feeds(layout):
        return True
    first = path.strip("/").split("/")[0]
    if first in _languages(layout.config):
        first = path.strip("/").partition("/")[2].split("/")[0]
    known = _taxonomies(layout)
    if first in known:
        rest = path.strip("/").rpartition(first)[2]
        return not rest or first not in _COUNTED
    return _may_be_themes(path, layout, site)


def _may_be_themes(path: str, layout: Layout, site: Site) -> bool:
    """Whether a file may come with a theme that is not in the tree.

    A theme brings files, but no pages; and none into the folders that the site itself has.
    """
    theme = layout.config.get("theme")
    if not isinstance(theme, str) or f"{layout.site}themes/{theme}" in site.folders:
        return False
    folder, _, name = path[1:].rpartition("/")
    if "." not in name or name.endswith((".md", ".html")):
        return False
    own = (*layout.static, *layout.content)
    return not any(
        folder and (f"{home}{folder}" in site.folders or f"{home}{folder}.md" in site.files)
        for home, _ in own
    )


def _paginated(layout: Layout) -> frozenset[str]:
    """The words before the number of a list's later pages."""
    taxonomies = layout.config.get("taxonomies")
    tables = [*layout.data.values(), *(taxonomies if isinstance(taxonomies, list) else ())]
    words = (table.get("paginate_path") for table in tables if isinstance(table, Mapping))
    return frozenset(("page", *(word for word in words if isinstance(word, str))))


def _terms(post: PostFacts, start: str, layout: Layout) -> Iterator[str]:
    known = _taxonomies(layout)
    for name, terms in (
        ("tags", tuple(tag.text for tag in post.tags)),
        ("categories", post.categories),
    ):
        if name in known:
            for term in terms:
                slug = _slug(term, layout, "taxonomies")
                if slug is not None:
                    yield _page(f"{start}/{name}/{slug}")


def _page(path: str) -> str:
    return f"{path.rstrip('/')}/{INDEX}"


def _alias(text: str, layout: Layout) -> str:
    path = f"{layout.base}/{text.strip().strip('/')}"
    return path if path.endswith(".html") else _page(path)


def _language(stem: str, layout: Layout) -> tuple[str, str]:
    name, dot, code = stem.rpartition(".")
    return (name, code) if dot and code in _languages(layout.config) else (stem, "")


def _languages(config: Mapping[str, Any]) -> frozenset[str]:
    found = config.get("languages")
    names = found if isinstance(found, Mapping) else ()
    return frozenset(map(str, names)) - {str(config.get("default_language", "en"))}


def _taxonomies(layout: Layout) -> frozenset[str]:
    """The slugs of all taxonomies, those of languages among them."""
    config = layout.config
    languages = config.get("languages")
    tables = [config, *(languages.values() if isinstance(languages, Mapping) else ())]
    found = set()
    for table in tables:
        rows = table.get("taxonomies") if isinstance(table, Mapping) else None
        for row in rows if isinstance(rows, list) else ():
            name = row.get("name") if isinstance(row, Mapping) else None
            if isinstance(name, str) and row.get("render") is not False:
                found.add(_slug(name, layout, "taxonomies") or name)
    return frozenset(found)


def _feeds(layout: Layout) -> frozenset[str]:
    names = layout.config.get("feed_filenames")
    found = names if isinstance(names, list) else [layout.config.get("feed_filename")]
    return frozenset(("atom.xml", "rss.xml", *(name for name in found if isinstance(name, str))))


def _undated(name: str, layout: Layout) -> str:
    """The name without a date at its start, which Zola reads as the page's date."""
    slugify = layout.config.get("slugify")
    if isinstance(slugify, Mapping) and slugify.get("paths_keep_dates") is True:
        return name
    match = _DATED.fullmatch(name)
    return match[1] if match else name


def _slug(text: str, layout: Layout, kind: str) -> str | None:
    """The slug by the strategy of the configuration; None where it is not certain."""
    slugify = layout.config.get("slugify")
    strategy = slugify.get(kind, "on") if isinstance(slugify, Mapping) else "on"
    if strategy == "off":
        return text
    if strategy == "safe":
        return _UNSAFE.sub("", text.rstrip(" ."))
    return _classic(text)


@lru_cache(maxsize=4096)
def _classic(text: str) -> str | None:
    return zola_slug(text) or None


def writes(page: Page, link: LinkRecord, layout: Layout) -> str | None:
    """By `@/` and the file, where a file is looked up."""
    if link.targets[0][:1] == "/":
        return as_served(page, link, layout)
    return from_content(page, layout, "@/")


ROUTER: Final = Router(routes, read, sources, generated, writes=writes)

_DATED: Final = late(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?\s?[_-](.+)"
)
_UNSAFE: Final = late(r'[<>:"/\\|?*]')
_NUMBERED: Final = late(r"/([^/]+)/\d+/?$")
_MADE: Final = late(
    r"^/(?:sitemap\d*\.xml|robots\.txt|404\.html|elasticlunr\.min\.js|search_index\.[\w-]+\.js(?:on)?)$"
    r"|\.css$"
)
# Taxonomies whose terms posts tell of.
_COUNTED: Final = frozenset(("tags", "categories"))
