"""Starlight: Astro with a collection of documents, in several languages if need be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.facts import PostFacts
from blint.site.generators.astro import router as astro
from blint.site.generators.astro.files import output, path_of
from blint.site.generators.astro.plan import plan_of
from blint.site.generators.starlight.plan import THEME_IDS, Docs, docs_of
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes


def routes(post: PostFacts, layout: Layout) -> Routes:
    """A document is at its id; in a language that lacks it, the default one stands in for it."""
    docs = docs_of(layout)
    path = post.path[len(docs.folder) :]
    if not post.path.startswith(docs.folder):
        return astro.routes(post, layout)
    if not docs.holds(path):
        return Routes(draft=False)
    slug = astro.slug_of(post)
    if slug != slug.strip("/"):
        # The page that Astro makes of these shows the error page.
        return Routes()
    name = astro.entry_id(path, slug)
    route = f"/{name.removesuffix('/index')}" if name != "index" else "/"
    plan = plan_of(layout)
    starts = plan.moved.get(route, ())
    return Routes(
        own=(layout.base + output(route, plan.format),) if name else (),
        aliases=tuple(layout.base + output(start, plan.format) for start in starts),
        stands_in=tuple(
            layout.base + output(other, plan.format) for other in _fallbacks(route, docs)
        ),
        certain=docs.by_rule,
        ids=THEME_IDS + plan.ids,
    )


def _fallbacks(route: str, docs: Docs) -> Iterator[str]:
    """The routes at which a document is shown in place of a missing translation."""
    if len(docs.locales) < 2:
        return
    first = route.split("/")[1]
    own = first if first in docs.locales else docs.default if docs.default == "root" else ""
    if own != docs.default:
        return
    rest = route if own == "root" else route[len(first) + 1 :]
    for other in docs.locales:
        if other not in {own, "root"}:
            yield f"/{other}{rest}" if rest not in {"", "/"} else f"/{other}"


def generated(url: str, layout: Layout, site: Site) -> bool:
    """The error page and the search index, beside what Astro makes."""
    docs = docs_of(layout)
    path = url[len(layout.base) :] if url.startswith(f"{layout.base}/") else ""
    if path and docs.has_error_page and path_of(path) == "/404":
        return True
    if path.startswith("/pagefind/") and docs.has_search:
        return True
    return astro.generated(url, layout, site)


def knows(layout: Layout) -> bool:
    """A configuration of which all that matters can be read."""
    return astro.knows(layout) and docs_of(layout).is_known


ROUTER: Final = Router(routes, astro.read, astro.sources, generated, knows, numbered=astro.numbered)
