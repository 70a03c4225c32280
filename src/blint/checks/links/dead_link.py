"""dead-link: a link to another site leads to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blint.diagnostics import Finding
from blint.site.links.verdicts import Verdict, WebLink, archived, because, emit
from blint.site.model import Site

__all__ = ["emit", "judge"]


def judge(url: str, links: Sequence[WebLink], site: Site) -> Iterator[Finding]:
    """Report each link to an address that is broken."""
    verdict = site.verdicts.get(url)
    if verdict is not None and verdict.verdict == "broken":
        for link in links:
            yield Finding(
                link.span,
                f"The link `{link.shown}` is dead: {because(verdict)}.",
                help=" ".join(_help(url, link, verdict)),
                path=link.path,
            )


def _help(url: str, link: WebLink, verdict: Verdict) -> Iterator[str]:
    if verdict.reason == "invalid":
        yield "Correct it, or write it as code if it is an example."
        return
    if verdict.hops:
        yield f"It redirects to `{verdict.final}`."
    if verdict.fails > 1:
        yield f"It has failed since {verdict.since}."
    yield f"An archive may have the page: {archived(url, link.published)}"
