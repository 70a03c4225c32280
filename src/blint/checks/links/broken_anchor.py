"""broken-anchor: a link's fragment names no place on the page it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.site.anchors import has_anchor, nearest_anchor
from blint.site.group import Group
from blint.site.links import LinkRecord, Page, emit
from blint.site.model import Site

__all__ = ["emit", "group", "judge"]

group = Group


def judge(_key: str, links: Group, _site: Site) -> Iterator[Finding]:
    """Report every link of the group whose post exists but lacks the anchor."""
    for link in links.links:
        if link.fragment:
            page = links.page_of(link)
            if page is not None and not has_anchor(page, link.fragment):
                yield _finding(link, page, link.fragment)


def _finding(link: LinkRecord, page: Page, fragment: str) -> Finding:
    where = "this post" if page.path == link.path else f"`{page.path}`"
    meant = nearest_anchor(page, fragment)
    return Finding(
        link.span,
        f"There is no `#{fragment}` in {where}.",
        help=f"Did you mean `#{meant}`?" if meant else None,
        path=link.path,
    )
