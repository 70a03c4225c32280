"""Whether anything on a site that is known as a whole answers a link, and what was meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from blint.late import late
from blint.site.links.group import Group
from blint.site.links.lookup import parent_of
from blint.site.links.missing import Missing, looks_like_host
from blint.site.links.records import LinkRecord, Page, key_of
from blint.site.model import Site
from blint.site.nearest import nearest
from blint.site.routing.layouts import Rules, rules_of
from blint.site.routing.permalinks import may_be_post
from blint.site.routing.writing import as_served


def missing_exactly(link: LinkRecord, group: Group, site: Site) -> Missing | None:
    """What a link that no page of its group answers to lacks; None: nothing, or nobody knows."""
    rules = rules_of(site.settings[link.collection])
    if rules is None:
        return None
    judge = _Judge(group, site, rules)
    if any(judge.answers(target) for target in link.targets):
        return None
    target = link.targets[0]
    forgot_scheme = not link.absolute and looks_like_host(link.written)
    if not forgot_scheme and judge.may_answer(target):
        return None
    if judge.is_outside(target):
        for inside in judge.inside(target):
            # Every site has a main page.
            is_there = inside == f"{rules.layout.base}/" or inside in group.by_address
            if is_there or judge.answers(inside):
                # Some generators put the base before images themselves.
                return Missing(target, meant=inside, sure=not link.image)
        return Missing(target) if rules.router.owns(target, rules.layout) else None
    other_case = judge.other_case(link)
    if other_case is not None:
        return Missing(target, other_case)
    return judge.meant(link)


class _Judge:
    """Judges the targets of links by the rules of their site."""

    def __init__(self, group: Group, site: Site, rules: Rules) -> None:
        self._group = group
        self._site = site
        self._layout, self._router = rules.layout, rules.router

    def answers(self, target: str) -> bool:
        """Whether a file, a redirect or something generated answers a target."""
        layout = self._layout
        if target in self._group.absent:
            return False
        if target[:1] != "/":
            if self._is_nickname(target):
                return True
            if not self._router.publishes(target, layout):
                return False
            return self._is_file(target) or target.rstrip("/") in self._site.folders
        if self._is_filled(target):
            return True
        if any(map(self._is_file, self._router.sources(target, layout))):
            return True
        if any(map(self._is_file, self._beside_pages(target))):
            return True
        return layout.redirects.answers(self._without_base(target))

    def may_answer(self, target: str) -> bool:
        """Whether something that blint cannot see may answer a target."""
        if target[:1] != "/":
            # What has no extension may be an address that nobody knows of.
            return not self._layout.found and "." not in target[target.rfind("/") + 1 :]
        if not self._layout.found and not may_be_post(self._without_base(target), self._layout):
            return True
        if self._router.generated(target, self._layout, self._site):
            return True
        if self._site.may_hold(target):
            return True
        if self._layout.redirects.open and "." not in target[target.rfind("/") :]:
            return True
        # With drafts a list may be long enough: what the link lacks is their publication.
        if self._is_filled(target, hidden=True):
            return True
        return any(not page.certain for page in self._group.pages)

    def _is_nickname(self, target: str) -> bool:
        """Whether a target is what one published page is called, and no other."""
        called = (page for page in self._group.pages if target in page.nicknames)
        return sum(page.why_hidden(self._site.today) is None for page in called) == 1

    def _is_filled(self, target: str, *, hidden: bool = False) -> bool:
        """Whether a URL path is a further page of a list that has posts enough for it; `hidden`:
        those that are not published count, too."""
        numbered = self._router.numbered
        found = numbered(target, self._layout) if numbered is not None else None
        if found is None:
            return False
        first, needed = found
        listed = (page for page in self._group.pages if not page.path and first in page.outputs)
        today = self._site.today
        return sum(hidden or page.why_hidden(today) is None for page in listed) >= needed

    def is_outside(self, target: str) -> bool:
        """Whether a URL path is on the site's host, but not below the site's base path."""
        base = self._layout.base
        return bool(base) and target[:1] == "/" and not f"{target}/".startswith(f"{base}/")

    def inside(self, target: str) -> Iterator[str]:
        """What may be meant by a URL path outside: it lacks the base, or nearly begins with it."""
        base = self._layout.base
        yield base + target
        if target.casefold().startswith(base.casefold()):
            yield f"{base}/{target[len(base) :].lstrip('/')}"

    def other_case(self, link: LinkRecord) -> str | None:
        """What differs from a link's target in nothing but case."""
        for target in link.targets:
            found = self._group.other_case(target)
            if found is not None:
                return found
            paths = self._router.sources(target, self._layout) if target[:1] == "/" else (target,)
            for path in (*paths, *self._beside_pages(target)):
                found = self._site.folded.get(path.casefold())
                # The file itself may be one that the generator leaves out.
                if found is not None and found != path:
                    right = _recased(target, found)
                    if right in self._group.by_address or self.answers(right):
                        return right
        return None

    def meant(self, link: LinkRecord) -> Missing:
        """What a link lacks, and what was probably meant: the one page of the same name, or else
        something with nearly the same name."""
        target = link.targets[0]
        if target in self._group.absent:
            return Missing(target)
        key = key_of(target)
        is_url = target[:1] == "/"
        pages = [
            page
            for page in self._group.pages
            if page.path != link.path
            and page.outputs
            # The address of a page may not be known to the letter.
            and "\0" not in page.outputs[0]
            # What a post brings may be an image, or a feed.
            and (page.path or (is_url and page.outputs[0].endswith(".html")))
        ]
        named = [
            page for page in pages if key and key in {key_of(page.path), *map(key_of, page.outputs)}
        ]
        if len(named) == 1 and not link.image and _is_likely(named[0], link, key):
            # What is looked up by a name of its own may need quotation marks.
            is_plain = is_url or ":" not in target
            written = (self._router.writes or as_served)(named[0], link, self._layout)
            if written is not None:
                return Missing(target, meant=written, sure=is_plain)
        return Missing(target, meant=self._nearest_file(target))

    def _nearest_file(self, target: str) -> str | None:
        name = target.rstrip("/").rpartition("/")[2]
        if len(name.partition(".")[0]) < _SHORT:
            return None
        paths = self._router.sources(target, self._layout) if target[:1] == "/" else (target,)
        for path in (*paths, *self._beside_pages(target)):
            folder, _, base = path.rpartition("/")
            names = self._site.listing.get(folder, ())
            found = nearest(base, names) if 0 < len(names) <= _MANY else None
            if found is not None:
                return target[: len(target) - len(name)] + found
        return None

    def _beside_pages(self, target: str) -> Iterator[str]:
        """The files of page bundles that are published at a URL path."""
        for page in self._group.pages:
            if page.folder:
                for output in page.outputs:
                    start = output[: output.rfind("/") + 1]
                    if len(target) > len(start) and target.startswith(start):
                        yield page.folder + target[len(start) :]
            folder, url = page.attached
            if folder and target.startswith(url):
                for name in self._router.named(target[len(url) :], self._layout):
                    yield folder + name

    def _is_file(self, path: str) -> bool:
        files = self._site.files
        if path in files:
            return True
        if path.isascii():
            return False
        return any(unicodedata.normalize(form, path) in files for form in ("NFC", "NFD"))

    def _without_base(self, url: str) -> str:
        base = self._layout.base
        return url[len(base) :] if base and url.startswith(f"{base}/") else url


def _recased(target: str, exact: str) -> str:
    """A target with the case of a path, as far as the two are alike from their ends."""
    parts, right = target.split("/"), exact.split("/")
    for place in range(1, min(len(parts), len(right)) + 1):
        if parts[-place].casefold() != right[-place].casefold():
            break
        parts[-place] = right[-place]
    return "/".join(parts)


def _is_likely(page: Page, link: LinkRecord, key: str) -> bool:
    """Whether a page that has the name of a link's target is likely to be meant.

    One far away may merely have a common name, such as `configuration`; a name of several words is
    rarely that of two things.
    """
    target = link.targets[0]
    if _OTHER_FILE.search(target):
        return False
    near = parent_of(parent_of(link.path))
    return page.path.startswith(f"{near}/" if near else "") or key.count("-") > 1


# Pictures, programs and the like, which no page can stand for.
_OTHER_FILE = late(r"\.(?!(?:md|mdx|markdown|html?)$)[A-Za-z][A-Za-z0-9]{0,7}$")
# Nearly every short name is like some other.
_SHORT = 4
# A folder with more files than this is not searched for a name that somebody mistyped.
_MANY = 2000
