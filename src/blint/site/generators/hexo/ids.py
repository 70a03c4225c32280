"""Ids as Hexo gives them, by the packages and options of its renderer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from blint.late import late
from blint.reading.post import Post
from blint.site.generators.hexo.config import PACKAGES
from blint.site.generators.hexo.slugs import hexo_slug
from blint.site.headings.model import Config, IdRules, Scheme, note_labels
from blint.site.headings.rules import scheme_of
from blint.site.headings.texts import hexo_plain_text, hexo_text
from blint.site.links.records import IdRule
from blint.site.settings import Settings


def _scheme(config: Config) -> Scheme | None:
    packages = config.get(PACKAGES)
    if any(key in config for key in ("markdown", "kramed", "pandoc", "markdown_it_plus")):
        return None
    if packages is not None and "hexo-renderer-marked" not in packages:
        return None
    marked = config.get("marked")
    options = marked if isinstance(marked, Mapping) else {}
    smart, case = options.get("smartypants", True), options.get("modifyAnchors", 0)
    if not (isinstance(smart, bool) and isinstance(case, int)) or options.get("anchorAlias"):
        return None
    return Scheme(
        hexo_text if smart else hexo_plain_text,
        partial(hexo_slug, transform=int(case)),
        counts=True,
        unclear=_TILDES,
        levels=() if options.get("headerIds") is False else Scheme._field_defaults["levels"],
        raw=False,
    )


def _knows_footnotes(config: Config) -> bool:
    """Whether footnotes are sure to be plain text, as marked has none: no plugin reads them."""
    packages = config.get(PACKAGES)
    return packages is not None and not any(map(_NOTES.search, packages))


def _extra(post: Post, settings: Settings) -> Iterator[str]:
    """The place where an excerpt ends, and the labels of notes where a plugin may read them."""
    if "more" in post.text and _MORE.search(post.text, post.front_matter.body):
        yield "more"
    if not _knows_footnotes(settings.generator):
        yield from note_labels(post, settings)


def _attribute_lists(settings: Settings) -> bool:
    """Whether `{#id}` may mean something: marked has no such lists."""
    return scheme_of(settings) is None


def _certainty(settings: Settings) -> IdRule:
    return "all" if _knows_footnotes(settings.generator) else "exact"


_NOTES: Final = late("footnote|reference")
_MORE: Final = late(r"<!--+\s*more\s*--+>", re.IGNORECASE)
_TILDES: Final = re.compile(r"\w~\w")

IDS: Final = IdRules(
    scheme=_scheme, extra=_extra, attribute_lists=_attribute_lists, certainty=_certainty
)
