"""The files of a Hexo site beside its posts and pages: copied, rendered, or made by plugins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.late import late
from blint.site.generators.hexo.plan import Plan, plan_of
from blint.site.model import Site
from blint.site.routing.model import Layout
from blint.site.routing.paths import INDEX, names_at


def sources(url: str, layout: Layout) -> Iterator[str]:
    """Files that are copied or rendered, those of the theme among them."""
    plan = plan_of(layout)
    for name in names_at(url, plan.base):
        for file in named(name, layout):
            yield plan.theme + file
            if is_visible(file, plan) and not file.endswith(_PAGES):
                yield plan.source + file
        if is_visible(name, plan) and plan.skip(name):
            yield plan.source + name


def named(name: str, layout: Layout) -> Iterator[str]:
    """The names that a file may have whose output has a name: `data.yml` becomes `data.json`."""
    plan = plan_of(layout)
    if any(part.startswith(("_", ".")) for part in name.split("/")) and not plan.include(name):
        return
    stem, dot, extension = name.rpartition(".")
    if plan.outputs.get(extension, extension) == extension or plan.skip(name):
        yield name
    for other, output in plan.outputs.items() if dot else ():
        if output == extension and other != extension:
            yield f"{stem}.{other}"


def generated(url: str, layout: Layout, site: Site) -> bool:
    """Pages of fixed names, and what themes and plugins make that are not known."""
    plan = plan_of(layout)
    path = url[len(plan.base) + 1 :] if url.startswith(f"{plan.base}/") else None
    if path is None:
        return False
    output = f"{path}{INDEX}" if not path or path.endswith("/") else path
    outputs = {output, f"{output}.html", f"{output}/{INDEX}"}
    if not outputs.isdisjoint((*plan.fixed, *(alias_of(one) for one in plan.aliases))):
        return True
    if plan.open and plan.numbered.fullmatch(url.rstrip("/") + "/") is None:
        return True
    return _is_of_theme(path, plan, site) or _is_deep_asset(path, plan, layout, site)


def numbered(url: str, layout: Layout) -> tuple[str, int] | None:
    """The list that a page like `/page/2/` is of, and how many posts it takes."""
    if not _DIGIT.search(url):
        return None
    plan = plan_of(layout)
    if not url.startswith(f"{plan.base}/"):
        return None
    path = url[len(plan.base) + 1 :].removesuffix(INDEX).rstrip("/")
    match = plan.numbered.fullmatch(f"{path}/")
    if match is None or int(match["number"][:9]) < 2:
        return None
    kind = next(
        (
            name
            for name, folder in plan.folders.items()
            if f"{match['list']}".startswith(f"{folder}/")
        ),
        "index",
    )
    if not plan.sizes[kind] or (kind == "index" and match["list"]):
        return None
    first = f"{plan.base}/{match['list']}{INDEX}"
    return first, (int(match["number"][:9]) - 1) * plan.sizes[kind] + 1


def is_visible(path: str, plan: Plan) -> bool:
    """Whether a file below the source folder, not of a post, is read at all."""
    if path.endswith(("~", "%")) or plan.exclude(path):
        return False
    return plan.include(path) or not any(part.startswith(("_", ".")) for part in path.split("/"))


def _is_of_theme(path: str, plan: Plan, site: Site) -> bool:
    """Whether a file may be one of a theme that is not in the tree: not below the site's own."""
    if plan.theme.removesuffix("/source/") in site.folders or "." not in path:
        return False
    folder, slash, _ = path.partition("/")
    return bool(slash) and f"{plan.source}{folder}" not in site.folders


def _is_deep_asset(path: str, plan: Plan, layout: Layout, site: Site) -> bool:
    """Whether a file may be one in a folder among those of a post."""
    folder, _, name = path.rpartition("/")
    inner = folder.rpartition("/")[2]
    if not (plan.asset_folder and "/" in folder and "." in name):
        return False
    start, ends = f"{plan.source}_posts/", tuple(f"/{inner}/{one}" for one in named(name, layout))
    found = (file for file in site.files if file.endswith(ends) and file.startswith(start))
    return any(file.count("/", len(start)) > 1 for file in found)


def alias_of(path: str) -> str:
    """The output file of an old address, without base."""
    path = path.lstrip("/")
    return f"{path}{INDEX}" if not path or path.endswith("/") else path


_DIGIT: Final = late("[2-9]|1[0-9]")
# What is known as a page, at whatever address it is.
_PAGES: Final = (".md", ".markdown", ".mkd", ".html", ".htm")
