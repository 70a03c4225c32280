"""The pages and links that share a name, and which page a link leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Final
from urllib.parse import unquote

from blint.late import late
from blint.site.links.missing import Missing
from blint.site.links.records import Absent, LinkRecord, Page, Record
from blint.site.routing.paths import served_at


class Group:
    """The pages and links that share a name.

    `absent` are targets that nothing answers, though a file is there. `by_address` are the pages
    by all that they answer to; one that is never published comes after others. `leads` pairs each
    link with the post that it leads to, if it is one of the group; `stray` are the links that lead
    to none.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.links: list[LinkRecord] = []
        self.pages: list[Page] = []
        self.absent: set[str] = set()
        self.lacks: dict[int, Missing | None] = {}
        """What links, by identity, lack that lead to no page; filled by `resolve` when asked."""
        for record in records:
            if type(record) is LinkRecord:
                self.links.append(record)
            elif type(record) is Page:
                self.pages.append(record)
            elif type(record) is Absent:
                self.absent.add(record.target)
        self.by_address = self._by_address() if self.pages else {}
        self.leads = [(link, self.page_of(link)) for link in self.links]
        self.stray = [link for link, page in self.leads if page is None]

    def _by_address(self) -> dict[str, Page]:
        found: dict[str, Page] = {}
        pages = self.pages
        if len(pages) > 1:
            pages = sorted(pages, key=lambda page: (page.draft, page.stands_in, not page.path))
        for page in pages:
            for address in page.addresses:
                found.setdefault(address, page)
            if not page.addresses:
                if page.linked:
                    found.setdefault(page.path, page)
                for output in page.outputs:
                    for url in served_at(output):
                        found.setdefault(url, page)
        for name, page in self._nicknamed():
            found.setdefault(name, page)
        return found

    def _nicknamed(self) -> Iterator[tuple[str, Page]]:
        """The names that one page alone has, drafts left out."""
        called: dict[str, list[Page]] = {}
        for page in self.pages:
            for name in page.nicknames if not page.draft else ():
                called.setdefault(name, []).append(page)
        yield from ((name, pages[0]) for name, pages in called.items() if len(pages) == 1)

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {address.casefold(): address for address in self.by_address}

    def other_case(self, target: str) -> str | None:
        """The address of a post that differs from a target in nothing but case."""
        return self._folded.get(target.casefold())

    def brings(self, page: Page, fragment: str) -> bool:
        """Whether other posts bring about a place of a page, as they do on a list of them."""
        for output in page.outputs:
            ids = self._brought.get(output)
            if ids is not None and ("" in ids or fragment in ids or unquote(fragment) in ids):
                return True
        return False

    def attached_to(self, link: LinkRecord) -> Page | None:
        """The post whose attached files a link leads to, if one of them is there."""
        for page in self.pages:
            url = page.attached[1]
            if url and any(target.startswith(url) for target in link.targets):
                return page
        return None

    @cached_property
    def _brought(self) -> dict[str, set[str]]:
        """The ids that posts bring about, by output; the empty one where they are not known."""
        found: dict[str, set[str]] = {}
        for page in self.pages:
            if not page.path and not page.draft:
                for output in page.outputs:
                    found.setdefault(output, set()).update(page.anchors or ("",))
        return found

    def page_of(self, link: LinkRecord) -> Page | None:
        """The post that a link leads to, if it is one of the group."""
        page = self.by_address.get(link.targets[0])
        if page is not None and not page.draft:
            return page
        hidden = None
        for target in link.targets:
            page = self.by_address.get(target)
            if page is not None and not page.draft:
                return page
            hidden = hidden or page
        if link.exact or hidden is not None:
            return hidden
        for target in link.targets:
            dated = DATED_URL.fullmatch(target) if target[:1] == "/" else None
            if dated is not None:
                for page in self.pages:
                    if _is_dated(page, dated):
                        return page
        return None


def linked(records: list[Record]) -> Group | None:
    """The group of some records, or None where no link is among them."""
    # Most groups that have links have nothing but links at their end.
    for record in reversed(records):
        if type(record) is LinkRecord:
            return Group(records)
    return None


def _is_dated(page: Page, dated: re.Match[str]) -> bool:
    name = dated["name"]
    if not any(name in {known, known.lower()} for known in page.names):
        return False
    return not page.days or any(_same_day(day, dated) for day in page.days)


def _same_day(day: str, dated: re.Match[str]) -> bool:
    """Whether a URL's date fits a post's: a time zone may move the day by one."""
    try:
        own = date.fromisoformat(day)
        year, month = int(dated["year"]), int(dated["month"] or own.month)
        given = date(year, month, int(dated["day"] or min(own.day, 28)))
    except ValueError:
        return False
    if dated["day"]:
        return abs((own - given).days) <= 1
    return (own.year, own.month) == (given.year, given.month)


DATED_URL: Final = late(
    r"(?P<prefix>(?:/[^/]+)*?)/(?P<year>(?:19|20)\d\d)"
    r"(?:/(?P<month>[01]?\d)(?:/(?P<day>[0-3]?\d))?)?/(?P<name>(?!\d+$)[^/]+)"
)
