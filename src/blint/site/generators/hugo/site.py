"""All that is known of a Hugo site before its pages are read, put together once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from blint.late import late
from blint.site.generators.hugo.folders import folded, mounts, table, themes, words
from blint.site.generators.hugo.front import Cascade, Front, cascades, front_of_data
from blint.site.generators.hugo.pages import Addresses, Place
from blint.site.generators.hugo.settings import default_language, hook, is_multihost, tongues
from blint.site.generators.hugo.tree import Attached, Node, Tree
from blint.site.routing.model import Layout
from blint.site.routing.paths import address_of, served_at


class HugoSite:
    """A site: its configuration, its pages by name, its hooks, and what it makes of itself."""

    def __init__(self, layout: Layout) -> None:
        data = folded(layout.config)
        self.base, self.start = layout.base, layout.site
        self.names = frozenset(layout.telling)
        self.shows_drafts = data.get("builddrafts") is True
        self.canonical = data.get("canonifyurls") is True
        self.relative = data.get("relativeurls") is True
        pagination = table(data, "pagination")
        self.has_first_pages = pagination.get("disablealiases") is not True
        self.tongues, self.default = tongues(data), default_language(data)
        self.codes = frozenset((*self.tongues, *map(str, table(data, "languages"))))
        self.page_words = frozenset(tongue.page_word for tongue in self.tongues.values())
        self.unseen = frozenset(_unseen(layout, data))
        """Themes and modules whose files are not there."""
        self._copies = table(data, "markup", "goldmark").get("duplicateresourcefiles") is True
        self._is_multihost = is_multihost(data)
        self._mounts = tuple(one._replace(source=layout.site + one.source) for one in mounts(data))
        self._ignored = _ignored(data)
        self.tree = self._tree(layout.telling)
        self._data = {path: folded(values) for path, values in layout.data.items()}
        self.addresses = {
            code: Addresses(tongue, self.tree, self._data) for code, tongue in self.tongues.items()
        }
        self._cascades = cascades(self._data, self.tree.by_source, data)
        self._read_layouts(layout, data)
        self._read_files(layout.base)
        self.made: set[str] = set()
        """The URL paths of pages and feeds that need no file."""
        self.lists: dict[str, Node] = {}
        """Pages that list others, those of terms left out, by output file."""
        self.urls: dict[tuple[str, str], str] = {}
        """The URL paths of pages that need no file, by language and key."""
        self.owned: dict[str, str] = {}
        """The files beside such pages, by URL path."""
        self._make_lists()
        self.extras = frozenset(_extras(self, data))
        self.named = self._names()
        self.firsts = frozenset(self._firsts())
        """What addresses begin with that are surely those of the site."""
        self._sizes: dict[tuple[str, str], int] = {}
        self._terms: dict[tuple[str, str, str], tuple[str, ...]] = {}

    @property
    def is_known(self) -> bool:
        """Whether the rules here hold for the site."""
        return not (self._is_multihost or self.tree.has_programs)

    def node(self, path: str) -> Node | None:
        """The page of a file; None where it has none."""
        found = self.tree.by_source.get(path)
        if found is None and path not in self.names:
            # A file that the listing does not have, as it is not at hand.
            found = self._tree((path,)).by_source.get(path)
        return found

    def passed(self, node: Node) -> tuple[Cascade, ...]:
        """What is passed down to a page."""
        return self._cascades.get(node.lang, self._cascades[""])

    def front(self, node: Node) -> Front:
        """The front matter of a page that lists others."""
        return front_of_data(self._data.get(node.source, {}), self.passed(node), node)

    def has_page(self, node: Node) -> bool:
        """Whether pages of this kind are made at all."""
        return node.kind not in self.tongues[node.lang].off

    def place(self, node: Node, front: Front) -> Place | None:
        """Where a page is published, below the base."""
        return self.addresses[node.lang].place(node, front)

    def outputs(self, node: Node, front: Front, place: Place) -> tuple[str, ...]:
        """The files of a page, its feeds among them, with the base; its own comes first."""
        formats = list(self.tongues[node.lang].formats_of(node.kind, front.outputs))
        own = [place.output] if any(one.is_html for one in formats) else []
        files = self.addresses[node.lang].files(place, formats)
        return tuple(self.base + path for path in (*own, *files))

    def beside(self, node: Node, place: Place) -> Iterator[tuple[str, str]]:
        """The files that are published beside a page: URL path, and file."""
        for one in self.tree.attached.get(node.key, ()):
            is_own = one.lang == node.lang or (self._copies and one.lang == self.default)
            if is_own and not one.is_page:
                yield f"{self.base}{place.stem}/{one.relative}", one.source

    def resource(self, node: Node, path: str) -> Attached | None:
        """The file beside a page that has a name, in whatever case, or of another language."""
        wanted = path.lstrip("/").lower()
        stem, _, extension = wanted.rpartition(".")
        found = None
        for one in self.tree.attached.get(node.key, ()):
            if node.key in self.tree.pages.get(one.lang, ()):
                name = one.relative.lower()
                if name == wanted:
                    return one
                if name == f"{stem}.{one.lang}.{extension}":
                    found = one
        return found

    def size(self, node: Node) -> int:
        """How many pages a list may have at most."""
        at = (node.lang, node.key)
        if node.kind == "taxonomy":
            return _MANY
        if at not in self._sizes:
            start = "/" if node.kind == "home" else f"{node.key}/"
            pages = self.tree.pages[node.lang]
            self._sizes[at] = sum(key.startswith(start) and key != "/" for key in pages)
        return self._sizes[at]

    def term(self, lang: str, plural: str, term: str) -> tuple[str, ...]:
        """The files of a term's page, and what it is looked up by."""
        at = (lang, plural, term)
        if at not in self._terms:
            place, node = self.addresses[lang].term(plural, term)
            front, known = Front(term), self.tree.pages[lang].get(node.key)
            if known is not None and known.source:
                front = self.front(known)
                place = self.place(known, front) or place
            name = node.key[node.key.rfind("/") + 1 :]
            files: tuple[str, ...] = (term_name(lang, node.key[1:]), nickname(lang, name))
            if self.has_page(node) and front.render == "always":
                files += self.outputs(node, front, place)
            self._terms[at] = files
        return self._terms[at]

    def _tree(self, names: tuple[str, ...]) -> Tree:
        return Tree(names, self._mounts, self.tongues, self.codes, self._ignored)

    def _read_layouts(self, layout: Layout, data: Mapping[str, Any]) -> None:
        """What the names of templates tell: hooks for links, shortcodes, error pages."""
        names = [name for name in layout.telling if _LAYOUTS.search(name)]
        matches = map(_SHORTCODES.search, names)
        self.shortcodes = frozenset(match[1].lower() for match in matches if match is not None)
        self.has_error_page = bool(self.unseen) or any(map(_ERROR_PAGE.search, names))
        self.links, self.images = (
            hook(
                data,
                kind,
                custom=any(f"/_markup/render-{kind}." in name for name in names),
                unseen=bool(self.unseen),
            )
            for kind in ("link", "image")
        )

    def _read_files(self, base: str) -> None:
        """The folders of assets, and the static files that are mounted one by one."""
        self.assets = tuple(one.source for one in self._mounts if one.component == "assets")
        self.asset_homes = tuple((f"{folder}/", "") for folder in self.assets)
        self.lone = {
            f"{base}/{one.target}": one.source
            for one in self._mounts
            if one.component == "static" and one.source in self.names
        }

    def _make_lists(self) -> None:
        for pages in self.tree.pages.values():
            for node in pages.values():
                if node.kind in {"page", "term"}:
                    continue
                front = self.front(node)
                place = self.place(node, front)
                if place is not None and self.has_page(node):
                    self._make(node, front, place)

    def _make(self, node: Node, front: Front, place: Place) -> None:
        self.lists[self.base + place.output] = node
        if node.source:
            return
        outputs = self.outputs(node, front, place)
        if outputs and front.render == "always":
            self.urls[node.lang, node.key] = address_of(outputs[0])
            self.made.update(url for output in outputs for url in served_at(output))
        self.owned.update(self.beside(node, place))

    def _firsts(self) -> Iterator[str]:
        if len(self.tongues) > 1:
            yield from self.tongues
        for pages in self.tree.pages.values():
            for node in pages.values():
                if node.kind in {"section", "taxonomy"}:
                    yield node.key[1:].partition("/")[0]

    def _names(self) -> dict[str, dict[str, list[Node]]]:
        """The pages by the name that `ref` finds them by, by language."""
        found: dict[str, dict[str, list[Node]]] = {}
        for lang, pages in self.tree.pages.items():
            names = found[lang] = {}
            for node in pages.values():
                if node.key != "/":
                    names.setdefault(node.key[node.key.rfind("/") + 1 :], []).append(node)
        return found


