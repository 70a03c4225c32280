"""escaping-link: a link out of the site, into the author's own disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding
from blint.late import late
from blint.reading.document import Link
from blint.reading.post import Post
from blint.site.links.urls import MARKDOWN
from blint.site.routing.paths import join_path
from blint.site.settings import Settings


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """Report each link to a file that no reader has; whether it exists is never looked up."""
    folder = post.path[: post.path.rfind("/") + 1]
    depth = folder.count("/")
    for link in post.document.links:
        # A bare address in prose is mostly an example.
        if link.templated or link.kind == "bare":
            continue
        destination = link.destination.strip()
        if (":" in destination[1:5] or destination[:2] == "\\\\") and _ON_DISK.match(destination):
            yield _finding(link, "is a place on a disk, which readers cannot open")
            continue
        # An escape may hide a dot from the count.
        may_leave = destination.count("..") > depth or "%2" in destination
        if may_leave and _leaves_root(destination, folder, settings):
            yield _finding(link, "leads out of the project")


def _leaves_root(destination: str, folder: str, settings: Settings) -> bool:
    path = re.split(r"[?#]", destination, maxsplit=1)[0]
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path, errors="surrogateescape")
    path = path.replace("\\", "/")
    if _NOT_RELATIVE.match(path) or join_path(folder, path) is not None:
        return False
    if settings.whole and settings.preset.text_links:
        return False
    # Where links are relative to a page's address, `..` may well lead to a neighbour of the site
    # on the same host; only a link to a source file can mean nothing but a file.
    return settings.preset.links == "source" or path.lower().endswith(MARKDOWN)


def _finding(link: Link, what: str) -> Finding:
    kind = "image" if link.image else "link"
    return Finding(
        link.destination_span,
        f"The {kind} `{link.destination}` {what}.",
        help="Copy what it leads to into the site, or link to where it is published.",
    )


_ON_DISK: Final = late(r"file:|[A-Za-z]:[\\/](?!/)|\\\\[\w.-]+\\", re.IGNORECASE)
_NOT_RELATIVE: Final = late(r"/|[A-Za-z][A-Za-z0-9+.-]*:|[@~]|$")
