"""What is decided of links to other sites: only a plain answer shows that a rule has no say."""

from __future__ import annotations

from collections.abc import Mapping

from blint.facts import LinkFact, PostFacts
from blint.site.links.verdicts import Verdict
from blint.site.links.web_urls import web_url
from blint.source import Span

WEB_RULES = frozenset(
    ("dead-fragment", "dead-link", "insecure-link", "moved-link", "unverified-link")
)
_PLAIN = frozenset(("ok", "moved"))


def undecided(rule: str, facts: PostFacts, covers: Span, verdicts: Mapping[str, Verdict]) -> bool:
    """Whether a rule might yet speak of a link that starts in a span; no rule: any of them.

    What was left out, was not reached or did not answer plainly may be dead on another day.
    """
    if rule and rule not in WEB_RULES:
        return False
    return any(
        not _is_decided(rule, link, verdicts)
        for link in facts.external
        if covers.start <= link.span.start < covers.end
    )


def _is_decided(rule: str, link: LinkFact, verdicts: Mapping[str, Verdict]) -> bool:
    found = web_url(link.destination)
    verdict = verdicts.get(found.url)
    if verdict is None or verdict.verdict not in _PLAIN:
        return False
    fragment = found.fragment.partition(":~:")[0]
    if rule != "dead-fragment" or not fragment:
        return True
    return fragment in verdict.found or fragment in verdict.missing
