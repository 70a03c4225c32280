"""Schemes of heading ids of the sites that choose among markdown-it's plugins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from blint.site.headings.js_slugs import Step, slugged
from blint.site.headings.schemes import Scheme
from blint.site.headings.sindre_slugs import npm_slug, sindre_slug
from blint.site.headings.slugs import mdit_vue_slug
from blint.site.headings.texts import page_text, plain_text, vitepress_text


def scheme_for(config: Mapping[str, Any]) -> Scheme | None:
    """The scheme that the configuration of an Eleventy site (which tells what gives `ids`) or of a
    VitePress site makes; None: not known."""
    return _eleventy(config) if "ids" in config or "engine" in config else _vitepress(config)


def _vitepress(config: Mapping[str, Any]) -> Scheme | None:
    levels, steps = config.get("levels", _LEVELS), config.get("slugs", ())
    if levels is None:
        return None
    has_lists = config.get("attrs") is not False
    return Scheme(
        vitepress_text,
        mdit_vue_slug if steps == () else partial(_by_steps, steps),
        lambda _: has_lists,
        remembers=True,
        levels=levels,
        entities="source",
        unique=True,
        raw=False,
    )


def _eleventy(config: Mapping[str, Any]) -> Scheme | None:
    ids, steps = config.get("ids"), config.get("slugs") or ()
    has_lists = config.get("attrs") is True
    if ids == "plugin" and not has_lists:
        return Scheme(
            page_text, sindre_slug, counts=True, first=2, entities="read", alone=True, raw=True
        )
    if ids not in ("", "anchor"):
        return None
    slug = partial(_by_steps, steps)
    usual = Scheme(
        plain_text, slug, lambda _: has_lists, remembers=True, unique=True, raw=False, levels=()
    )
    return usual if ids == "" else usual._replace(levels=config["levels"])


def _by_steps(steps: tuple[Step, ...] | None, text: str) -> str | None:
    if steps and steps[0][0] == "filter":
        filtered = _FILTERS.get(steps[0][1])
        return filtered(text) if filtered else None
    return None if steps is None else slugged(text, steps)


_LEVELS: Final = (1, 2, 3, 4, 5, 6)
_FILTERS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "slugify": sindre_slug,
    "slug": npm_slug,
}
