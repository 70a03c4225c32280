"""What can be told of a link from its destination alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from blint.facts import LinkFact
from blint.reading.document import Link
from blint.site.generators.hexo import anchors as hexo_anchors
from blint.site.generators.hugo import anchors as hugo_anchors
from blint.site.globs import Test, matcher
from blint.site.headings.python_markdown import knows_footnotes
from blint.site.headings.schemes import scheme_of
from blint.site.links.records import IdRule
from blint.site.settings import Settings


def worth_keeping(link: Link | LinkFact, settings: Settings) -> bool:
    """Whether a link may lead to the site itself; others are of no use to site checks."""
    destination = link.destination
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


def id_rule(settings: Settings) -> IdRule:
    """How far the rule is known by which a site makes ids of headings."""
    if scheme_of(settings) is not None:
        if settings.preset.heading_ids == "docusaurus":
            return "all" if "plan" in settings.generator else "exact"
        if settings.preset.heading_ids == "astro" and settings.generator:
            return "all"
        if settings.preset.heading_ids == "jekyll_gfm" or (
            "footnotes" in settings.generator and settings.preset.name in _WITH_FOOTNOTES
        ):
            return "all"
        if settings.preset.heading_ids == "hugo" and settings.generator:
            return "all" if hugo_anchors.knows_footnotes(settings.generator) else "exact"
        if settings.preset.heading_ids == "hexo":
            return "all" if hexo_anchors.knows_footnotes(settings.generator) else "exact"
        if settings.preset.heading_ids == "mkdocs" and settings.generator:
            return "all" if knows_footnotes(settings.generator) else "exact"
        return "words" if settings.preset.name == "zola" else "exact"
    # GitHub, and all that follow it, have no capitals.
    return "lower" if settings.preset.name in _LOWER_CASE else "unknown"


@cache
def _matcher(globs: tuple[str, ...]) -> Test:
    return matcher(globs)


SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# Generators whose configuration tells of footnotes.
_WITH_FOOTNOTES: Final = frozenset(("eleventy", "vitepress"))
_LOWER_CASE: Final = frozenset(("plain", "hugo", "jekyll"))
_HOST: Final = re.compile(r"(?:https?:)?//[^/]+/", re.IGNORECASE)
_SCHEME_AND_WWW: Final = re.compile(r"^(?:https?:)?//(?:www\.)?", re.IGNORECASE)
