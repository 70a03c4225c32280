"""The highlighter that Astro's configuration chooses, for itself and for Expressive Code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from blint.site.code.choice import Choice
from blint.site.configs.js_literals import REST, Computed
from blint.site.generators.astro.config import at, integrations, options
from blint.site.preset import Preset


def choice_of(preset: Preset, data: Mapping[str, Any], _telling: tuple[str, ...]) -> Choice:
    """Shiki, with the languages and aliases that it is given, Prism, or none that is known."""
    chosen = at(data, "markdown", "syntaxHighlight")
    if isinstance(chosen, dict):
        chosen = chosen.get("type")
    highlighter = {None: preset.highlighter, "shiki": preset.highlighter, "prism": "prism"}.get(
        None if isinstance(chosen, Computed) else chosen
    )
    configs = list(_configs(data))
    return Choice(
        highlighter=highlighter,
        words=frozenset(key for one in configs for key in _aliases(one)),
        unseen=isinstance(chosen, Computed) or any(map(_is_open, configs)),
    )


def _configs(data: Mapping[str, Any]) -> Iterator[object]:
    """What Shiki is configured with: by Astro, by Expressive Code, in files of its own as well."""
    yield at(data, "markdown", "shikiConfig")
    yield at(data, "expressiveCode", "shiki")
    for call in integrations(data):
        name = call.name.lower()
        if name == "starlight":
            yield at({**options(call)}, "expressiveCode", "shiki")
        elif "expressive" in name:
            yield at({**options(call)}, "shiki")


def _aliases(config: object) -> Iterator[str]:
    found = config.get("langAlias") if isinstance(config, dict) else None
    yield from found if isinstance(found, dict) else ()


def _is_open(config: object) -> bool:
    """Whether a configuration may bring languages that cannot be seen."""
    if isinstance(config, Computed):
        return True
    if not isinstance(config, dict):
        return False
    langs, alias = config.get("langs"), config.get("langAlias")
    return bool(langs) or REST in config or isinstance(alias, Computed)
