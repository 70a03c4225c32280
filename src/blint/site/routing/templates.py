"""Template links: what a destination made by a shortcode, tag or filter asks for.

Only those whose outcome follows from the text alone are read. Each becomes a *meaning*: how the
generator looks it up, a colon, and what it looks up.

| how | what follows it |
|---|---|
| `ref` | Hugo's `ref` and `relref`: a page, by path or by name; options may follow the word |
| `shortcode` | another of Hugo's shortcodes, by its name |
| `file` | a source file, from the site's folder (Jekyll's `link`) |
| `post` | a post by the name of its file, without extension (Jekyll's `post_url`) |
| `slug` | a post by its slug (Hexo's `post_path`) |
| `rooted` | a path that the site's base path is put before in any case (Hexo's `url_for`) |
| `base` | a URL path that the site's base path is put before, as far as it begins with `/` |
| `twice-file` and the like | what gets the base path a second time |
| `page`, `based-page` | the page's own address, as `.`; the latter with the base path |
| `site` | what follows the base path, which may end in a slash or not (Astro's `BASE_URL`) |
| `root` | a URL path from the host's root, as it stands |
| `filename`, `static`, `attach` | a source of Pelican's, from the post's folder or the content |
| `tag`, `category`, `author`, `index` | a page that Pelican makes, by what it is called |
| `kept` | an address as it stands, where the generator would rewrite any other |
| `input` | a template of Eleventy's, from the input folder; `input-base`: with the base path |
| `stops` | nothing: the generator gives up |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple
from urllib.parse import quote

from blint.late import late

Dialect = str


class Meaning(NamedTuple):
    """How a template link is looked up, and its destination, with the fragment it may have."""

    how: str
    destination: str


def meaning(destination: str, dialect: Dialect, text: str = "") -> Meaning | None:
    """What a templated destination asks for; None where that cannot be said.

    `dialect` is `hugo`, `liquid`, `nunjucks`, `hexo`, `astro`, or empty: no templates
    that are understood. `text` is the whole post.
    """
    if dialect == "astro":
        return _astro(destination.strip(), text)
    read = _DIALECTS.get(dialect)
    return read(destination.strip()) if read is not None else None


def _astro(destination: str, text: str) -> Meaning | None:
    """A path behind the base path, which MDX has by a name of its own or of the module's."""
    match = _BASE_URL.fullmatch(destination)
    if match is None:
        return None
    name = match["name"] or match["added"]
    named = (found[1] for found in _BASE_NAME.finditer(text))
    if name != "import.meta.env.BASE_URL" and name not in named:
        return None
    return Meaning("site", match["rest"] or match["text"] or "")


def as_it_stands(destination: str, after: str) -> str:
    """What a link of VitePress' means that is not rewritten as others are; empty: it is.

    `after` is the text behind it: a list of attributes with a `target` or `download` keeps the
    address as it is. One without a path gets the ending of a page all the same.
    """
    if destination.startswith("?"):
        return f"kept:./.html{destination}"
    match = _ATTRIBUTES.match(after) if after.startswith("{") else None
    return f"kept:{destination}" if match is not None else ""


def doubled(destination: str) -> str:
    """What Eleventy's plugin for source files makes of an address in HTML with a fragment that is
    no plain ASCII: it is there twice, and no file is found. Nothing, where it has none."""
    path, _, fragment = destination.partition("#")
    return f"kept:{destination}#{quote(fragment)}" if path and not fragment.isascii() else ""


def within_site(destination: str) -> str:
    """What Pelican makes of a destination that begins with `{filename}` or the like, or nothing."""
    match = _WITHIN_SITE.match(destination)
    # The main page of a site has no name that somebody could get wrong.
    return f"{match[1]}:{'/' * (match[1] == 'index')}{destination[match.end() :]}" if match else ""


def _hugo(text: str) -> Meaning | None:
    from blint.site.generators.hugo.shortcodes import hugo_meaning

    found = hugo_meaning(text)
    return Meaning(*found) if found is not None else None


def _liquid(text: str) -> Meaning | None:
    from blint.site.generators.jekyll.liquid import liquid_meaning

    found = liquid_meaning(text)
    return Meaning(*found) if found is not None else None


def _nunjucks(text: str) -> Meaning | None:
    return _filtered(text, _ELEVENTY_FILTERS)


def _eleventy(text: str) -> Meaning | None:
    """Filters of Eleventy's, a text in braces, and tags of others, at which the build stops."""
    match = _FILTER.fullmatch(text)
    if match is not None:
        names = match["filters"].replace("|", " ").split()
        finds = "inputPathToUrl" in names
        rest = [name for name in names if name not in {*_NEUTRAL, "inputPathToUrl"}]
        if any(name not in _ELEVENTY_FILTERS for name in rest):
            return None
        how = "input" if finds else ""
        how += ("-base" if finds else "base") if rest else ""
        return _constant(Meaning(how, _first(match, "ab") + match["rest"]))
    match = _CONSTANT.fullmatch(text)
    if match is not None:
        return _constant(Meaning("", _first(match, "ab") + match["rest"]))
    if _FOREIGN.match(text):
        return Meaning("stops", text)
    return None


def _hexo(text: str) -> Meaning | None:
    match = _POST_PATH.fullmatch(text)
    # With anything after the tag, Markdown sees no link.
    return Meaning("slug", match["slug"]) if match and not match["rest"] else None


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
    "eleventy": _eleventy,
    "hexo": _hexo,
}
_ELEVENTY_FILTERS: Final = {"url": "base", "htmlBaseUrl": "base"}
_NEUTRAL: Final = frozenset(("escape", "uri_escape", "safe", "strip", "xml_escape"))

_WITHIN_SITE: Final = late(r"[{|](filename|static|attach|tag|category|author|index)[|}]", re.ASCII)
_ATTRIBUTES: Final = late(r"\{[^{}\n]*?(?<![^\s{])(?:target|download)(?![^\s=}])[^{}\n]*\}")
_BASE_URL: Final = late(
    r"\{\s*(?:`\$\{\s*(?P<name>[\w.]+)\s*\}(?P<rest>[^`$\\]*)`"
    r"|(?P<added>[\w.]+)\s*\+\s*(['\"])(?P<text>[^'\"\\]*)\4)\s*\}"
)
_BASE_NAME: Final = late(
    r"\bconst\s+(\w+)\s*=\s*import\.meta\.env\.BASE_URL\s*(?:;|$)", re.MULTILINE
)
_OPEN: Final = late(r"\{\{|\{%|\$\{")
_FILTER: Final = late(
    r"\{\{-?\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)')\s*\|(?P<filters>[\w\s|]+?)-?\}\}(?P<rest>[^{}]*)"
)
_FOREIGN: Final = late(r"\{%-?\s*(?:post_url|link|post_path|post_link|asset_path)\s|\{\{[<%]")
_CONSTANT: Final = late(r"\{\{-?\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)')\s*-?\}\}(?P<rest>[^{}]*)")
_POST_PATH: Final = late(
    r"\{%-?\s*post_path\s+[\"']?(?P<slug>[^%\"']+?)[\"']?\s*-?%\}(?P<rest>[^{}]*)"
)
