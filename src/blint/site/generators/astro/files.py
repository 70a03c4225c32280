"""Astro's file routes: what the names in `src/pages` tell of addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from blint.late import late
from blint.site.generators.astro.config import at
from blint.site.routing.paths import INDEX

Format = str


class FileRoute(NamedTuple):
    """A route that a file makes: `/docs/setup`, `/blog/[...slug]`; `/` for the home page.

    `page` False: an endpoint, whose output has the name of the route. `is_index`: the file
    is the index of its folder. `names` are those of its parameters.
    """

    route: str
    page: bool = True
    is_index: bool = False
    names: tuple[str, ...] = ()


def file_route(path: str) -> FileRoute | None:
    """The route of a file, given by its path below `src/pages`; None: it makes none."""
    parts = path.split("/")
    if any(part[:1] == "_" or (part[:1] == "." and part != ".well-known") for part in parts):
        return None
    stem, _, extension = parts[-1].rpartition(".")
    if not stem or extension not in _PAGES | _ENDPOINTS:
        return None
    is_page = extension in _PAGES
    is_index = stem == "index"
    kept = parts[:-1] if is_index else [*parts[:-1], stem]
    route = unicodedata.normalize("NFC", "/" + "/".join(kept))
    return FileRoute(route, is_page, is_index, tuple(PARAMETER.findall(route)))


def output(route: str, form: Format, *, page: bool = True, index: bool = False) -> str:
    """The output file of a route, as a URL path without the base."""
    if not page:
        return route
    if route == "/":
        return f"/{INDEX}"
    if route in _ERRORS or form == "file" or (form == "preserve" and not index):
        return f"{route}.html"
    return f"{route}/{INDEX}"


def format_of(config: Mapping[str, Any]) -> Format | None:
    """The value of `build.format`; None where that is not known."""
    found = at(config, "build", "format")
    if found is None:
        return "directory"
    return found if found in ("directory", "file", "preserve") else None


def filled(route: str, values: Mapping[str, str]) -> str:
    """A route with the values of its parameters; empty ones leave no part of the path."""
    text = PARAMETER.sub(lambda match: written(values[match[1]]), route)
    return "/" + "/".join(filter(None, text.split("/")))


def written(value: str) -> str:
    """A parameter as Astro writes it into the path of a file."""
    value = value.removeprefix("/").removesuffix("/")
    return unicodedata.normalize("NFC", value).replace("#", "%23").replace("?", "%3F")


def form_of(route: str) -> str:
    """The regular expression for the paths of a route with parameters."""
    pieces: list[str] = []
    for part in route.split("/")[1:]:
        if _REST.fullmatch(part):
            pieces.append("(?:/.+)?")
            continue
        plain = PARAMETER.split(part)
        pieces.append("/" + "[^/]+".join(map(re.escape, plain[::2])))
    return "".join(pieces) or "/"


def path_of(url: str) -> str:
    """The path of a route that a URL path, without the base, may belong to."""
    for end in (f"/{INDEX}", ".html", "/"):
        if url.endswith(end) and len(url) > len(end):
            return url[: -len(end)]
    return "/" if url == f"/{INDEX}" else url


def fallbacks_of(
    config: Mapping[str, Any], static: Mapping[str, FileRoute]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The routes that show each static one where a language lacks it: `i18n.fallback`."""
    pairs, default = at(config, "i18n", "fallback"), at(config, "i18n", "defaultLocale")
    locales = at(config, "i18n", "locales")
    if not isinstance(pairs, dict) or not isinstance(locales, list):
        return
    prefixed = at(config, "i18n", "routing", "prefixDefaultLocale") is True
    found = [one.get("path") if isinstance(one, dict) else one for one in locales]
    paths = [one for one in found if isinstance(one, str) and (prefixed or one != default)]
    for route, file in static.items():
        first = route.split("/")[1]
        own = first if first in paths else default
        rest = route[len(first) + 1 :] if first in paths else route
        if not file.page or (prefixed and first not in paths):
            continue
        others = [
            (f"/{lang}" if lang in paths else "") + ("" if rest == "/" else rest) or "/"
            for lang, target in pairs.items()
            if target == own
        ]
        missing = tuple(other for other in others if other not in static)
        if missing:
            yield route, missing


PARAMETER: Final = late(r"\[(?:\.\.\.)?([^\[\]/]+)\]")
_REST: Final = late(r"\[\.\.\.[^\[\]/]+\]")
_PAGES: Final = frozenset(
    ("astro", "html", "md", "mdx", "markdown", "mdown", "mkdn", "mkd", "mdwn")
)
_ENDPOINTS: Final = frozenset(("js", "ts"))
_ERRORS: Final = frozenset(("/404", "/500"))
