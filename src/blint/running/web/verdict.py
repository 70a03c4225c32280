"""What asking came to, judged: a trace becomes a verdict. Nothing here asks for anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

from blint.late import late
from blint.running.web.model import Answer, Trace
from blint.running.web.page import fragments_of, is_challenge, looks_not_found, shows_nothing
from blint.site.links.verdicts import Verdict, Word
from blint.site.links.web_urls import parts_of

_BROKEN: Final = frozenset(("dns", "tls", "redirect", "loop", "hops", "invalid"))
_SKIPPED: Final = frozenset(("private", "port"))
_REASONS: Final = {401: "auth", 403: "refuses", 407: "auth", 429: "rate", 451: "refuses"}
FOR_GOOD: Final = frozenset((301, 308))
_NOT_CHANGED: Final = (200, 300, 304)


def judge(trace: Trace, fragments: Sequence[str] = ()) -> Verdict:
    """The verdict on an address. `fragments` are those to look for, if its page was read."""
    end = trace.end
    way = Verdict(
        verdict="ok",
        status=end.status if isinstance(end, Answer) else 0,
        final=trace.url if trace.hops else "",
        hops=tuple(f"{hop.status} {hop.url}" for hop in trace.hops),
    )
    if isinstance(end, str):
        return _with(way, _word_of(end), end)
    if end.header("cf-mitigated") or end.header("x-anubis-action"):
        return _with(way, "unverified", "bot")
    if not _is_fine(end.status):
        word: Word = "broken" if end.status in {404, 410} else "unverified"
        return _with(way, word, "gone" if word == "broken" else _reason(end.status))
    reason = _doubt(trace, end)
    if reason:
        return _with(way, "unverified", reason)
    moved = _moved(trace, way)
    return _with_fragments(moved, end, fragments) if fragments else moved


def _with(way: Verdict, word: Word, reason: str) -> Verdict:
    return Verdict(verdict=word, reason=reason, status=way.status, final=way.final, hops=way.hops)


def _word_of(reason: str) -> Word:
    if reason in _BROKEN:
        return "broken"
    return "skipped" if reason in _SKIPPED else "unverified"


def _is_fine(status: int) -> bool:
    return 200 <= status < 300 or status in _NOT_CHANGED


def _reason(status: int) -> str:
    if status in _REASONS:
        return _REASONS[status]
    if 400 <= status < 500:
        return "client"
    return "server" if 500 <= status < 600 else "odd"


def _doubt(trace: Trace, end: Answer) -> str:
    """Why a page that was found may not be the one that is meant; empty: nothing says so."""
    if end.body is not None and is_challenge(end.body):
        return "bot"
    if end.body is not None and looks_not_found(end.body):
        return "soft-404"
    if not trace.hops:
        return ""
    start, final = parts_of(trace.start), parts_of(trace.url)
    path, last = _path(start.target), _path(final.target)
    if _LOGIN.search(f"{final.host}{last}") and not _LOGIN.search(f"{start.host}{path}"):
        return "auth"
    if _NOT_FOUND.search(last) and not _NOT_FOUND.search(path):
        return "soft-404"
    deep = path.strip("/").count("/") >= 1 or len(path) > 12
    to_root = last in {"", "/"} and "?" not in final.target
    return "soft-404" if deep and to_root and not _is_language(path) else ""


def _moved(trace: Trace, way: Verdict) -> Verdict:
    """Whether a page that is there has moved for good."""
    if not trace.hops or any(hop.status not in FOR_GOOD for hop in trace.hops):
        return way
    fragment = next((hop.fragment for hop in reversed(trace.hops) if hop.fragment), "")
    final = f"{trace.url}#{fragment}" if fragment else trace.url
    if _is_same_place(trace.start, trace.url) and not fragment:
        # https instead of http, or a slash: nobody is led astray, and `insecure-link` may ask.
        return Verdict(verdict="ok", status=way.status, final=final, hops=way.hops, fixable=True)
    if _is_locale(trace.start, trace.url) or _CONSENT.search(_place(trace.url)):
        return way
    # Nobody wants to lead readers from `https` to `http` without a look.
    worse = trace.start.startswith("https:") and not trace.url.startswith("https:")
    return Verdict(
        verdict="moved", status=way.status, final=final, hops=way.hops, fixable=not worse
    )


def _place(url: str) -> str:
    parts = parts_of(url)
    return f"{parts.host}{_path(parts.target)}"


def _is_same_place(start: str, final: str) -> bool:
    return _plain(start) == _plain(final)


def _plain(url: str) -> str:
    parts = parts_of(url)
    path, mark, query = parts.target.partition("?")
    port = "" if parts.port in {80, 443} else str(parts.port)
    return f"{parts.host}:{port}{path.rstrip('/')}{mark}{query}"


def _is_locale(start: str, final: str) -> bool:
    """Whether the way leads to the same page in the language that was asked for."""
    before, after = _segments(start), _segments(final)
    added = [one for one in after if _LOCALE.fullmatch(one)]
    return any([one for one in after if one != each] == before for each in added)


def _segments(url: str) -> list[str]:
    return [part for part in _path(parts_of(url).target).split("/") if part]


def _is_language(path: str) -> bool:
    return _LOCALE.fullmatch(path.strip("/")) is not None


def _path(target: str) -> str:
    return target.partition("?")[0]


def _with_fragments(verdict: Verdict, end: Answer, fragments: Sequence[str]) -> Verdict:
    kind = end.header("content-type").partition(";")[0].strip().lower()
    if end.body is None or (kind and kind not in _PAGES):
        return verdict
    there = fragments_of(end.body)
    missing = [one for one in fragments if not _has(there, one)]
    if missing and (end.cut or shows_nothing(end.body)):
        return _with(verdict, "unverified", "body")
    return Verdict(
        verdict=verdict.verdict,
        status=verdict.status,
        final=verdict.final,
        hops=verdict.hops,
        fixable=verdict.fixable,
        missing=tuple(sorted(missing)),
        found=tuple(sorted(set(fragments) - set(missing))),
    )


def _has(there: frozenset[str], fragment: str) -> bool:
    names = {fragment, unquote(fragment)}
    return any(name in there or f"user-content-{name}" in there for name in names)


_PAGES: Final = frozenset(("text/html", "application/xhtml+xml"))
_LOCALE: Final = late(r"[a-z]{2}(?:[-_][a-zA-Z]{2,4})?")
_LOGIN: Final = late(
    r"(?:^|[/.])(?:log-?in|sign[-_]?in|sso|oauth2?|saml2?)(?:$|[/.?])|^accounts\.", re.IGNORECASE
)
_CONSENT: Final = late(
    r"(?:^|[/.])(?:cookie-?)?(?:consent|wall|gdpr)(?:$|[/.])|cookie-?wall", re.IGNORECASE
)
_NOT_FOUND: Final = late(r"(?:^|[/_-])(?:404|(?:page-?)?not[-_]?found)(?:$|[/._-])", re.IGNORECASE)
