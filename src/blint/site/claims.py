"""Claims: the addresses that posts are published at, as far as they are certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from blint.facts import PostFacts, Word
from blint.site.heading_slugs import github_slug
from blint.site.settings import Settings
from blint.site.urls import layout, without_date, without_markdown
from blint.source import Span


class Claim(msgspec.Struct, frozen=True, array_like=True):
    """An address that a post answers to. `span` is where the post says so.

    `alias`: it is an old address, which leads on to the post's own.
    """

    path: str
    url: str
    span: Span
    alias: bool


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Claim]]:
    """The certain address of a post and those of its aliases, by site and address."""
    if facts.draft:
        return
    own, word = _own_url(facts, settings)
    site = settings.site
    if own is not None:
        span = word.span if word else facts.title.span if facts.title else Span(0, 0)
        yield f"{site}:{own}", Claim(facts.path, own, span, alias=False)
    for alias in facts.aliases:
        url = _alias_url(alias.text, own, settings)
        if url is not None:
            yield f"{site}:{url}", Claim(facts.path, url, alias.span, alias=True)


def _own_url(facts: PostFacts, settings: Settings) -> tuple[str | None, Word | None]:
    """The URL path of a post, and the word that sets it; None where the rule is not certain."""
    rule = settings.preset.url_rule
    if facts.url is not None:
        text = facts.url.text
        if rule not in _LITERAL or _TOKEN.search(text):
            return None, None
        if rule in {"jekyll", "eleventy"} and "/" not in text:
            return None, None  # `pretty` and `false` are no addresses
        if rule == "hugo" and "languages" in settings.generator:
            return None, None  # whether the language is put before it depends on more than this
        return _normal(f"/{text.lstrip('/')}", rule), facts.url
    place = layout(settings)
    folder = f"{place.site}content/"
    if rule not in {"hugo", "zola"} or place.certainty != "path":
        return None, None
    if not facts.path.startswith(folder) or not facts.path.endswith(".md"):
        return None, None
    rel = without_markdown(facts.path[len(folder) :])
    parent, _, name = rel.rpartition("/")
    if "." in name:
        return None, None  # perhaps a language, which has addresses of its own
    if name in {"index", "_index"}:
        if name == "_index" or not parent:
            return _normal(f"/{parent}", rule), None
        parent, _, name = parent.rpartition("/")
    if facts.slug is not None:
        name = facts.slug.text.strip("/")
    elif rule == "zola":
        name = without_date(name)
    return _normal(f"/{parent}/{name}".replace("//", "/"), rule), facts.slug


def _alias_url(text: str, own: str | None, settings: Settings) -> str | None:
    rule = settings.preset.url_rule
    if not text.strip() or "://" in text or _TOKEN.search(text):
        return None
    if rule == "hugo" and not text.startswith("/"):
        # Read from the section that the post is in.
        if own is None or ".." in text:
            return None
        return _normal(f"{own.rpartition('/')[0]}/{text}", rule, alias=True)
    return _normal(f"/{text.lstrip('/')}", rule, alias=True)


def _normal(url: str, rule: str, *, alias: bool = False) -> str:
    """A URL path as it is compared; `/a`, `/a/` and `/a.html` are three files on some hosts."""
    url = url.removesuffix("index.html")
    if rule not in {"hugo", "zola"}:
        return url
    url = url.rstrip("/") or "/"
    if alias:
        return url
    if rule == "zola":
        return "/".join(map(github_slug, url.split("/")))
    return url.replace(" ", "-").lower()


# Generators that publish at the very address that front matter gives.
_LITERAL: Final = frozenset(("hugo", "zola", "jekyll", "eleventy"))
_TOKEN: Final = re.compile(r"[:{<*%]")
