"""alias-conflict: an old address of a post that is also something else."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Related
from blint.site.links.claims import Claim, emit
from blint.site.model import Site

__all__ = ["emit", "judge"]


def judge(_key: str, records: list[Claim], _site: Site) -> Iterator[Finding]:
    """Report each alias that is a post's own address, or an alias of an earlier post."""
    ordered = sorted(records, key=lambda claim: (claim.path, claim.span))
    first = min(ordered, key=lambda claim: claim.alias)
    for claim in ordered:
        if not claim.alias or claim is first:
            continue
        if claim.path != first.path:
            yield _finding(claim, first)
        elif not first.alias:
            yield Finding(
                claim.span,
                f"The alias `{claim.url}` is the address of this very post.",
                help="Remove it: a post need not lead on to itself.",
                path=claim.path,
            )


def _finding(claim: Claim, first: Claim) -> Finding:
    what = "an alias of" if first.alias else "the address of"
    return Finding(
        claim.span,
        f"The alias `{claim.url}` is {what} `{first.path}` as well.",
        help="Only one of the two is published; take the alias from one of the posts.",
        related=(Related(first.span, "the other post", first.path),),
        path=claim.path,
    )
