"""What is known of addresses on the web: verdicts, and the links that they are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import msgspec

from blint.facts import PostFacts
from blint.site.links.passwords import without_password
from blint.site.links.web_urls import inert_url, web_url
from blint.site.settings import Settings
from blint.source import Span

Word = Literal["ok", "moved", "broken", "unverified", "skipped"]
WORDS: Final = ("broken", "moved", "unverified", "ok", "skipped")
"""All verdicts, those that ask for most first."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of one address.

    `reason` is one of REASONS, empty where an answer was plain. `status` is the last one that was
    answered, 0 where none was. `final` is where redirects ended, if elsewhere; `hops` are all of
    them, each a status and an address. `fixable`: `final` is where the site itself says the page is
    for good. `missing` are fragments that the page does not have, `found` those that it has.
    `since` is the day of the first of the failures up to now, `fails` how many there were, on
    different days; `checked` is when this was found out.
    """

    verdict: Word
    reason: str = ""
    status: int = 0
    final: str = ""
    hops: tuple[str, ...] = ()
    fixable: bool = False
    missing: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    since: str = ""
    fails: int = 0
    checked: str = ""


class WebLink(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A link to an address, where it stands in a post. `written` is its destination as written,
    `published` when the post was, as far as that is known."""

    path: str
    span: Span
    written: str
    fragment: str = ""
    published: str = ""

    @property
    def shown(self) -> str:
        """The destination for a message: without a password."""
        return without_password(self.written)


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, WebLink]]:
    """The links to other sites, under the address that each is asked for at."""
    del settings
    for link in facts.external:
        found = web_url(link.destination)
        yield (
            found.url,
            WebLink(facts.path, link.span, link.destination, found.fragment, facts.published[:10]),
        )


def because(verdict: Verdict) -> str:
    """Why a verdict is what it is, in words that follow a colon."""
    text = REASONS.get(verdict.reason, verdict.reason)
    if verdict.status and verdict.reason in _WITH_STATUS:
        text = f"{text} (status {verdict.status})"
    elif not text and verdict.status:
        text = f"the answer is {verdict.status}"
    return text


def archived(url: str, day: str) -> str:
    """Where the Internet Archive has the copy of a page nearest to a day; it is not asked.

    The `day` is an ISO date; empty: the newest copy.
    """
    stamp = day.replace("-", "")
    return f"https://web.archive.org/web/{stamp if stamp.isdigit() else '2'}/{url}"


def rewritten(final: str, link: WebLink) -> str:
    """The destination that leads a link to a new address, as any kind of link can hold it.

    Its fragment stays, unless the new address has one of its own.
    """
    page, mark, fragment = final.partition("#")
    text = inert_url(page)
    if mark:
        text = f"{text}#{inert_url(fragment)}"
    elif link.fragment:
        text = f"{text}#{link.fragment.translate(_ESCAPED)}"
    return text.replace("&", "&amp;") if ";" in text else text


_ESCAPED: Final = {ord(one): f"%{ord(one):02X}" for one in "()'|<>\"\\ `"}
_WITH_STATUS: Final = frozenset(
    ("gone", "auth", "refuses", "bot", "rate", "server", "client", "odd")
)

REASONS: Final = {
    "": "",
    # broken
    "gone": "the page is not there",
    "dns": "there is no such host",
    "tls": "the certificate of its host is not valid",
    "redirect": "it redirects to nowhere that can be followed",
    "loop": "it redirects in a circle",
    "hops": "it redirects more than ten times",
    "invalid": "no browser can follow this address",
    # unverified
    "auth": "the page wants a login",
    "refuses": "the server refuses to answer a program",
    "bot": "the server asks for proof of being human",
    "rate": "the server has had too many requests",
    "server": "the server has a fault of its own",
    "client": "the server does not understand the request",
    "odd": "the answer is not one that means anything",
    "timeout": "there was no answer in time",
    "connect": "the host takes no connection in time",
    "closed": "the connection broke",
    "refused": "the host takes no connection",
    "lookup": "the name of the host cannot be looked up at the moment",
    "network": "no host could be reached at all",
    "chain": "nobody known vouches for the certificate of its host",
    "protocol": "the answer is not HTTP as it should be",
    "body": "the page could not be read for its fragments",
    "fault": "blint itself failed on it",
    "soft-404": "it leads to a page that seems to say that something was not found",
    "unreachable": "other addresses of the host gave no answer",
    # skipped
    "deadline": "the time for the whole run was over",
    "interrupted": "the run was interrupted",
    "private": "it is in a private network",
    "port": "no web server uses its port",
    "example": "it is an example",
    "excluded": "the configuration leaves it out",
    "unasked": "the command line asks for others",
    "ignored": "the configuration says to ignore it",
    "offline": "nothing is known of it, and nothing was asked",
    "placeholder": "it has a placeholder in it",
}
"""Reasons of verdicts, in words."""
