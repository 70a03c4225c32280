"""url-changed: the address that a post was published at answers no more."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.site.links.former import Abandoned, Old, abandoned, emit
from blint.site.links.group import Group
from blint.site.links.redirects import FILES
from blint.site.links.resolve import missing
from blint.site.model import Site
from blint.site.routing.paths import served_at

__all__ = ["DATA", "emit", "group", "judge"]

group = abandoned
DATA = True
"""A post that is gone is no post, and tells where it was."""


def judge(_key: str, found: Abandoned, site: Site) -> Iterator[Finding]:
    """Report every address that a published post had and that nothing answers now."""
    for old in sorted(found.old, key=lambda one: (one.path, one.link.written)):
        if not _is_answered(old, found.group, site):
            yield Finding(
                old.former.span,
                f"Nothing answers at `{old.link.written}` any more,"
                f" where {_who(old)} was published.",
                help=_help(old, site),
                fix=old.former.fix,
                path=old.path,
            )


def _is_answered(old: Old, pages: Group, site: Site) -> bool:
    target = old.link.written
    public = [page for page in pages.pages if page.why_hidden(site.today) is None]
    if any(target in served_at(output) for page in public for output in page.outputs):
        return True
    return missing(old.link, pages, site) is None


def _who(old: Old) -> str:
    then = old.former.path
    return "this post" if old.former.gone or then == old.path else f"this post, then `{then}`,"


def _help(old: Old, site: Site) -> str:
    if old.former.fix is not None:
        return "Make it an alias of the post, so that links from elsewhere still arrive."
    file = next((name for name in FILES if name in site.names), "")
    where = f"in `{file}`" if file else "at the host of the site"
    what = "what replaces the post" if old.former.gone else "the post"
    return f"Redirect it to {what} {where}, so that links from elsewhere still arrive."
