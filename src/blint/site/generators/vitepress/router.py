"""VitePress: every Markdown file is a page, and links are texts that are rewritten by rule.

The rules are those of VitePress 1.6, compared with real builds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from blint.facts import PostFacts
from blint.late import late
from blint.site.generators.vitepress.rewrites import Pairs, rewritten, rules
from blint.site.globs import Test, matcher
from blint.site.links.records import LinkRecord, Page
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import address_of, below, browsed, files_at, join_path
from blint.site.routing.writing import from_content


def routes(post: PostFacts, layout: Layout) -> Routes:
    """The path as it is, or as a rewrite has it, with `.html`."""
    found = below(post.path, layout.content)
    if found is None or not post.path.endswith(".md") or _is_template(found[0]):
        return Routes(linked=False)
    if _excluded(layout.config.get("exclude", ()))(found[0]):
        return Routes(linked=False)
    path = rewritten(found[0], layout.config.get("rewrites", ()))
    if _is_moved(layout):
        return Routes((f"{layout.base}/{path[:-3]}.html",), certain=False, draft=False)
    if not path.endswith(".md"):
        return Routes((f"{layout.base}/{path}",), certain=False, draft=False)
    return Routes((f"{layout.base}/{path[:-3]}.html",), draft=False, ids=("app", "VPContent"))


def read(link: Written, layout: Layout) -> Iterator[str]:
    """A page of the site, a file in `public`, or an image that is imported."""
    if not link.routes.own:
        return
    if link.image and link.how != "root":
        yield from _image(link, layout)
        return
    path = link.path
    if layout.config.get("baseOpen") and (link.how or (not link.markdown and path[:1] == "/")):
        return
    if link.how == "" and link.markdown:
        path = _rewritten_link(path, layout)
    url = browsed(address_of(link.routes.own[0]), path, layout.base)
    yield url
    if url.endswith("/index"):
        # Hosts look for a page of this name.
        yield f"{url}.html"
    if not link.markdown and _MEDIA.search(path):
        # Of HTML, `video` and `source` import files as images do.
        yield from _image(link, layout)


def sources(url: str, layout: Layout) -> Iterator[str]:
    """The files of `public`, and a page with a dot in its name, served without its `.html`."""
    yield from files_at(url, layout.static, layout.base)
    start = f"{layout.base}/"
    if url.startswith(start) and "." in url[url.rfind("/") :]:
        path = f"{url[len(start) :].removesuffix('/')}.md"
        if rewritten(path, layout.config.get("rewrites", ())) == path:
            for content, _ in layout.content:
                yield content + path


def generated(url: str, layout: Layout, _site: Site) -> bool:
    """What VitePress writes beside the pages, and the pages made from templates."""
    start = f"{layout.base}/"
    path = url[len(start) :] if url.startswith(start) else None
    if path is None:
        return False
    if _MADE.fullmatch(path) or (path == "sitemap.xml" and layout.config.get("hostname")):
        return True
    if _is_moved(layout) and path.endswith((".html", "/")) | ("." not in path):
        return True
    test = _dynamic(layout.config.get("dynamic", ()), layout.config.get("rewrites", ()))
    return test is not None and test.fullmatch(path) is not None


def knows(layout: Layout) -> bool:
    """Whether the configuration says all that decides on addresses, as plain values."""
    if not layout.found:
        return True
    return layout.config.get("unclear") is False


def _is_moved(layout: Layout) -> bool:
    """Whether pages are published elsewhere by rules that are not read."""
    config = layout.config
    return config.get("moved") is True or rules(config.get("rewrites", ())) is None


def _rewritten_link(path: str, layout: Layout) -> str:
    """A link in Markdown as VitePress writes it."""
    base = layout.base
    extension = path[path.rfind(".", path.rfind("/") + 1) + 1 :].lower()
    if extension not in _KNOWN:
        index = _INDEX.fullmatch(path)
        if index is not None:
            path = index[1] + index[2]
        else:
            is_clean = layout.config.get("cleanUrls") is True
            if path.endswith(".md"):
                path = path[:-3] + ("" if is_clean else ".html")
            if not is_clean and not path.endswith((".html", "/")):
                path += ".html"
        if not path.startswith(("/", "./")):
            path = f"./{path}"
    return _SLASHES.sub("/", base + path) if path.startswith("/") else path


def _image(link: Written, layout: Layout) -> Iterator[str]:
    """The file that an image is: in `public`, else in the source folder, else beside the page."""
    path = link.path
    if path.startswith("/"):
        for folder, _ in (*layout.static, *layout.content):
            found = join_path(folder, path[1:])
            if found is not None:
                yield found
    elif link.markdown or path.startswith("."):
        found = join_path(link.origin[: link.origin.rfind("/") + 1], path)
        if found is not None:
            yield found
    else:
        # In HTML a bare name is that of a package.
        yield f"node_modules/{path}"


def _is_template(path: str) -> bool:
    return _PARAMETER.search(path) is not None


@lru_cache(maxsize=32)
def _excluded(globs: tuple[str, ...]) -> Test:
    return matcher(globs)


@lru_cache(maxsize=32)
def _dynamic(paths: tuple[str, ...], pairs: Pairs) -> re.Pattern[str] | None:
    """The test of the addresses that pages made from templates have, without the base."""
    forms = []
    for path in paths:
        pieces = map(re.escape, _PARAMETER.split(rewritten(path, pairs).removesuffix(".md")))
        forms.append("[^/]+".join(pieces))
        if forms[-1].endswith("index"):
            forms.append(forms[-1].removesuffix("index").removesuffix("/"))
    return re.compile(f"(?:{'|'.join(forms)})(?:\\.html|/)?") if forms else None


_PARAMETER: Final = late(r"\[\w+\]")
_INDEX: Final = late(r"(.*/|)index.md(.*)", re.IGNORECASE | re.DOTALL)
_MEDIA: Final = late(r"\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm|ogg|mov)$", re.IGNORECASE)
_SLASHES: Final = late("/{2,}")
_MADE: Final = late(r"404(?:\.html|/)?|hashmap\.json|vp-icons\.css|assets/.+")
# The extensions that VitePress takes for those of files; what else a link ends in is a page's name.
_NAMES: Final = """
3g2 3gp aac ai apng au avif bin bmp cer class conf crl css csv dll doc eps epub exe gif gz ics ief
jar jpe jpeg jpg js json jsonld m4a man mid midi mjs mov mp2 mp3 mp4 mpe mpeg mpg mpp oga ogg ogv
ogx opus otf p10 p7c p7m p7s pdf png ps qt roff rtf rtx ser svg t tif tiff tr ts tsv ttf txt vtt wav
weba webm webp woff woff2 xhtml xml yaml yml zip
"""
_KNOWN: Final = frozenset(_NAMES.split())


def writes(page: Page, link: LinkRecord, layout: Layout) -> str | None:
    """By the file, from the folder of all pages: the base and the ending follow from it."""
    return None if layout.config.get("rewrites") or link.html else from_content(page, layout, "/")


ROUTER = Router(routes, read, sources, generated, knows, writes=writes)
