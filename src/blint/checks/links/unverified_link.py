"""unverified-link: whether a link to another site leads anywhere could not be found out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blint.diagnostics import Finding
from blint.site.links.verdicts import Verdict, WebLink, because, emit
from blint.site.model import Site

__all__ = ["emit", "judge"]


def judge(url: str, links: Sequence[WebLink], site: Site) -> Iterator[Finding]:
    """Report each link to an address that was asked for in vain."""
    verdict = site.verdicts.get(url)
    if verdict is not None and verdict.verdict == "unverified":
        for link in links:
            yield Finding(
                link.span,
                f"The link `{link.shown}` could not be verified: {because(verdict)}.",
                help=" ".join(_help(verdict)),
                path=link.path,
            )


def _help(verdict: Verdict) -> Iterator[str]:
    yield "Open it in a browser to see for yourself."
    if verdict.final:
        yield f"It redirects to `{verdict.final}`."
    if verdict.fails > 1:
        yield f"It has failed since {verdict.since}."
