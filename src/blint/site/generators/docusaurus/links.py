"""What links in Docusaurus mean: files by their path, downloads, images and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.late import late
from blint.site.generators.docusaurus.plan import Place, Plan
from blint.site.links.records import key_of
from blint.site.routing.model import Layout, Written
from blint.site.routing.paths import join_path, join_url


def read_link(link: Written, layout: Layout, plan: Plan) -> Iterator[str]:
    """Each thing that would answer a link, best first."""
    found = plan.find(link.origin)
    if found is None:
        return
    if link.how == "root":
        yield link.path
        return
    reader = _Reader(link, layout, plan, found[0])
    if link.image and link.markdown:
        yield from reader.image()
    elif link.markdown or link.component == "Link" or reader.is_plain_link():
        yield from reader.link()
    elif link.component:
        yield from reader.component()
    elif link.how != "pathname":
        yield from reader.raw()


class _Reader:
    """Reads one link, on a page in some place."""

    __slots__ = ("_layout", "_link", "_place", "_plan", "_start")

    def __init__(self, link: Written, layout: Layout, plan: Plan, place: Place) -> None:
        self._link, self._layout, self._plan, self._place = link, layout, plan, place
        self._start = plan.start(place.locale, layout.base)

    def is_plain_link(self) -> bool:
        """Whether it is an `<a>` on a page that is Markdown and not MDX: such ones are links."""
        link = self._link
        form = link.extra.get("mdx.format") or self._plan.format
        is_markdown = form == "md" or (form == "detect" and link.origin.endswith(".md"))
        return is_markdown and not link.image and not link.component

    def link(self) -> Iterator[str]:
        """A source file, a file to be downloaded, or an address."""
        path = self._link.path
        if self._link.how == "pathname":
            yield self._with_base(path)
            return
        if self._link.markdown:
            yield from self._sources() if _MARKDOWN.search(path) else self._download()
        if path.startswith("/"):
            yield from self._shown(self._with_base(path))
        elif self._link.routes.address and not path.startswith("@site/"):
            yield from self._shown(join_url(self._link.routes.address, path))

    def image(self) -> Iterator[str]:
        """A file of the site; one that is not found stays as it was written, if at all."""
        path = self._link.path
        if self._link.reference or self._link.how == "pathname":
            yield from self.raw()
            return
        if path.startswith("/"):
            yield from (folder + path.lstrip("/") for folder in self._plan.static)
        else:
            yield from self._file(path)
        if self._plan.raw_images and not path.startswith("@site/"):
            yield from self.raw()

    def component(self) -> Iterator[str]:
        """What is handed to a component that is not known: an address, with the base or without."""
        path = self._link.path
        if path.startswith("/") and self._link.how != "pathname":
            yield self._with_base(path)
            yield path

    def raw(self) -> Iterator[str]:
        """What a browser makes of it, be the page shown with a slash at the end or without."""
        path, address = self._link.path, self._link.routes.address
        if path.startswith("/"):
            yield from self._shown(path)
            return
        if not address:
            return
        forms = [address]
        if self._plan.slash is None:
            bare = address.rstrip("/")
            forms = [bare or "/", f"{bare}/"]
        urls = [join_url(form, path) for form in forms]
        # Where the two are different pages, a link cannot be told to be broken by one of them.
        if _ASSET.search(path) or len({key_of(url) for url in urls}) == 1:
            yield from dict.fromkeys(urls)

    def _sources(self) -> Iterator[str]:
        """The files that a link to a Markdown file is looked up as, those that are pages."""
        link, place, plan = self._link, self._place, self._plan
        path = link.path
        if path.startswith("@site/"):
            found = join_path(self._layout.site, path[6:])
            if found is not None and (self._is_page(found) or not link.reference):
                yield found
            return
        folders = [link.origin[: link.origin.rfind("/") + 1]]
        if not path.startswith(("./", "../")):
            original = plan.places.get(place.original, place)
            roots = dict(original.localized).get(place.locale or plan.locales[0].name, "")
            wide = [*([roots] if roots else ()), original.folder, self._layout.site]
            folders = wide if path.startswith("/") else folders + wide
        for folder in folders:
            found = join_path(folder, path.lstrip("/"))
            if found is not None and self._is_page(found):
                yield found

    def _is_page(self, path: str) -> bool:
        """Whether a path is one of those that the plugin of this page knows in its language."""
        found = self._plan.find(path)
        if found is None:
            return False
        other, within = found
        locale = self._place.locale or self._plan.locales[0].name
        return (
            other.plugin == self._place.plugin
            and other.plugin.reads(within)
            and self._plan.is_shown(other, within, locale)
        )

    def _download(self) -> Iterator[str]:
        """A file of the site that a link to it publishes, under a name of its own.

        A static file is where an address leads as well.
        """
        path = self._link.path
        is_beside = path[:1] != "/" and _ASSET.search(path) and not path.endswith(".html")
        if not self._link.reference and (path.startswith("@site/") or is_beside):
            yield from self._file(path)

    def _file(self, path: str) -> Iterator[str]:
        """A file beside the page, or from the folder of the site."""
        folder = self._link.origin[: self._link.origin.rfind("/") + 1]
        if path.startswith("@site/"):
            folder, path = self._layout.site, path[6:]
        found = join_path(folder, path)
        if found is not None:
            yield found

    def _shown(self, url: str) -> Iterator[str]:
        """A URL path; a host finds the page of a folder by the name `index`, too."""
        yield url
        if url.endswith("/index") and (
            self._plan.slash is not False or url == f"{self._start}/index"
        ):
            yield url[:-5]

    def _with_base(self, path: str) -> str:
        """An address with the base path before it, unless it begins with it."""
        start = self._start
        return path if f"{path}/".startswith(f"{start}/") else start + path


_MARKDOWN: Final = late(r"\.mdx?$", re.IGNORECASE)
_ASSET: Final = late(r"[^/]\.[^./]+$")
