"""The files that would answer a link, whatever the site makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from blint.site.links.records import LinkRecord
from blint.site.links.urls import MARKDOWN, Layout, without_markdown


def answers(link: LinkRecord, place: Layout) -> Iterator[str]:
    """Every file or folder that would answer a link."""
    for target in link.targets:
        for path in sources(target, (*place.static, *place.content, *unmapped(place))):
            yield path
            if not path.endswith(_FINAL):
                for extension in _PAGE_EXTENSIONS:
                    yield path + extension
    yield from _lenient_paths(link, place)


def _lenient_paths(link: LinkRecord, place: Layout) -> Iterator[str]:
    """What themes, plugins and asset folders make of a link that browsers would not."""
    written = link.written.partition("#")[0].partition("?")[0].replace("\\", "/").strip("/")
    while written.startswith(("./", "../")):
        written = written[written.index("/") + 1 :]
    folder = f"{parent_of(link.path)}/".lstrip("/")
    if link.absolute:
        if place.rule == "hugo" and not link.html:
            yield folder + written
        return
    yield from sources(f"/{written}", (*place.static, *place.content, *unmapped(place)))
    yield f"{without_markdown(link.path)}/{written}"
    if "%" in written:
        yield folder + written


def sources(target: str, folders: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The files that a target may stand for, without guessing at extensions."""
    if target and target[0] != "/":
        yield target
        if target.endswith(".html"):
            yield from (target[:-5] + extension for extension in _PAGE_EXTENSIONS)
        return
    for folder, prefix in folders:
        if target.startswith(prefix):
            rest = target[len(prefix) :]
            if not rest or rest[0] == "/":
                yield (folder + rest[1:]).rstrip("/")


def unmapped(place: Layout) -> tuple[tuple[str, str], ...]:
    """Folders whose files can end up on the site though no rule says where."""
    here = ((place.site, ""), ("", "")) if place.site else (("", ""),)
    return (*here, (f"{place.site}assets/", "")) if place.rule == "hugo" else here


def parent_of(path: str) -> str:
    """The folder of a path, empty for the root."""
    return path.rpartition("/")[0]


_PAGE_EXTENSIONS: Final = (
    *MARKDOWN,
    ".html",
    ".htm",
    ".njk",
    ".liquid",
    ".astro",
    ".rst",
    ".ipynb",
)
_FINAL: Final = (".md", ".png", ".jpg", ".svg", ".gif", ".webp")
