"""Posts that have a title or a description in common, in the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import msgspec

from blint.diagnostics import Finding, Related
from blint.facts import PostFacts, Word
from blint.late import late
from blint.site.links.urls import without_markdown
from blint.site.settings import Settings
from blint.source import Span

MANY: Final = 5
"""So many posts with one text are a habit: told once, not of each."""


class Named(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A text of a post, and what the post comes after others by."""

    path: str
    text: str
    span: Span
    draft: bool
    published: str

    @property
    def order(self) -> tuple[bool, str, str]:
        """Drafts come last; of the others, those published later, then by path."""
        return self.draft, self.published, self.path


def named(facts: PostFacts, word: Word) -> Named:
    """The record of a post and one of its texts."""
    return Named(facts.path, word.text, word.span, facts.draft, facts.published)


def title_of(facts: PostFacts) -> Word | None:
    """The title of a post, or its first heading where generators take that; None if it is none."""
    if is_list(facts):
        return None
    return facts.title or (facts.heading if _is_titled_by_heading(facts) else None)


def is_list(facts: PostFacts) -> bool:
    """Whether a file is no post of its own: a list of posts, a part of others, or a page beside."""
    if facts.page or without_markdown(facts.path).rpartition("/")[2].startswith("_index"):
        return True
    return "_" in facts.path and facts.preset in _HIDING and "/_" in f"/{facts.path}"


def scope_of(facts: PostFacts, settings: Settings) -> str:
    """Where a text must be the only one: among the posts of a site in one language."""
    return f"{settings.site}\n{facts.language}\n"


def folder_of_post(path: str) -> str:
    """The folder that a post is in; that of `a/post/index.md` is `a`."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[0] if name.startswith("index.") else folder


def shelf_of(path: str) -> str:
    """The folder that a post is in, without the years and months at its end."""
    folder = folder_of_post(path)
    while folder.rpartition("/")[2].isdecimal():
        folder = folder.rpartition("/")[0]
    return folder


def clashes(records: Iterable[Named]) -> Iterator[tuple[Named, Named]]:
    """Each post but the first, with the first one that is not another edition of the same page."""
    ordered = sorted(records, key=lambda record: record.order)
    others: list[Named] = []
    for record in ordered:
        edition = _edition(record.path)
        other = next((one for one in others if _edition(one.path) != edition), None)
        if other is not None:
            yield record, other
        if len(others) < 2 and not any(_edition(one.path) == edition for one in others):
            others.append(record)


def habit(records: Iterable[Named], message: str, cure: str) -> Finding:
    """One finding for many posts with one text, on the last of them."""
    *others, last = sorted(records, key=lambda record: record.order)
    related = (Related(one.span, "the same here", one.path) for one in others[-MANY:])
    return Finding(last.span, message, help=cure, related=tuple(related), path=last.path)


def _is_titled_by_heading(facts: PostFacts) -> bool:
    """Whether the site takes the first heading for a title where the front matter has none.

    Of a site that is not known, only pages without any front matter are held to be made so.
    """
    if facts.preset == "plain":
        return facts.front_matter.start == facts.front_matter.end
    return facts.preset in _TITLED_BY_HEADING


@lru_cache(maxsize=1024)
def _edition(path: str) -> str:
    """A path without the folders that are named after a version: `docs/v2/a.md`."""
    folder, mark, name = path.rpartition("/")
    if not mark:
        return path
    return "/".join("*" if _VERSION.fullmatch(part) else part for part in folder.split("/")) + (
        f"/{name}"
    )


_TITLED_BY_HEADING: Final = frozenset(("docusaurus", "mkdocs", "mkdocs-material", "vitepress"))
# Generators that make no pages of files and folders whose names begin with an underscore.
_HIDING: Final = frozenset(("astro", "starlight", "docusaurus"))
_VERSION: Final = late(
    r"(?:version-)?v?\d+(?:\.(?:\d+|x))+(?:-[a-z0-9.]+)?|v\d+|latest|next|current|stable|unstable"
    r"|nightly|main|master|dev"
)
