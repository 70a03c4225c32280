"""A Docusaurus site as its configuration draws it up: its plugins, and which folders they read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from blint.site.globs import Test, matcher


class Blog(NamedTuple):
    """What one blog makes beside its posts.

    `archive`, `page` and `authors` are parts of addresses, `archive` empty where there is none.
    `per_page` is how many posts a list has, 0: all of them. `people` are the addresses of authors
    that have a page, below `authors`, by key.
    """

    archive: str = "archive"
    page: str = "page"
    authors: str = "authors"
    per_page: int = 10
    feeds: tuple[str, ...] = ("rss.xml", "atom.xml")
    people: Mapping[str, str] = {}
    has_people: bool = False


class Plugin(NamedTuple):
    """One plugin that reads a folder of pages: `kind` is `docs`, `blog` or `pages`.

    `folder` is relative to the project root, empty or ending in `/`; `route` the URL path of its
    pages below the site's (`/docs`, or empty). `include` and `exclude` are globs below the folder.
    `tags` is the part of an address that lists of tags are under. `prefixes`: numbers at the start
    of a name are no part of the address.
    """

    kind: str
    name: str = "default"
    folder: str = ""
    route: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    tags: str = "tags"
    prefixes: bool = True
    blog: Blog | None = None

    def reads(self, within: str) -> bool:
        """Whether a file, by its path in the folder, is one that the plugin makes a page of."""
        wanted, left_out = _tests(self.include, self.exclude)
        return wanted(within) and not left_out(within)


class Place(NamedTuple):
    """A folder of pages of one plugin, in one version and one language.

    `url` is the URL path of its pages below that of the language. `locale` is empty where the
    folder holds the originals: then `localized` pairs each language with the folder of its
    translations; else it is empty, and `original` is the folder of the originals. `tags` are the
    addresses of tags that a file names, by tag.
    """

    folder: str
    plugin: Plugin
    url: str
    locale: str = ""
    original: str = ""
    localized: tuple[tuple[str, str], ...] = ()
    tags: Mapping[str, str] = {}


class Locale(NamedTuple):
    """A language: what its addresses have after the base path, or a base path of its own."""

    name: str
    suffix: str = ""
    base: str | None = None


class Plan(NamedTuple):
    """A whole site.

    `site` is the site's own folder, empty or ending in `/`. `slash` is the setting `trailingSlash`,
    None: not set. `locales` begin with the default one. `places` are by folder, `translated` the
    files in the folders of translations. `static` are folders that are copied as they are.
    `redirects` are the addresses that lead on to one, `old` all of them; `open_old`: there are more
    than can be read. `extensions`: every page is also at its address with one of them. `made` are
    addresses of pages without a source. `open`: plugins make pages that blint does not know.
    `open_below` are URL paths below which there may be any page. `format` is the one of Markdown
    files. `raw_images`: an image that is not found stays as it was written.
    """

    site: str = ""
    slash: bool | None = None
    locales: tuple[Locale, ...] = (Locale(""),)
    places: Mapping[str, Place] = {}
    translated: frozenset[str] = frozenset()
    static: tuple[str, ...] = ("static/",)
    redirects: Mapping[str, tuple[str, ...]] = {}
    old: frozenset[str] = frozenset()
    open_old: bool = False
    extensions: tuple[str, ...] = ()
    made: frozenset[str] = frozenset()
    open: bool = False
    open_below: tuple[str, ...] = ()
    format: str = "mdx"
    raw_images: bool = False

    def find(self, path: str) -> tuple[Place, str] | None:
        """The closest place that a file is in, and its path there."""
        end = path.rfind("/") + 1
        while True:
            place = self.places.get(path[:end])
            if place is not None:
                return place, path[end:]
            if not end:
                return None
            end = path.rfind("/", 0, end - 1) + 1

    def starts(self, base: str) -> list[tuple[str, str]]:
        """Each language with the path that its addresses begin with, `base` being the site's."""
        return [
            (one.name, base + one.suffix if one.base is None else one.base) for one in self.locales
        ]

    def start(self, locale: str, base: str) -> str:
        """The path that addresses in a language begin with: the default one, if it is none."""
        starts = self.starts(base)
        return next((start for name, start in starts if name == locale), starts[0][1])

    def is_shown(self, place: Place, within: str, locale: str) -> bool:
        """Whether a file, and not a translation of it or another one, is shown in a language."""
        if place.locale:
            return place.locale == locale and place.folder + within in self.translated
        folder = dict(place.localized).get(locale)
        return folder is None or folder + within not in self.translated


def braces(glob: str) -> Iterator[str]:
    """A glob with `{a,b}` as several without."""
    start = glob.find("{")
    end = glob.find("}", start)
    if start < 0 or end < 0:
        yield glob
        return
    for part in glob[start + 1 : end].split(","):
        yield from braces(glob[:start] + part + glob[end + 1 :])


@cache
def _tests(include: tuple[str, ...], exclude: tuple[str, ...]) -> tuple[Test, Test]:
    return matcher(include), matcher(exclude)


MARKDOWN: Final = ("**/*.md", "**/*.mdx")
SCRIPTS: Final = (".js", ".jsx", ".ts", ".tsx")
INCLUDED: Final[Mapping[str, tuple[str, ...]]] = {
    "docs": MARKDOWN,
    "blog": MARKDOWN,
    "pages": (*MARKDOWN, *(f"**/*{script}" for script in SCRIPTS)),
}
"""What each kind of plugin reads where nothing is said."""
EXCLUDED: Final = tuple(
    glob
    for one in (
        "**/_*.{js,jsx,ts,tsx,md,mdx}",
        "**/_*/**",
        "**/*.test.{js,jsx,ts,tsx}",
        "**/__tests__/**",
    )
    for glob in braces(one)
)
"""What no plugin reads where nothing is said."""
