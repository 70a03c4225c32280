"""Where an internal link leads: to a post, to a file, nowhere, or where blint cannot know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from blint.late import late
from blint.site.links.group import DATED_URL, Group
from blint.site.links.lookup import answers, parent_of, sources, unmapped
from blint.site.links.missing import Missing, looks_like_host
from blint.site.links.records import LinkRecord
from blint.site.links.urls import INDEX_NAMES, MARKDOWN, Layout, layout, without_markdown
from blint.site.model import Site
from blint.site.nearest import nearest
from blint.site.routing.answers import missing_exactly
from blint.site.settings import Settings


def missing(link: LinkRecord, group: Group, site: Site) -> Missing | None:
    """What a link that no post of its group answers to lacks; None: nothing, or nobody knows."""
    # By identity: to hash a link takes longer than to resolve it.
    if id(link) not in group.lacks:
        find = missing_exactly if link.exact else _missing
        group.lacks[id(link)] = find(link, group, site)
    return group.lacks[id(link)]


def _missing(link: LinkRecord, group: Group, site: Site) -> Missing | None:
    for target in link.targets:
        if target in site.files:
            return None
    settings = site.settings[link.collection]
    place = layout(settings)
    # What would not be reported anyway need not be looked for: that takes longer.
    if not _is_certain(link, place, site, settings) or _exists(link, place, site):
        return None
    target = link.targets[0]
    other_case = _other_case(link, group, place, site)
    return Missing(target, other_case, None if other_case else _meant(link, group, place, site))


def _exists(link: LinkRecord, place: Layout, site: Site) -> bool:
    files, folders = site.files, site.folders
    for path in answers(link, place):
        if path in files or path in folders:
            return True
        if not path.isascii():
            for form in ("NFC", "NFD"):
                if unicodedata.normalize(form, path) in files:
                    return True
    return False


def _is_certain(link: LinkRecord, place: Layout, site: Site, settings: Settings) -> bool:
    """Whether blint knows enough of the site to say that nothing is there."""
    target = link.targets[0]
    extension = _extension(target)
    if not link.absolute and looks_like_host(link.written):
        return True
    if extension in _MARKDOWN_EXTENSIONS:
        roots = (*place.static, *place.content, *unmapped(place))
        return not link.absolute or _is_known_folder(target, roots, site)
    if extension in _ASSETS:
        if link.absolute:
            return _is_known_folder(target, (*place.static, *place.content), site)
        return _is_certain_asset(link, place, site, settings)
    if extension and extension != "html":
        return not link.absolute and parent_of(target) in site.folders
    if settings.preset.links == "source" or _has_redirects(place, site):
        # Without a known generator a name without extension may be a URL of any kind.
        return False
    urls = [target for target in link.targets if target.startswith("/")]
    return bool(urls) and _is_certain_url(urls[0], place, site)


def _is_certain_asset(link: LinkRecord, place: Layout, site: Site, settings: Settings) -> bool:
    """A relative image is certain, unless the URLs it is relative to are not, and one is around."""
    if settings.preset.links == "source":
        return True
    if place.certainty == "path" and not link.written.startswith(".."):
        return True
    name = link.targets[0].rpartition("/")[2]
    return name.casefold() not in site.names


def _is_certain_url(url: str, place: Layout, site: Site) -> bool:
    if place.certainty == "none" or _GENERATED.search(url):
        return False
    dated = DATED_URL.fullmatch(url)
    if dated is not None and (not dated["prefix"] or _has_posts(dated["prefix"], place, site)):
        return True
    parent = url.rpartition("/")[0]
    return place.certainty == "path" and bool(parent) and _has_posts(parent, place, site)


def _has_posts(url: str, place: Layout, site: Site) -> bool:
    """Whether a URL is that of a folder with pages of its own beside the one that lists them."""
    for folder in sources(url, place.content):
        if folder in site.shelves:
            return True
        for name in site.listing.get(folder, ()):
            stem = without_markdown(name)
            if stem != name and stem not in INDEX_NAMES:
                return True
    return False


def _is_known_folder(url: str, folders: Iterable[tuple[str, str]], site: Site) -> bool:
    parents = map(parent_of, sources(url, folders))
    return any(parent and parent in site.folders for parent in parents)


def _has_redirects(place: Layout, site: Site) -> bool:
    """Whether the site has rules, unseen by checks, by which an old URL may still work."""
    folders = {"", place.site, *(folder for folder, _ in place.static)}
    return any(folder + name in site.files for folder in folders for name in _REDIRECTS)


def _other_case(link: LinkRecord, group: Group, place: Layout, site: Site) -> str | None:
    for target in link.targets:
        found = group.other_case(target)
        if found is not None:
            return found
    for path in answers(link, place):
        found = site.folded.get(path.casefold())
        if found is not None:
            return found
    return None


def _meant(link: LinkRecord, group: Group, place: Layout, site: Site) -> str | None:
    """The one post of the same name in another place, or the file with nearly the same name."""
    target = link.targets[0]
    if len(group.pages) == 1:
        page = group.pages[0]
        # A page far away that merely has a common name (`configuration`) is not meant.
        near = parent_of(parent_of(link.path))
        if page.path != link.path and page.path.startswith(near):
            return _as_written(page.path if target[:1] != "/" else page.addresses[-1], link)
    name = target.rpartition("/")[2]
    if len(name.partition(".")[0]) < _SHORT:
        return None
    for path in sources(target, place.static):
        folder = parent_of(path)
        known = [name for name in site.listing.get(folder, ()) if f"{folder}/{name}" != link.path]
        found = nearest(name, known) if len(known) <= _MANY else None
        if found:
            return _as_written(target[: len(target) - len(name)] + found, link)
    return None


def _as_written(path: str, link: LinkRecord) -> str:
    """A path as the post would write it."""
    if path[:1] == "/":
        return path
    from posixpath import relpath

    return relpath(path, parent_of(link.path) or ".")


def _extension(target: str) -> str:
    match = _EXTENSION.search(target)
    return match[1].lower() if match else ""


_EXTENSION: Final = late(r"[^/]\.([A-Za-z][A-Za-z0-9]{0,8})$")
# Nearly every short name is like some other.
_SHORT: Final = 4
# A folder with more files than this is not searched for a name that somebody mistyped.
_MANY: Final = 2000
_MARKDOWN_EXTENSIONS: Final = frozenset(extension[1:] for extension in MARKDOWN)
_ASSETS: Final = frozenset(
    (
        *("png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp", "tif", "tiff"),
        *("mp4", "m4v", "webm", "mov", "ogg", "mp3", "m4a", "wav", "pdf"),
    )
)
_GENERATED: Final = late(
    r"/(?:tags?|categor(?:y|ies)|authors?|topics?|series|archives?|search|page|feeds?|rss|atom"
    r"|news?letter|404)(?:/|$)|\.(?:xml|json|txt|rss|atom)$|/\d+$",
    re.IGNORECASE,
)
_REDIRECTS: Final = (
    "_redirects",
    ".htaccess",
    "netlify.toml",
    "vercel.json",
    "firebase.json",
    "staticwebapp.config.json",
    "redirects.json",
    "redirects.js",
    "redirects.ts",
)
