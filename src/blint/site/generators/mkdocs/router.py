"""MkDocs, with Material's plugins: where pages and files are published, and what links mean.

Links to source files are rewritten where the file is in the collection; all others, and those in
raw HTML, are left for browsers to read from the address of the page.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from blint.facts import PostFacts
from blint.site.generators.mkdocs.files import PAGES
from blint.site.generators.mkdocs.plan import Plan, plan_of
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import INDEX, address_of, join_path, join_url
from blint.site.routing.writing import by_file


def routes(post: PostFacts, layout: Layout) -> Routes:
    """A page in a folder or file of its name, a post of a blog where the blog puts it."""
    plan = plan_of(layout)
    name = plan.name_of(post.path)
    files = plan.files
    if name is None or name not in files.lookup or name in files.excluded:
        return Routes(linked=False)
    if plan.made.moves:
        return Routes(certain=False)
    blog = plan.blog_of(name)
    if blog is not None:
        return plan.post(post, name, blog)
    output = plan.output_of(name)
    if name in files.drafts:
        return Routes((output,), draft=True)
    if files.winners.get(files.lookup[name]) != name:
        return Routes(linked=False)
    also = tuple(plan.tagged(post, name))
    is_open = not name.endswith((*PAGES, ".html")) or plan.has_more_ids(post, name)
    return Routes((output,), plan.aliases.get(name, ()), also=also, draft=False, open=is_open)


def read(link: Written, layout: Layout) -> Iterator[str]:
    """A file of the collection by its path; else what browsers make of the destination."""
    plan = plan_of(layout)
    origin = plan.name_of(link.origin)
    if origin is None or not origin.endswith(PAGES) or plan.made.moves:
        return
    named: str | None = None
    if link.markdown and not link.how:
        named = _named(link, origin, plan)
        if named is not None and named in plan.files.lookup:
            yield from _file(named, plan)
            return
        if named is not None:
            yield from plan.unwritten(named)
    url = link.path
    if url[:1] != "/":
        url = join_url(address_of(link.routes.own[0]), url) if link.routes.own else ""
    if named is not None and not plan.made.is_open and _is_beside(url, named, link, plan):
        yield from filter(None, (join_path(plan.docs, named),))
    if url:
        yield url
    if link.path[:1] == "/":
        yield from plan.below_other_base(url)
    if named is not None:
        yield from plan.made.overlaid(named, layout.site)


def sources(url: str, layout: Layout) -> Iterator[str]:
    """The file that is published at a URL path, and that of the site's own theme folder."""
    plan = plan_of(layout)
    path = plan.path_of(url)
    if path is None:
        return
    start = path if not path or path.endswith("/") else f"{path}/"
    for output in (path, f"{path}.html", f"{start}{INDEX}"):
        name = plan.published.get(output)
        if name is not None:
            yield plan.docs + name
    # What is not there itself may be told from what is, but for its case.
    if unicodedata.normalize("NFC", path) not in plan.names:
        yield plan.docs + path
    yield from plan.made.overlaid(path, layout.site)


def generated(url: str, layout: Layout, _site: Site) -> bool:
    """What themes, plugins and hooks may add, redirects to other sites, and a blog's first page."""
    plan = plan_of(layout)
    path = plan.path_of(url)
    if path is None:
        return False
    if plan.made.has(path) or any(blog.may_have(path) for blog in plan.blogs):
        return True
    forms = (path, f"{path}.html", f"{path.rstrip('/')}/{INDEX}".lstrip("/"))
    return not plan.written.isdisjoint(forms)


def publishes(path: str, layout: Layout) -> bool:
    """Only the files of the collection and of the theme are there, and no folder as such."""
    plan = plan_of(layout)
    name = plan.name_of(path)
    if name is None:
        return path in plan.made.overlaid(path.removeprefix(plan.overlay), layout.site)
    files = plan.files
    return name in files.lookup and name not in files.excluded and name not in files.drafts


def numbered(url: str, layout: Layout) -> tuple[str, int] | None:
    """The further pages of a blog's lists."""
    plan = plan_of(layout)
    path = plan.path_of(url) if plan.blogs else None
    for blog in plan.blogs if path is not None else ():
        found = blog.numbered(path or "")
        if found is not None:
            return f"{layout.base}/{found[0]}", found[1]
    return None


def knows(layout: Layout) -> bool:
    """Whether there is a configuration, and a docs folder where it says."""
    docs = layout.config.get("docs_dir", "docs")
    is_inside = isinstance(docs, str) and ".." not in docs and not docs.startswith("/")
    return bool(layout.config) and is_inside and bool(layout.telling)


def _named(link: Written, origin: str, plan: Plan) -> str | None:
    """The file that a destination names, as a path within the docs folder; None: it names none."""
    path = unquote(link.raw) if "\\" in link.raw else link.path
    if path[:1] in {"/", "\\"} and not plan.absolute_is_docs:
        return None
    found = join_path(origin[: origin.rfind("/") + 1], path) if path[:1] != "/" else None
    if found is not None and found[-1:] != "/":
        return found
    return posixpath.normpath(posixpath.join(posixpath.dirname(origin), path).lstrip("/"))


def _is_beside(url: str, name: str, link: Written, plan: Plan) -> bool:
    """Whether a URL path is beside the site, though a file in the docs folder was meant: one that
    is written from there, or a page."""
    return plan.path_of(url) is None and (link.path[:1] == "/" or name.endswith(PAGES))


def _file(name: str, plan: Plan) -> Iterator[str]:
    """What a link to a file of the collection leads to."""
    files = plan.files
    if name in files.drafts:
        # What is no page has no record that could tell that it is a draft.
        if name.endswith(PAGES):
            yield plan.docs + name
    elif name in files.excluded:
        yield address_of(plan.output_of(name))
    elif plan.blog_of(name) is not None:
        yield plan.docs + name
    else:
        yield plan.docs + files.winners.get(files.lookup[name], name)


ROUTER: Final = Router(routes, read, sources, generated, knows, publishes, numbered, writes=by_file)
