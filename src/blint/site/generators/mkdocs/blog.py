"""The blog of Material for MkDocs: where its posts are published, and the lists they are on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from blint.facts import PostFacts
from blint.late import late
from blint.site.generators.mkdocs.babel_dates import format_date
from blint.site.generators.mkdocs.files import PAGES, each_plugin, output_of, uses_folders
from blint.site.headings.python_slugs import Slugger, pymdownx_slug, slugger
from blint.site.routing.model import Layout
from blint.site.routing.paths import served_at


class Published(NamedTuple):
    """Where a post is published, and the first pages of the lists it is on, as paths from the
    site's root; no `output`: that is not certain. `since` is a day that it waits for."""

    output: str | None
    lists: tuple[str, ...]
    draft: bool
    since: str


class Blog:
    """One blog: `root` is its folder, empty or ending in `/`, and `start` what the paths of its
    posts begin with, both within the docs folder."""

    def __init__(self, options: Mapping[str, Any], layout: Layout, docs: str) -> None:
        self._options = options
        self._folders = uses_folders(layout.config)
        self._language = _language(layout.config)
        root = posixpath.normpath(self._text("blog_dir"))
        self.root = "" if root == "." else f"{root}/"
        self.start = posixpath.normpath(self._text("post_dir").replace("{blog}", root))
        self._root = root
        self._post_slug = _slugger(options.get("post_slugify"))
        self._category_slug = _slugger(options.get("categories_slugify"))
        path = posixpath.normpath(self._text("authors_file").replace("{blog}", root))
        self._authors = _table(_table(layout.data.get(docs + path)).get("authors"))
        self.index = output_of(f"{self.root}index.md", self._folders)
        self._views = dict(self._forms())
        page = "[1-9][0-9]{0,5}"
        self._page = re.compile(
            f"(?:(?P<list>.*)/)?(?P<page>{_form(self._text('pagination_url_format'), page)})"
        )
        self._number = re.compile(_form(self._text("pagination_url_format"), f"({page})"))
        archive, post = self._text("archive_url_date_format"), self._text("post_url_date_format")
        dates = [format_date("2024-01-01", form, self._language) for form in (archive, post)]
        self.certain = None not in dates and None not in (self._post_slug, self._category_slug)

    def holds(self, name: str) -> bool:
        """Whether a page of the docs folder is a post."""
        return name.startswith(self.start) and name.endswith(PAGES)

    def moved(self, output: str) -> str:
        """Where a file beside the posts is published; `output` is where another would be."""
        if not output.startswith(self.start) or output.endswith((*PAGES, *_STATIC)):
            return output
        return posixpath.normpath(output.replace(self.start, self._root))

    def published(self, post: PostFacts, name: str, meta: Mapping[str, Any]) -> Published:
        """Where a post is published; `meta` is what the folders around it say of it."""
        date = post.date.text if post.date else str(_table(meta.get("date")).get("created") or "")
        date = date or str(meta.get("date") or "")
        categories = (*_words(meta.get("categories")), *post.categories)
        categories = tuple(dict.fromkeys(categories))
        draft, since = self._held_back(post, date, meta)
        lists = dict.fromkeys((self.index, *self._lists(post, date, categories, meta)))
        output = self._output(post, name, date, categories, meta)
        return Published(output, tuple(lists), draft, since)

    def numbered(self, path: str) -> tuple[str, int] | None:
        """The first page of the list that a path is a further page of, and how many posts that
        list must have for it to be there."""
        stem = path.removesuffix("/index.html").removesuffix(".html").rstrip("/")
        match = self._page.fullmatch(stem)
        if match is None:
            return None
        found, page = match["list"] or "", match["page"]
        kind = "" if f"{found}/".lstrip("/") == self.root else self._kind(f"{found}.md")
        if kind is None:
            return None
        name = f"{self.root}{page}/index.md" if not kind else f"{stem}.md"
        expected = output_of(name, self._folders)
        if f"/{path}" not in served_at(f"/{expected}"):
            return None
        step = self._per_page(kind)
        number = self._number.fullmatch(page)
        if step is None or number is None or not number.lastindex or int(number[1]) < 2:
            return None
        first = output_of(f"{found}.md", self._folders) if kind else self.index
        return first, (int(number[1]) - 1) * step + 1

    def view_of(self, name: str) -> str | None:
        """Where the list would be published that has no file but may be linked to as one."""
        stem = name.removesuffix(".md")
        if stem == name:
            return None
        page = self._page.fullmatch(stem.removesuffix("/index"))
        of = f"{page['list']}.md" if page and page["list"] else name
        is_own = name == f"{self.root}index.md"
        if page is not None:
            is_own = is_own or f"{page['list'] or ''}/".lstrip("/") == self.root
        return output_of(name, self._folders) if is_own or self._kind(of) is not None else None

    def may_have(self, path: str) -> bool:
        """Whether a path may be that of a post or list whose address is not known."""
        return not self.certain and path.startswith(self.root)

    def _held_back(self, post: PostFacts, date: str, meta: Mapping[str, Any]) -> tuple[bool, str]:
        """Whether a post is a draft, and the day that it waits for."""
        said = post.extra.get("draft", str(meta.get("draft", ""))).lower()
        if self._options.get("draft") is True:
            return False, ""
        waits = self._options.get("draft_if_future_date") is True and said not in _BOOLEANS
        return said in _TRUE, date[:10] if waits and _DAY.match(date) else ""

    def _output(
        self,
        post: PostFacts,
        name: str,
        date: str,
        categories: tuple[str, ...],
        meta: Mapping[str, Any],
    ) -> str | None:
        stem = posixpath.splitext(name.rpartition("/")[2])[0]
        stem = "index" if stem == "README" else stem
        slug = post.slug.text if post.slug else meta.get("slug")
        if not isinstance(slug, str) or not slug:
            title, separator = self._title(post, stem, meta), self._text("post_slugify_separator")
            slug = _slug(self._post_slug, title, separator)
        limit = self._options.get("post_url_max_categories", 1)
        chosen = categories[: limit if isinstance(limit, int) else 1]
        written = format_date(date, self._text("post_url_date_format"), self._language)
        slugs = [self._category(one) for one in chosen]
        if written is None or slug is None or None in slugs:
            return None
        values = {
            "date": written,
            "slug": slug,
            "file": stem,
            "categories": "/".join(filter(None, slugs)),
        }
        return self._at(_filled(self._text("post_url_format"), values))

    def _title(self, post: PostFacts, stem: str, meta: Mapping[str, Any]) -> str:
        if post.title is not None:
            return post.title.text
        if isinstance(meta.get("title"), str) and meta["title"]:
            return str(meta["title"])
        if "heading" in post.extra:
            return post.extra["heading"].lstrip("# ").strip()
        words = stem.replace("-", " ").replace("_", " ")
        return words.capitalize() if words.lower() == words else words

    def _lists(
        self, post: PostFacts, date: str, categories: tuple[str, ...], meta: Mapping[str, Any]
    ) -> Iterator[str]:
        """The pages of the archive, of categories and of authors that a post is on."""
        paths: list[str | None] = []
        if self._is_on("archive"):
            text = format_date(date, self._text("archive_url_date_format"), self._language)
            form = self._text("archive_url_format")
            paths.append(_filled(form, {"date": text}) if text is not None else None)
        if self._is_on("categories"):
            form = self._text("categories_url_format")
            slugs = map(self._category, categories)
            paths += [_filled(form, {"slug": slug}) for slug in slugs if slug is not None]
        if self._is_on("authors_profiles"):
            form = self._text("authors_profiles_url_format")
            authors = (*_words(meta.get("authors")), *post.extra.get("authors", "").split("\n"))
            for one in filter(None, authors):
                row = _table(self._authors.get(one))
                slug, name = str(row.get("slug") or one), str(row.get("name") or one)
                paths.append(_filled(form, {"slug": slug, "name": name}))
        yield from filter(None, map(self._at, paths))

    def _at(self, path: str | None) -> str | None:
        """The output of a page at an address within the blog; None where it is not certain."""
        if path is None:
            return None
        path = posixpath.normpath(path.strip("/"))
        if path == "." or path.startswith(".."):
            return None
        return output_of(posixpath.normpath(f"{self.root}{path}.md"), self._folders)

    def _category(self, name: str) -> str | None:
        return _slug(self._category_slug, name, self._text("categories_slugify_separator"))

    def _forms(self) -> Iterator[tuple[str, re.Pattern[str]]]:
        """The forms of the paths of lists, by kind."""
        for kind in ("archive", "categories", "authors_profiles"):
            if self._is_on(kind):
                form = posixpath.normpath(self._text(f"{kind}_url_format").strip("/"))
                yield kind, re.compile(f"{re.escape(self.root)}{_form(form, '.+')}\\.md")

    def _kind(self, name: str) -> str | None:
        found = (kind for kind, form in self._views.items() if form.fullmatch(name))
        return next(found, None)

    def _per_page(self, kind: str) -> int | None:
        """How many posts a page of a list holds; None where it has but one page."""
        prefix = f"{kind}_" if kind else ""
        is_on = self._options.get(f"{prefix}pagination")
        is_on = self._options.get("pagination", True) if is_on is None else is_on
        step = self._options.get(f"{prefix}pagination_per_page")
        step = self._options.get("pagination_per_page", 10) if step is None else step
        return step if is_on is not False and isinstance(step, int) and step > 0 else None

    def _is_on(self, key: str) -> bool:
        return self._options.get(key, key != "authors_profiles") is True

    def _text(self, key: str) -> str:
        value = self._options.get(key)
        return value if isinstance(value, str) else _DEFAULTS[key]


