"""Hugo: where its pages, feeds and files are published, and what its links mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import normpath
from typing import Final, cast

from blint.facts import PostFacts
from blint.late import late
from blint.site.generators.hugo.front import Front, front_of_post
from blint.site.generators.hugo.lookup import find_named, find_pages, is_content, terms
from blint.site.generators.hugo.pages import Place
from blint.site.generators.hugo.paths import key_part
from blint.site.generators.hugo.site import HugoSite, nickname
from blint.site.generators.hugo.tree import Node
from blint.site.links.records import LinkRecord, Page, key_of
from blint.site.model import Site
from blint.site.routing.model import Layout, Router, Routes, Written
from blint.site.routing.paths import address_of, files_at, join_url
from blint.site.routing.writing import by_address


def routes(post: PostFacts, layout: Layout) -> Routes:
    """By `url`, by a pattern, or by folders and slugs; with feeds, terms and files beside it."""
    site = _site(layout)
    node = site.node(post.path)
    if node is None:
        return Routes(linked=False)
    front = front_of_post(post, site.passed(node), node)
    draft = False if site.shows_drafts else True if front.draft else None
    place = site.place(node, front)
    if place is None:
        # Hugo refuses to build such a page: that it is not there, nobody will see.
        return Routes((site.base + site.tongues[node.lang].prefix + node.key,), certain=False)
    shares = front.publishes and site.has_page(node)
    beside = tuple(url for url, _ in site.beside(node, place)) if shares else ()
    # Files stay where they are as long as a page in some language has them.
    several = sum(1 for _ in site.tree.owners(node.key)) > 1
    beside, lasting = ((), beside) if several else (beside, ())
    nicknames = tuple(_nicknames(node, site))
    if front.render != "always" or not site.has_page(node):
        # One that is only linked has an address, which leads to nothing, and terms.
        is_linked = front.render == "link" and site.has_page(node)
        also = (*beside, *_terms(post, node, site)) if is_linked else beside
        return Routes(
            also=also, lasting=lasting, linked=not is_linked, draft=draft, nicknames=nicknames
        )
    own, *feeds = site.outputs(node, front, place) or ("",)
    listed = (own,) if own and node.kind == "term" else ()
    named = _named_outputs(post.path, front)
    also = (*beside, *feeds, *listed, *_terms(post, node, site), *named)
    aliases = tuple(_aliases(post, node, place, site))
    return Routes(
        (own,) if own else (),
        aliases,
        also=also,
        lasting=lasting,
        certain=place.certain,
        draft=draft,
        nicknames=nicknames,
    )


def read(link: Written, layout: Layout) -> Iterator[str]:
    """What a link hook makes of a destination, what `ref` finds, else what a browser reads."""
    site = _site(layout)
    node = site.node(link.origin)
    if link.how == "root":
        yield link.path
    elif node is None or not link.routes.own:
        return
    elif link.how == "figure":
        # A theme or the site may have a figure of its own.
        if not site.unseen and "figure" not in site.shortcodes:
            yield from (*_hooked(link, node, site), _raw(link, site))
    elif link.how == "shortcode":
        yield from _shortcode(link.path, site)
    elif link.how.startswith("ref"):
        yield from _reference(link, node, site)
    elif not link.how:
        hook = (site.images if link.image else site.links) if link.markdown else "raw"
        found = _hooked(link, node, site) if hook != "raw" else ()
        if found and hook == "custom" and key_of(found[0]) != key_of(_raw(link, site)):
            return  # of two places under different names, only the unseen hook knows which
        yield from found
        # What is found may be a draft, which Hugo does not see.
        yield from (_raw(link, site),) if found else _unhooked(link, node, site, hook)


def sources(url: str, layout: Layout) -> Iterator[str]:
    """Static files, files beside pages without a source, assets, which layouts may publish."""
    site = _site(layout)
    yield from files_at(url, layout.static, layout.base)
    for path in (url, f"{url}index.html"):
        for known in (site.owned, site.lone):
            if path in known:
                yield known[path]
    yield from files_at(url, site.asset_homes, layout.base)


def generated(url: str, layout: Layout, files: Site) -> bool:
    """Lists and feeds, their further pages, site maps, error pages, redirects of languages."""
    site = _site(layout)
    if url in site.made or url in site.extras:
        return True
    found = _PAGER.fullmatch(url)
    if found is not None and found["word"] in site.page_words:
        return _is_pager(found, site)
    name = url.rstrip("/").rpartition("/")[2]
    if key_part(name.partition(".")[0]) in site.tree.foreign:
        return True
    return bool(site.unseen) and _may_be_borrowed(url, layout, files)


def knows(layout: Layout) -> bool:
    """Whether each page has a file, and all languages one host."""
    return _site(layout).is_known


def publishes(path: str, layout: Layout) -> bool:
    """Whether a file is one that Hugo publishes beside pages, or from its assets."""
    site = _site(layout)
    return path in site.names and path not in site.tree.by_source


def numbered(url: str, layout: Layout) -> tuple[str, int] | None:
    """The first page of the list of a term, and how many pages the term must have."""
    found = _PAGER.fullmatch(url) if url[-1:] in "/l0123456789" else None
    if found is None:
        return None
    site = _site(layout)
    first = found["list"] + "/index.html"
    if found["word"] not in site.page_words or first in site.lists:
        return None
    tongue = site.tongues[site.default]
    if tongue.is_ugly("/", "term"):
        first = found["list"] + ".html"
    return first, max(int(found["number"]) - 1, 0) * tongue.page_size + 1


def owns(url: str, layout: Layout) -> bool:
    """Whether a URL path begins with a section, a taxonomy or a language, or names a source."""
    site = _site(layout)
    first = url[1:].partition("/")[0]
    is_source = is_content(url) and not url.lower().endswith((".html", ".htm"))
    return is_source or first in site.firsts


def _site(layout: Layout) -> HugoSite:
    return cast(HugoSite, layout.made)


def _terms(post: PostFacts, node: Node, site: HugoSite) -> Iterator[str]:
    """The pages of the terms of a post, their feeds, and what they are looked up by."""
    for plural in site.tongues[node.lang].taxonomies:
        for term in post.extra.get(plural, "").split("\n"):
            if term:
                yield from site.term(node.lang, plural, term)


def _named_outputs(path: str, front: Front) -> Iterator[str]:
    """What the formats of a page are looked up by that only its front matter gives it."""
    for name in front.outputs or ():
        yield f"{path} ({name})"


def _aliases(post: PostFacts, node: Node, place: Place, site: HugoSite) -> Iterator[str]:
    if site.tongues[node.lang].has_aliases:
        for alias in post.aliases:
            path = site.addresses[node.lang].alias(alias.text, node, place)
            if path is not None:
                yield site.base + path


def _nicknames(node: Node, site: HugoSite) -> Iterator[str]:
    name = node.key[node.key.rfind("/") + 1 :]
    if len(site.named[node.lang].get(name, ())) > 1:
        yield nickname(node.lang, name)


def _unhooked(link: Written, node: Node, site: HugoSite, hook: str) -> Iterator[str]:
    """What a browser reads, and the terms that a hook may find."""
    named: tuple[str, ...] = ()
    if hook != "raw" and not link.image:
        named = tuple(terms(link.path.removeprefix("./"), node, site))
    raw = _raw(link, site)
    # The link is judged among those of the name that its first target has.
    is_spelled = not named or key_of(named[0]) == key_of(raw)
    yield from (raw, *named) if is_spelled else (*named, raw)
    if hook == "custom" and link.path.startswith("/"):
        # Such hooks often put the base path before an address.
        yield site.base + link.path


def _raw(link: Written, site: HugoSite) -> str:
    """The URL path that a browser reads on the page."""
    path = link.path
    if path.startswith("/") and (
        site.relative or (site.canonical and not path.startswith(f"{site.base}/"))
    ):
        return site.base + path
    return join_url(address_of(link.routes.own[0]), path)


def _hooked(link: Written, node: Node, site: HugoSite) -> tuple[str, ...]:
    """What Hugo's own hook finds: a page, a file beside this one, an asset."""
    path = link.path.removeprefix("./")
    if not link.image:
        found = find_pages(path, node, site)
        if found:
            return tuple(_target(one, node, site) for one in found)
    beside = site.resource(node, path)
    if beside is not None:
        # A page in a bundle has no address: the link leads to where it is.
        return (node.source if beside.is_page else beside.source,)
    assets = [f"{folder}/{path.lstrip('/')}" for folder in site.assets]
    # A path from the source file to an asset is understood as well.
    near = normpath(link.origin[: link.origin.rfind("/") + 1] + path)
    assets += [near] if near.startswith(tuple(f"{folder}/" for folder in site.assets)) else []
    return tuple(asset for asset in assets if asset in site.names)


