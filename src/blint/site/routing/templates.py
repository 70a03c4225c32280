"""Template links: what a destination made by a shortcode, tag or filter asks for.

Only those whose outcome follows from the text alone are read. Each becomes a *meaning*: how the
generator looks it up, a colon, and what it looks up.

| how | what follows it |
|---|---|
| `ref` | Hugo's `ref` and `relref`: a page, by path or by name |
| `file` | a source file, from the site's folder (Jekyll's `link`) |
| `post` | a post by the name of its file, without extension (Jekyll's `post_url`) |
| `slug` | a post by its slug (Hexo's `post_path`) |
| `base` | a URL path that the site's base path is put before, as far as it begins with `/` |
| `root` | a URL path from the host's root, as it stands |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

Dialect = str


class Meaning(NamedTuple):
    """How a template link is looked up, and its destination, with the fragment it may have."""

    how: str
    destination: str


def meaning(destination: str, dialect: Dialect) -> Meaning | None:
    """What a templated destination asks for; None where that cannot be said.

    `dialect` is `hugo`, `liquid`, `nunjucks`, `hexo`, or empty: no templates that are understood.
    """
    read = _DIALECTS.get(dialect)
    return read(destination.strip()) if read is not None else None


def _hugo(text: str) -> Meaning | None:
    match = _HUGO_REF.fullmatch(text)
    if match is None:
        return None
    # `[x]({{< ref "a.md" >}}#b)` is a fragment after the tag.
    return Meaning("ref", _first(match, "abcd") + match["rest"])


def _liquid(text: str) -> Meaning | None:
    match = _TAG.fullmatch(text)
    if match is not None:
        how = "file" if match["tag"] == "link" else "post"
        return _constant(Meaning(how, match["what"].strip("\"'") + match["rest"]))
    match = _BASE.fullmatch(text)
    if match is not None:
        inner = _TAG.fullmatch(match["rest"])
        if inner is not None:
            # The tag brings the base path itself: it is there twice.
            how = "twice-file" if inner["tag"] == "link" else "twice-post"
            return _constant(Meaning(how, inner["what"].strip("\"'") + inner["rest"]))
        return _constant(Meaning("base", match["rest"]))
    match = _ORIGIN_AND_BASE.fullmatch(text)
    if match is not None:
        return _constant(Meaning("base", match["rest"]))
    match = _ORIGIN.fullmatch(text)
    if match is not None:
        return _constant(Meaning("root", match["rest"] or "/"))
    return _filtered(text, _LIQUID_FILTERS)


def _nunjucks(text: str) -> Meaning | None:
    return _filtered(text, _ELEVENTY_FILTERS)


def _hexo(text: str) -> Meaning | None:
    match = _POST_PATH.fullmatch(text)
    return Meaning("slug", match["slug"] + match["rest"]) if match else None


def _filtered(text: str, filters: Mapping[str, str]) -> Meaning | None:
    """`{{ "/a" | filter }}`, with something after it or not."""
    match = _FILTER.fullmatch(text)
    if match is None:
        return None
    names = match["filters"].replace("|", " ").split()
    hows = {filters[name] for name in names if name in filters}
    if len(hows) != 1 or any(name not in filters and name not in _NEUTRAL for name in names):
        return None
    return _constant(Meaning(hows.pop(), _first(match, "ab") + match["rest"]))


def _first(match: re.Match[str], groups: str) -> str:
    return next((match[group] for group in groups if match[group] is not None), "")


def _constant(found: Meaning) -> Meaning | None:
    """The meaning, if nothing in it is a template any more."""
    return None if _OPEN.search(found.destination) else found


_DIALECTS: Final[Mapping[str, Callable[[str], Meaning | None]]] = {
    "hugo": _hugo,
    "liquid": _liquid,
    "nunjucks": _nunjucks,
    "hexo": _hexo,
}
_LIQUID_FILTERS: Final = {"relative_url": "base", "absolute_url": "base", "url": "base"}
_ELEVENTY_FILTERS: Final = {"url": "base", "htmlBaseUrl": "base"}
_NEUTRAL: Final = frozenset(("escape", "uri_escape", "safe", "strip", "xml_escape"))

_OPEN: Final = re.compile(r"\{\{|\{%|\$\{")
_HUGO_REF: Final = re.compile(
    r"\{\{[<%]-?\s*(?:rel)?ref\s+(?:path\s*=\s*)?"
    r"(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|`(?P<c>[^`]*)`|(?P<d>[^\s\"'`{}]+))"
    r"\s*-?[>%]\}\}(?P<rest>[^{}]*)"
)
_TAG: Final = re.compile(
    r"\{%-?\s*(?P<tag>link|post_url)\s+(?P<what>\"[^\"]*\"|'[^']*'|[^%\"']+?)\s*-?%\}(?P<rest>[^{}]*)"
)
_BASE: Final = re.compile(r"\{\{-?\s*(?:site\.)?baseurl\s*-?\}\}(?P<rest>.*)", re.DOTALL)
_ORIGIN: Final = re.compile(r"\{\{-?\s*site\.url\s*-?\}\}(?P<rest>[^{}]*)")
_ORIGIN_AND_BASE: Final = re.compile(
    r"\{\{-?\s*site\.url\s*-?\}\}\{\{-?\s*site\.baseurl\s*-?\}\}(?P<rest>[^{}]*)"
)
_FILTER: Final = re.compile(
    r"\{\{-?\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)')\s*\|(?P<filters>[\w\s|]+?)-?\}\}(?P<rest>[^{}]*)"
)
_POST_PATH: Final = re.compile(
    r"\{%-?\s*post_path\s+[\"']?(?P<slug>[^%\"']+?)[\"']?\s*-?%\}(?P<rest>[^{}]*)"
)
