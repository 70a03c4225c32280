"""No generator: the files as a code host shows them.

Where the author gives the address of posts as a pattern, and nothing more is known of the site, its
links are read by browsers as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from blint.facts import PostFacts
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import address_of, files_at, join_path, join_url


def routes(_post: PostFacts, _layout: Layout) -> Routes:
    """A file has no address but its path."""
    return Routes()


def read(link: Written, layout: Layout) -> Iterator[str]:
    """A file or folder beside the post, or from the root of the project; or a post's address."""
    if layout.pattern:
        if link.how in {"root", "base"} or link.path.startswith("/"):
            yield (layout.base if link.how == "base" else "") + link.path
        elif link.routes.own and not link.path.endswith(".md"):
            yield join_url(address_of(link.routes.own[0]), link.path)
    if link.how:
        return
    folder = link.origin[: link.origin.rfind("/") + 1]
    path = link.path.lstrip("/") if link.path.startswith("/") else None
    found = join_path("", path) if path is not None else join_path(folder, link.path)
    if found is not None:
        yield found


def sources(url: str, layout: Layout) -> Iterator[str]:
    """Nothing has a URL path, but what lies in the folders of static files."""
    return files_at(url, layout.static, layout.base) if layout.pattern else iter(())


def generated(_url: str, _layout: Layout, _site: Site) -> bool:
    """Nothing is made of the files."""
    return False


ROUTER = Router(routes, read, sources, generated)
