"""Where Hugo puts a page: its path by folders and slugs, by `url`, or by a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final, NamedTuple
from urllib.parse import unquote_plus

from blint.late import late
from blint.site.generators.hugo.front import Front, day_of, scalar
from blint.site.generators.hugo.paths import cleaned, date_token, key_part
from blint.site.generators.hugo.settings import Format, Pattern, Tongue
from blint.site.generators.hugo.tree import Node, Tree


class Place(NamedTuple):
    """The address of a page: its URL path without the base.

    `stem` is the path that its other formats and the files beside it are named by, without a
    slash at the end; `output` its file. `certain` False: it may well be another.
    """

    stem: str
    output: str
    certain: bool = True


class Addresses:
    """The addresses of pages in one language."""

    def __init__(self, tongue: Tongue, tree: Tree, data: Mapping[str, Mapping[str, Any]]) -> None:
        self.tongue, self._tree, self._data = tongue, tree, data
        self._folders: dict[str, str] = {}

    def place(self, node: Node, front: Front) -> Place | None:
        """Where a page is published; None where Hugo would stop."""
        day, named = day_of(front, node.name, self.tongue)
        if day is None or _HOST.match(front.url):
            return None
        front = front._replace(slug=front.slug or named)
        certain = front.certain and not self.tongue.reads_git
        if front.url and node.kind != "home":
            return self._by_url(node, front, day, certain=certain)
        pattern = self._pattern(node)
        if pattern is not None:
            path = self._filled(pattern.text, node, front, day)
            certain = certain and pattern.certain
            if path is None:
                return self._placed(node, self._by_folder(node, front), certain=False)
            return self._placed(node, path, certain=certain)
        return self._placed(node, self._by_folder(node, front), certain=front.certain)

    def term(self, plural: str, term: str) -> tuple[Place, Node]:
        """The page of a term, as it is written in front matter."""
        key = f"/{plural}/{key_part(term)}"
        # The slashes in a term are no folders of their own.
        node = Node("", self.tongue.code, "term", key, f"/{plural}/_", term)
        found = self.place(node, Front(term))
        return found or Place(key, f"{key}/index.html", certain=False), node

    def files(self, place: Place, formats: Iterable[Format]) -> Iterator[str]:
        """The output files of a page in some formats, the page itself left out."""
        in_folder = place.output.endswith("/index.html")
        for one in formats:
            if one.is_html and not one.folder:
                continue
            stem = f"{_prefix(one.folder)}{place.stem}"
            if one.at_root:
                yield f"{self.tongue.prefix}/{one.base}.{one.suffix}"
            elif in_folder or one.base != "index":
                yield f"{stem}/{one.base}.{one.suffix}"
            else:
                yield f"{stem}.{one.suffix}"
                yield f"{stem}/{one.base}.{one.suffix}"

    def alias(self, text: str, node: Node, place: Place) -> str | None:
        """The file of an alias; None where it would be the home page's."""
        text = text.strip()
        if not text:
            return None
        prefix = self.tongue.prefix
        if text.startswith("/"):
            path = prefix + cleaned(text)
        else:
            path = cleaned(f"{place.stem[: place.stem.rfind('/') + 1]}{text}")
        if path.rstrip("/") == prefix:
            return None
        if path.endswith((".html", ".htm")):
            return path
        return f"{path}.html" if self.tongue.is_ugly(node.key, node.kind) else f"{path}/index.html"

    def _placed(self, node: Node, path: str, *, certain: bool) -> Place:
        stem = f"{self.tongue.prefix}/{path.strip('/')}".rstrip("/")
        if self.tongue.is_ugly(node.key, node.kind) and path.strip("/"):
            return Place(stem, f"{stem}.html", certain)
        return Place(stem, f"{stem}/index.html", certain)

    def _by_folder(self, node: Node, front: Front) -> str:
        if node.kind == "home":
            return ""
        name = self.tongue.clean(front.slug.strip("-").strip("/")) if front.slug else ""
        return f"{self._folder(node.parent)}/{name or self._part(node.name)}"

    def _folder(self, place: str) -> str:
        """The path of a folder, with the slugs of the sections on the way."""
        if not place:
            return ""
        if place not in self._folders:
            parts = []
            for folder, section in self._tree.sections(self.tongue.code, place):
                data = self._data.get(section.source, {}) if section is not None else {}
                slug = scalar(data.get("slug")) or ""
                own = self.tongue.clean(slug.strip("-").strip("/"))
                parts.append(own or self._part(folder[folder.rfind("/") + 1 :]))
            self._folders[place] = "".join(f"/{part}" for part in parts if part)
        return self._folders[place]

    def _part(self, name: str) -> str:
        return self.tongue.clean(name if self.tongue.keeps_case else key_part(name))

    def _pattern(self, node: Node) -> Pattern | None:
        section = key_part(node.parent)
        for pattern in self.tongue.patterns:
            if pattern.holds(node.kind, node.key, section):
                return pattern
        return None

    def _by_url(self, node: Node, front: Front, day: datetime, *, certain: bool) -> Place | None:
        url = front.url
        if ":" in url:
            found = self._expanded(url, node, front, day)
            if found is None:
                return None
            url = unquote_plus(found)
        elif node.kind != "page":
            url = self.tongue.clean(url)
        prefix = "" if url.startswith("/") else self.tongue.prefix
        is_folder = url.endswith("/") or "." not in url
        path = prefix + cleaned(url)
        stem = path.rstrip("/")
        if is_folder:
            return Place(stem, f"{stem}/index.html", certain)
        return Place(_EXTENSION.sub("", stem), path, certain)

    def _filled(self, pattern: str, node: Node, front: Front, day: datetime) -> str | None:
        """A pattern with the values of its tokens; None where one has none."""
        found = self._expanded(pattern, node, front, day)
        if found is None:
            return None
        parts = [self.tongue.clean(part) for part in unquote_plus(found).split("/")]
        path = "/".join(part for part in parts if part)
        return f"/{path}/" if path else "/"

    def _expanded(self, pattern: str, node: Node, front: Front, day: datetime) -> str | None:
        value = partial(self._token, node=node, front=front, day=day)
        pieces: list[str] = []
        end = 0
        for match in _TOKEN.finditer(pattern):
            found = value(match["name"], match["part"] or "")
            if found is None:
                return None
            found = self.tongue.clean(found)
            # What Go takes for an empty fragment is lost.
            if found.find("#") == len(found) - 1:
                found = found[:-1]
            pieces += (pattern[end : match.start()], found)
            end = match.end()
        return "".join((*pieces, pattern[end:])).replace("\\:", ":")

    def _token(self, token: str, part: str, node: Node, front: Front, day: datetime) -> str | None:
        name = node.name
        is_list = node.kind not in {"page", "term"}
        title = "" if front.title is None and not is_list else front.title
        if title is not None:
            title = title.replace("/", "-").replace("\\", "-")
        slug = front.slug.strip("-")
        match token:
            case "title":
                return title
            case "slug":
                return slug or (front.title if node.kind == "term" else title)
            case "filename":
                return "" if node.source and is_list else name
            case "slugorfilename" | "slugorcontentbasename":
                return slug or name
            case "contentbasename":
                return name
            case "section":
                return node.key[1:].partition("/")[0] if "/" in node.key[1:] or is_list else ""
            case "sections" | "sectionslugs" | "sectionslug":
                return self._sections(token, part, node)
        return date_token(token, day)

    def _sections(self, token: str, part: str, node: Node) -> str | None:
        names = []
        place = node.place if node.kind not in {"page", "term"} else node.parent
        for folder, section in self._tree.sections(self.tongue.code, place):
            if section is None:
                continue
            if token == "sections":
                names.append(folder[folder.rfind("/") + 1 :])
                continue
            data = self._data.get(section.source, {})
            text = scalar(data.get("slug")) or scalar(data.get("title"))
            if not text:
                return None
            names.append(text.replace("/", "-"))
        if token == "sectionslug":
            return names[-1] if names else ""
        return "/".join(_sliced(names, part)) if part else "/".join(names)


def _sliced(names: list[str], part: str) -> list[str]:
    """`[0]`, `[last]`, `[1:]`, `[1:3]` of a list, as far as it goes."""
    first, colon, last = part.partition(":")

    def at(text: str, default: int) -> int:
        if text == "last":
            return max(len(names) - 1, 0)
        return int(text) if text.isdigit() else default

    start = at(first, 0)
    return names[start : at(last, len(names))] if colon else names[start : start + 1]


def _prefix(folder: str) -> str:
    return f"/{folder}" if folder else ""


_TOKEN: Final = late(r"(?<!\\):(?P<name>[A-Za-z0-9_]+)(?:\[(?P<part>[^\]]+)\])?")
_HOST: Final = late(r"https?:", re.IGNORECASE)
_EXTENSION: Final = late(r"\.[^./]+$")
