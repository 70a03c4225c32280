"""The pages and links that share a name, and which page a link leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Final

from blint.site.missing import Missing
from blint.site.records import LinkRecord, Page, Record
from blint.site.routing.paths import served_at


class Group:
    """The pages and links that share a name."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.links: list[LinkRecord] = []
        self.pages: list[Page] = []
        self.lacks: dict[LinkRecord, Missing | None] = {}
        """What links that lead to no page lack, as far as it was asked for; see `resolve`."""
        for record in records:
            if type(record) is Page:
                self.pages.append(record)
            elif type(record) is LinkRecord:
                self.links.append(record)

    @cached_property
    def by_address(self) -> dict[str, Page]:
        """The pages by all that they answer to; one that is never published comes after others."""
        found: dict[str, Page] = {}
        pages = self.pages
        if len(pages) > 1:
            pages = sorted(pages, key=lambda page: page.draft)
        for page in pages:
            for address in page.addresses:
                found.setdefault(address, page)
            if not page.addresses:
                found.setdefault(page.path, page)
                for output in page.outputs:
                    for url in served_at(output):
                        found.setdefault(url, page)
        return found

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {address.casefold(): address for address in self.by_address}

    def other_case(self, target: str) -> str | None:
        """The address of a post that differs from a target in nothing but case."""
        return self._folded.get(target.casefold())

    @cached_property
    def leads(self) -> list[tuple[LinkRecord, Page | None]]:
        """Each link with the post that it leads to, if it is one of the group."""
        return [(link, self.page_of(link)) for link in self.links]

    def page_of(self, link: LinkRecord) -> Page | None:
        """The post that a link leads to, if it is one of the group."""
        for target in link.targets:
            page = self.by_address.get(target)
            if page is not None:
                return page
        if link.exact:
            return None
        for target in link.targets:
            dated = DATED_URL.fullmatch(target)
            if dated is not None:
                for page in self.pages:
                    if _is_dated(page, dated):
                        return page
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


DATED_URL: Final = re.compile(
    r"(?P<prefix>(?:/[^/]+)*?)/(?P<year>(?:19|20)\d\d)"
    r"(?:/(?P<month>[01]?\d)(?:/(?P<day>[0-3]?\d))?)?/(?P<name>(?!\d+$)[^/]+)"
)