def _target(found: Node, origin: Node, site: HugoSite) -> str:
    """What a link to a page leads to; to where it is itself, if the page has no address."""
    if found.source and not (found.kind != "page" and site.front(found).draft):
        return found.source
    return site.urls.get((found.lang, found.key), origin.source)


def _reference(link: Written, node: Node, site: HugoSite) -> Iterator[str]:
    """What `ref` and `relref` find: a page by its path, or by a name that no other has."""
    options = dict(word.partition("=")[::2] for word in link.how.split()[1:])
    lang = options.get("lang", "").lower() or node.lang
    output = options.get("outputformat", "").lower()
    path = link.path
    nothing = f"{site.start}content/{path.lstrip('/')} ({lang})"
    if lang not in site.tongues:
        yield nothing
        return
    found = find_pages(path, node, site, lang)
    called, named = find_named(path, site, lang) if "/" not in path else ("", [])
    others = (called,) if called else tuple(terms(path, node, site, lang))
    # One by name alone counts where those by path are drafts.
    others_named = [one for one in named if one not in found]
    for one in (*found, *others_named[: len(others_named) == 1]):
        is_made = not output or output in site.tongues[lang].outputs[one.kind]
        yield _target(one, node, site) if is_made else f"{one.source} ({output})"
    yield from others
    if not (found or others):
        yield nothing


