"""link-to-draft: a published post links to one that is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding
from blint.site.links.emit import LinkRecord, Page, emit
from blint.site.links.group import Group, linked
from blint.site.links.resolve import missing
from blint.site.model import Site

__all__ = ["emit", "group", "judge"]

group = linked


def judge(_key: str, links: Group, site: Site) -> Iterator[Finding]:
    """Report every link of the group that leads from a published post to one that is not."""
    if not [page for page in links.pages if page.why_hidden(site.today)]:
        return
    for link, found in links.leads:
        # Files that are published with a post are hidden with it.
        page = found or links.attached_to(link)
        if page is not found and missing(link, links, site) is not None:
            continue
        why = page.why_hidden(site.today) if page is not None else None
        if page is None or why is None or link.hidden(site.today):
            continue
        # A file of the same address, or another that is meant as well, may be the published one.
        if not (_is_published(page, links, site.today) or _has_other(link, links, site.today)):
            what, cure = _WORDS[why]
            name = page.path or page.outputs[0]
            yield Finding(
                link.span,
                f"The link `{link.written}` leads to {what.format(name=name, page=page)}.",
                help=cure,
                path=link.path,
            )


def _has_other(link: LinkRecord, links: Group, today: str) -> bool:
    """Whether a link may mean a published post as well."""
    others = (links.by_address.get(target) for target in link.targets)
    return any(other is not None and other.why_hidden(today) is None for other in others)


def _is_published(page: Page, links: Group, today: str) -> bool:
    """Whether a published post answers to one of a hidden one's addresses."""
    own = {*page.addresses, *page.outputs}
    return any(
        other.why_hidden(today) is None and not own.isdisjoint((*other.addresses, *other.outputs))
        for other in links.pages
    )


_WORDS: Final = {
    "draft": (
        "the draft `{name}`",
        "Publish the two together, or take the link away until then.",
    ),
    "future": (
        "`{name}`, which is not published before {page.since}",
        "Publish this post after that day, or take the link away until then.",
    ),
    "expired": (
        "`{name}`, which is not published any more since {page.until}",
        "Take the link away, or lead it to what replaced that post.",
    ),
}
