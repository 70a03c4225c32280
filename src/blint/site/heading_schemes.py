"""Which scheme of heading ids a site has, by its preset and its generator's configuration."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from blint.reading.document import Heading
from blint.site import heading_slugs as slugs
from blint.site.heading_texts import (
    astro_text,
    described_text,
    hexo_text,
    hugo_text,
    kramdown_text,
    one_line_text,
    plain_text,
    vitepress_text,
)
from blint.site.settings import Settings


class Scheme(NamedTuple):
    """How one generator makes ids.

    `read` gives the text that the id is made of, or None where it is not certain; `slug` the id,
    or None likewise. `written` tells whether an attribute list with an id, as it stands at a
    heading's end, is understood. `separator` stands before a number. `remembers`: a written id
    is known to later headings; `reserves`: to all. `counts`: the number tells how often the slug
    was there, whether or not that id is taken. `empty`: a heading without letters has an id,
    which is a number. `title`: a heading of level one has an id. `unclear` finds what makes the
    text of a heading, as written, less than certain.
    """

    read: Callable[[Heading, str], str | None]
    slug: Callable[[str], str | None]
    written: Callable[[str], bool] = lambda _: False
    separator: str = "-"
    remembers: bool = False
    reserves: bool = False
    counts: bool = False
    empty: bool = True
    title: bool = True
    unclear: re.Pattern[str] | None = None


def scheme_of(settings: Settings) -> Scheme | None:
    """The scheme of a site, or None where it is not known to the letter."""
    make = SCHEMES.get(settings.preset.heading_ids)
    if make is None or settings.preset.name in _BY_PATTERN:
        return None
    return make(settings.generator)


def has_attribute_lists(settings: Settings) -> bool:
    """Whether `{#id}` may mean something; only MkDocs' configuration can rule it out."""
    if settings.preset.heading_ids != "mkdocs" or not settings.generator:
        return True
    extensions = _extensions(settings.generator)
    return not extensions.isdisjoint(_ATTRIBUTE_EXTENSIONS)


def drops_html(settings: Settings) -> bool:
    """Whether the generator leaves raw HTML out, as Hugo does unless told otherwise."""
    if settings.preset.name != "hugo" or not settings.generator:
        return False
    return _at(settings.generator, "markup", "goldmark", "renderer", "unsafe") is not True


def _rehype_scheme(_config: Mapping[str, Any]) -> Scheme:
    return Scheme(plain_text, slugs.github_slug)


def _astro_scheme(_config: Mapping[str, Any]) -> Scheme:
    return Scheme(astro_text, slugs.github_slug)


def _docusaurus_scheme(_config: Mapping[str, Any]) -> Scheme:
    return Scheme(
        described_text,
        slugs.github_slug,
        lambda words: words[0] == "#",
        title=False,
        unclear=_SPACED_ID,
    )


def _hugo_scheme(config: Mapping[str, Any]) -> Scheme | None:
    parser = _at(config, "markup", "goldmark", "parser")
    parser = parser if isinstance(parser, Mapping) else {}
    typographer = _at(config, "markup", "goldmark", "extensions", "typographer")
    kind = parser.get("autoIDType", parser.get("autoHeadingIDType", "github"))
    slug = _HUGO_SLUGS.get(kind) if isinstance(kind, str) else None
    is_usual = parser.get("autoHeadingID", True) is True and not _is_off(typographer)
    if slug is None or not is_usual or _at(config, "markup", "defaultMarkdownHandler"):
        return None
    return Scheme(hugo_text, slug, lambda words: words[0] != ":", remembers=True, unclear=_PARTS)


def _jekyll_scheme(config: Mapping[str, Any]) -> Scheme | None:
    kramdown = config.get("kramdown")
    options = kramdown if isinstance(kramdown, Mapping) else {}
    engine = config.get("markdown", "kramdown")
    if engine not in {"kramdown", "Kramdown"} or not _KRAMDOWN_IDS.isdisjoint(options):
        return None
    if str(options.get("input", "GFM")).upper() != "GFM":
        return None
    return Scheme(
        kramdown_text,
        slugs.kramdown_slug,
        lambda words: words[0] == "#" and " " not in words,
        counts=True,
        empty=False,
        unclear=_TIGHT,
    )


def _mkdocs_scheme(config: Mapping[str, Any]) -> Scheme | None:
    extensions = _extensions(config)
    if _toc_options(config) & {"slugify", "separator", "slugify_function", "toc_depth"}:
        return None
    has_lists = not config or not extensions.isdisjoint(_ATTRIBUTE_EXTENSIONS)
    return Scheme(
        one_line_text if extensions <= _KNOWN_EXTENSIONS else _one_plain_line,
        slugs.python_markdown_slug,
        lambda _: has_lists,
        separator="_",
        remembers=True,
        reserves=True,
        unclear=_TIGHT,
    )


