"""MkDocs' collection: the files of the docs folder, which of them are published, and where."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from blint.site.configs.gitignore import ignores
from blint.site.routing.model import Layout
from blint.site.routing.paths import INDEX

PAGES: Final = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The ends of the names of pages; case counts."""


class Collection(NamedTuple):
    """The files of a docs folder, as paths within it.

    `names` are all there are. `lookup` gives for each that links may name its output, a path from
    the site's root;
    `winners` for each output the file that is published there in the end. `drafts` and `excluded`
    are left out of the site.
    """

    names: frozenset[str]
    lookup: Mapping[str, str]
    winners: Mapping[str, str]
    drafts: frozenset[str]
    excluded: frozenset[str]


def collect(layout: Layout, docs: str) -> Collection:
    """The collection of a site, by the names of its files and the configuration."""
    config = layout.config
    folders = uses_folders(config)
    excluded = ignores((*_NEVER, *lines_of(config.get("exclude_docs"))))
    draft = ignores(lines_of(config.get("draft_docs")))
    names = [name[len(docs) :] for name in layout.telling if name.startswith(docs)]
    hidden = set(filter(excluded, names))
    drafts = {name for name in filter(draft, names) if name not in hidden}
    left_out = hidden | drafts
    lookup: dict[str, str] = {}
    copies: dict[str, str] = {}
    pages: dict[str, str] = {}
    for group in _by_folder(names):
        outputs: dict[str, str] = {}
        for name in sorted(group, key=_order):
            output = output_of(name, folders)
            if output in outputs:
                # Of two files for one place in a folder the later is kept, if it is published.
                if name in left_out:
                    continue
                lookup.pop(outputs[output], None)
            lookup[name] = output
            outputs[output] = name
        for output, name in outputs.items():
            if name not in left_out:
                (pages if name.endswith(PAGES) else copies)[output] = name
    # Pages are written last, and those of a folder after those beside it.
    winners = copies | pages
    return Collection(frozenset(names), lookup, winners, frozenset(drafts), frozenset(hidden))


def output_of(name: str, folders: bool) -> str:
    """Where a file of the docs folder is published, as a path from the site's root."""
    if not name.endswith(PAGES):
        return name
    folder, slash, base = name.rpartition("/")
    stem = posixpath.splitext(base)[0]
    if stem in _INDEX:
        return f"{folder}{slash}{INDEX}"
    return f"{folder}{slash}{stem}/{INDEX}" if folders else f"{folder}{slash}{stem}.html"


def uses_folders(config: Mapping[str, Any]) -> bool:
    """Whether a page becomes a folder with an index page in it."""
    offline = plugins_of(config).get("offline", plugins_of(config).get("material/offline"))
    if offline is not None and offline.get("enabled", True) is not False:
        return False
    return config.get("use_directory_urls") is not False


def plugins_of(config: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """The plugins with their options, by name; those of a group among them.

    Where one is there more than once, the first one has the name.
    """
    found: dict[str, Mapping[str, Any]] = {}
    for name, options in each_plugin(config.get("plugins", ["search"])):
        found.setdefault(name, options)
    return found


def each_plugin(listed: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each plugin of a list or mapping with its options."""
    rows = [listed] if isinstance(listed, Mapping) else listed if isinstance(listed, list) else ()
    for row in rows:
        for name, options in row.items() if isinstance(row, Mapping) else ((row, None),):
            table = options if isinstance(options, Mapping) else {}
            if not isinstance(name, str):
                continue
            if name in {"group", "material/group"}:
                yield from each_plugin(table.get("plugins"))
            elif table.get("enabled") is not False:
                yield name, table


def lines_of(value: Any) -> Iterable[str]:
    """The lines of a text of patterns; none where it is something else."""
    return value.splitlines() if isinstance(value, str) else ()


def _by_folder(names: Iterable[str]) -> Iterable[list[str]]:
    """The files of each folder, a folder before those in it."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name.rpartition("/")[0], []).append(name)
    return [found[folder] for folder in sorted(found, key=lambda folder: folder.split("/"))]


def _order(name: str) -> tuple[bool, str]:
    base = name.rpartition("/")[2]
    return posixpath.splitext(base)[0] not in _INDEX, base


_INDEX: Final = frozenset(("index", "README"))
_NEVER: Final = (".*", "/templates/")
