"""Headers for exact origins; what is secret in them comes from the environment, and stays there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Final
from urllib.parse import quote, quote_plus

import msgspec

from blint.late import late
from blint.running.errors import UsageFault
from blint.site.links.verdicts import Verdict
from blint.site.links.web_urls import is_web, parts_of, web_url

Headers = dict[str, dict[str, str]]


def headers_for(
    table: Mapping[str, Mapping[str, str]], environment: Mapping[str, str]
) -> tuple[Headers, tuple[str, ...]]:
    """The headers of `[links.external.headers]` by origin, and what is missing for some.

    Raises UsageFault for what cannot be an origin or a header. Values are in no message.
    """
    found: Headers = {}
    notes: list[str] = []
    for written, headers in table.items():
        own = found.setdefault(_origin(written), {})
        for name, value in headers.items():
            if not _NAME.fullmatch(name) or name.lower() in _OURS:
                raise UsageFault(f"`headers` of `{written}` cannot set `{name}`.")
            missing = [one for one in _VARIABLE.findall(value) if one not in environment]
            notes += (f"`${v}` is not set: `{written}` is asked without `{name}`." for v in missing)
            if missing:
                continue
            text = _VARIABLE.sub(lambda match: environment[match[1]], value).strip()
            if not text.isascii() or not text.isprintable():
                raise UsageFault(f"`headers` of `{written}`: no header can hold that `{name}`.")
            own[name] = text
    return {origin: own for origin, own in found.items() if own}, tuple(notes)


def marks_of(headers: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """A mark for the headers of each origin, another one for others.

    It is written down, and so too short to tell what they are.
    """
    return {
        origin: sha256(repr(sorted(own.items())).encode()).hexdigest()[:4]
        for origin, own in headers.items()
    }


def masking(headers: Mapping[str, Mapping[str, str]]) -> Callable[[Verdict], Verdict]:
    """What takes the values of headers out of a verdict: a server may put them in a redirect.

    An address without them leads elsewhere, so no link is led there.
    """
    words = sorted({text for own in headers.values() for text in _secrets(own)}, key=len)
    if not words:
        return lambda verdict: verdict
    secret = re.compile("|".join(map(re.escape, reversed(words))), re.IGNORECASE)

    def masked(verdict: Verdict) -> Verdict:
        final = secret.sub(_MASK, verdict.final)
        hops = tuple(secret.sub(_MASK, hop) for hop in verdict.hops)
        if (final, hops) == (verdict.final, verdict.hops):
            return verdict
        return msgspec.structs.replace(verdict, final=final, hops=hops, fixable=False)

    return masked


def _secrets(own: Mapping[str, str]) -> set[str]:
    """The texts that show what is in headers: values, and what follows their first word."""
    values = [value for name, value in own.items() if name.lower() not in _PLAIN]
    words = {*values, *(word for value in values for word in value.split()[1:])}
    long = {word for word in words if len(word) >= _SHORTEST}
    return {form(word) for word in long for form in (str, quote, _quoted, quote_plus)}


def _quoted(text: str) -> str:
    return quote(text, safe="")


def _origin(written: str) -> str:
    found = web_url(written) if is_web(written) else None
    if found is None or found.fault or found.user or parts_of(found.url).target != "/":
        message = f"`headers` knows no origin `{written}`; write it as `https://api.example.org`."
        raise UsageFault(message)
    return parts_of(found.url).origin


_MASK: Final = "hidden"
_SHORTEST: Final = 4
_PLAIN: Final = frozenset(("accept", "accept-language", "accept-encoding", "user-agent"))
"""Headers in which nobody keeps a secret."""

_NAME: Final = late(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_VARIABLE: Final = late(r"\$([A-Za-z_][A-Za-z0-9_]*)")
_OURS: Final = frozenset(
    ("host", "connection", "content-length", "transfer-encoding", "te", "upgrade", "expect")
)
