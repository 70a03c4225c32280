"""broken-anchor: a link's fragment names no place on the page it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix, Related
from blint.site.links.also import also_linked
from blint.site.links.anchors import has_anchor, nearest_anchor, same_anchor
from blint.site.links.emit import LinkRecord, Page, emit
from blint.site.links.group import Group, linked
from blint.site.model import Site
from blint.source import Span

__all__ = ["emit", "group", "judge"]

group = linked


def judge(_key: str, links: Group, site: Site) -> Iterator[Finding]:
    """Report every link of the group whose post exists but lacks the anchor."""
    broken: dict[tuple[str, str], list[tuple[LinkRecord, Page]]] = {}
    # By identity: many links may lead to one page, and a page may have many anchors.
    ids: dict[int, frozenset[str]] = {}
    for link, page in links.leads:
        if not link.fragment or page is None:
            continue
        known = ids.get(id(page))
        if known is None:
            known = ids[id(page)] = frozenset(page.anchors)
        if has_anchor(page, link.fragment, known):
            continue
        # Of a page that is not published, link-to-draft tells.
        is_there = page.why_hidden(site.today) is None or link.hidden(site.today)
        if is_there and not links.brings(page, link.fragment):
            broken.setdefault((page.path, link.fragment), []).append((link, page))
    for (_, fragment), found in broken.items():
        same = [link for link, _ in found]
        for link, page in found:
            yield _finding(link, page, fragment, also_linked(link, same))


def _finding(link: LinkRecord, page: Page, fragment: str, also: tuple[Related, ...]) -> Finding:
    where = "this post" if page.path == link.path else f"`{page.path}`"
    same = same_anchor(page, fragment)
    meant = same or nearest_anchor(page, fragment)
    return Finding(
        link.span,
        f"There is no `#{fragment}` in {where}.",
        help=f"Did you mean `#{meant}`?" if meant else None,
        fix=_fix(link, fragment, same) if same else None,
        related=also,
        path=link.path,
    )


def _fix(link: LinkRecord, fragment: str, right: str) -> Fix | None:
    """The one anchor that differs in case and punctuation alone."""
    start = link.span.end - len(fragment)
    # A destination with escapes in it is longer in the post than what it stands for.
    if link.span.end - link.span.start != len(link.written) or not link.written.endswith(fragment):
        return None
    return Fix(f"Write `#{right}`", (Edit(Span(start, link.span.end), right),))
