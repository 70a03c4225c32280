"""The files that an Eleventy site publishes as they are, and at which URL paths."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from blint.late import late
from blint.site.generators.eleventy.data import PAGES
from blint.site.generators.eleventy.plan import Plan
from blint.site.globs import Test, matcher
from blint.site.routing.paths import join_path


def files_for(path: str, plan: Plan) -> Iterator[str]:
    """The files that may be published at a URL path, without its base and first slash."""
    for source, target in _folders(plan):
        if not f"/{path}/".startswith(f"{target}/"):
            continue
        rest = path[len(target) :].lstrip("/") if target else path
        found = "/".join(filter(None, (source, rest)))
        yield found
        if "." not in path[path.rfind("/") + 1 :]:
            yield f"{found.rstrip('/')}.html"
            yield f"{found.rstrip('/')}/index.html".lstrip("/")
    inside = plan.source + path
    kept, flat = _globs(plan)
    if kept(inside) or inside.endswith(_extensions(plan)):
        yield inside
    for folder, test, target in flat:
        name = path[len(target) :].lstrip("/")
        if f"/{path}".startswith(f"{target}/") and "/" not in name and test(folder + name):
            yield folder + name


def copied_beside(path: str, origin: str, plan: Plan, *, image: bool) -> Iterator[str]:
    """The file that is copied beside a page because a link there leads to it, or that a plugin
    makes an image of."""
    made = image and plan.config["images"]
    if path.startswith("/"):
        if made:
            yield plan.source + path[1:]
        return
    found = join_path(origin[: origin.rfind("/") + 1], path)
    if found is not None and found not in plan.templates and (made or _relative(plan)(found)):
        yield found


@lru_cache(maxsize=8)
def _folders(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Folders and files that are copied, with the URL path each is found at."""
    found = []
    for source, target, how in plan.config["passthrough"]:
        if how == "relative" or _GLOB.search(source):
            continue
        place = plan.site + source
        inside = place[len(plan.source) :] if place.startswith(plan.source) else source
        url = (target or f"/{inside}").rstrip("/")
        found.append((place, url))
        name = source.rpartition("/")[2]
        if "." in name and "." not in url.rpartition("/")[2]:
            # A single file that is put into a folder.
            found.append((place, f"{url}/{name}"))
    return tuple(found)


@lru_cache(maxsize=8)
def _globs(plan: Plan) -> tuple[Test, tuple[tuple[str, Test, str], ...]]:
    """Globs of files that keep their folders, and those of files that lose them."""
    kept: list[str] = []
    flat: list[tuple[str, Test, str]] = []
    for source, target, _ in plan.config["passthrough"]:
        match = _GLOB.search(source)
        for glob in _alternatives(plan.site + source) if match else ():
            if target:
                start = glob[: len(plan.site) + match.start()] if match else ""
                flat.append((start[: start.rfind("/") + 1], matcher([glob]), target.rstrip("/")))
            else:
                kept.append(glob)
    return matcher(kept), tuple(flat)


@lru_cache(maxsize=8)
def _relative(plan: Plan) -> Test:
    globs = (source for source, _, how in plan.config["passthrough"] if how == "relative")
    return matcher(one for glob in globs for one in _alternatives(plan.site + glob))


@lru_cache(maxsize=8)
def _extensions(plan: Plan) -> tuple[str, ...]:
    """The extensions among the formats that are no templates: such files are copied."""
    return tuple(f".{one}" for one in plan.config["formats"] if one not in PAGES)


def _alternatives(glob: str) -> list[str]:
    """A glob with each of the alternatives in its braces: `*.{jpg,png}` is two."""
    match = _BRACES.search(glob)
    if match is None or len(glob) > _LONGEST:
        return [glob]
    start, end = glob[: match.start()], glob[match.end() :]
    return [one for part in match[1].split(",") for one in _alternatives(start + part + end)]


_LONGEST: Final = 300
_GLOB: Final = late(r"[*?\[{]")
_BRACES: Final = late(r"\{([^{}]*)\}")
