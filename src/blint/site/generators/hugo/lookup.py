"""How Hugo finds the page that a link names: for its link hook, `ref` and `relref`."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import normpath

from blint.site.generators.hugo.paths import CONTENT, cleaned, key_part, looked_up
from blint.site.generators.hugo.site import HugoSite, nickname, term_name
from blint.site.generators.hugo.tree import Node


def find_pages(path: str, origin: Node, site: HugoSite, lang: str = "") -> list[Node]:
    """The pages that a path may mean on another, by paths of sources and never by addresses.

    The first is meant, unless it is a draft.
    """
    pages = site.tree.pages.get(lang or origin.lang, {})
    keys = _keys(path, origin, site)
    return list(dict.fromkeys(pages[key] for key in keys if key in pages))


def find_named(name: str, site: HugoSite, lang: str) -> tuple[str, list[Node]]:
    """What `ref` finds by a name alone: how that is called, and the pages of the name."""
    wanted, _ = looked_up(name, site.codes, bare=True)
    return nickname(lang, wanted), site.named.get(lang, {}).get(wanted, [])


def terms(path: str, origin: Node, site: HugoSite, lang: str = "") -> Iterator[str]:
    """What the pages of terms are known by that a path may mean."""
    lang = lang or origin.lang
    tongue = site.tongues.get(lang)
    if tongue is None:
        return
    for key in _keys(path, origin, site):
        if key.startswith(tongue.term_starts):
            yield term_name(lang, key[1:])


def is_content(name: str) -> bool:
    """Whether a file would be a page."""
    return name.rpartition(".")[2].lower() in CONTENT


def _keys(path: str, origin: Node, site: HugoSite) -> Iterator[str]:
    """The keys that are tried for a path, one after another."""
    path = path.removesuffix("/")
    wanted, has_extension = looked_up(path or "/", site.codes)
    if not wanted.startswith("/"):
        yield cleaned(f"{key_part(_start(path, origin))}/{wanted}")
    if has_extension and not path.startswith("/"):
        folder = origin.source[: origin.source.rfind("/") + 1]
        found = site.tree.by_source.get(normpath(folder + path))
        if found is not None:
            yield found.key
    if not path.startswith("."):
        yield f"/{wanted.strip('/')}"


def _start(path: str, origin: Node) -> str:
    """The folder that a relative path begins in."""
    if origin.kind != "page":
        return origin.place
    name = path[path.rfind("/") + 1 :]
    if "." in name and path.startswith("../"):
        return origin.place
    return origin.parent
