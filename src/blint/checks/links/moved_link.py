"""moved-link: the page of a link to another site has moved for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blint.diagnostics import Edit, Finding, Fix
from blint.site.links.verdicts import WebLink, emit, rewritten
from blint.site.model import Site

__all__ = ["emit", "judge"]


def judge(url: str, links: Sequence[WebLink], site: Site) -> Iterator[Finding]:
    """Report each link to an address that redirects for good."""
    verdict = site.verdicts.get(url)
    if verdict is not None and verdict.verdict == "moved" and verdict.final:
        for link in links:
            target = rewritten(verdict.final, link)
            fix = Fix("Link to the new address", (Edit(link.span, target),), safe=True)
            yield Finding(
                link.span,
                f"The page of `{link.shown}` has moved for good.",
                help=f"It is at `{target}` now.",
                fix=fix if verdict.fixable else None,
                path=link.path,
            )
