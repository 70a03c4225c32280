"""How a post writes a link to a page so that it leads there: `Router.read`, backwards."""

from __future__ import annotations

from posixpath import relpath

from blint.site.links.records import LinkRecord, Page
from blint.site.routing.model import Layout
from blint.site.routing.paths import address_of, below


def as_served(page: Page, link: LinkRecord, _layout: Layout) -> str | None:
    """The page's address, where links are left as they are; its file, where that is looked up."""
    target = link.targets[0]
    if target[:1] == "/":
        return address_of(page.outputs[0])
    kind, colon, _ = target.partition(":")
    if not colon:
        return _beside(page, link)
    called = (name for name in page.outputs if name.startswith(f"{kind}:"))
    return next((name.removeprefix(f"{kind}:") for name in called), None)


def by_address(page: Page, link: LinkRecord, layout: Layout) -> str | None:
    """The page's address; None where a file is looked up by something else than its path."""
    return as_served(page, link, layout) if link.targets[0][:1] == "/" else None


def by_file(page: Page, link: LinkRecord, layout: Layout) -> str | None:
    """The page's file, from the post's folder: the generator puts its address in its place."""
    return _beside(page, link) if page.path and not link.html else by_address(page, link, layout)


def from_content(page: Page, layout: Layout, before: str) -> str | None:
    """The page's file, from the folder of all content, with something before it."""
    found = below(page.path, layout.content)
    return before + found[0] if page.path and found is not None else None


def _beside(page: Page, link: LinkRecord) -> str | None:
    return relpath(page.path, link.path.rpartition("/")[0] or ".") if page.path else None
