"""Which scheme of heading ids a site has, by its preset and its generator's configuration."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, Final, Literal, NamedTuple

from blint.reading.document import Heading
from blint.site.generators.astro.config import has_unknown_plugins, is_smart
from blint.site.generators.hexo.config import PACKAGES
from blint.site.generators.hexo.slugs import hexo_slug
from blint.site.headings import slugs
from blint.site.headings.python_markdown import brings_ids, extensions_of, has_toc, toc_slugger
from blint.site.headings.texts import (
    astro_text,
    described_text,
    hexo_plain_text,
    hexo_text,
    hugo_plain_text,
    hugo_text,
    kramdown_text,
    one_line_text,
    plain_text,
    sourced_text,
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
    text of a heading, as written, less than certain. `levels` are those of headings that have an
    id. `entities` tells whether entities and escapes count as what they stand for (`read`), as they
    are written (`source`), or nobody knows how. `unique`: no page can have one id twice in lists of
    attributes, `alone`: nor in HTML. `first` is the number of a repeated slug. `raw` tells whether
    headings in raw HTML without an id are given one; None: not known. `brings` finds what has ids
    that it does not show. `inner` is the scheme of headings in blocks of HTML, where that is
    another. `tight`: a heading needs no space after its marks.
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
    levels: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    entities: Literal["", "read", "source"] = ""
    unique: bool = False
    first: int = 1
    alone: bool = False
    raw: bool | None = None
    brings: re.Pattern[str] | None = None
    inner: Scheme | None = None
    tight: bool = False


@cache
def scheme_of(settings: Settings) -> Scheme | None:
    """The scheme of a site, or None where it is not known to the letter."""
    make = SCHEMES.get(settings.preset.heading_ids)
    if make is None or settings.preset.name in _BY_PATTERN:
        return None
    if settings.preset.name == "pelican" and not settings.generator:
        return None
    return make(settings.generator)


def has_attribute_lists(settings: Settings) -> bool:
    """Whether `{#id}` may mean something, as far as the configuration tells."""
    if settings.generator.get("attrs") is False:
        return False
    if settings.preset.heading_ids == "astro" and settings.generator:
        return has_unknown_plugins(settings.generator)
    if settings.preset.heading_ids == "hugo" and settings.generator:
        return False  # `hugo_anchors` knows where they mean something
    if settings.preset.heading_ids == "hexo":
        return scheme_of(settings) is None
    if settings.preset.heading_ids != "mkdocs" or not settings.generator:
        return True
    return not _ATTRIBUTE_EXTENSIONS.isdisjoint(extensions_of(settings.generator))


def drops_html(settings: Settings) -> bool:
    """Whether the generator leaves raw HTML out, as Hugo does unless told otherwise."""
    if settings.preset.name == "eleventy":
        return settings.generator.get("html") is False
    if settings.preset.name != "hugo" or not settings.generator:
        return False
    return _at(settings.generator, "markup", "goldmark", "renderer", "unsafe") is not True


def _rehype_scheme(_config: Mapping[str, Any]) -> Scheme:
    return Scheme(plain_text, slugs.github_slug)


def _astro_scheme(config: Mapping[str, Any]) -> Scheme | None:
    if has_unknown_plugins(config):
        return None
    return Scheme(astro_text if is_smart(config) else sourced_text, slugs.github_slug, raw=False)


def _docusaurus_scheme(config: Mapping[str, Any]) -> Scheme | None:
    keeps_case = config.get("maintainCase")
    if not isinstance(keeps_case, bool | None):
        return None
    return Scheme(
        described_text,
        slugs.github_slug_in_case if keeps_case else slugs.github_slug,
        lambda words: words.startswith(("#", "/*")),
        title=False,
        unclear=_SPACED_ID,
        entities="read",
        raw=False,
    )


def _hugo_scheme(config: Mapping[str, Any]) -> Scheme | None:
    parser = _at(config, "markup", "goldmark", "parser")
    typographer = _at(config, "markup", "goldmark", "extensions", "typographer")
    handler = _at(config, "markup", "defaultMarkdownHandler")
    kind = _at(parser, "autoIDType") or _at(parser, "autoHeadingIDType") or "github"
    slug = _HUGO_SLUGS.get(kind) if isinstance(kind, str) else None
    read = _HUGO_TEXTS.get(str(_is_off(typographer)))
    if slug is None or read is None or handler not in {None, "goldmark"}:
        return None
    has_lists = _at(parser, "attribute", "title") is not False
    return Scheme(
        read,
        slug,
        lambda words: has_lists and words[0] != ":",
        remembers=True,
        unclear=_PARTS,
        raw=False,
        brings=_NOTHING,
        levels=() if _at(parser, "autoHeadingID") is False else Scheme._field_defaults["levels"],
    )


def _jekyll_scheme(config: Mapping[str, Any]) -> Scheme | None:
    kramdown = config.get("kramdown")
    options = kramdown if isinstance(kramdown, Mapping) else {}
    engine, kind = config.get("markdown", "kramdown"), str(options.get("input", "GFM")).upper()
    if engine not in {"kramdown", "Kramdown"} or kind not in {"GFM", "KRAMDOWN"}:
        return None
    if options.get("auto_id_stripping") or options.get("transliterated_header_ids"):
        return None
    prefix = str(options.get("auto_id_prefix") or "")
    if options.get("auto_ids") is False:
        prefix = "\0"
    inner = Scheme(
        one_line_text,
        partial(_kramdown_id, slugs.kramdown_source_slug, prefix),
        lambda words: _KRAMDOWN_ID.fullmatch(words) is not None,
        counts=True,
        empty=False,
        unclear=_SOURCE,
        tight=kind == "KRAMDOWN",
    )
    if kind == "KRAMDOWN":
        return inner._replace(inner=inner)
    is_plain = "no_auto_typographic" in str(options.get("gfm_quirks"))
    return inner._replace(
        read=one_line_text if is_plain else kramdown_text,
        slug=partial(_kramdown_id, slugs.kramdown_slug, prefix),
        unclear=_TIGHT,
        inner=inner,
    )


def _kramdown_id(slug: Callable[[str], str], prefix: str, text: str) -> str:
    """A slug with the prefix of the configuration; a prefix of NUL: there are none."""
    found = slug(text)
    return prefix + found if found and prefix != "\0" else ""


def _mkdocs_scheme(config: Mapping[str, Any]) -> Scheme | None:
    extensions = frozenset(extensions_of(config))
    slug = toc_slugger(config)
    if slug is None:
        return None
    has_lists = not config or not extensions.isdisjoint(_ATTRIBUTE_EXTENSIONS)
    return Scheme(
        one_line_text if extensions <= _KNOWN_EXTENSIONS else _one_plain_line,
        slug,
        lambda _: has_lists,
        separator="_",
        remembers=True,
        reserves=True,
        unclear=_TIGHT,
        raw=False,
        brings=brings_ids(config),
        levels=Scheme._field_defaults["levels"] if has_toc(config) else (),
    )


def _one_plain_line(heading: Heading, tail: str) -> str | None:
    text = one_line_text(heading, tail)
    return None if text is None or _EXTENDED.search(text) else text


def _markdown_it_scheme(config: Mapping[str, Any]) -> Scheme | None:
    from blint.site.headings.markdown_it_schemes import scheme_for

    return scheme_for(config)


def _hexo_scheme(config: Mapping[str, Any]) -> Scheme | None:
    packages = config.get(PACKAGES)
    if any(key in config for key in ("markdown", "kramed", "pandoc", "markdown_it_plus")):
        return None
    if packages is not None and "hexo-renderer-marked" not in packages:
        return None
    marked = config.get("marked")
    options = marked if isinstance(marked, Mapping) else {}
    smart, case = options.get("smartypants", True), options.get("modifyAnchors", 0)
    if not (isinstance(smart, bool) and isinstance(case, int)) or options.get("anchorAlias"):
        return None
    return Scheme(
        hexo_text if smart else hexo_plain_text,
        partial(_hexo_slug, int(case)),
        counts=True,
        unclear=_TILDES,
        levels=() if options.get("headerIds") is False else Scheme._field_defaults["levels"],
        raw=False,
    )


def _hexo_slug(case: int, text: str) -> str:
    return hexo_slug(text, case)


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
    "vitepress": _markdown_it_scheme,
    "eleventy": _markdown_it_scheme,
    "hexo": _hexo_scheme,
    "zola": _zola_scheme,
}

_HUGO_TEXTS: Final[Mapping[str, Callable[[Heading, str], str | None]]] = {
    "False": hugo_text,
    "True": hugo_plain_text,
}
_HUGO_SLUGS: Final[Mapping[str, Callable[[str], str]]] = {
    "github": slugs.goldmark_slug,
    "github-ascii": slugs.goldmark_ascii_slug,
    "blackfriday": slugs.blackfriday_slug,
}
_NOTHING: Final = re.compile("(?!)")
_SPACED_ID: Final = re.compile(r"\{#[^{}]*\s")
_TIGHT: Final = re.compile(r"[^\s{]\{[^{}]*\}\s*$")
_TILDES: Final = re.compile(r"\w~\w")
# Hugo takes the first piece of a link's or an image's text, and typography makes pieces.
_PARTS: Final = re.compile(r"\[[^\]]*(?:[*_`'\"~<\\]|--|\.\.)[^\]]*\][(\[]|\w~\w")
# Sites that choose their own plugins: what ids they have is a guess.
_BY_PATTERN: Final = frozenset(("plain", "next"))
_KRAMDOWN_ID: Final = re.compile(r"#[^\W\d][\w:.-]*")
# What kramdown makes ids of where it reads the source, and blint the text.
_SOURCE: Final = re.compile(r"[\[\]<>\\]|&\w|[^\s{]\{[^{}]*\}\s*$")
_ATTRIBUTE_EXTENSIONS: Final = frozenset(("attr_list", "extra", "pymdownx.extra"))
# Extensions that leave the text of headings as it is.
_KNOWN_EXTENSIONS: Final = _ATTRIBUTE_EXTENSIONS | {
    *("abbr", "admonition", "def_list", "fenced_code", "footnotes", "md_in_html", "meta", "tables"),
    *("toc", "codehilite", "nl2br", "sane_lists", "pymdownx.details", "pymdownx.highlight"),
    *("pymdownx.inlinehilite", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed"),
    *("pymdownx.tasklist", "pymdownx.betterem", "pymdownx.blocks.caption"),
}
_EXTENDED: Final = re.compile(r":\w|[$+=^~|{]|\([a-z]+\)|->|<-|\d/\d")


def _at(config: object, *keys: str) -> object:
    """The value under keys in nested tables, whatever their case; None where there is none."""
    found: object = config
    for key in keys:
        if not isinstance(found, Mapping):
            return None
        found = next((v for k, v in found.items() if str(k).lower() == key.lower()), None)
    return found


def _is_off(typographer: object) -> bool | None:
    """Whether Hugo's smart punctuation is off; None where it is changed."""
    if not isinstance(typographer, Mapping):
        return typographer is False
    if _at(typographer, "disable") is True:
        return True
    return None if set(map(str.lower, map(str, typographer))) - {"disable"} else False
