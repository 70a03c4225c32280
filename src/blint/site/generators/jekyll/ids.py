"""Ids as Jekyll gives them, where kramdown reads the posts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from blint.late import late
from blint.reading.post import Post
from blint.site.generators.jekyll import kramdown
from blint.site.headings.model import Config, IdRules, Scheme
from blint.site.headings.rules import scheme_of
from blint.site.headings.slugs import kramdown_slug, kramdown_source_slug
from blint.site.headings.texts import kramdown_text, one_line_text
from blint.site.links.urls import MARKDOWN
from blint.site.settings import Settings


def _scheme(config: Config) -> Scheme | None:
    found = config.get("kramdown")
    options = found if isinstance(found, Mapping) else {}
    engine, kind = config.get("markdown", "kramdown"), str(options.get("input", "GFM")).upper()
    if engine not in {"kramdown", "Kramdown"} or kind not in {"GFM", "KRAMDOWN"}:
        return None
    if options.get("auto_id_stripping") or options.get("transliterated_header_ids"):
        return None
    prefix = str(options.get("auto_id_prefix") or "")
    if options.get("auto_ids") is False:
        prefix = _NONE
    inner = Scheme(
        one_line_text,
        partial(_with_prefix, kramdown_source_slug, prefix),
        lambda words: _WRITTEN_ID.fullmatch(words) is not None,
        counts=True,
        empty=False,
        unclear=_SOURCE,
        tight=kind == "KRAMDOWN",
    )
    if kind == "KRAMDOWN":
        return inner._replace(inner=inner)
    is_plain = "no_auto_typographic" in str(options.get("gfm_quirks"))
    return inner._replace(
        read=one_line_text if is_plain else kramdown_text,
        slug=partial(_with_prefix, kramdown_slug, prefix),
        unclear=_TIGHT,
        inner=inner,
    )


def _with_prefix(slug: Callable[[str], str], prefix: str, text: str) -> str:
    found = slug(text)
    return prefix + found if found and prefix != _NONE else ""


def _page(post: Post, settings: Settings) -> Iterator[str] | None:
    scheme = scheme_of(settings)
    return kramdown.anchors(post, scheme, settings.generator) if scheme is not None else None


def _is_open(post: Post, _settings: Settings) -> bool | None:
    """What is not Markdown is not read as what it is."""
    return None if post.path.lower().endswith(MARKDOWN) else True


# A prefix that stands for no ids at all.
_NONE: Final = "\0"
_WRITTEN_ID: Final = late(r"#[^\W\d][\w:.-]*")
# What kramdown makes ids of where it reads the source, and blint the text.
_SOURCE: Final = re.compile(r"[\[\]<>\\]|&\w|[^\s{]\{[^{}]*\}\s*$")
_TIGHT: Final = re.compile(r"[^\s{]\{[^{}]*\}\s*$")

IDS: Final = IdRules(
    scheme=_scheme,
    page=_page,
    is_open=_is_open,
    certainty=lambda _: "all",
    # As GitHub has them, without capitals.
    guess="lower",
)
