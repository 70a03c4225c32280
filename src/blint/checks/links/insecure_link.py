"""insecure-link: a link to another site is not encrypted, though the site is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blint.diagnostics import Edit, Finding, Fix
from blint.site.links.verdicts import WebLink, emit, rewritten
from blint.site.model import Site

__all__ = ["emit", "judge"]


def judge(url: str, links: Sequence[WebLink], site: Site) -> Iterator[Finding]:
    """Report each link by `http` that the site itself leads on by `https`."""
    verdict = site.verdicts.get(url)
    if verdict is None or verdict.verdict != "ok" or not url.startswith("http://"):
        return
    if verdict.final.startswith("https://") and verdict.fixable:
        for link in links:
            edit = Edit(link.span, rewritten(verdict.final, link))
            yield Finding(
                link.span,
                f"The link `{link.shown}` uses `http`, and its site answers by `https`.",
                help="Link by `https`: it saves readers a redirect that can be tampered with.",
                fix=Fix("Link by `https`", (edit,)),
                path=link.path,
            )