def _one_plain_line(heading: Heading, tail: str) -> str | None:
    text = one_line_text(heading, tail)
    return None if text is None or _EXTENDED.search(text) else text


def _vitepress_scheme(_config: Mapping[str, Any]) -> Scheme:
    return Scheme(vitepress_text, slugs.mdit_vue_slug, lambda _: True, remembers=True)


def _hexo_scheme(config: Mapping[str, Any]) -> Scheme | None:
    if any(key in config for key in ("marked", "markdown", "kramed", "pandoc", "markdown_it_plus")):
        return None
    return Scheme(hexo_text, slugs.hexo_slug, counts=True, unclear=_TILDES)


def _zola_scheme(config: Mapping[str, Any]) -> Scheme | None:
    if _at(config, "slugify", "anchors") not in {None, "on"}:
        return None
    return Scheme(
        described_text, slugs.zola_slug, lambda w: w[0] != ":", remembers=True, reserves=True
    )


SCHEMES: Final[Mapping[str, Callable[[Mapping[str, Any]], Scheme | None]]] = {
    "rehype": _rehype_scheme,
    "astro": _astro_scheme,
    "docusaurus": _docusaurus_scheme,
    "hugo": _hugo_scheme,
    "jekyll_gfm": _jekyll_scheme,
    "mkdocs": _mkdocs_scheme,
    "vitepress": _vitepress_scheme,
    "hexo": _hexo_scheme,
    "zola": _zola_scheme,
}

_HUGO_SLUGS: Final[Mapping[str, Callable[[str], str]]] = {
    "github": slugs.goldmark_slug,
    "github-ascii": slugs.goldmark_ascii_slug,
    "blackfriday": slugs.blackfriday_slug,
}
_SPACED_ID: Final = re.compile(r"\{#[^{}]*\s")
_TIGHT: Final = re.compile(r"[^\s{]\{[^{}]*\}\s*$")
_TILDES: Final = re.compile(r"\w~\w")
# Hugo takes the first piece of a link's or an image's text, and typography makes pieces.
_PARTS: Final = re.compile(r"\[[^\]]*(?:[*_`'\"~<\\]|--|\.\.)[^\]]*\][(\[]|\w~\w")
# Sites that choose their own plugins: what ids they have is a guess.
_BY_PATTERN: Final = frozenset(("plain", "next"))
_KRAMDOWN_IDS: Final = frozenset(
    ("auto_ids", "auto_id_prefix", "auto_id_stripping", "transliterated_header_ids")
)
_ATTRIBUTE_EXTENSIONS: Final = frozenset(
    (
        "attr_list",
        "extra",
        "markdown.extensions.attr_list",
        "markdown.extensions.extra",
        "pymdownx.extra",
    )
)
# Extensions that leave the text of headings as it is.
_KNOWN_EXTENSIONS: Final = _ATTRIBUTE_EXTENSIONS | {
    *("abbr", "admonition", "def_list", "fenced_code", "footnotes", "md_in_html", "meta", "tables"),
    *("toc", "codehilite", "nl2br", "sane_lists", "pymdownx.details", "pymdownx.highlight"),
    *("pymdownx.inlinehilite", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed"),
    *("pymdownx.tasklist", "pymdownx.betterem", "pymdownx.blocks.caption"),
}
_EXTENDED: Final = re.compile(r":\w|[$+=^~|{]|\([a-z]+\)|->|<-|\d/\d")


def _at(config: Mapping[str, Any], *keys: str) -> object:
    """The value under keys in nested tables, whatever their case; None where there is none."""
    found: object = config
    for key in keys:
        if not isinstance(found, Mapping):
            return None
        found = next((v for k, v in found.items() if str(k).lower() == key.lower()), None)
    return found


def _is_off(typographer: object) -> bool:
    """Whether Hugo's smart punctuation is off, or changed."""
    if isinstance(typographer, Mapping):
        return bool(typographer)
    return typographer is False


def _extensions(config: Mapping[str, Any]) -> frozenset[str]:
    found = config.get("markdown_extensions", ())
    names = found if isinstance(found, Mapping) else []
    for item in found if isinstance(found, list | tuple) else ():
        names = [*names, *(item if isinstance(item, Mapping) else (item,))]
    return frozenset(map(str, names))


def _toc_options(config: Mapping[str, Any]) -> frozenset[str]:
    found = config.get("markdown_extensions", ())
    items = [found] if isinstance(found, Mapping) else found if isinstance(found, list) else []
    for item in items:
        options = item.get("toc") if isinstance(item, Mapping) else None
        if isinstance(options, Mapping):
            return frozenset(map(str, options))
    return frozenset()
