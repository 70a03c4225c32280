"""Patterns of addresses, as the configuration and the command line have them."""

from __future__ import annotations

from collections.abc import Iterable

from blint.site.links.web_urls import host_of, is_web, web_url


class Patterns:
    """Some patterns: `*` stands for anything, slashes too; without one it is an address, or a host.

    A host stands for all its addresses and those of the hosts below it.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._urls: set[str] = set()
        self._hosts: set[str] = set()
        self._stars: list[list[str]] = []
        for pattern in patterns:
            if "*" in pattern:
                start = pattern if is_web(pattern) or pattern.startswith("*") else f"*//{pattern}"
                self._stars.append(start.split("*"))
            elif is_web(pattern):
                self._urls.add(web_url(pattern).url)
            else:
                self._hosts.add(pattern.lower().strip("/"))

    def __bool__(self) -> bool:
        return bool(self._urls or self._hosts or self._stars)

    def match(self, url: str, written: Iterable[str] = ()) -> bool:
        """Whether one of the patterns is meant by an address, however it is written in posts."""
        if url in self._urls or (self._hosts and self._has_host(url)):
            return True
        return any(_fits(one, parts) for parts in self._stars for one in (url, *written))

    def _has_host(self, url: str) -> bool:
        host = host_of(url)
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        labels = name.split(".")
        below = {".".join(labels[at:]) for at in range(len(labels))}
        return host in self._hosts or not below.isdisjoint(self._hosts)


def _fits(text: str, parts: list[str]) -> bool:
    """Whether a text has the parts of a pattern in order; looks at each place once."""
    first, *middle, last = parts
    if not text.startswith(first) or len(text) < len(first) + len(last):
        return False
    at, end = len(first), len(text) - len(last)
    for part in middle:
        at = text.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return text.endswith(last)