def term_name(lang: str, key: str) -> str:
    """What the page of a term is looked up by: no path, and with the last part of its key."""
    return f"{lang}:/{key}/"


def nickname(lang: str, name: str) -> str:
    """What a page is looked up by whose name alone is given: no path of a file."""
    return f"{lang}:**/{name}.md"


def _extras(site: HugoSite, data: Mapping[str, Any]) -> Iterator[str]:
    """The URL paths of what Hugo makes beside pages."""
    base, tongues = site.base, site.tongues
    off = tongues[site.default].off
    if data.get("enablerobotstxt") is True and "robotstxt" not in off:
        yield f"{base}/robots.txt"
    name = table(data, "sitemap").get("filename")
    sitemap = name if isinstance(name, str) and name else "sitemap.xml"
    if "sitemap" not in off:
        yield f"{base}/{sitemap}"
        if len(tongues) > 1 or tongues[site.default].prefix:
            yield from (f"{base}/{code}/{sitemap}" for code in tongues)
    if site.has_error_page and "404" not in off:
        for tongue in tongues.values():
            yield from served_at(f"{base}{tongue.prefix}/404.html")
    if tongues[site.default].prefix:
        if data.get("disabledefaultlanguageredirect") is not True:
            yield from served_at(f"{base}/index.html")
    elif len(tongues) > 1:
        yield from served_at(f"{base}/{site.default}/index.html")


def _unseen(layout: Layout, data: Mapping[str, Any]) -> Iterator[str]:
    for name, folders in themes(data).items():
        starts = tuple(f"{layout.site}{folder}/" for folder in folders)
        if not any(path.startswith(starts) for path in layout.telling):
            yield name


def _ignored(data: Mapping[str, Any]) -> re.Pattern[str] | None:
    """What the configuration leaves out; an expression that is none here counts for nothing."""
    found = []
    for one in words(data.get("ignorefiles")):
        try:
            re.compile(one)
        except (re.error, OverflowError, RecursionError):
            continue
        found.append(f"(?:{one})")
    return re.compile("|".join(found)) if found else None


_LAYOUTS: Final = late(r"(?:^|/)layouts/")
_SHORTCODES: Final = late(r"/_?shortcodes/(.+?)\.[^/]*$")
_ERROR_PAGE: Final = late(r"/404\.(?:[^/]+\.)?html$")
# More than any list has: terms are counted nowhere.
_MANY: Final = 1_000_000
