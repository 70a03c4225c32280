"""What a Jekyll configuration says of addresses, drawn up once for each site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import Any, Final

import msgspec

from blint.late import late
from blint.site.generators.jekyll.dates import zone_named
from blint.site.generators.jekyll.defaults import Defaults, defaults_of
from blint.site.generators.jekyll.filter import EntryFilter
from blint.site.routing.model import Layout


class Collection(msgspec.Struct, frozen=True):
    """A collection; `template` is the address of its documents, `output`: they have one."""

    label: str
    output: bool
    template: str


class Plan(msgspec.Struct, frozen=True, eq=False):
    """What decides on the addresses of one site.

    `root` is the folder of its sources (empty, or ending in `/`), `moved` that of its collections,
    relative to it. `suffix` ends the address of a page. `plugins` are those that are known to be
    there; `unseen`: there is other code, which may make pages of its own. `shared`: others of the
    author's projects may be published below folders of the same host, as GitHub Pages has it.
    `tags_lack_base`: an older Jekyll may build the site, whose tags do not bring the base path.
    """

    root: str
    base: str
    moved: str
    entries: EntryFilter
    collections: Mapping[str, Collection]
    suffix: str
    defaults: Defaults
    plugins: frozenset[str]
    unseen: bool
    shared: bool
    tags_lack_base: bool
    zone: tzinfo | None
    markdown: tuple[str, ...]
    config: Mapping[str, Any]
    telling: frozenset[str]

    def option(self, *keys: str) -> Any:
        """The value under keys in nested tables of the configuration; None where there is none."""
        found: Any = self.config
        for key in keys:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def is_on(self, key: str) -> bool:
        """Whether a switch of the configuration is on."""
        return self.config.get(key) is True

    def has(self, plugin: str) -> bool:
        """Whether a plugin runs, as far as its own options let it."""
        return plugin in self.plugins


def plan_of(layout: Layout) -> Plan:
    """The plan of a site, which is drawn up once where the layout is that of a run."""
    return layout.made if isinstance(layout.made, Plan) else draw_up(layout)


def draw_up(layout: Layout) -> Plan:
    """The plan of a site, from its configuration; values of the wrong kind count for nothing."""
    config = layout.config
    style = config.get("permalink")
    style = style if isinstance(style, str) and style else "date"
    moved = _folder(config.get("collections_dir"))
    plugins = frozenset(_plugins(layout))
    on_github = _is_on_github(layout, plugins)
    return Plan(
        root=layout.site + _folder(config.get("source")),
        base=layout.base,
        moved=moved,
        entries=EntryFilter(config),
        collections={one.label: one for one in _collections(config, style)},
        suffix=_suffix(style),
        defaults=defaults_of(config.get("defaults"), moved),
        plugins=plugins | _OF_GITHUB if on_github else plugins,
        unseen=not plugins <= _KNOWN
        or any(name.endswith(".rb") for name in layout.telling)
        or ("jekyll-archives" in plugins and not _has_usual_archives(config)),
        shared=not layout.base and (on_github or ".github.io" in str(config.get("url"))),
        tags_lack_base=not _is_new(layout, plugins),
        zone=zone_named(config.get("timezone")),
        markdown=tuple(f".{one}" for one in _markdown(config.get("markdown_ext"))),
        config=config,
        telling=frozenset(layout.telling),
    )


def _folder(value: object) -> str:
    """A folder of the configuration, relative to the site: empty, or ending in `/`."""
    parts = [part for part in str(value or "").split("/") if part not in {"", "."}]
    return "/".join((*parts, "")) if isinstance(value, str) and ".." not in parts else ""


def _markdown(value: object) -> list[str]:
    text = value if isinstance(value, str) else "markdown,mkdown,mkdn,mkd,md"
    return [name for one in text.split(",") if (name := one.strip().lower())]


def _collections(config: Mapping[str, Any], style: str) -> Iterator[Collection]:
    given = config.get("collections")
    tables: Mapping[Any, Any] = given if isinstance(given, Mapping) else {}
    if isinstance(given, list):
        tables = dict.fromkeys(map(str, given))
    default = "/:collection/:path" + _suffix(style)
    for label, table in {"posts": None, **tables}.items():
        options = table if isinstance(table, Mapping) else {}
        template = options.get("permalink")
        if not isinstance(template, str):
            template = _STYLES.get(style, style) if label == "posts" else default
        yield Collection(str(label), label == "posts" or options.get("output") is True, template)


def _suffix(style: str) -> str:
    """The end of the address of what is no post, by the style of posts."""
    if style in {"date", "ordinal", "none"} or style.endswith(":output_ext"):
        return ":output_ext"
    return "/" if style == "pretty" or style.endswith("/") else ""


def _plugins(layout: Layout) -> Iterator[str]:
    for key in ("plugins", "gems"):
        given = layout.config.get(key)
        for one in given if isinstance(given, list) else [given]:
            if isinstance(one, str):
                yield one
    gems = layout.data.get(f"{layout.site}Gemfile", {}).get("text")
    yield from _gems(gems) if isinstance(gems, str) else ()


def _gems(text: str) -> Iterator[str]:
    """The plugins that a `Gemfile` brings: those of one group, which nobody has to name again."""
    for group in _GROUP.finditer(text):
        yield from _GEM.findall(group[0])
    for line in text.splitlines():
        if ":jekyll_plugins" in line or "github-pages" in line:
            yield from _GEM.findall(line)


def _has_usual_archives(config: Mapping[str, Any]) -> bool:
    options = config.get("jekyll-archives")
    return isinstance(options, Mapping) and "enabled" in options


def _is_new(layout: Layout, plugins: frozenset[str]) -> bool:
    """Whether Jekyll 4 builds the site: GitHub Pages, with an older one, has few plugins."""
    gems = layout.data.get(f"{layout.site}Gemfile", {}).get("text")
    version = _VERSION.search(gems) if isinstance(gems, str) else None
    if version is not None:
        return int(version[1]) >= 4
    return not all(one in _ON_GITHUB or one.startswith("jekyll-theme-") for one in plugins)


def _is_on_github(layout: Layout, plugins: frozenset[str]) -> bool:
    """Whether the site shows that GitHub Pages builds it, with plugins that nobody has to name."""
    theme = layout.config.get("theme")
    return (
        "github-pages" in plugins
        or "remote_theme" in layout.config
        or (isinstance(theme, str) and theme in _THEMES_OF_GITHUB)
        or f"{layout.site}CNAME" in layout.telling
    )


# Those that GitHub Pages has; other themes are gems that a site brings itself.
_THEMES_OF_GITHUB: Final = frozenset(
    f"jekyll-theme-{name}"
    for name in (
        *("architect", "cayman", "dinky", "hacker", "leap-day", "merlot", "midnight", "minimal"),
        *("modernist", "primer", "slate", "tactile", "time-machine"),
    )
)
_GROUP: Final = late(
    r"^[ \t]*group\b[^\n]*:jekyll_plugins\b.*?^[ \t]*end\b", re.MULTILINE | re.DOTALL
)
_VERSION: Final = late(r"^[ \t]*gem[ \t(]+[\"']jekyll[\"'][ \t]*,[^\n\d]*(\d+)", re.MULTILINE)
_GEM: Final = late(r"^[ \t]*gem[ \t(]+[\"']([\w./-]+)[\"']", re.MULTILINE)
_STYLES: Final = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_OF_GITHUB: Final = frozenset(
    (
        *("jekyll-relative-links", "jekyll-optional-front-matter", "jekyll-readme-index"),
        "jekyll-paginate",
    )
)
_ON_GITHUB: Final = _OF_GITHUB | {
    *("github-pages", "jekyll-avatar", "jekyll-coffeescript", "jekyll-commonmark-ghpages"),
    *("jekyll-default-layout", "jekyll-feed", "jekyll-gist", "jekyll-github-metadata"),
    *("jekyll-include-cache", "jekyll-mentions", "jekyll-octicons", "jekyll-redirect-from"),
    *("jekyll-remote-theme", "jekyll-seo-tag", "jekyll-sitemap", "jekyll-titles-from-headings"),
    "jemoji",
}
# Plugins that make no pages, or those that are known here.
_KNOWN: Final = _OF_GITHUB | {
    *("github-pages", "jekyll", "jekyll-admin", "jekyll-archives", "jekyll-asciidoc"),
    *("jekyll-avatar", "jekyll-commonmark", "jekyll-commonmark-ghpages"),
    *("jekyll-compose", "jekyll-default-layout", "jekyll-feed", "jekyll-gist"),
    *("jekyll-github-metadata", "jekyll-include-cache", "jekyll-katex", "jekyll-last-modified-at"),
    *("jekyll-loading-lazy", "jekyll-mentions", "jekyll-minifier", "jekyll-paginate"),
    *("jekyll-redirect-from", "jekyll-remote-theme", "jekyll-sass-converter", "jekyll-seo-tag"),
    *("jekyll-sitemap", "jekyll-spaceship", "jekyll-swiss", "jekyll-target-blank"),
    *("jekyll-textile-converter", "jekyll-titles-from-headings", "jekyll-toc", "jekyll-watch"),
    *("jekyll-theme-cayman", "jemoji", "kramdown-parser-gfm", "kramdown-math-katex"),
}
