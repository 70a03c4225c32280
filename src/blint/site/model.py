"""The site: what site checks may know beside the records of their group."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from blint.site.settings import Settings

if TYPE_CHECKING:
    from blint.site.links.verdicts import Verdict


@dataclass(frozen=True)
class Site:
    """One site: the names of its files and the settings of its collections.

    `files` are all files under the project root, relative, with `/`. Names only: site checks
    never open or stat one. `today` is an ISO date. `vague` are patterns of URL paths that may be
    answered by what only all posts together tell of, see `routing.model.Router.survey`. `verdicts`
    are those on addresses of other sites, where they were asked about.
    """

    files: frozenset[str]
    settings: Mapping[str, Settings] = field(default_factory=dict)
    today: str = ""
    vague: tuple[str, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)

    def may_hold(self, url: str) -> bool:
        """Whether a URL path is one that something may be at which no group of records shows."""
        return self._vague is not None and self._vague.fullmatch(url) is not None

    @cached_property
    def _vague(self) -> re.Pattern[str] | None:
        return re.compile("|".join(self.vague)) if self.vague else None

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds a file, however deep; the root is the empty string."""
        found = {""}
        for file in self.files:
            folder = file.rpartition("/")[0]
            while folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(found)

    @cached_property
    def listing(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the files directly in each folder."""
        found: dict[str, list[str]] = {}
        for file in self.files:
            folder, _, name = file.rpartition("/")
            found.setdefault(folder, []).append(name)
        return {folder: tuple(names) for folder, names in found.items()}

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """Every file by its path with case folded."""
        return {file.casefold(): file for file in sorted(self.files)}

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all files, without their folders, with case folded."""
        return frozenset(file[file.rfind("/") + 1 :].casefold() for file in self.files)

    @cached_property
    def shelves(self) -> frozenset[str]:
        """Every folder with a page bundle in it: a folder that has an index page of its own."""
        bundles = (folder for folder, names in self.listing.items() if _has_index(names))
        return frozenset(folder.rpartition("/")[0] for folder in bundles if folder)


def _has_index(names: tuple[str, ...]) -> bool:
    return any(name.startswith("index.") and name.endswith((".md", ".mdx")) for name in names)
