"""Whether anything on a site that is known as a whole answers a link, and what was meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from posixpath import relpath

from blint.site.group import Group
from blint.site.missing import Missing
from blint.site.model import Site
from blint.site.nearest import nearest
from blint.site.records import LinkRecord, Page, key_of
from blint.site.routing.layouts import Rules, rules_of
from blint.site.routing.paths import address_of
from blint.site.routing.permalinks import may_be_post


def missing_exactly(link: LinkRecord, group: Group, site: Site) -> Missing | None:
    """What a link that no page of its group answers to lacks; None: nothing, or nobody knows."""
    rules = rules_of(site.settings[link.collection])
    if rules is None:
        return None
    judge = _Judge(group, site, rules)
    if any(judge.answers(target) for target in link.targets):
        return None
    target = link.targets[0]
    if judge.may_answer(target):
        return None
    if judge.is_outside(target):
        inside = rules.layout.base + target
        if inside in group.by_address or judge.answers(inside):
            return Missing(target, meant=inside, sure=True)
        return None
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
        if target[:1] != "/":
            return self._is_file(target) or target.rstrip("/") in self._site.folders
        layout = self._layout
        if any(map(self._is_file, self._router.sources(target, layout))):
            return True
        if any(map(self._is_file, self._beside_pages(target))):
            return True
        return layout.redirects.answers(self._without_base(target))

    def may_answer(self, target: str) -> bool:
        """Whether something that blint cannot see may answer a target."""
        if target[:1] != "/":
            return False
        if not self._layout.found and not may_be_post(self._without_base(target), self._layout):
            return True
        if self._router.generated(target, self._layout, self._site):
            return True
        if self._layout.redirects.open and "." not in target[target.rfind("/") :]:
            return True
        return any(not page.certain for page in self._group.pages)

    def is_outside(self, target: str) -> bool:
        """Whether a URL path is on the site's host, but not below the site's base path."""
        base = self._layout.base
        return bool(base) and target[:1] == "/" and not f"{target}/".startswith(f"{base}/")

    def other_case(self, link: LinkRecord) -> str | None:
        """What differs from a link's target in nothing but case."""
        for target in link.targets:
            found = self._group.other_case(target)
            if found is not None:
                return found
            paths = self._router.sources(target, self._layout) if target[:1] == "/" else (target,)
            for path in (*paths, *self._beside_pages(target)):
                found = self._site.folded.get(path.casefold())
                if found is not None:
                    return found
        return None

    def meant(self, link: LinkRecord) -> Missing:
        """What a link lacks, and what was probably meant: the one page of the same name, or else
        something with nearly the same name."""
        target = link.targets[0]
        key = key_of(target)
        pages = [page for page in self._group.pages if page.path != link.path and page.outputs]
        named = [
            page for page in pages if key and key in {key_of(page.path), *map(key_of, page.outputs)}
        ]
        if len(named) == 1 and not link.image:
            return Missing(target, meant=self._as_written(named[0], link), sure=True)
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

    def _as_written(self, page: Page, link: LinkRecord) -> str:
        """A page as the post would write it: by its file, or by its address."""
        if link.targets[0][:1] == "/":
            return address_of(page.outputs[0])
        return relpath(page.path, link.path.rpartition("/")[0] or ".")

    def _beside_pages(self, target: str) -> Iterator[str]:
        """The files of page bundles that are published at a URL path."""
        for page in self._group.pages:
            if page.folder:
                for output in page.outputs:
                    start = output[: output.rfind("/") + 1]
                    if len(target) > len(start) and target.startswith(start):
                        yield page.folder + target[len(start) :]

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


# Nearly every short name is like some other.
_SHORT = 4
# A folder with more files than this is not searched for a name that somebody mistyped.
_MANY = 2000
