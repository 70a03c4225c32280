"""The options in Docusaurus' configuration, each as its plain value, or `Unclear`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from blint.late import late
from blint.site.configs.js_literals import Computed


class Unclear(Exception):
    """Code decides on something that addresses depend on, or a value is of an odd type."""


def text(options: Mapping[str, Any], key: str, default: str) -> str:
    """A text among options; the default where it is not set."""
    found = options.get(key)
    if found is None:
        return default
    if not isinstance(found, str):
        raise Unclear
    return found


def flag(options: Mapping[str, Any], key: str, *, default: bool) -> bool:
    """A truth value among options; the default where it is not set."""
    found = options.get(key)
    if not isinstance(found, bool | None):
        raise Unclear
    return default if found is None else found


def texts(options: Mapping[str, Any], key: str, default: tuple[str, ...]) -> tuple[str, ...]:
    """A list of texts among options, a single one counting as a list; the default if not set."""
    found = options.get(key)
    if found is None:
        return default
    found = [found] if isinstance(found, str) else found
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise Unclear
    return tuple(found)


def table(options: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """A table among options; an empty one where it is not set."""
    found = options.get(key)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Unclear
    return found


def at(options: Mapping[str, Any], *keys: str) -> Any:
    """The value under keys in nested tables; None where there is none."""
    found: Any = options
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def url_path(route: str) -> str:
    """A part of an address with a slash before it and none behind; empty for the root."""
    return _SLASHES.sub("/", f"/{route}").rstrip("/")


def module_name(value: Any) -> str:
    """The name of a plugin, preset or theme without what all of them share; empty: not known."""
    if isinstance(value, Computed) and value.name == "require.resolve" and value.arguments:
        value = value.arguments[0]
    return _AFFIXES.sub("", value) if isinstance(value, str) else ""


_SLASHES: Final = late("/{2,}")
_AFFIXES: Final = late(r"^(?:@docusaurus/|docusaurus-)?(?:plugin-|preset-|theme-)?")
