"""link-to-draft: a published post links to one that is not."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.site.links import Page, Record, emit
from blint.site.model import Site
from blint.site.resolve import Group

__all__ = ["emit", "judge"]


def judge(_key: str, records: list[Record], site: Site) -> Iterator[Finding]:
    """Report every link of the group that leads from a published post to a draft."""
    if not any(type(record) is Page and record.draft for record in records):
        return
    group = Group(records)
    for link in group.links:
        page = None if link.draft else group.page_of(link)
        # A file of the same address may be the published one.
        if page is not None and page.draft and not _is_published(page, group):
            yield Finding(
                link.span,
                f"The link `{link.written}` leads to the draft `{page.path}`.",
                help="Publish the two together, or take the link away until then.",
                path=link.path,
            )


def _is_published(page: Page, group: Group) -> bool:
    """Whether a published post answers to one of a draft's addresses."""
    return any(
        not other.draft and not set(other.addresses).isdisjoint(page.addresses)
        for other in group.pages
    )
