"""duplicate-url: two posts are published at one address."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Related
from blint.site.links.claims import Claim, emit
from blint.site.model import Site

__all__ = ["emit", "judge"]


def judge(_key: str, records: list[Claim], _site: Site) -> Iterator[Finding]:
    """Report each post but the first of those that claim one address as their own."""
    claims = sorted((claim for claim in records if not claim.alias), key=lambda claim: claim.path)
    for claim in claims[1:]:
        yield Finding(
            claim.span,
            f"This post has the same address as `{claims[0].path}`: `{claim.url}`.",
            help="Only one of the two is published; give one another address.",
            related=(Related(claims[0].span, "the other post", claims[0].path),),
            path=claim.path,
        )
