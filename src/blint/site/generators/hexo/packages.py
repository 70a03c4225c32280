"""The plugins of Hexo: what they render, what they make, and which of them change addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from blint.site.generators.hexo.config import PACKAGES


def packages_of(config: Mapping[str, Any]) -> frozenset[str]:
    """The packages of a site; those of a new one where none are listed."""
    found = config.get(PACKAGES)
    return frozenset(_USUAL if found is None else found)


def outputs(packages: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What becomes of files by their extensions: those that a renderer takes."""
    yield from _RENDERED.items()
    for package, extensions, output in _RENDERERS:
        if package in packages or (output == "html" and package == "md" and _MARKDOWN & packages):
            yield from dict.fromkeys(extensions, output).items()


def moves_posts(package: str) -> bool:
    """Whether a plugin gives posts addresses of its own."""
    return any(word in package for word in ("permalink", "abbrlink", "i18n", "multiling"))


def is_open(package: str) -> bool:
    """Whether a plugin may make pages that are not known."""
    if package.startswith("hexo-generator-"):
        return package not in _KNOWN_GENERATORS
    if package in _PLAIN_THEMES:
        return False
    return package.startswith(("hexo-theme-", "hexo-plugin-", "hexo-butterfly-", "hexo-admin"))


_USUAL: Final = (
    *("hexo", "hexo-generator-archive", "hexo-generator-category", "hexo-generator-index"),
    *("hexo-generator-tag", "hexo-renderer-ejs", "hexo-renderer-marked", "hexo-renderer-stylus"),
)
"""The packages of a new site."""
_MARKDOWN: Final = frozenset(
    f"hexo-renderer-{name}"
    for name in (
        *("marked", "markdown-it", "markdown-it-plus", "kramed", "pandoc", "multi-markdown-it"),
        *("commonmark", "remarkable", "markdown-it-katex", "unified"),
    )
)
_RENDERED: Final = {
    **dict.fromkeys(("htm", "html", "njk", "j2"), "html"),
    **dict.fromkeys(("json", "yml", "yaml"), "json"),
    "css": "css",
    "js": "js",
}
_RENDERERS: Final = (
    ("md", ("md", "markdown", "mkd", "mkdn", "mdwn", "mdtxt", "mdtext"), "html"),
    ("hexo-renderer-ejs", ("ejs",), "html"),
    ("hexo-renderer-pug", ("pug",), "html"),
    ("hexo-renderer-jade", ("jade",), "html"),
    ("hexo-renderer-swig", ("swig",), "html"),
    ("hexo-renderer-stylus", ("styl", "stylus"), "css"),
    ("hexo-renderer-less", ("less",), "css"),
    ("hexo-renderer-sass", ("scss", "sass"), "css"),
    ("hexo-renderer-scss", ("scss", "sass"), "css"),
    ("hexo-renderer-dartsass", ("scss", "sass"), "css"),
)
# Themes that make no pages of their own.
_PLAIN_THEMES: Final = frozenset(f"hexo-theme-{name}" for name in ("landscape", "next", "cactus"))
_KNOWN_GENERATORS: Final = frozenset(
    f"hexo-generator-{name}"
    for name in (
        *("index", "archive", "category", "tag", "alias", "feed", "sitemap", "baidu-sitemap"),
        *(
            "search",
            "searchdb",
            "json-content",
            "robotstxt",
            "cname",
            "nojekyll",
            "seo-friendly-sitemap",
        ),
        *("index-pin-top", "index-plus", "better-sitemap"),
    )
)
FILES: Final = (
    ("hexo-generator-feed", "feed", ("atom.xml", "rss2.xml")),
    ("hexo-generator-sitemap", "sitemap", ("sitemap.xml", "sitemap.txt")),
    ("hexo-generator-baidu-sitemap", "baidusitemap", ("baidusitemap.xml",)),
    ("hexo-generator-search", "search", ("search.xml", "search.json")),
    ("hexo-generator-searchdb", "search", ("search.xml", "search.json")),
    ("hexo-generator-json-content", "jsonContent", ("content.json",)),
    ("hexo-generator-robotstxt", "robotstxt", ("robots.txt",)),
    ("hexo-generator-cname", "cname", ("CNAME",)),
)
"""Plugins, their options in the configuration, and the files that they make."""
