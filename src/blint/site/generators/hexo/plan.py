"""What Hexo's configuration says of addresses, with Hexo's defaults (8.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from blint.site.configs.once import once
from blint.site.generators.hexo.packages import (
    FILES,
    is_open,
    moves_posts,
    outputs,
    packages_of,
)
from blint.site.globs import Test, matcher
from blint.site.routing.model import Layout


class Plan(NamedTuple):
    """The configuration of a site.

    `source` is the folder of its sources (ending in `/`), `base` the path it is served below.
    `file_name` is what files of posts are called, None where any name will do. `makers` are the
    generators that run, `folders` those of their pages, `sizes` how many posts a page of a list
    holds (0: all), all by name: `index`, `archive`, `tag`, `category`. `periods` are the parts of
    a date that archives are made of. `marked` None: another program reads Markdown. `open` tells
    whether plugins may make any page, `open_images` whether they read images in posts.
    """

    source: str
    base: str
    permalink: str
    defaults: Mapping[str, str]
    file_name: re.Pattern[str] | None
    extension: str
    asset_folder: bool
    marked: Mapping[str, Any] | None
    relative: bool
    drafts: bool
    future: bool
    timezone: str
    makers: frozenset[str]
    folders: Mapping[str, str]
    sizes: Mapping[str, int]
    periods: tuple[str, ...]
    numbered: re.Pattern[str]
    tag_names: Mapping[str, str]
    category_names: Mapping[str, str]
    case: int
    category: str
    skip: Test
    include: Test
    exclude: Test
    outputs: Mapping[str, str]
    aliases: tuple[str, ...]
    fixed: tuple[str, ...]
    theme: str
    open: bool
    open_images: bool


def is_known(layout: Layout) -> bool:
    """Whether addresses follow from the configuration: no script of the site's own has a say."""
    config = layout.config
    if any(name.endswith(".js") for name in layout.telling):
        return False
    if not isinstance(config.get("permalink", ""), str):
        return False
    packages = packages_of(config)
    return not any(map(moves_posts, packages))


@once
def plan_of(layout: Layout) -> Plan:
    """The configuration of a site, read once."""
    config = layout.config
    packages = packages_of(config)
    file_name = _text(config, "new_post_name", ":title.md")
    stem, dot, extension = file_name.rpartition(".")
    page = re.escape(_text(config, "pagination_dir", "page").strip("/"))
    makers = frozenset(_makers(config, packages))
    theme = _text(config, "theme", "")
    return Plan(
        source=layout.content[-1][0] if layout.content else f"{layout.site}source/",
        base=layout.base,
        permalink=_text(config, "permalink", ":year/:month/:day/:title/"),
        defaults=_table(config, "permalink_defaults"),
        file_name=_file_name(stem if dot else file_name),
        extension=f".{extension}" if dot else "",
        asset_folder=config.get("post_asset_folder") is True,
        marked=_marked(config, packages),
        relative=config.get("relative_link") is True,
        drafts=config.get("render_drafts") is True,
        future=config.get("future") is not False,
        timezone=_text(config, "timezone", ""),
        makers=makers,
        folders={
            "archive": _text(config, "archive_dir", "archives").strip("/"),
            "tag": _text(config, "tag_dir", "tags").strip("/"),
            "category": _text(config, "category_dir", "categories").strip("/"),
        },
        sizes={name: _size(config, name) for name in ("index", "archive", "tag", "category")},
        periods=tuple(_periods(config)),
        numbered=re.compile(rf"(?P<list>(?:.*/)?){page}/(?P<number>\d+)/"),
        tag_names=_table(config, "tag_map"),
        category_names=_table(config, "category_map"),
        case=_case(config.get("filename_case")),
        category=_text(config, "default_category", "uncategorized"),
        skip=matcher(_globs(config, "skip_render")),
        include=matcher(_globs(config, "include")),
        exclude=matcher([*_globs(config, "exclude"), *_globs(config, "ignore")]),
        outputs=dict(outputs(packages)),
        aliases=tuple(_table(config, "alias")) if "alias" in makers else (),
        fixed=tuple(_fixed(config, packages, makers)),
        theme=f"{layout.site}themes/{theme}/source/",
        open=any(map(is_open, packages)),
        open_images=any("image" in name or "asset" in name for name in packages),
    )


def _text(config: Mapping[str, Any], name: str, default: str) -> str:
    value = config.get(name)
    return value if isinstance(value, str) else default


def _table(config: Mapping[str, Any], name: str) -> dict[str, str]:
    value = config.get(name)
    table = value if isinstance(value, Mapping) else {}
    return {str(key): str(one) for key, one in table.items()}


def _globs(config: Mapping[str, Any], name: str) -> list[str]:
    value = config.get(name)
    items = value if isinstance(value, list) else [value]
    return [item.removeprefix("source/") for item in items if isinstance(item, str)]


def _options(config: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = config.get(f"{name}_generator")
    return value if isinstance(value, Mapping) else {}


def _size(config: Mapping[str, Any], name: str) -> int:
    common = config.get("per_page")
    value = _options(config, name).get("per_page", 10 if common is None else common)
    return value if isinstance(value, int) else 10


def _case(value: object) -> int:
    return value if isinstance(value, int) else 0


def _file_name(pattern: str) -> re.Pattern[str] | None:
    """The expression for the path of a post's file; None where it is its slug as it stands."""
    if pattern == ":title":
        return None
    parts = re.split(r":(\w+)", pattern)
    names: set[str] = set()
    for at in range(0, len(parts), 2):
        parts[at] = re.escape(parts[at])
    for at in range(1, len(parts), 2):
        name, form = parts[at], _FORMS.get(parts[at], ".+?")
        parts[at] = f"(?:{form})" if name in names else f"(?P<{name}>{form})"
        names.add(name)
    try:
        return re.compile("".join(parts))
    except re.error:
        return re.compile("(?!)")


def _makers(config: Mapping[str, Any], packages: frozenset[str]) -> Iterator[str]:
    for name in ("index", "archive", "tag", "category", "alias"):
        if f"hexo-generator-{name}" in packages and _options(config, name).get("enabled", True):
            yield name


def _periods(config: Mapping[str, Any]) -> Iterator[str]:
    options = _options(config, "archive")
    if options.get("yearly", True) is not False:
        yield "%Y"
        if options.get("monthly", True) is not False:
            yield "%Y/%m"
            if options.get("daily", False) is True:
                yield "%Y/%m/%d"


def _marked(config: Mapping[str, Any], packages: frozenset[str]) -> Mapping[str, Any] | None:
    if "hexo-renderer-marked" not in packages:
        return None
    value = config.get("marked")
    return value if isinstance(value, Mapping) else {}


def _fixed(
    config: Mapping[str, Any], packages: frozenset[str], makers: frozenset[str]
) -> Iterator[str]:
    """Pages of names that are always the same."""
    if "tag" in makers and _options(config, "tag").get("enable_index_page") is True:
        yield f"{_text(config, 'tag_dir', 'tags').strip('/')}/index.html"
    for package, key, files in FILES:
        if package in packages:
            options = config.get(key)
            path = options.get("path") if isinstance(options, Mapping) else None
            paths = path if isinstance(path, list) else [path]
            yield from (one.strip("/") for one in paths if isinstance(one, str))
            yield from files


_FORMS: Final = {
    **dict.fromkeys(("year",), r"\d{4}"),
    **dict.fromkeys(("month", "day"), r"\d{2}"),
    **dict.fromkeys(("i_month", "i_day"), r"\d{1,2}"),
    "hash": "[0-9a-f]{12}",
}
