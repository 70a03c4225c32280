"""The layout of a site: what its settings say of addresses, drawn up once for each collection."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from blint.facts import PostFacts
from blint.site.configs.reading import base_path
from blint.site.links.records import key_of
from blint.site.preset import Preset
from blint.site.presets import PRESETS
from blint.site.routing.model import Layout, Router
from blint.site.routing.paths import folder_of
from blint.site.settings import Settings


class Rules:
    """A layout with the rules that hold for it."""

    __slots__ = ("layout", "router")

    def __init__(self, layout: Layout, router: Router) -> None:
        made = router.prepare(layout) if router.prepare is not None else None
        self.layout = layout if made is None else layout._replace(made=made)
        self.router = router

    def key(self, path: str) -> str:
        """The name that a page or a link meets others under; that of its list, for a page of it."""
        if self.router.numbered is not None and path[:1] == "/":
            found = self.router.numbered(path, self.layout)
            if found is not None:
                return key_of(found[0])
        return key_of(path)


@cache
def rules_of(settings: Settings) -> Rules | None:
    """The rules of a site that is known as a whole; None where blint must guess.

    Where the author says what the addresses of posts are, and the rest is not known, there are
    rules for those alone.
    """
    if not settings.whole:
        return None
    if settings.found:
        rules = Rules(layout_of(settings), router_of(settings.preset))
        if rules.router.knows(rules.layout):
            return rules
    if not settings.url:
        return None
    return Rules(layout_of(settings)._replace(found=False), router_of(PRESETS["plain"]))


@cache
def default_rules(settings: Settings) -> Rules:
    """The rules of a site's generator as they are where nothing is configured."""
    return Rules(layout_of(settings), router_of(settings.preset))


def survey(posts: Iterable[PostFacts], settings: Mapping[str, Settings]) -> tuple[str, ...]:
    """Patterns of URL paths that may be answered by what only all posts together tell of."""
    found: dict[str, None] = {}
    for collection, own in settings.items():
        rules = rules_of(own)
        if rules is not None and rules.router.survey is not None:
            mine = (post for post in posts if post.collection == collection and not post.data)
            found.update(dict.fromkeys(rules.router.survey(mine, rules.layout)))
    return tuple(found)


def has_survey(settings: Mapping[str, Settings]) -> bool:
    """Whether a survey looks at any post."""
    rules = map(rules_of, settings.values())
    return any(one is not None and one.router.survey is not None for one in rules)


def router_of(preset: Preset) -> Router:
    """The rules of a preset's generator."""
    name = preset.name.replace("-", "_")
    module = importlib.import_module(f"blint.site.generators.{name}.router")
    return cast(Router, module.ROUTER)


def layout_of(settings: Settings) -> Layout:
    """What the settings of a collection say of addresses."""
    preset = settings.preset
    site = f"{settings.site}/" if settings.site else ""
    return Layout(
        preset=preset,
        site=site,
        base=base_path(settings.links.base_url, preset, settings.generator),
        content=tuple((folder_of(site, folder), url.rstrip("/")) for folder, url in preset.homes),
        static=tuple((folder_of(site, folder), url.rstrip("/")) for folder, url in preset.static),
        host=settings.links.base_url,
        pattern=settings.url,
        posts=tuple(f"{folder}/" for folder in _plain_folders(settings, site)),
        found=settings.found,
        config=settings.generator,
        telling=settings.telling,
        redirects=settings.redirects,
        data=settings.data,
    )


def _plain_folders(settings: Settings, site: str) -> Iterable[str]:
    """The folders of posts: those of the configuration, else the generator's; without globs."""
    folders = settings.content or tuple(site + folder for folder in settings.preset.content)
    plain = (folder.strip("/").removeprefix("./") for folder in folders)
    return sorted((f for f in plain if f not in {"", "."} and "*" not in f), key=len, reverse=True)
