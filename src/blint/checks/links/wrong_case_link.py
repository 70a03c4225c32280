"""wrong-case-link: a link that is right but for its capitals."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix
from blint.site.links.emit import LinkRecord, emit
from blint.site.links.group import Group, linked
from blint.site.links.resolve import missing
from blint.site.links.respelling import right_case
from blint.site.model import Site

__all__ = ["emit", "group", "judge"]

group = linked


def judge(_key: str, links: Group, site: Site) -> Iterator[Finding]:
    """Report every link of the group that leads to something of another case only."""
    for link in links.stray:
        lack = missing(link, links, site)
        if lack is not None and lack.other_case is not None:
            yield _finding(link, lack.other_case)


def _finding(link: LinkRecord, exact: str) -> Finding:
    what = "image" if link.image else "link"
    return Finding(
        link.span,
        f"The {what} `{link.written}` has the wrong case.",
        help=f"It is `{exact}`, and web servers tell capitals from small letters.",
        fix=_fix(link, exact),
        path=link.path,
    )


def _fix(link: LinkRecord, exact: str) -> Fix | None:
    right = right_case(link.written, exact)
    # A destination with escapes in it is longer in the post than what it stands for.
    if right is None or link.span.end - link.span.start != len(link.written):
        return None
    return Fix(f"Write `{right}`", (Edit(link.span, right),))
