"""No generator: the files as a code host shows them."""

from __future__ import annotations

from collections.abc import Iterator

from blint.facts import PostFacts
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import join_path


def routes(_post: PostFacts, _layout: Layout) -> Routes:
    """A file has no address but its path."""
    return Routes()


def read(link: Written, _layout: Layout) -> Iterator[str]:
    """A file or folder beside the post, or from the root of the project."""
    folder = link.origin[: link.origin.rfind("/") + 1]
    path = link.path.lstrip("/") if link.path.startswith("/") else None
    found = join_path("", path) if path is not None else join_path(folder, link.path)
    if found is not None:
        yield found


def sources(_url: str, _layout: Layout) -> Iterator[str]:
    """Nothing has a URL path."""
    return iter(())


def generated(_url: str, _layout: Layout, _site: Site) -> bool:
    """Nothing is made of the files."""
    return False


ROUTER = Router(routes, read, sources, generated)
