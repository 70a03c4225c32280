"""dead-fragment: the page of a link to another site has no such place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blint.diagnostics import Finding
from blint.site.links.verdicts import WebLink, emit
from blint.site.model import Site

__all__ = ["emit", "judge"]


def judge(url: str, links: Sequence[WebLink], site: Site) -> Iterator[Finding]:
    """Report each link whose fragment was looked for in vain."""
    verdict = site.verdicts.get(url)
    missing = verdict.missing if verdict is not None else ()
    for link in links if missing else ():
        fragment = link.fragment.partition(":~:")[0]
        if fragment in missing:
            yield Finding(
                link.span,
                f"The page of `{link.shown}` has nothing called `#{fragment}`.",
                help="Readers land at the top of the page. Look for the heading's new id there.",
                path=link.path,
            )
