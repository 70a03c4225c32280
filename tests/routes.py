"""The one helper of routing tests: a post in, its output files or the targets of a link out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blint.facts import PostFacts, Word
from blint.site.presets import PRESETS
from blint.site.routing.layouts import Rules, layout_of, router_of
from blint.site.routing.model import Routes, Written
from blint.site.routing.reading import routes_of
from blint.site.settings import Links, Settings
from blint.source import Span

HERE = Span(0, 0)


def rules(preset: str, config: Mapping[str, Any] | None = None, **settings: Any) -> Rules:
    """The rules of a generator under a configuration; `settings` are fields of Settings."""
    whole = Settings(
        preset=PRESETS[preset], generator=config or {}, whole=True, found=True, **settings
    )
    return Rules(layout_of(whole), router_of(whole.preset))


def facts(path: str, **words: Any) -> PostFacts:
    """A post: words by field of PostFacts, lists of them where it has several."""
    several = ("aliases", "tags")
    single = ("title", "date", "slug", "url")
    fields: dict[str, Any] = dict(words)
    fields |= {key: Word(words[key], HERE) for key in single if key in words}
    fields |= {key: tuple(Word(w, HERE) for w in words[key]) for key in several if key in words}
    fields.setdefault("front_matter", Span(0, 8))
    return PostFacts(path, "", "", b"", 0, **fields)


def routes(preset: str, path: str, config: Mapping[str, Any] | None = None, **words: Any) -> Routes:
    """Where a post is published."""
    return routes_of(facts(path, **words), rules(preset, config))


def targets(
    preset: str,
    path: str,
    destination: str,
    config: Mapping[str, Any] | None = None,
    *,
    how: str = "",
    image: bool = False,
    markdown: bool = True,
    settings: Mapping[str, Any] | None = None,
) -> tuple[str, ...]:
    """What a destination in a post means."""
    known = rules(preset, config, **(settings or {}))
    own = routes_of(facts(path), known)
    link = Written(destination, how, image, markdown, path, own)
    return tuple(known.router.read(link, known.layout))


__all__ = ["Links", "facts", "routes", "rules", "targets"]
