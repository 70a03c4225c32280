"""malformed-url: a web address that no browser can follow."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from blint.diagnostics import Edit, Finding, Fix
from blint.late import late
from blint.reading.document import Link
from blint.reading.post import Post
from blint.site.confusables import code_point
from blint.site.links.passwords import without_password
from blint.site.settings import Settings
from blint.source import Span


class _Fault(NamedTuple):
    """What is wrong, and the cure: so many characters at the start become `prefix`."""

    what: str
    wrong: int = 0
    prefix: str = ""
    safe: bool = True


def check(post: Post, _settings: Settings) -> Iterator[Finding]:
    """Report each web address whose scheme or host cannot be right, or that holds unseen text."""
    for link in post.document.links:
        if link.templated:
            continue
        destination = link.destination
        unseen = [] if destination.isascii() else _unseen(destination)
        # A bare URL is often an example in prose, and is no link at all on many sites.
        fault = None if link.kind == "bare" else _fault(destination.strip())
        if unseen:
            yield _unseen_finding(post, link, unseen)
        elif fault is not None:
            yield _finding(post, link, fault)


def _unseen(url: str) -> list[int]:
    """Where characters stand that show nothing and that nobody means in an address.

    A joiner is meant beside letters of another script, or in an emoji. The fragment of a link
    within the site may repeat what a heading holds.
    """
    end = len(url)
    if not _ABSOLUTE.match(_INVISIBLE.sub("", url)):
        end = len(url.partition("#")[0])
    return [
        found.start()
        for found in _INVISIBLE.finditer(url, 0, end)
        if found[0] not in _JOINERS
        or (url[: found.start()][-1:] + url[found.end() :][:1]).isascii()
    ]


def _unseen_finding(post: Post, link: Link, unseen: list[int]) -> Finding:
    url, span = link.destination, link.destination_span
    shown = without_password(_INVISIBLE.sub("", url))
    points = dict.fromkeys(url[at] for at in unseen)
    names = " and ".join(
        f"{code_point(one)} ({unicodedata.name(one, 'unnamed').lower()})" for one in points
    )
    help_text = "Remove it." if len(unseen) == 1 else "Remove them."
    fix = None
    if post.text[span.start : span.end] == url:
        edits = tuple(Edit(Span(span.start + at, span.start + at + 1), "") for at in unseen)
        # A file of the site may bear the character in its name.
        fix = Fix(help_text.rstrip("."), edits, safe=_ABSOLUTE.match(shown) is not None)
    what = "an invisible" if len(unseen) == 1 else "invisible characters:"
    return Finding(span, f"The address `{shown}` holds {what} {names}.", help=help_text, fix=fix)


def _fault(url: str) -> _Fault | None:
    # Nearly all are paths of the site or plain addresses of another, which is soon told.
    if ":" in url:
        if _PLAIN.match(url):
            return None
    elif "//" not in url and not url.startswith("www."):
        return None
    match = _HTTP.match(url)
    if match is None:
        return _scheme_fault(url)
    if match[1] != "//":
        return _Fault("does not have `//` after its scheme", match.end(), _scheme(url) + "://")
    double = _DOUBLE.match(url)
    if double is not None:
        return _Fault("has two schemes", double.end(), _scheme(double[1]) + "://")
    authority = _PATH.split(url[match.end() :], maxsplit=1)[0]
    if _PLACEHOLDER.search(authority):
        return None
    return _host_fault(authority.rpartition("@")[2])


def _scheme_fault(url: str) -> _Fault | None:
    mail = _NEARLY_MAILTO.match(url)
    if mail is not None:
        return _Fault("has a misspelt scheme", mail.end(), "mailto:")
    if url.startswith("www."):
        return _Fault("has no scheme, so it is a path on this site", 0, "https://", safe=False)
    match = _NEARLY_HTTP.match(url)
    if match is None:
        return None
    word = match[1].lower()
    if word not in {"http", "https"} and not _is_misspelt(word):
        return None
    return _Fault("has a misspelt scheme", match.end(), _scheme(word) + "://")


def _is_misspelt(word: str) -> bool:
    """Whether a word is `http` or `https` with a slip or with its letters in disorder."""
    if set(word) <= set("htps") and {"t", "p"} <= set(word) and len(word) <= 8:
        return True
    from rapidfuzz.distance import OSA

    return OSA.distance(word, "http", score_cutoff=1) < 2 or (
        OSA.distance(word, "https", score_cutoff=1) < 2
    )


def _host_fault(host: str) -> _Fault | None:
    if host.startswith("["):
        return None
    name, colon, port = host.partition(":")
    if not name:
        return _Fault("has no host")
    if colon and port and not (port.isascii() and port.isdigit() and int(port[:9]) <= 65535):
        return _Fault(f"has the port `{port}`, which cannot be")
    if _NOT_IN_HOST.search(name):
        return _Fault(f"has the host `{name}`, with a character that no host has")
    labels = name.removesuffix(".").split(".")
    if "" in labels:
        return _Fault(f"has the host `{name}`, with nothing between two dots")
    if max(map(len, labels)) > 63:
        return _Fault("has a host with a part of more than 63 characters")
    return None


def _scheme(text: str) -> str:
    return "https" if "s" in text[:8].lower().partition(":")[0] else "http"


def _finding(post: Post, link: Link, fault: _Fault) -> Finding:
    span = link.destination_span
    fix = None
    if fault.prefix and post.text[span.start : span.end].startswith(link.destination):
        start = span.start + len(link.destination) - len(link.destination.lstrip())
        edit = Edit(Span(start, start + fault.wrong), fault.prefix)
        fix = Fix(f"Begin it with `{fault.prefix}`", (edit,), safe=fault.safe)
    return Finding(
        span,
        f"The address `{without_password(link.destination)}` {fault.what}.",
        help=f"Begin it with `{fault.prefix}`." if fault.prefix else None,
        fix=fix,
    )


# The format characters of Unicode that show nothing by themselves; those that make flags are out.
_INVISIBLE: Final = late(
    r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_JOINERS: Final = "\u200c\u200d"
_ABSOLUTE: Final = late(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_PLAIN: Final = late(r"https?://[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+(?:[/?#]|$)")
_HTTP: Final = late(r"https?:([/\\]*)", re.IGNORECASE)
_DOUBLE: Final = late(r"https?://(https?):?//", re.IGNORECASE)
_NEARLY_HTTP: Final = late(r"([a-z]{3,8})(?:[:;.,]{0,2}//+|:/+)(?=\w)", re.IGNORECASE)
_NEARLY_MAILTO: Final = late(
    r"(?:mail|mail-to|mailto|mailt|malito|maito|mialto)(?:://|:)(?<!^mailto:)(?=[^/@\s]+@)",
    re.IGNORECASE,
)
_PATH: Final = late(r"[/?#\\]")
_PLACEHOLDER: Final = late(r"[{}<>$\[\]*]|%[A-Z_]+%")
_NOT_IN_HOST: Final = late(r"[\x00-\x20!\"'(),;=^`|~&+]|%(?:[01]|20)")
