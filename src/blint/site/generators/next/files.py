"""Next.js' file routes: what the names in `pages` and `app` tell of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from blint.late import late


class NextRoutes(NamedTuple):
    """The routes of a site.

    `files` are those without parameters, by path. `open` matches the paths that others answer;
    `pages_only`: none of those is an endpoint. `middleware`: code looks at every request.
    """

    files: Mapping[str, str]
    open: re.Pattern[str] | None
    pages_only: bool
    middleware: bool


@lru_cache(maxsize=16)
def routes_in(names: tuple[str, ...], site: str) -> NextRoutes:
    """The routes that some files make, by their paths from the project root."""
    files: dict[str, str] = {}
    forms: dict[str, None] = {}
    pages_only, middleware = True, False
    for name in names:
        if _MIDDLEWARE.fullmatch(name[len(site) :]):
            middleware = True
        route = route_of(name, site)
        if route is None:
            continue
        if "[" in route:
            forms.setdefault("".join(_forms(route)))
            pages_only = pages_only and "/route." not in name and "/api/" not in name
        else:
            files.setdefault(route, name)
    pattern = re.compile("|".join(f"(?:{form})" for form in forms)) if forms else None
    return NextRoutes(files, pattern, pages_only, middleware)


@cache
def route_of(name: str, site: str) -> str | None:
    """The route of a file, by its path from the project root; None: it makes none."""
    if not name.startswith(site):
        return None
    match = _HOME.match(name[len(site) :])
    if match is None:
        return None
    *folders, last = name[len(site) + match.end() :].split("/")
    stem, dot, extension = last.rpartition(".")
    if not dot:
        return None
    if match[1] == "pages":
        return _of_pages(folders, stem, extension)
    return _of_app(folders, stem, extension)


def _of_pages(folders: list[str], stem: str, extension: str) -> str | None:
    if extension not in _CODE | _MARKDOWN or stem in _SPECIAL:
        return None
    return "/" + "/".join(folders if stem == "index" else [*folders, stem])


def _of_app(folders: list[str], stem: str, extension: str) -> str | None:
    if any(folder.startswith(("_", "(.")) for folder in folders):
        return None
    kept = [one for one in folders if not one.startswith("@") and not _GROUP.fullmatch(one)]
    if stem == "page" and extension in _CODE | _MARKDOWN:
        return "/" + "/".join(kept)
    if stem == "route" and extension in _CODE:
        return "/" + "/".join(kept)
    made = _METADATA.get(stem) if extension in _CODE else None
    if made is None and (stem, extension) in _AS_THEY_ARE:
        made = f"{stem}.{extension}"
    return None if made is None else "/" + "/".join([*kept, made])


def _forms(route: str) -> Iterator[str]:
    """The regular expressions for the parts of a route with parameters."""
    for part in route.split("/")[1:]:
        if part.startswith("[["):
            yield "(?:/.+)?"
        elif part.startswith("[..."):
            yield "/.+"
        elif part.startswith("["):
            yield "/[^/]+"
        else:
            yield "/" + re.escape(part)


_HOME: Final = late(r"(?:src/)?(pages|app)/")
_MIDDLEWARE: Final = late(r"(?:src/)?(?:middleware|proxy)\.[jt]s")
_GROUP: Final = late(r"\([^.()][^()]*\)")
_CODE: Final = frozenset(("tsx", "ts", "jsx", "js"))
_MARKDOWN: Final = frozenset(("md", "mdx"))
_SPECIAL: Final = frozenset(("_app", "_document", "_error", "_meta"))
_METADATA: Final = {
    "sitemap": "sitemap.xml",
    "robots": "robots.txt",
    "manifest": "manifest.webmanifest",
}
_AS_THEY_ARE: Final = frozenset(
    (
        *(("sitemap", "xml"), ("robots", "txt"), ("favicon", "ico")),
        *(("manifest", "json"), ("manifest", "webmanifest")),
    )
)
