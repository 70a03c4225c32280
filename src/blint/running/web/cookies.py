"""Cookies of one chain of redirects: some sites go in circles for whoever does not return them."""

from __future__ import annotations

from blint.running.web.model import Answer
from blint.site.links.web_urls import parts_of

_MOST = 20
_LONGEST = 4096


class Jar:
    """Cookies by the exact host that set them; no other is sent any, and nothing is kept."""

    def __init__(self) -> None:
        self._cookies: dict[str, dict[str, str]] = {}

    def take(self, url: str, answer: Answer) -> None:
        """Keep what an answer sets."""
        own = self._cookies.setdefault(parts_of(url).host, {})
        for name, value in answer.headers:
            key, equals, rest = value.partition(";")[0].partition("=")
            fits = len(own) < _MOST and len(value) <= _LONGEST and value.isascii()
            if name == "set-cookie" and equals and fits and value.isprintable():
                own[key.strip()] = rest.strip()

    def sent_to(self, url: str) -> str:
        """The value of the header `Cookie` for a request, empty for none."""
        own = self._cookies.get(parts_of(url).host, {})
        return "; ".join(f"{name}={value}" for name, value in own.items())
