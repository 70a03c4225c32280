"""Ids as VitePress gives them, by the options of its Markdown."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from blint.reading.post import Post
from blint.site.headings.code import outside_code
from blint.site.headings.js_slugs import slugged
from blint.site.headings.markdown_it_ids import MARKDOWN_IT, knows_plugins
from blint.site.headings.model import Config, Scheme
from blint.site.headings.rules import scheme_of
from blint.site.headings.slugs import mdit_vue_slug
from blint.site.headings.texts import vitepress_text
from blint.site.settings import Settings


def _scheme(config: Config) -> Scheme | None:
    levels, steps = config.get("levels", Scheme._field_defaults["levels"]), config.get("slugs", ())
    if levels is None:
        return None
    has_lists = config.get("attrs") is not False
    return Scheme(
        vitepress_text,
        mdit_vue_slug if steps == () else partial(slugged, steps=steps),
        lambda _: has_lists,
        remembers=True,
        levels=levels,
        entities="source",
        unique=True,
        raw=False,
    )


def _is_open(post: Post, settings: Settings) -> bool | None:
    """Whether components may bring ids; those of VitePress' own have none."""
    if not knows_plugins(settings):
        return None
    return scheme_of(settings) is None or any(outside_code(post, _COMPONENT))


_COMPONENT: Final = re.compile(
    r"<!--\s*@include|<(?!Badge\b|ClientOnly\b|VPTeam)[A-Z]\w*[\s/>]|<[a-z]+-[a-z]"
)

IDS: Final = MARKDOWN_IT._replace(scheme=_scheme, is_open=_is_open)
