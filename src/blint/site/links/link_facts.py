"""What can be told of a link from its destination alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from blint.facts import LinkFact
from blint.reading.document import Link
from blint.site.globs import Test, matcher
from blint.site.headings.rules import rules_of, scheme_of
from blint.site.links.records import IdRule
from blint.site.settings import Settings


def worth_keeping(link: Link | LinkFact, settings: Settings) -> bool:
    """Whether a link may lead to the site itself; others are of no use to site checks."""
    destination = link.destination
    if _MISSPELT.match(destination):
        return False
    if SCHEME.match(destination) or destination.startswith(("//", "\\\\")):
        if destination.startswith(settings.preset.schemes):
            return True
        read = host_path if settings.whole else own_path
        return read(destination, settings.links.base_url) is not None
    return link.kind not in {"autolink", "bare"}


def own_path(destination: str, base_url: str) -> str | None:
    """The path of a full URL from the site's root, or None where it is another site's."""
    if not base_url:
        return None
    rest, base = _SCHEME_AND_WWW.sub("", destination), _SCHEME_AND_WWW.sub("", base_url)
    if rest == destination:
        return None
    if f"{rest}/" == base:
        return "/"
    return f"/{rest[len(base) :]}" if rest.lower().startswith(base.lower()) else None


def host_path(destination: str, base_url: str) -> str | None:
    """The path of a full URL on the site's host, below the site or not, or None on another."""
    match = _HOST.match(base_url)
    return own_path(destination, match[0]) if match is not None else None


def ignored(globs: tuple[str, ...]) -> Test | None:
    """Tells whether a destination is one that the configuration says to leave alone."""
    return _matcher(globs) if globs else None


@cache
def id_rule(settings: Settings) -> IdRule:
    """How far the rule is known by which a site makes ids of headings."""
    rules = rules_of(settings)
    return rules.certainty(settings) if scheme_of(settings) is not None else rules.guess


@cache
def _matcher(globs: tuple[str, ...]) -> Test:
    return matcher(globs)


# Addresses of other sites whose start is wrong: malformed-url tells of them.
_MISSPELT: Final = re.compile(r"www\.|https?[;,.]/", re.IGNORECASE)
SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST: Final = re.compile(r"(?:https?:)?//[^/]+/", re.IGNORECASE)
_SCHEME_AND_WWW: Final = re.compile(r"^(?:https?:)?//(?:www\.)?", re.IGNORECASE)