def _shortcode(name: str, site: HugoSite) -> Iterator[str]:
    """The template of a shortcode, where it is missing; what is there may make any link."""
    if not site.unseen and name.lower() not in site.shortcodes:
        yield f"{site.start}layouts/_shortcodes/{name}.html"


def _is_pager(found: re.Match[str], site: HugoSite) -> bool:
    node = site.lists.get(f"{found['list']}/index.html")
    if node is None:
        return False
    tongue = site.tongues[node.lang]
    number = int(found["number"])
    if number < 1 or found["word"] != tongue.page_word or found["end"] == ".html":
        return False
    if number == 1:
        return site.has_first_pages
    return (number - 1) * tongue.page_size < site.size(node)


def _may_be_borrowed(url: str, layout: Layout, files: Site) -> bool:
    """Whether a file may come with a theme that is not there: in no folder that the site has."""
    path = url[len(layout.base) :] if url.startswith(f"{layout.base}/") else url
    folder, _, name = path.rpartition("/")
    if "." not in name or is_content(name):
        return False
    return not any(
        f"{static}{folder[1:]}".rstrip("/") in files.folders for static, _ in layout.static
    )


_PAGER: Final = late(
    r"(?P<list>.*)/(?P<word>[^/]+)/(?P<number>\d{1,6})(?P<end>/|/index\.html|\.html|)"
)


def writes(page: Page, link: LinkRecord, layout: Layout) -> str | None:
    """By the address, where nothing else is put before it, and no other language may be meant."""
    keys = {key.casefold() for key in layout.config}
    is_plain = keys.isdisjoint(("languages", "canonifyurls", "relativeurls"))
    return by_address(page, link, layout) if is_plain else None


ROUTER = Router(
    routes,
    read,
    sources,
    generated,
    knows,
    publishes=publishes,
    numbered=numbered,
    prepare=HugoSite,
    owns=owns,
    writes=writes,
)
