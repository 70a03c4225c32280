"""What can be told of a link from its destination alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from blint.facts import LinkFact
from blint.late import late
from blint.reading.document import Link
from blint.site.globs import Test, matcher
from blint.site.headings.rules import rules_of, scheme_of
from blint.site.links.records import IdRule
from blint.site.settings import Settings


def worth_keeping(link: Link | LinkFact, settings: Settings) -> bool:
    """Whether a link may lead to the site itself; others are of no use to site checks."""
    destination = link.destination
    if not destination.startswith(_TO_HOSTS):
        # Most of these are paths, which need no expression.
        if destination[:1] in _OF_MISSPELT and _MISSPELT.match(destination):
            return False
        if ":" not in destination or not SCHEME.match(destination):
            return link.kind not in {"autolink", "bare"}
    base_url = settings.links.base_url
    if destination.startswith(settings.preset.schemes):
        return True
    read = host_path if settings.whole else own_path
    return base_url != "" and read(destination, base_url) is not None


def own_path(destination: str, base_url: str) -> str | None:
    """The path of a full URL from the site's root, or None where it is another site's."""
    start = _SCHEME_AND_WWW.match(destination) if base_url else None
    if start is None:
        return None
    rest, base = destination[start.end() :], _without_scheme(base_url)
    if f"{rest}/" == base:
        return "/"
    return f"/{rest[len(base) :]}" if rest.lower().startswith(base.lower()) else None


def host_path(destination: str, base_url: str) -> str | None:
    """The path of a full URL on the site's host, below the site or not, or None on another."""
    return own_path(destination, _host_of(base_url))


def ignored(globs: tuple[str, ...]) -> Test | None:
    """Tells whether a destination is one that the configuration says to leave alone."""
    return _matcher(globs) if globs else None


@cache
def id_rule(settings: Settings) -> IdRule:
    """How far the rule is known by which a site makes ids of headings."""
    rules = rules_of(settings)
    return rules.certainty(settings) if scheme_of(settings) is not None else rules.guess


@cache
def _host_of(base_url: str) -> str:
    match = _HOST.match(base_url)
    return match[0] if match is not None else ""


@cache
def _without_scheme(base_url: str) -> str:
    return _SCHEME_AND_WWW.sub("", base_url)


@cache
def _matcher(globs: tuple[str, ...]) -> Test:
    return matcher(globs)


# Addresses of other sites whose start is wrong: malformed-url tells of them.
_MISSPELT: Final = late(r"www\.|https?[;,.]/", re.IGNORECASE)
_OF_MISSPELT: Final = frozenset("hHwW")
_TO_HOSTS: Final = ("https://", "http://", "//", "\\\\")
SCHEME: Final = late(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST: Final = late(r"(?:https?:)?//[^/]+/", re.IGNORECASE)
_SCHEME_AND_WWW: Final = late(r"^(?:https?:)?//(?:www\.)?", re.IGNORECASE)
