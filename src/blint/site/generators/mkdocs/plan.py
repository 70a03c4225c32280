"""What the configuration of a MkDocs site makes of its files, worked out once for each layout."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Final

from blint.facts import PostFacts
from blint.site.configs.once import once
from blint.site.generators.mkdocs.blog import Blog, blogs_of
from blint.site.generators.mkdocs.files import PAGES, collect, output_of, plugins_of, uses_folders
from blint.site.generators.mkdocs.made import Made
from blint.site.headings.python_slugs import pymdownx_slug, slugger
from blint.site.routing.model import Layout, Routes
from blint.site.routing.paths import INDEX


class Plan:
    """The files of a site and its blogs. Paths are within the docs folder, or, of outputs, from
    the site's root.

    `docs` is the docs folder, empty or ending in `/`. `published` gives the file of each output,
    but for posts of a blog. `names` are all files, composed. `aliases` are the redirects to each
    page, as URL paths. `written` are outputs made of no file, or of one that is kept back.
    """

    def __init__(self, layout: Layout) -> None:
        config = layout.config
        self.docs = layout.content[0][0] if layout.content else layout.site
        self._base = layout.base
        self._folders = uses_folders(config)
        self._plugins = {
            name.removeprefix("material/"): row for name, row in plugins_of(config).items()
        }
        self.files = collect(layout, self.docs)
        self.blogs = blogs_of(layout, self.docs)
        self.made = Made(config)
        self.overlay = f"{layout.site}{self.made.custom}/"
        self.absolute_is_docs = _absolute_links(config) == "relative_to_docs"
        self.published = dict(self._published())
        self.names = {unicodedata.normalize("NFC", name) for name in self.files.names}
        self.aliases: dict[str, tuple[str, ...]] = {}
        self.written = {blog.index for blog in self.blogs}
        self.written |= {name for name in self.files.drafts if not name.endswith(PAGES)}
        self._redirect()
        self._meta = tuple(self._folder_data(layout)) if "meta" in self._plugins else ()
        self._tags = self._plugins.get("tags")
        self._tag_pages = self._find_tag_pages()
        self._is_elsewhere = "mike" in self._plugins or not config.get("site_url")

    def name_of(self, path: str) -> str | None:
        """A path from the project root as one within the docs folder."""
        return path[len(self.docs) :] if path.startswith(self.docs) else None

    def path_of(self, url: str) -> str | None:
        """A URL path as a path from the site's root; None outside the site."""
        base = self._base
        return url[len(base) + 1 :] if url.startswith(f"{base}/") else None

    def output_of(self, name: str) -> str:
        """The output of a file, as a URL path."""
        return f"{self._base}/{self.files.lookup[name]}"

    def blog_of(self, name: str) -> Blog | None:
        """The blog that a page is a post of."""
        if name in self.files.drafts or name in self.files.excluded:
            return None
        return next((blog for blog in self.blogs if blog.holds(name)), None)

    def post(self, post: PostFacts, name: str, blog: Blog) -> Routes:
        """Where a post of a blog is published."""
        found = blog.published(post, name, self._meta_of(name))
        lists = tuple(f"{self._base}/{path}" for path in found.lists)
        also = (*lists, *self.tagged(post, name))
        if found.output is None:
            return Routes(also=also, certain=False, draft=found.draft)
        own = (f"{self._base}/{found.output}",)
        aliases = self.aliases.get(name, ())
        return Routes(own, aliases, also=also, draft=found.draft, since=found.since)

    def unwritten(self, name: str) -> Iterator[str]:
        """What answers a link to a source file that is made while the site is built."""
        if self.made.is_asset(name):
            yield f"{self._base}/{name}"
        for blog in self.blogs:
            view = blog.view_of(name)
            if view is not None:
                yield f"{self._base}/{view}"

    def below_other_base(self, url: str) -> Iterator[str]:
        """An absolute URL path as it may be read where the host's base path is not known."""
        if not self._is_elsewhere or not url.startswith(f"{self._base}/"):
            return
        parts = url[len(self._base) + 1 :].split("/")
        for cut in range(1, min(len(parts), _DEEPEST + 1)):
            rest = "/".join(parts[cut:])
            # The first page of the site would answer whatever its base path is taken to be.
            if rest.strip("/") not in {"", INDEX} and f"{parts[0]}/" != self.docs:
                yield f"{self._base}/{rest}"

    def tagged(self, post: PostFacts, name: str) -> Iterator[str]:
        """The ids on the pages of tags that a page's tags are listed under."""
        if not self._tag_pages:
            return
        shared = self._meta_of(name).get("tags")
        tags = [*(word.text for word in post.tags), *_words(shared)]
        for anchor in map(self._tag_id, tags):
            yield from (f"{self.output_of(page)}#{anchor}" for page in self._tag_pages)

    def has_more_ids(self, post: PostFacts, name: str) -> bool:
        """Whether a page leads on to another, or lists what has ids: posts, or tags of which other
        pages do not tell."""
        if post.extra.get("template") == "redirect.html":
            return True
        if any(blog.view_of(name) is not None for blog in self.blogs):
            return True
        return "tags" in post.extra and name not in self._tag_pages

    def _tag_id(self, tag: str) -> str:
        options = self._tags or {}
        form = str(options.get("tags_slugify_format", "tag:{slug}"))
        separator = str(options.get("tags_slugify_separator", "-"))
        parts = tag.split("/") if options.get("tags_hierarchy") is True else [tag]
        make = slugger(options.get("tags_slugify")) or _lower
        return form.replace("{slug}", "/".join(make(part, separator) for part in parts))

    def _find_tag_pages(self) -> frozenset[str]:
        """The pages that list tags, as far as their names tell."""
        options = self._tags
        if options is None or options.get("tags_name_property", "tags") != "tags":
            return frozenset()
        if "tags_slugify" in options and slugger(options["tags_slugify"]) is None:
            return frozenset()
        named = options.get("tags_file")
        return frozenset(
            name
            for name in self.files.winners.values()
            if name == named or f"/{name}".endswith(("/tags.md", "/tags/index.md"))
        )

    def _published(self) -> Iterator[tuple[str, str]]:
        for output, name in self.files.winners.items():
            if self.blog_of(name) is None:
                place = output
                for blog in self.blogs:
                    place = blog.moved(place)
                yield place, name

    def _redirect(self) -> None:
        maps = self._plugins.get("redirects", {}).get("redirect_maps")
        for old, new in maps.items() if isinstance(maps, Mapping) else ():
            if not isinstance(old, str) or not isinstance(new, str):
                continue
            output = output_of(posixpath.normpath(old), self._folders)
            target = new.partition("#")[0]
            if new.lower().startswith(("http://", "https://")):
                self.written.add(output)
            elif target in self.files.lookup and target.endswith(PAGES):
                known = self.aliases.get(target, ())
                self.aliases[target] = (*known, f"{self._base}/{output}")

    def _folder_data(self, layout: Layout) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for path, data in layout.data.items():
            name = self.name_of(path)
            if name is not None and name.rpartition("/")[2] == ".meta.yml":
                yield name.rpartition("/")[0], data

    def _meta_of(self, name: str) -> Mapping[str, Any]:
        """What the folders around a page say of it: lists are added up, the deepest word counts."""
        found: dict[str, Any] = {}
        for folder, data in self._meta:
            if name.startswith(folder):
                for key, value in data.items():
                    old = found.get(key)
                    added = isinstance(old, list) and isinstance(value, list)
                    found[key] = old + value if added else value
        return found


plan_of = once(Plan)
"""The plan of a layout, made once."""


def _absolute_links(config: Mapping[str, Any]) -> object:
    validation = config.get("validation")
    table = validation if isinstance(validation, Mapping) else {}
    links = table.get("links")
    own = links.get("absolute_links") if isinstance(links, Mapping) else None
    return own if own is not None else table.get("absolute_links")


def _lower(text: str, separator: str) -> str:
    return pymdownx_slug(text, separator, case="lower")


def _words(value: Any) -> Iterator[str]:
    yield from map(str, value if isinstance(value, list) else ())


# How many segments a base path has at most: `/project/en/latest/`.
_DEEPEST: Final = 3
