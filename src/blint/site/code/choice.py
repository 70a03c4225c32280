"""Which highlighter a site has, as its generator's own configuration says it."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from types import ModuleType
from typing import Any, cast

import msgspec

from blint.site.preset import Preset


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A highlighter, None where it is not known or there is none.

    `words` are names that the site defines, such as aliases; `components` languages of Prism that
    are added; `unseen`: it loads languages from files of its own. `unknown`, if not empty, is what
    becomes of code in an unknown language, see `tables.Conduct`.
    """

    highlighter: str | None
    words: frozenset[str] = frozenset()
    components: frozenset[str] = frozenset()
    unseen: bool = False
    unknown: str = ""


def choice_of(preset: Preset, data: Mapping[str, Any], telling: Iterable[str] = ()) -> Choice:
    """What a generator's configuration chooses; the preset's highlighter where it says nothing.

    `telling` are the files whose names tell something, see `Preset.telling`. A generator whose
    configuration has a say in it has a module `fences` in its folder, with a function of this name
    and shape.
    """
    own = _module_of(preset.name) if data else None
    if own is None:
        return Choice(highlighter=preset.highlighter)
    return cast(Choice, own.choice_of(preset, data, tuple(telling)))


def at(data: object, *keys: str) -> Any:
    """The value under keys in nested mappings; None where there is none."""
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


@cache
def _module_of(preset: str) -> ModuleType | None:
    name = f"blint.site.generators.{preset.replace('-', '_')}.fences"
    return importlib.import_module(name) if find_spec(name) is not None else None
