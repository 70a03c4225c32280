"""The pages of a Hugo site by language and key, as far as the names of its files tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from blint.late import late
from blint.site.generators.hugo.folders import Mount
from blint.site.generators.hugo.paths import CONTENT, key_part
from blint.site.generators.hugo.settings import Tongue


class Node(NamedTuple):
    """A page. `source` is its file, empty where Hugo makes the page of itself.

    `key` is what it is looked up by (`/posts/hello`), `place` the folder its file is in, as it is
    spelled, empty or beginning with a slash; for a bundle and a list it is that of their folder.
    `name` is what it is called by: its file, or its folder. `leaf`: a bundle.
    """

    source: str
    lang: str
    kind: str
    key: str
    place: str
    name: str
    leaf: bool = False

    @property
    def parent(self) -> str:
        """The folder that holds the page, as it is spelled."""
        cut = (self.leaf or self.kind != "page") and self.place
        return self.place[: self.place.rfind("/")] if cut else self.place


class Attached(NamedTuple):
    """A file beside pages: its path from the folder of its owner, and the language it is of."""

    source: str
    relative: str
    lang: str
    is_page: bool


class _File(NamedTuple):
    source: str
    place: str
    name: str
    base: str
    lang: str
    is_page: bool


class Tree:
    """Pages by language and key, and the files beside them by their owner's key."""

    def __init__(
        self,
        names: Collection[str],
        mounts: Collection[Mount],
        tongues: Mapping[str, Tongue],
        codes: Collection[str],
        ignored: re.Pattern[str] | None,
    ) -> None:
        self.pages: dict[str, dict[str, Node]] = {code: {} for code in tongues}
        self.by_source: dict[str, Node] = {}
        self.attached: dict[str, list[Attached]] = {}
        self.foreign: set[str] = set()
        """The names of pages that are no Markdown, of which nothing is known but the name."""
        self.has_programs = False
        """Whether a file makes pages by code, or all is the bundle of the home page."""
        self._tongues, self._codes = tongues, codes
        files = list(self._files(names, mounts, ignored))
        bundles = {file.place for file in files if file.is_page and file.base == "index"}
        self.has_programs |= "" in bundles
        rest = [file for file in files if not self._add_page(file, bundles)]
        self._add_lists()
        for file in rest:
            self._attach(file)

    def owners(self, key: str) -> Iterator[Node]:
        """The pages with a key, of all languages."""
        for pages in self.pages.values():
            if key in pages:
                yield pages[key]

    def sections(self, lang: str, place: str) -> Iterator[tuple[str, Node | None]]:
        """Each folder on the way to a place, with the page of it that lists others."""
        pages = self.pages[lang]
        at = place.find("/", 1)
        while place:
            folder = place[:at] if at > 0 else place
            found = pages.get(key_part(folder))
            yield folder, found if found is not None and found.kind != "page" else None
            if at < 0:
                break
            at = place.find("/", at + 1)

    def _files(
        self, names: Collection[str], mounts: Collection[Mount], ignored: re.Pattern[str] | None
    ) -> Iterator[_File]:
        content = [mount for mount in mounts if mount.component == "content"]
        content.sort(key=lambda mount: -len(mount.source))
        homes = [(f"{mount.source}/", mount) for mount in content]
        alone = {mount.source: mount.target for mount in content}
        for source in names:
            if source in alone:
                self.foreign.add(key_part(alone[source].rpartition("/")[2].partition(".")[0]))
            for start, mount in homes:
                if source.startswith(start):
                    path = source[len(start) :]
                    if not _IGNORED.search(path) and not (ignored and ignored.search(f"/{source}")):
                        target = f"{mount.target}/{path}" if mount.target else path
                        yield from self._file(source, target, mount.language)
                    break

    def _file(self, source: str, path: str, language: str) -> Iterator[_File]:
        folder, _, name = path.rpartition("/")
        stem, _, extension = name.rpartition(".")
        is_page = bool(stem) and extension.lower() in CONTENT
        self.has_programs |= name.startswith("_content.")
        base, dot, code = stem.rpartition(".")
        lang = language or next(iter(self._tongues))
        if dot and base and code.lower() in self._codes:
            stem, lang = base, code.lower()
        if lang in self._tongues:
            yield _File(source, f"/{folder}" if folder else "", name, stem, lang, is_page)

    def _add_page(self, file: _File, bundles: set[str]) -> bool:
        """Add a page; False for a file that is none."""
        if not file.is_page or _is_below(file.place, bundles, itself=file.base != "index"):
            return False
        place, base = file.place, file.base
        folder = place[place.rfind("/") + 1 :]
        if base == "_index":
            kind, key, name = self._list_kind(file), key_part(place) or "/", folder
        elif base == "index":
            kind, key, name = "page", key_part(place) or "/", folder
        else:
            kind, key, name = "page", key_part(f"{place}/{base}"), base
        node = Node(file.source, file.lang, kind, key, place, name, base == "index")
        self.pages[file.lang][key] = node
        self.by_source[file.source] = node
        if not file.name.lower().endswith((".md", ".markdown", ".mdown")):
            self.foreign.add(key_part(name))
        return True

    def _list_kind(self, file: _File) -> str:
        key = key_part(file.place)[1:]
        if not key:
            return "home"
        for name in self._tongues[file.lang].taxonomies:
            if key == name:
                return "taxonomy"
            if key.startswith(f"{name}/"):
                return "term"
        return "section"

    def _add_lists(self) -> None:
        """The pages that need no file: home, taxonomies, sections of the first level."""
        for code, pages in self.pages.items():
            firsts: dict[str, str] = {}
            for node in pages.values():
                top = node.place[1:].partition("/")[0]
                if top and (node.parent or node.kind != "page"):
                    firsts.setdefault(key_part(top), top)
            for name in self._tongues[code].taxonomies:
                key = f"/{name}"
                pages.setdefault(key, Node("", code, "taxonomy", key, key, name))
            for key, top in firsts.items():
                pages.setdefault(f"/{key}", Node("", code, "section", f"/{key}", f"/{top}", top))
            pages.setdefault("/", Node("", code, "home", "/", "", ""))

    def _attach(self, file: _File) -> None:
        """Give a file to the page whose key is the longest part of its own."""
        place = file.place
        while place and not any(self.owners(key_part(place))):
            place = place[: place.rfind("/")]
        relative = f"{file.place}/{file.name}"[len(place) + 1 :]
        found = Attached(file.source, relative, file.lang, file.is_page)
        self.attached.setdefault(key_part(place) or "/", []).append(found)


def _is_below(place: str, bundles: set[str], *, itself: bool) -> bool:
    """Whether a folder is inside a bundle's; `itself`: or is it."""
    if itself and place in bundles:
        return True
    while place:
        place = place[: place.rfind("/")]
        if place in bundles:
            return True
    return False


_IGNORED: Final = late(r"(?:^|/)[.#]|~(?:/|$)")
