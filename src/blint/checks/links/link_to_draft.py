"""link-to-draft: a published post links to one that is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding
from blint.site.group import Group
from blint.site.links import Page, emit
from blint.site.model import Site

__all__ = ["emit", "group", "judge"]

group = Group


def judge(_key: str, links: Group, site: Site) -> Iterator[Finding]:
    """Report every link of the group that leads from a published post to one that is not."""
    hidden = {page.path: why for page in links.pages if (why := page.why_hidden(site.today))}
    if not hidden:
        return
    for link, page in links.leads:
        if page is None or page.path not in hidden or link.hidden(site.today):
            continue
        # A file of the same address may be the published one.
        if not _is_published(page, links, hidden):
            what, cure = _WORDS[hidden[page.path]]
            yield Finding(
                link.span,
                f"The link `{link.written}` leads to {what.format(page=page)}.",
                help=cure,
                path=link.path,
            )


def _is_published(page: Page, links: Group, hidden: dict[str, str]) -> bool:
    """Whether a published post answers to one of a hidden one's addresses."""
    own = {*page.addresses, *page.outputs}
    return any(
        other.path not in hidden and not own.isdisjoint((*other.addresses, *other.outputs))
        for other in links.pages
    )


_WORDS: Final = {
    "draft": (
        "the draft `{page.path}`",
        "Publish the two together, or take the link away until then.",
    ),
    "future": (
        "`{page.path}`, which is not published before {page.since}",
        "Publish this post after that day, or take the link away until then.",
    ),
    "expired": (
        "`{page.path}`, which is not published any more since {page.until}",
        "Take the link away, or lead it to what replaced that post.",
    ),
}
