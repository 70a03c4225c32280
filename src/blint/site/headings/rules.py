"""The rules for ids that hold on a site: those of its generator, which has them in its folder."""

from __future__ import annotations

import importlib
from functools import cache
from typing import cast

from blint.site.headings.model import IdRules, Scheme
from blint.site.preset import Preset
from blint.site.settings import Settings


def ids_of(preset: Preset) -> IdRules:
    """The rules for ids of a preset's generator."""
    name = preset.name.replace("-", "_")
    module = importlib.import_module(f"blint.site.generators.{name}.ids")
    return cast(IdRules, module.IDS)


@cache
def rules_of(settings: Settings) -> IdRules:
    """The rules for ids of a site's generator."""
    return ids_of(settings.preset)


@cache
def scheme_of(settings: Settings) -> Scheme | None:
    """The scheme of a site, or None where it is not known to the letter."""
    return rules_of(settings).scheme(settings.generator)


def drops_html(settings: Settings) -> bool:
    """Whether the generator leaves raw HTML out."""
    return rules_of(settings).drops_html(settings)