def blogs_of(layout: Layout, docs: str) -> tuple[Blog, ...]:
    """The blogs of a site: Material may have several."""
    theme = layout.config.get("theme")
    name = theme.get("name") if isinstance(theme, Mapping) else theme
    names = {"material/blog", "blog"} if name == "material" else {"material/blog"}
    rows = each_plugin(layout.config.get("plugins"))
    return tuple(Blog(options, layout, docs) for plugin, options in rows if plugin in names)


def _language(config: Mapping[str, Any]) -> str:
    language = _table(config.get("theme")).get("language")
    return language if isinstance(language, str) else "en"


def _slugger(value: Any) -> Slugger | None:
    return _lower if value is None else slugger(value)


def _lower(text: str, separator: str) -> str:
    return pymdownx_slug(text, separator, case="lower")


def _slug(make: Slugger | None, text: str, separator: str) -> str | None:
    return make(text, separator) if make is not None else None


def _filled(form: str, values: Mapping[str, str]) -> str | None:
    """A format with its values; None where it asks for something else."""
    if any(name not in values for name in _BRACES.findall(form)):
        return None
    return _BRACES.sub(lambda match: values[match[1]], form)


def _form(form: str, value: str) -> str:
    """The expression for what a format may become."""
    pieces = _BRACES.split(form.strip("/"))
    return "".join(value if at % 2 else re.escape(piece) for at, piece in enumerate(pieces))


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _words(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


_BRACES: Final = late(r"\{([^{}]*)\}")
_DAY: Final = late(r"\d{4}-\d\d-\d\d")
_TRUE: Final = frozenset(("true", "yes", "on"))
_BOOLEANS: Final = _TRUE | {"false", "no", "off"}
_STATIC: Final = (".html", ".htm", ".xml", ".json")
_DEFAULTS: Final[Mapping[str, str]] = {
    "blog_dir": "blog",
    "post_dir": "{blog}/posts",
    "post_url_format": "{date}/{slug}",
    "post_url_date_format": "yyyy/MM/dd",
    "post_slugify_separator": "-",
    "archive_url_format": "archive/{date}",
    "archive_url_date_format": "yyyy",
    "categories_url_format": "category/{slug}",
    "categories_slugify_separator": "-",
    "authors_file": "{blog}/.authors.yml",
    "authors_profiles_url_format": "author/{slug}",
    "pagination_url_format": "page/{page}",
}
