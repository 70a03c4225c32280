"""series-missing-link: an overview that does not link its parts, or a part without a way back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from blint.diagnostics import Finding, Related
from blint.facts import PostFacts
from blint.late import late
from blint.site.links import emit as links
from blint.site.links.group import Group
from blint.site.links.records import Page, name_of
from blint.site.links.urls import path_name, without_date
from blint.site.model import Site
from blint.site.posts import is_index, post_title
from blint.site.series import fold_name
from blint.site.settings import Settings
from blint.source import Span


class Titled(msgspec.Struct, frozen=True, array_like=True):
    """A post under its own title, as an overview might be, or under that of its overview."""

    facts: PostFacts
    is_part: bool


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Titled]]:
    """A post under its title, and under each end of it that may be the title of an overview.

    Parts that front matter names are linked by the site's theme.
    """
    if facts.page or facts.draft or facts.series or is_index(facts.path):
        return
    title = post_title(facts)
    place = f"{settings.site}:{facts.language}:"
    yield place + fold_name(title), Titled(facts, is_part=False)
    if _SIGNS.isdisjoint(title):
        return
    for match in _JOINT.finditer(title):
        parent = fold_name(title[match.end() :])
        if " " in parent and title[: match.start()].strip():
            yield place + parent, Titled(facts, is_part=True)


def group(records: list[Titled]) -> tuple[PostFacts, list[PostFacts]] | None:
    """An overview and its parts; None where there is not one overview and two parts."""
    overviews = [record.facts for record in records if not record.is_part]
    parts = {record.facts.path: record.facts for record in records if record.is_part}
    # More than that are the pages of a section, each with its name behind their own.
    if len(overviews) != 1 or not 2 <= len(parts) <= _MOST:
        return None
    return overviews[0], [parts[path] for path in sorted(parts)]


def judge(_key: str, found: tuple[PostFacts, list[PostFacts]], site: Site) -> Iterator[Finding]:
    """Report the parts that the overview does not link to, and those that do not link to it."""
    overview, parts = found
    if _hidden(overview, site):
        return
    parts = [part for part in parts if not _hidden(part, site)]
    linked = _linked([overview, *parts], site)
    missing = [p for p in parts if not _leads(overview, p, linked)]
    if missing:
        names = ", ".join(f"`{part.path}`" for part in missing)
        yield Finding(
            _span(overview),
            f"This post is the overview of {len(parts)} parts and does not link to {names}.",
            help="Link to every part, so that readers find them.",
            related=tuple(Related(_span(part), "a part", part.path) for part in missing),
            path=overview.path,
        )
    for part in parts:
        if not _leads(part, overview, linked):
            yield Finding(
                _span(part),
                f"This part of `{post_title(overview)}` does not link to its overview.",
                help=f"Link to `{overview.path}`.",
                related=(Related(_span(overview), "the overview", overview.path),),
                path=part.path,
            )


def _linked(posts: list[PostFacts], site: Site) -> set[tuple[str, str]]:
    """Which of some posts link to which, by path."""
    groups: dict[str, list[links.Record]] = {}
    for facts in posts:
        for name, record in links.emit(facts, site.settings[facts.collection]):
            groups.setdefault(name, []).append(record)
    return {
        (link.path, page.path)
        for one in map(Group, groups.values())
        for link, page in one.leads
        if isinstance(page, Page)
    }


def _leads(post: PostFacts, other: PostFacts, linked: set[tuple[str, str]]) -> bool:
    """Whether a post links to another one, or may do so."""
    if (post.path, other.path) in linked:
        return True
    name = path_name(other.path)
    names = {name_of(name), name_of(without_date(name))}
    for word in (other.slug, other.url):
        if word is not None:
            names.add(name_of(word.text.rstrip("/")))
    for link in post.links:
        if link.templated:
            return True  # a template may print any address
        path = _QUERY.split(link.destination, maxsplit=1)[0].rstrip("/")
        if name_of(path.removesuffix("/index")) in names:
            return True
    return False


def _hidden(facts: PostFacts, site: Site) -> bool:
    return facts.since > site.today or bool(facts.until and facts.until <= site.today)


def _span(facts: PostFacts) -> Span:
    word = facts.title or facts.heading
    return word.span if word is not None else Span(0, 0)


_MOST: Final = 20
_SIGNS: Final = frozenset(":–—")
# Not ` - ` and ` | `, behind which pages have the name of their section or site.
_JOINT: Final = late(r"\s*:\s+|\s+[–—]\s+")
_QUERY: Final = late(r"[?#]")
