"""What an image written in Markdown means to Astro: a file that its bundler finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.late import late
from blint.site.generators.astro.plan import plan_of
from blint.site.routing.model import Layout, Written
from blint.site.routing.paths import join_path


def images(link: Written, layout: Layout) -> Iterator[str]:
    """The file that an image with a relative path is, by its path from the project root.

    In the Markdown of a collection a path that is not that of a plain image file is left alone,
    and shows nothing; elsewhere it stops the build, so that it counts as a file that is not there.
    """
    plan = plan_of(layout)
    path = f"{link.path}?{link.query}" if link.query else link.path
    if _IMAGE.search(path) is None:
        if link.origin.startswith(plan.pages) or link.origin.endswith(".mdx"):
            yield from _beside(link.origin, path)
        return
    found = list(_aliased(path, plan.aliases))
    if not path.startswith("."):
        is_open = ("*", "") in plan.aliases and path[:1] in _MARKS
        # `@fonts/icons/a.svg` may be a file of a package.
        if is_open or (_PACKAGE.match(path) and not found):
            return
        yield from found
    yield from _beside(link.origin, path)


def _beside(origin: str, path: str) -> Iterator[str]:
    found = join_path(origin[: origin.rfind("/") + 1], path)
    if found is not None:
        yield found


def _aliased(path: str, aliases: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for form, target in aliases:
        start, star, end = form.partition("*")
        if form != "*" and path == form:
            yield target
        elif star and start and path.startswith(start) and path.endswith(end):
            found = join_path("", target.replace("*", path[len(start) : len(path) - len(end)]))
            if found is not None:
                yield found


_IMAGE: Final = late(r"\.(?:jpe?g|a?png|tiff|webp|gif|svg|avif)$", re.IGNORECASE)
_PACKAGE: Final = late(r"@[\w.-]+/[\w.-]+/")
_MARKS: Final = frozenset("@~#$")
