"""What Starlight's options tell of its documents, drawn up once for each layout."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from blint.site.configs.js_literals import REST, Computed
from blint.site.generators.astro.config import at, integrations, options, plain_text
from blint.site.generators.astro.plan import Same, plan_of
from blint.site.globs import Test
from blint.site.routing.model import Layout


class Docs(NamedTuple):
    """The documents.

    `folder` is relative to the project root, `holds` tells of paths below it. `locales` are the
    languages' folders, `root` for the one without, `default` is that of the default language.
    `by_rule`: addresses follow from paths and `slug`. `is_known`: the options can be read.
    """

    folder: str
    holds: Test
    locales: tuple[str, ...]
    default: str
    has_error_page: bool
    has_search: bool
    by_rule: bool
    is_known: bool


def docs_of(layout: Layout) -> Docs:
    """The documents of a layout."""
    return _kept(Same(layout))


@lru_cache(maxsize=16)
def _kept(key: Same) -> Docs:
    layout = key.layout
    calls = (call for call in integrations(layout.config) if "starlight" in call.name.lower())
    said = options(next(calls, Computed("", ({},))))
    locales, default = _locales(layout.config, said)
    held = next((one for one in plan_of(layout).held or () if one.entries.name == "docs"), None)
    source = plain_text(layout.config.get("srcDir"), "src")
    is_known = REST not in said and not isinstance(said.get("locales"), Computed)
    return Docs(
        folder=held.folder if held else f"{layout.site}{source}/content/docs/",
        holds=held.holds if held else _is_document,
        locales=locales,
        default=default,
        has_error_page=said.get("disable404Route") is not True,
        has_search=said.get("pagefind") is not False,
        by_rule=held.entries.by_rule if held else "collections" not in layout.config,
        is_known=is_known,
    )


def _locales(config: Mapping[str, Any], said: Mapping[str, Any]) -> tuple[tuple[str, ...], str]:
    """The languages' folders and that of the default one: Starlight's, else those of Astro."""
    locales = said.get("locales")
    default: Any = said.get("defaultLocale")
    if isinstance(locales, dict):
        found = tuple(str(name) for name in locales)
        is_given = isinstance(default, str) and default in found
        return found, default if is_given else "root" if "root" in found else ""
    rows: Any = at(config, "i18n", "locales")
    default = at(config, "i18n", "defaultLocale")
    if not isinstance(rows, list) or not isinstance(default, str):
        return (), ""
    prefixed = at(config, "i18n", "routing", "prefixDefaultLocale") is True
    paths = [_path_of(row, default) for row in rows]
    names = [path if prefixed or path != _own(rows, default) else "root" for path in paths]
    return tuple(names), _own(rows, default) if prefixed else "root"


def _path_of(row: object, default: str) -> str:
    path = row.get("path", default) if isinstance(row, dict) else row
    return path if isinstance(path, str) else default


def _own(rows: list[Any], default: str) -> str:
    """The folder of the default language, which may be one of several codes for it."""
    for row in rows:
        codes = row.get("codes") if isinstance(row, dict) else None
        if isinstance(codes, list) and default in codes:
            return _path_of(row, default)
    return default


def _is_document(path: str) -> bool:
    name = path[path.rfind("/") + 1 :]
    return name.endswith((".md", ".mdx")) and name[:1] not in {"_", "."}


THEME_IDS: Final = (
    "_top",
    "starlight__sidebar",
    "starlight__on-this-page",
    "starlight__on-this-page--mobile",
    "starlight__mobile-toc",
    "starlight__search",
)
