"""How a post is read where a generator does so in its own way: its folder may have rules on it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple, cast

from blint.reading.document import Link
from blint.reading.post import Post
from blint.site.preset import Preset
from blint.site.settings import Settings


class Reading(NamedTuple):
    """How a generator reads a post, as far as it differs from what most do.

    `links` gives the links of a post. `meaning` is that of a link in a text whose destination has
    no template syntax, but is not read as others are (see `routing.templates`); empty: it is.
    `spaced` are keys of front matter under which a text is a list, with spaces between its items.
    """

    links: Callable[[Post, Settings], Iterable[Link]] = lambda post, _: post.document.links
    meaning: Callable[[Link, str, Settings], str] = lambda _, __, ___: ""
    spaced: tuple[str, ...] = ()


@cache
def reading_of(settings: Settings) -> Reading:
    """How a site's generator reads a post."""
    return _reading_of(settings.preset)


def _reading_of(preset: Preset) -> Reading:
    name = f"blint.site.generators.{preset.name.replace('-', '_')}.reading"
    if find_spec(name) is None:
        return Reading()
    return cast(Reading, importlib.import_module(name).READING)
